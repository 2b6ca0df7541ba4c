"""Writes into a file itself, for folders that do not allow replacing files."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic


def overwrite_in_place(path: str | Path, data: bytes, *, backup: Path) -> str:
    """Write into the existing file itself, after making a verified copy of it at `backup`.

    For folders that do not allow replacing files (ReplaceRefusedError), and only after asking.
    """
    old = atomic.read_bytes(path)
    atomic.write_bytes(backup, old, mode=0o600)
    try:
        _write_into(Path(path), data)
    except OSError as error:
        with suppress(OSError):
            _write_into(Path(path), old)
        raise StoreError(
            path, Message("could not save; the old text is kept in {0}", backup)
        ) from error
    return atomic.token_of(data)


def _write_into(path: Path, data: bytes) -> None:
    fd = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        atomic.write_all(fd, data)
        os.ftruncate(fd, len(data))
        os.fsync(fd)
        if atomic.read_back(fd) != data:
            raise OSError(errno.EIO, "other bytes came back")
    finally:
        os.close(fd)
