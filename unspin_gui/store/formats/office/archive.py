"""Zipped documents: bounded reading, and writing that copies what is unchanged byte for byte."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.kinds import OLE, ZIP

LARGEST_MEMBER = 150_000_000
"""A part that would unpack to more bytes is refused."""
_LARGEST_TOTAL = 400_000_000
_MOST_MEMBERS = 65_000
_HIGHEST_RATIO = 200
_HARMLESS = 8_000_000
"""Below this many bytes any compression ratio may be legitimate."""
_FEW_TAGS = 1_000_000
"""A part with fewer bytes may consist only of tags."""
_TAGS_A_BYTE = 4
"""The most tags for each packed byte: books have fewer than one."""
_BOMB = Message("the file unpacks to far more than its size and is refused for safety")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_EXTRA = struct.Struct("<2H")
_ZIP64 = 1
_OF_METHOD = 0x0E
"""Flags about compression, and the flag saying that sizes follow the data."""
_DAMAGED = Message(
    "the file is damaged or incomplete; get a new copy, or let its own program repair it"
)
_STARTS = {
    b"%PDF-": Message("a PDF"),
    b"{\\rtf": Message("a rich text document"),
    b"<!doc": Message("a web page"),
    b"<html": Message("a web page"),
    b"<?xml": Message("an XML file"),
    b"\x89PNG": Message("a picture"),
    b"\xff\xd8\xff": Message("a picture"),
}


class _Entry(NamedTuple):
    """A member as the central directory lists it, with the directory's own bytes."""

    info: zipfile.ZipInfo
    fields: tuple[int, ...]
    name: bytes
    tail: bytes


class Archive:
    """A zipped document in memory. Raises StoreError if it is not one, or is dangerous."""

    def __init__(self, path: object, data: bytes, called: str) -> None:
        self.path = path
        self.data = data
        self._unpacked = 0
        _refuse_others(path, data, called)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise StoreError(path, _DAMAGED) from error
        if len(self._zip.infolist()) > _MOST_MEMBERS:
            raise StoreError(path, Message("the file has too many parts and is refused for safety"))
        if any(info.flag_bits & 1 for info in self._zip.infolist()):
            reason = Message(
                "the file is password-protected; remove the password in its own program first"
            )
            raise StoreError(path, reason)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in order."""
        return tuple(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a member, unpacked within bounds and checked."""
        try:
            info = self._zip.getinfo(name)
            self._refuse_bomb(info)
            data = self._zip.read(info)  # never more than its declared size
        except KeyError as error:
            raise StoreError(self.path, Message("{0} ({1} is missing)", _DAMAGED, name)) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
            raise StoreError(self.path, _DAMAGED) from error
        except (NotImplementedError, RuntimeError) as error:
            raise StoreError(
                self.path, Message("the file is compressed in a way that is not supported")
            ) from error
        self._refuse_dense(data, info)
        return data

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive with members replaced or added; all others are copied unchanged."""
        entries, end = self._entries()
        out = BytesIO()
        starts = [*sorted(entry.info.header_offset for entry in entries), end]
        following = dict(pairwise(starts))
        records: dict[int, bytes] = {}
        for index, entry in sorted(enumerate(entries), key=lambda item: item[1].info.header_offset):
            start, new = entry.info.header_offset, changed.get(entry.info.filename)
            if new is None:
                records[index] = _central(entry, out.tell())
                out.write(self.data[start : following[start]])
            else:
                records[index] = _write_member(out, entry, new)
        directory = [records[index] for index in range(len(entries))]
        added = sorted(changed.keys() - set(self.names))
        directory += [_write_member(out, _new_entry(name), changed[name]) for name in added]
        return _finished(out, directory, self._zip.comment)

    def _entries(self) -> tuple[list[_Entry], int]:
        """All members, and where the central directory starts."""
        entries, place = list[_Entry](), self._zip.start_dir
        for info in self._zip.infolist():
            _, *fields = _CENTRAL.unpack_from(self.data, place)
            name_end = place + _CENTRAL.size + fields[9]
            extra_end = name_end + fields[10]
            after = extra_end + fields[11]
            extra = _without_zip64(self.data[name_end:extra_end])
            # The sizes and offsets that Zip64 keeps elsewhere fit here: no document is that large.
            fields[7], fields[8], fields[10] = info.compress_size, info.file_size, len(extra)
            fields[12] = 0
            name = self.data[place + _CENTRAL.size : name_end]
            tail = extra + self.data[extra_end:after]
            entries.append(_Entry(info, tuple(fields), name, tail))
            place = after
        return entries, self._zip.start_dir

    def _refuse_dense(self, data: bytes, info: zipfile.ZipInfo) -> None:
        """Refuse a part of almost only tags: its tree takes far more memory than its bytes."""
        if len(data) > _FEW_TAGS and data.count(b"<") > _TAGS_A_BYTE * info.compress_size:
            raise StoreError(self.path, _BOMB)

    def _refuse_bomb(self, info: zipfile.ZipInfo) -> None:
        size, packed = info.file_size, info.compress_size
        self._unpacked += size
        too_dense = size > _HARMLESS and size > _HIGHEST_RATIO * max(packed, 1)
        if size > LARGEST_MEMBER or self._unpacked > _LARGEST_TOTAL or too_dense:
            raise StoreError(self.path, _BOMB)


def _refuse_others(path: object, data: bytes, called: str) -> None:
    """Raise StoreError, saying what the file is, if it only has the name of such a document."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            reason = Message(
                "the file is password-protected; remove the password in its own program first"
            )
        else:
            reason = Message(
                "this document was written by an old version of Office; save it as {0} first",
                called,
            )
        raise StoreError(path, reason)
    if data.startswith(ZIP):
        return
    if not data:
        raise StoreError(path, Message("the file is empty"))
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:8].lower()
    kinds = (kind for magic, kind in _STARTS.items() if start.startswith(magic.lower()))
    other = next(kinds, Message("something else"))
    reason = Message(
        "this is not a document of type {0} but {1}; save it as {2} in its own program",
        called,
        other,
        called,
    )
    raise StoreError(path, reason)


