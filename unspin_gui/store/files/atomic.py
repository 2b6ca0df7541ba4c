"""Write a file whole or not at all.

The order is that of SQLite and Kate: write beside the target, check every result, fsync, read back,
replace, fsync the folder, read back. At each moment the old or the new file is there, complete.
"""

import errno
import hashlib
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files.attributes import keep_attributes, no_more_open
from unspin_gui.store.files.failures import (
    AlreadyThereError,
    ChangedOnDiskError,
    DanglingLinkError,
    GoneError,
    NotRegularError,
    ReadOnlyError,
    ReplaceRefusedError,
    UncertainError,
    store_error,
)
from unspin_gui.store.files.temp_files import temporary_name

Source = str | Path | None
"""The file that a new one is made from, for its mode; None where it is made from none."""
ABSENT = ""
"""The token of a file that does not exist."""

_DANGLING = "this is a link to a file that is not there:"
_REPLACE_REFUSALS = {errno.EXDEV, errno.EPERM, errno.EACCES, errno.EBUSY, errno.ETXTBSY}


def token_of(data: bytes) -> str:
    """The content token of `data`: its SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: str | Path, *, limit: int | None = None) -> bytes:
    """The bytes of a regular file; raises StoreError, also where it is longer than `limit`."""
    try:
        _refuse_special(path, Path(path).stat())
        # What became a pipe meanwhile, and system files that only sometimes have something to say,
        # would be waited for.
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            _refuse_special(path, os.fstat(fd))
            data = _all_of(fd, limit)
        finally:
            os.close(fd)
    except OSError as error:
        raise store_error(path, "read the file", error) from error
    if limit is not None and len(data) > limit:
        raise StoreError(path, f"the file is larger than {limit // 1_000_000} MB")
    return data


def is_there(path: str | Path) -> bool:
    """Whether something is at `path`, or may be: nobody knows where the folder lets no one look."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # reading it tells why not
    return True


