"""Tracks which files are under review, so that a second window on one can notice."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic

if TYPE_CHECKING:
    from filelock import BaseFileLock


def key_of(path: str | Path) -> str:
    """Return the name for notes on the file at `path`, whichever link leads to it."""
    real = os.path.realpath(path).encode(errors="surrogateescape")
    return atomic.token_of(real)[:24]


class Claim:
    """A note that a file is under review; the system removes it when its program dies."""

    def __init__(self, folder: Path, path: str | Path) -> None:
        self._note = folder / f"{key_of(path)}.open"
        self._lock: BaseFileLock | None = None

    def take(self) -> bool:
        """Claim the file; False if another window or program has it open.

        Without locks nothing is known, and the answer is True.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import

        lock = FileLock(self._note, mode=0o600, thread_local=False)
        try:
            atomic.make_folder(self._note.parent)
            lock.acquire(timeout=0)
        except Timeout:
            return False
        except (OSError, StoreError):
            return True
        self._lock = lock
        return True

    def release(self) -> None:
        """Give up the claim."""
        if self._lock is not None:
            with suppress(OSError):
                self._note.unlink()
            self._lock.release()
            self._lock = None
