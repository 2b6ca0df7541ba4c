"""A file of named numpy arrays that can be memory-mapped.

Layout: a magic word, the length of a JSON header, the header (key, name, type, shape and position
of each array, checksum of a sample), then the arrays at multiples of 64 bytes. The byte order is
the machine's own, since the file is a cache rather than an exchange format; `pack` and `unpack`
store the same arrays compressed for shipping, always little-endian.
"""

import json
import mmap
import os
import struct
import tempfile
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array

_MAGIC = b"unspin arrays 1\n"
_ALIGN = 64
_LONG_AGO = 600.0
"""Seconds after which a temporary file is no longer being written."""
_SAMPLE = 4096
"""One block of this many bytes in every 64 is checked when a file is opened."""


def dump(arrays: Mapping[str, "Array"], key: str) -> bytes:
    """Return the bytes of the file; the same arrays and key always give the same bytes."""
    places, at = list[dict[str, Any]](), 0
    body = bytearray()
    for name, array in arrays.items():
        body += bytes(-at % _ALIGN)
        at = len(body)
        data = array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes()
        places.append({"name": name, "type": array.dtype.str, "shape": list(array.shape), "at": at})
        body += data
        at = len(body)
    head = json.dumps({"key": key, "size": at, "check": _check(body), "arrays": places}).encode()
    head += b" " * (-(len(_MAGIC) + 4 + len(head)) % _ALIGN)
    return _MAGIC + struct.pack("<I", len(head)) + head + bytes(body)


def parse(data: "bytes | mmap.mmap", key: str | None = None) -> dict[str, "Array"]:
    """Return the arrays in a file's bytes, sharing their memory.

    Raises:
        LanguageDataError: the bytes are damaged, or made for another `key`.
    """
    import numpy as np  # noqa: PLC0415

    try:
        if data[: len(_MAGIC)] != _MAGIC:
            raise LanguageDataError(Message("the language data file is damaged"))
        (length,) = struct.unpack_from("<I", data, len(_MAGIC))
        start = len(_MAGIC) + 4 + length
        head = json.loads(bytes(data[len(_MAGIC) + 4 : start]))
        body = memoryview(data)[start:]
        if len(body) != head["size"] or _check(body) != head["check"]:
            raise LanguageDataError(Message("the language data file is damaged"))
        if key is not None and head["key"] != key:
            raise LanguageDataError(Message("the language data file belongs to another version"))
        return {
            place["name"]: np.frombuffer(
                body, place["type"], int(np.prod(place["shape"])), place["at"]
            ).reshape(place["shape"])
            for place in head["arrays"]
        }
    except (struct.error, KeyError, ValueError, TypeError) as error:
        raise LanguageDataError(Message("the language data file is damaged")) from error


def pack(arrays: Mapping[str, "Array"], key: str, *, preset: int | None = None) -> bytes:
    """Compress the arrays for shipping; the last 64 bytes hold a checksum of everything.

    `preset` is one of LZMA's (0..9: the higher, the slower and smaller); without it, the smallest.
    """
    import lzma  # noqa: PLC0415 - only the first start of all unpacks

    preset = 9 | lzma.PRESET_EXTREME if preset is None else preset
    return lzma.compress(dump(arrays, key), lzma.FORMAT_XZ, preset=preset)


def unpack(data: bytes) -> dict[str, "Array"]:
    """The arrays compressed by `pack`.

    Raises:
        LanguageDataError: the bytes are damaged.
    """
    import lzma  # noqa: PLC0415

    try:
        return parse(lzma.decompress(data, lzma.FORMAT_XZ))
    except lzma.LZMAError as error:
        raise LanguageDataError(Message("the language data file is damaged")) from error


def open_mapped(path: Path, key: str) -> dict[str, "Array"]:
    """Memory-map the arrays of a file: only what is accessed is read.

    Raises:
        LanguageDataError: the file is missing, damaged, or made for another `key`.
    """
    try:
        if not path.is_file():
            raise LanguageDataError(
                Message("{0} is not a file", path)
            )  # opening a pipe would block
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise LanguageDataError(Message("{0} cannot be read", path)) from error
    return parse(mapped, key)


def write(path: Path, data: bytes) -> bool:
    """Write a cache file completely or not at all; returns False on failure, which is harmless."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            return False
    except OSError:
        return False
    return True


def _sweep(path: Path) -> None:
    """Remove temporary files left beside the file by programs that were killed."""
    for left in path.parent.glob(f"{path.name}?*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink()


def _check(body: "bytearray | memoryview") -> int:
    """A checksum of every 64th block and of the last."""
    view = memoryview(body)
    check = zlib.crc32(view[-_SAMPLE:])
    for at in range(0, len(view), 64 * _SAMPLE):
        check = zlib.crc32(view[at : at + _SAMPLE], check)
    return check
