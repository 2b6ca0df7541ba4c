"""Writes a file completely or not at all.

The steps: write beside the target, check every result, fsync, read back, rename over the target,
fsync the folder, read back. At every moment either the old or the new file is there, complete. A
rename alone does not ensure that after a power loss; why each sync is needed is shown by Pillai et
al., "All File Systems Are Not Created Equal" (OSDI 2014).
"""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files.attributes import keep_attributes, no_more_open
from unspin_gui.store.files.failures import (
    AlreadyThereError,
    ChangedOnDiskError,
    DanglingLinkError,
    GoneError,
    NotRegularError,
    ReadOnlyError,
    UncertainError,
    store_error,
)
from unspin_gui.store.files.naming import name_new, replace
from unspin_gui.store.files.temp_files import temporary_name

Source = str | Path | None
"""The file that a new one is derived from, which limits its mode; None if there is none."""
ABSENT = ""
"""The token of a file that does not exist."""

_DANGLING = "this is a link to a file that does not exist: {0}; choose that name or another one"


def token_of(data: bytes) -> str:
    """The content token of `data`: its SHA-256 in hexadecimal."""
    import hashlib  # noqa: PLC0415 - slow to import, not needed to start

    return hashlib.sha256(data).hexdigest()


def read_bytes(path: str | Path, *, limit: int | None = None) -> bytes:
    """Read a regular file; raises StoreError, also if it is longer than `limit`."""
    try:
        _refuse_special(path, Path(path).stat())
        # Without O_NONBLOCK, opening what is a pipe by now would wait for a writer; so
        # would reading some system files.
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            _refuse_special(path, os.fstat(fd))
            data = _all_of(fd, limit)
        finally:
            os.close(fd)
    except OSError as error:
        raise store_error(path, Message("read the file"), error) from error
    if limit is not None and len(data) > limit:
        raise StoreError(path, Message("the file is larger than {0} MB", limit // 1000000))
    return data


def is_there(path: str | Path) -> bool:
    """Whether something is, or may be, at `path`: an unreadable folder leaves that open."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # reading it will say why not
    return True


def files_in(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder whose names match, sorted by name; none if it is unreadable."""
    try:
        return sorted(folder.glob(pattern)) if is_there(folder) else []
    except OSError:
        return []


def token_on_disk(path: str | Path) -> str:
    """The content token of the file now at `path`; ABSENT if there is none."""
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

    `expect` is the token that must still be on disk (None: any content, or without `overwrite`
    none, and of several programs at once only one makes the file). Links are followed; mode,
    owner and extended attributes are kept as far as the system allows; `mode` is for new files. A
    copy takes those of the file `like`; a new file derived from `source` is readable by nobody who
    may not read that. A dangling link is refused; without `through_link` any link is replaced.
    Other hard links keep the old content. Raises StoreError, which leaves the old file untouched,
    except that UncertainError says the new one is in place.
    """
    target = Path(os.path.realpath(path)) if through_link else Path(path).absolute()
    pattern = target if like is None else Path(os.path.realpath(like))
    mode = mode if source is None else no_more_open(mode, Path(source))
    try:
        if through_link and is_dangling(path):
            raise DanglingLinkError(path, Message(_DANGLING, target))
        _refuse(path, _stat(target), overwrite=overwrite)
        if expect is None and not overwrite:
            expect = ABSENT
        if expect is not None:
            _refuse_changed(path, target, {expect, token_of(data)})
        return _replace(path, target, data, expect, pattern, mode)
    except OSError as error:
        raise store_error(path, Message("save"), error) from error


def is_dangling(path: str | Path) -> bool:
    """Whether a link at `path` leads to nothing."""
    return Path(path).is_symlink() and not is_there(path)


def make_folder(folder: Path) -> None:
    """Create `folder` and its parents; raises StoreError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise store_error(folder, Message("create the folder"), error) from error


def fsync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power loss, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        return  # files can be put into a folder that may not be read
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write all of `data`; continues after a short write and fails if nothing more is written."""
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
        message = Message("the file already exists; choose another name or overwrite it")
        raise AlreadyThereError(path, message)
    if not old.st_mode & 0o222 or not os.access(os.path.realpath(path), os.W_OK):
        raise ReadOnlyError(path, Message("the file is read-only; save it under another name"))


def _refuse_special(path: str | Path, info: os.stat_result) -> None:
    if stat.S_ISDIR(info.st_mode):
        if not os.access(path, os.R_OK | os.X_OK):
            raise NotRegularError(path, Message("you may not read this folder; ask its owner"))
        raise NotRegularError(path, Message("this is a folder, not a file; choose a file"))
    if not stat.S_ISREG(info.st_mode):
        message = Message("this is a device, pipe or socket, not a file; choose a file")
        raise NotRegularError(path, message)


def _refuse_changed(path: str | Path, target: Path, allowed: set[str] | None) -> None:
    """Raise unless the content on disk has one of the tokens (our own new one counts as saved)."""
    if allowed is None:
        return
    now = token_on_disk(target)
    if now in allowed:
        return
    if now == ABSENT:
        raise GoneError(
            path, Message("the file has been removed in the meantime; save it under a new name")
        )
    if ABSENT in allowed:
        message = Message("another program has created this file in the meantime; look at it first")
        raise ChangedOnDiskError(path, message)
    message = Message("another program changed the file; reload, compare or overwrite it")
    raise ChangedOnDiskError(path, message)


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
        allowed = {expect, token} if expect is not None else None
        _refuse_changed(path, target, allowed)
        if expect != ABSENT:
            replace(path, temporary, target)
        elif not name_new(path, temporary, target):
            _refuse_changed(path, target, allowed)  # what is there may be the same as `data`
            temporary.unlink()
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if _confirmed(path, target, token) != token:
        message = Message("another program wrote the file at the same time; compare the two")
        raise ChangedOnDiskError(path, message)
    return token


def _confirmed(path: str | Path, target: Path, token: str) -> str:
    """The token of what is now durably on disk; raises UncertainError if the disk fails."""
    try:
        fsync_folder(target.parent)
        return token_on_disk(target)
    except (OSError, StoreError) as error:
        reason = "it is written, but the disk reports an error, so it may not last; "
        raise UncertainError(path, reason + "save it in another place too", token) from error


def _write_beside(temporary: Path, data: bytes, pattern: Path, mode: int) -> None:
    """Write, sync and read back, and only then give the file its temporary name."""
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
            # Python makes the system follow the /proc link only if given a folder descriptor.
            os.link(f"/proc/self/fd/{fd}", temporary, src_dir_fd=fd, follow_symlinks=True)
    finally:
        os.close(fd)


def _open_nameless(folder: Path, mode: int) -> int | None:
    """Open a nameless file (O_TMPFILE), which leaves nothing behind if the program is killed."""
    if sys.platform != "linux" or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, os.O_RDWR | os.O_TMPFILE, mode)
    except OSError as error:
        if error.errno in {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL}:
            return None
        raise


def read_back(fd: int) -> bytes:
    """Everything that an open file contains."""
    os.lseek(fd, 0, os.SEEK_SET)
    return _all_of(fd)


def _all_of(fd: int, limit: int | None = None) -> bytes:
    """Everything that can be read, up to slightly more than the limit."""
    parts, size = [], 0
    while (limit is None or size <= limit) and (part := os.read(fd, 1 << 20)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