def _central(entry: _Entry, offset: int, **new: int) -> bytes:
    """The central directory's record of a member, with its new position."""
    fields = list(entry.fields)
    for name, value in new.items():
        fields[_PLACES[name]] = value
    fields[15] = offset
    return _CENTRAL.pack(b"PK\x01\x02", *fields) + entry.name + entry.tail


_PLACES = {"version": 1, "flags": 2, "method": 3, "crc": 6, "packed": 7, "size": 8}


def _write_member(out: BytesIO, entry: _Entry, data: bytes) -> bytes:
    """Write a changed member; returns its record for the directory.

    It is compressed as before, or by the one method that every program supports.
    """
    is_stored = entry.fields[3] == zipfile.ZIP_STORED
    method = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
    packed = data if is_stored else _deflated(data)
    flags = entry.fields[2] & ~_OF_METHOD
    crc, offset = zlib.crc32(data), out.tell()
    version, time, date = min(entry.fields[1], 20), entry.fields[4], entry.fields[5]
    new = {"version": version, "flags": flags, "method": method}
    new |= {"crc": crc, "packed": len(packed), "size": len(data)}
    header = (*new.values(),)
    header = (*header[:3], time, date, *header[3:], len(entry.name), 0)
    out.write(_LOCAL.pack(b"PK\x03\x04", *header) + entry.name + packed)
    return _central(entry, offset, **new)


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields of a member without the one for sizes of more than 32 bits."""
    kept, at = b"", 0
    while at + _EXTRA.size <= len(extra):
        kind, size = _EXTRA.unpack_from(extra, at)
        end = at + _EXTRA.size + size
        kept += b"" if kind == _ZIP64 else extra[at:end]
        at = end
    return kept + extra[at:]


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _new_entry(name: str) -> _Entry:
    """A new member, dated as the first day of the zip format."""
    raw = name.encode("ascii")
    fields = (20, 20, 0, zipfile.ZIP_DEFLATED, 0, 0x21, 0, 0, 0, len(raw), 0, 0, 0, 0, 0, 0)
    return _Entry(zipfile.ZipInfo(name), fields, raw, b"")


def _finished(out: BytesIO, directory: list[bytes], comment: bytes) -> bytes:
    start, body = out.tell(), b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(body), start, len(comment))
    return out.getvalue() + body + end + comment
