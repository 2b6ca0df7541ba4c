"""Permissions of written files: as before, or as those of the file they are derived from."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def no_more_open(mode: int, source: Path) -> int:
    """The mode of a new file derived from another one; `mode` itself if there is none.

    Permissions of the source's group do not carry over to the group that the new file gets.
    """
    try:
        info = source.stat()
    except OSError:
        return mode
    if not stat.S_ISREG(info.st_mode):
        return mode
    allowed = stat.S_IMODE(info.st_mode) | 0o600
    if sys.platform != "win32" and info.st_gid != os.getegid() and not allowed & 0o004:
        allowed &= ~0o070
    return mode & allowed


def closing_folder(folder: Path, sources: Iterable[str]) -> Iterator[str]:
    """Pass on file names; then close `folder` to everyone who may not read all of them."""
    mode = 0o777
    for source in sources:
        mode = no_more_open(mode, Path(source))
        yield source
    kept = 0o700 | (0o070 if mode & 0o040 else 0) | (0o007 if mode & 0o004 else 0)
    with suppress(OSError):
        folder.chmod(stat.S_IMODE(folder.stat().st_mode) & kept)


def keep_attributes(fd: int, target: Path, old: os.stat_result) -> None:
    """Copy mode, owner and extended attributes of `target` to an open file, as far as possible."""
    if sys.platform == "win32":
        return
    if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):
            os.fchown(fd, old.st_uid, old.st_gid)
    os.fchmod(fd, stat.S_IMODE(old.st_mode))
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(fd, name, os.getxattr(target, name))
