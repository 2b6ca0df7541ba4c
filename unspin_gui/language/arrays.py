"""A file of named numpy arrays that can be mapped into memory.

Layout: a magic word, the length of a JSON header, the header (key, name, type, shape and place
of each array, checksum of a sample), then the arrays at multiples of 64 bytes. The byte order
is the machine's own: the file is a cache, not an exchange format; `pack` and `unpack` give the
same compressed for shipping, always little-endian.
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

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array

_MAGIC = b"unspin arrays 1\n"
_ALIGN = 64
_LONG_AGO = 600.0
"""Seconds after which nobody is still writing a file."""
_SAMPLE = 4096
"""A block of this many bytes in every 64 is checked when a file is opened."""


def dump(arrays: Mapping[str, "Array"], key: str) -> bytes:
    """The file's bytes; the same arrays and key always give the same bytes."""
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
    """The arrays of a file's bytes, sharing its memory.

    Raises:
        LanguageDataError: the bytes are damaged, or made for another `key`.
    """
    import numpy as np  # noqa: PLC0415

    try:
        if data[: len(_MAGIC)] != _MAGIC:
            raise LanguageDataError("the file of language data is damaged")
        (length,) = struct.unpack_from("<I", data, len(_MAGIC))
        start = len(_MAGIC) + 4 + length
        head = json.loads(bytes(data[len(_MAGIC) + 4 : start]))
        body = memoryview(data)[start:]
        if len(body) != head["size"] or _check(body) != head["check"]:
            raise LanguageDataError("the file of language data is damaged")
        if key is not None and head["key"] != key:
            raise LanguageDataError("the file of language data belongs to another version")
        return {
            place["name"]: np.frombuffer(
                body, place["type"], int(np.prod(place["shape"])), place["at"]
            ).reshape(place["shape"])
            for place in head["arrays"]
        }
    except (struct.error, KeyError, ValueError, TypeError) as error:
        raise LanguageDataError("the file of language data is damaged") from error


def pack(arrays: Mapping[str, "Array"], key: str) -> bytes:
    """The arrays compressed, for shipping; the last 64 bytes hold a checksum of all of them."""
    import lzma  # noqa: PLC0415 - only the first start of all unpacks

    return lzma.compress(dump(arrays, key), lzma.FORMAT_XZ, preset=9 | lzma.PRESET_EXTREME)


def unpack(data: bytes) -> dict[str, "Array"]:
    """The arrays of `pack`.

    Raises:
        LanguageDataError: the bytes are damaged.
    """
    import lzma  # noqa: PLC0415

    try:
        return parse(lzma.decompress(data, lzma.FORMAT_XZ))
    except lzma.LZMAError as error:
        raise LanguageDataError("the file of language data is damaged") from error


def open_mapped(path: Path, key: str) -> dict[str, "Array"]:
    """The arrays of a file, mapped: only what is looked at is read.

    Raises:
        LanguageDataError: the file is missing, damaged, or made for another `key`.
    """
    try:
        if not path.is_file():
            raise LanguageDataError(f"{path} is no file")  # a pipe would be waited for
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise LanguageDataError(f"{path} cannot be read") from error
    return parse(mapped, key)


def write(path: Path, data: bytes) -> bool:
    """Write a cache file whole or not at all; whether it worked (a read-only folder is fine)."""
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
    """Remove what programs that were killed while writing left beside the file."""
    for left in path.parent.glob(f"{path.name}?*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink()


def _check(body: "bytearray | memoryview") -> int:
    """A checksum of every 64th block, and of the last."""
    view = memoryview(body)
    check = zlib.crc32(view[-_SAMPLE:])
    for at in range(0, len(view), 64 * _SAMPLE):
        check = zlib.crc32(view[at : at + _SAMPLE], check)
    return check