def files_in(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder whose names match, by name; none where it lets no one look."""
    try:
        return sorted(folder.glob(pattern)) if is_there(folder) else []
    except OSError:
        return []


def token_on_disk(path: str | Path) -> str:
    """The content token of what lies at `path` now; ABSENT where nothing does."""
    return token_of(read_bytes(path)) if is_there(path) else ABSENT


def write_bytes(  # noqa: PLR0913 - what a file is to be
    path: str | Path,
    data: bytes,
    *,
    expect: str | None = None,
    overwrite: bool = True,
    mode: int = 0o644,
    like: str | Path | None = None,
    source: Source = None,
    through_link: bool = True,
) -> str:
    """Replace the file at `path` by `data` in one step; returns the new content token.

    `expect` is the token that must still be on disk (None: whatever is there). Links are followed,
    mode, owner and extended attributes kept as far as the system allows; `mode` is for new files.
    A copy gets those of the file `like`; a new file made from `source` is open to nobody who may
    not read that. A link to nothing is refused; without `through_link` any link gives way. A
    further hard link keeps the old content. Raises StoreError; then the old file is untouched.
    UncertainError alone tells that the new one is in its place.
    """
    target = Path(os.path.realpath(path)) if through_link else Path(path).absolute()
    pattern = target if like is None else Path(os.path.realpath(like))
    mode = mode if source is None else no_more_open(mode, Path(source))
    try:
        if through_link and is_dangling(path):
            raise DanglingLinkError(path, f"{_DANGLING} {target}; choose that name or another one")
        _refuse(path, _stat(target), overwrite=overwrite)
        if expect is not None:
            _refuse_changed(path, target, {expect, token_of(data)})
        return _replace(path, target, data, expect, pattern, mode)
    except OSError as error:
        raise store_error(path, "save", error) from error


def is_dangling(path: str | Path) -> bool:
    """Whether a link is at `path` that leads to nothing."""
    return Path(path).is_symlink() and not is_there(path)


def make_folder(folder: Path) -> None:
    """Create `folder` and those above it; raises StoreError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise store_error(folder, "create the folder", error) from error


def fsync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power loss, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        return  # files can be put into a folder that lets nobody read it
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write all of `data`; a short write is carried on, no progress is an error."""
    view = memoryview(data)
    while view:
        count = os.write(fd, view[: 1 << 20])
        if count <= 0:
            raise OSError(errno.ENOSPC, "no byte could be written")
        view = view[count:]


def _stat(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _refuse(path: str | Path, old: os.stat_result | None, *, overwrite: bool) -> None:
    if old is None:
        return
    _refuse_special(path, old)
    if not overwrite:
        raise AlreadyThereError(path, "the file exists already; choose another name or overwrite")
    if not old.st_mode & 0o222 or not os.access(os.path.realpath(path), os.W_OK):
        raise ReadOnlyError(path, "the file is read-only; save under another name")


def _refuse_special(path: str | Path, info: os.stat_result) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise NotRegularError(path, "this is a folder, not a file; choose a file")
    if not stat.S_ISREG(info.st_mode):
        raise NotRegularError(path, "this is a device, pipe or socket, not a file; choose a file")


def _refuse_changed(path: str | Path, target: Path, allowed: set[str] | None) -> None:
    """Raise unless the content on disk has one of the tokens (our own new one counts as saved)."""
    if allowed is None:
        return
    now = token_on_disk(target)
    if now in allowed:
        return
    if now == ABSENT:
        raise GoneError(path, "the file was removed meanwhile; save it under a name")
    if ABSENT in allowed:
        raise ChangedOnDiskError(path, "another program made this file meanwhile; look at it first")
    raise ChangedOnDiskError(path, "another program changed the file; reload, compare or overwrite")


def _replace(
    path: str | Path,
    target: Path,
    data: bytes,
    expect: str | None,
    pattern: Path,
    mode: int,
) -> str:
    token = token_of(data)
    temporary = target.with_name(temporary_name(target.name))
    try:
        _write_beside(temporary, data, pattern, mode)
        _refuse_changed(path, target, {expect, token} if expect is not None else None)
        _rename(path, temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if _confirmed(path, target, token) != token:
        raise ChangedOnDiskError(path, "another program wrote the file at the same time; compare")
    return token


def _confirmed(path: str | Path, target: Path, token: str) -> str:
    """The token of what is on disk now, for good; raises UncertainError where the disk fails."""
    try:
        fsync_folder(target.parent)
        return token_on_disk(target)
    except (OSError, StoreError) as error:
        reason = "it is written, but the disk reports an error, so it may not last; "
        raise UncertainError(path, reason + "save it in another place too", token) from error


def _rename(path: str | Path, temporary: Path, target: Path) -> None:
    try:
        os.replace(temporary, target)  # noqa: PTH105 - the call that fault tests intercept
    except OSError as error:
        told = store_error(path, "replace the file", error)
        if error.errno in _REPLACE_REFUSALS:
            raise ReplaceRefusedError(path, told.reason) from error
        raise told from error


def _write_beside(temporary: Path, data: bytes, pattern: Path, mode: int) -> None:
    """Write, sync, read back and only then give the file its temporary name."""
    old = _stat(pattern)
    mode = mode if old is None else 0o600
    fd = _open_nameless(temporary.parent, mode)
    if fd is None:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        fd = os.open(temporary, flags, mode)
    try:
        write_all(fd, data)
        if old is not None:
            keep_attributes(fd, pattern, old)
        os.fsync(fd)
        if read_back(fd) != data:
            raise OSError(errno.EIO, "other bytes came back")
        if os.fstat(fd).st_nlink == 0:
            # Only with a folder descriptor does Python ask the system to follow the /proc link.
            os.link(f"/proc/self/fd/{fd}", temporary, src_dir_fd=fd, follow_symlinks=True)
    finally:
        os.close(fd)


def _open_nameless(folder: Path, mode: int) -> int | None:
    """An O_TMPFILE: killed before it is linked, it leaves nothing behind."""
    if sys.platform != "linux" or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, os.O_RDWR | os.O_TMPFILE, mode)
    except OSError as error:
        if error.errno in {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL}:
            return None
        raise


def read_back(fd: int) -> bytes:
    """What an open file holds."""
    os.lseek(fd, 0, os.SEEK_SET)
    return _all_of(fd)


def _all_of(fd: int, limit: int | None = None) -> bytes:
    """What can be read, to a little more than the limit."""
    parts, size = [], 0
    while (limit is None or size <= limit) and (part := os.read(fd, 1 << 20)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
