"""Reads GGUF, the file format of language models that llama.cpp defines (version 2 and 3).

Layout: magic, version, numbers of tensors and of metadata; the metadata as key, type and value; the
name, shape, type and offset of each tensor; then the tensors, aligned. All little-endian.
"""

import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message
from unspin_gui.language.neural.quantization import LAYOUTS, dequantized, dequantized_rows

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_SCALARS = dict(zip((0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12), "BbHhIif?Qqd", strict=True))
"""The struct codes of the types of metadata; two further types are strings and arrays."""
_STRING, _ARRAY = 8, 9
_MOST = 1_000_000
"""The limit for the numbers of tensors, metadata, array elements and bytes of a string."""
ROWS = 2048
"""The number of rows of a matrix that are unpacked at a time."""


class _Tensor(NamedTuple):
    shape: tuple[int, ...]
    kind: int
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class GgufFile:
    """The metadata of a file and its tensors, which are memory-mapped."""

    path: Path
    metadata: Mapping[str, Any]
    _tensors: Mapping[str, _Tensor]
    _data: "mmap.mmap"

    def __contains__(self, name: str) -> bool:
        return name in self._tensors

    def __iter__(self) -> Iterator[str]:
        return iter(self._tensors)

    def shape(self, name: str) -> tuple[int, ...]:
        """Return the shape of an existing tensor."""
        return self._tensors[name].shape

    def tensor(self, name: str, shape: tuple[int, ...]) -> "Floats":
        """Return a tensor as 32-bit floats in row-major order.

        Raises:
            LanguageDataError: it is missing, has another shape, or contains values that are not
                finite.
        """
        found = self._found(name, shape)
        return self._unpacked(found)

    def row_blocks(self, name: str, shape: tuple[int, int]) -> "Iterator[Floats]":
        """Yield the rows of a matrix in blocks: a large one is never whole in memory as floats.

        Raises:
            LanguageDataError: as `tensor`.
        """
        found = self._found(name, shape)
        height, width = shape
        block, size = LAYOUTS[found.kind]
        for first in range(0, height, ROWS):
            part = min(ROWS, height - first), width
            at = found.at + first * (width // block) * size
            yield self._unpacked(_Tensor(part, found.kind, at))

    def rows(self, name: str, shape: tuple[int, int], which: "NDArray[np.int64]") -> "Floats":
        """Return rows of a matrix; raises LanguageDataError as `tensor`, except for the values."""
        found = self._found(name, shape)
        with np.errstate(invalid="ignore"):
            return dequantized_rows(self._data, found.at, found.kind, shape[1], which)

    def give_up(self) -> None:
        """Release the memory of what was read; it is read from the disk again when needed."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)

    def _unpacked(self, tensor: _Tensor) -> "Floats":
        with np.errstate(invalid="ignore"):
            numbers = dequantized(self._data, tensor.at, tensor.kind, tensor.shape)
        if not np.isfinite(numbers).all():
            raise damaged(self.path, Message("it is damaged"))
        return numbers

    def _found(self, name: str, shape: tuple[int, ...]) -> _Tensor:
        found = self._tensors.get(name)
        if found is None or found.shape != shape:
            raise damaged(
                self.path, Message("the tensor {0} is missing or has another shape", name)
            )
        return found


def damaged(path: Path, what: Message) -> LanguageDataError:
    """Return the error for a file that cannot be used."""
    return LanguageDataError(
        Message("{0} cannot be used as the model: {1}; get the model again", path, what)
    )


def read_gguf(path: Path) -> GgufFile:
    """Memory-map a file and read its metadata.

    Raises:
        LanguageDataError: it cannot be read, is truncated, or is not a GGUF file.
    """
    try:
        if not path.exists():
            raise LanguageDataError(Message("{0}: no such file", path))
        if not path.is_file():  # opening a pipe would block until there is a writer
            raise damaged(path, Message("it is not in GGUF format"))
        if not path.stat().st_size:
            raise damaged(path, Message("it is truncated"))
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise LanguageDataError(Message("{0} cannot be read ({1})", path, error)) from error
    try:
        return _parsed(path, data)
    except (struct.error, UnicodeDecodeError, KeyError, OverflowError) as error:
        raise damaged(path, Message("it is damaged or truncated")) from error


def _parsed(path: Path, data: "mmap.mmap") -> GgufFile:
    reader = _Cursor(data, path)
    if data[:4] != _MAGIC:
        raise damaged(path, Message("it is not in GGUF format"))
    reader.at = 4
    if reader.scalar("I") not in _VERSIONS:
        raise damaged(path, Message("its version of the GGUF format is not supported"))
    tensors, entries = reader.count(), reader.count()
    metadata = {reader.string(): reader.value(reader.scalar("I")) for _ in range(entries)}
    rows = [reader.tensor() for _ in range(tensors)]
    alignment = int(metadata.get("general.alignment", 32))
    start = reader.at + -reader.at % max(1, alignment)
    placed = {name: row._replace(at=row.at + start) for name, row in rows}
    for name, row in placed.items():
        if row.kind not in LAYOUTS:
            raise damaged(path, Message("the tensor {0} is of a type that is not supported", name))
        block, size = LAYOUTS[row.kind]
        count = 1
        for side in row.shape:
            count *= side
        if row.shape[-1] % block or row.at + count // block * size > len(data):
            raise damaged(path, Message("it is truncated"))
    return GgufFile(path, metadata, placed, data)


class _Cursor:
    """Reads one value after another."""

    def __init__(self, data: "mmap.mmap", path: Path) -> None:
        self._data, self._path, self.at = data, path, 0

    def scalar(self, code: str) -> Any:  # noqa: ANN401 - a number or a truth value
        (value,) = struct.unpack_from(f"<{code}", self._data, self.at)
        self.at += struct.calcsize(f"<{code}")
        return value

    def count(self) -> int:
        """Read a count, with a limit: a damaged file must not use up all memory."""
        number = int(self.scalar("Q"))
        if number > _MOST:
            raise damaged(self._path, Message("it is damaged"))
        return number

    def string(self) -> str:
        size = self.count()
        self.at += size
        if self.at > len(self._data):
            raise damaged(self._path, Message("it is truncated"))
        return self._data[self.at - size : self.at].decode("utf-8")

    def value(self, kind: int) -> Any:  # noqa: ANN401 - a number, a string, or a list of these
        if kind == _STRING:
            return self.string()
        if kind != _ARRAY:
            return self.scalar(_SCALARS[kind])
        inner, size = self.scalar("I"), self.count()
        if inner in _SCALARS:
            code = f"<{size}{_SCALARS[inner]}"
            values = struct.unpack_from(code, self._data, self.at)
            self.at += struct.calcsize(code)
            return list(values)
        return [self.value(inner) for _ in range(size)]

    def tensor(self) -> tuple[str, _Tensor]:
        name, sides = self.string(), self.scalar("I")
        if not 1 <= sides <= 4:
            raise damaged(self._path, Message("it is damaged"))
        shape = tuple(self.scalar("Q") for _ in range(sides))[::-1]
        return name, _Tensor(shape, self.scalar("I"), self.scalar("Q"))
