"""Caches the parts of a model, in the form in which they are used, in memory-mapped files.

Quantising a model's weights takes seconds and memory; mapped, they are read on demand, shared by
all programs that use them, and released when memory is short.
"""

import hashlib
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.language import arrays

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array

    Arrays = dict[str, Array]

_VERSION = "1"
"""To be incremented when the parts are made differently."""
_ENDING = ".parts"


class Kept(NamedTuple):
    """A folder with a file for each part, made for a key; without a folder nothing is cached."""

    folder: Path | None
    key: str

    def all(self, count: int) -> "list[Arrays] | None":
        """Return the parts; None if they are missing, or any is damaged or made for another key."""
        if self.folder is None:
            return None
        try:
            return [arrays.open_mapped(_file(self.folder, n), self.key) for n in range(count)]
        except LanguageDataError:
            return None

    def put(self, parts: "Iterable[Arrays]") -> "list[Arrays]":
        """Store the parts one after another, so that they are never in memory together.

        A part that cannot be written is returned as it is.
        """
        return [self._put(n, part) for n, part in enumerate(parts)]

    def _put(self, number: int, part: "Arrays") -> "Arrays":
        if self.folder is not None:
            path = _file(self.folder, number)
            with suppress(LanguageDataError):
                if arrays.write(path, arrays.dump(part, self.key)):
                    return arrays.open_mapped(path, self.key)
        return part


NOWHERE = Kept(None, "")


def kept_for(model: Path, sample: str, cache: Path | None) -> Kept:
    """Return the cache for the parts of a model's file in a cache folder."""
    if cache is None:
        return NOWHERE
    try:
        about = model.stat()
    except OSError:
        return NOWHERE
    parts = _VERSION, model.absolute(), about.st_size, about.st_mtime_ns, sample
    key = hashlib.sha256("\n".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return Kept(cache / f"{model.name}{_ENDING}", key)


def forget(cache: Path) -> None:
    """Remove the parts of all models in a cache folder."""
    for folder in cache.glob(f"*{_ENDING}"):
        shutil.rmtree(folder, ignore_errors=True)


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:03}.arrays"
