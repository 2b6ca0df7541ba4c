"""Lets one writer at a time change a file that several programs write."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unspin_gui.core.text.messages import Message
from unspin_gui.store.files.failures import LockedError, store_error

_NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


@contextmanager
def locked(path: str | Path, *, wait: float = 2.0) -> Iterator[None]:
    """Hold the lock of `path` (a hidden file beside it), waiting at most `wait` seconds.

    The system releases it when its owner dies. On file systems without locks the block runs
    regardless, since the content token is compared right before a file is replaced. Raises
    LockedError.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import, not needed to start

    target = Path(os.path.realpath(path))
    place = target.with_name(f".{target.name}.lock")
    lock = FileLock(place, mode=0o600)
    try:
        lock.acquire(timeout=wait, poll_interval=0.02)
    except Timeout as error:
        raise LockedError(
            path, Message("another program is saving this file; try again in a moment")
        ) from error
    except OSError as error:
        if error.errno not in _NO_LOCKS_HERE:
            raise store_error(place, Message("lock the glossary"), error) from error
    try:
        yield
    finally:
        lock.release()
