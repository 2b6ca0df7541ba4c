"""JSON Lines: a JSON object on each line. Positions are those of bytes."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from unspin_gui.application.screening.records import (
    Fields,
    RawDocument,
    Slice,
    decoder,
    document_of,
    record_name,
    require_field,
)
from unspin_gui.store.files.failures import store_error

_BOM = b"\xef\xbb\xbf"
_LOOKED_AT = 100
"""Of this many first records at least one must have a text."""


def cut(path: str, size: int, fields: Fields) -> Iterator[Slice]:
    """The slices of a file; raises StoreError if none of its first records has a text."""
    start = at = number = held = 0
    _require_text(path, fields)
    for line in _lines(path, 0):
        at += len(line)
        if not line.strip():
            continue
        number += 1
        held += 1
        if held == size:
            yield Slice(path, "jsonl", start, number - held + 1, held)
            start, held = at, 0
    if held:
        yield Slice(path, "jsonl", start, number - held + 1, held)


def read(piece: Slice, fields: Fields) -> Iterator[RawDocument]:
    """Yield the documents of a slice; damaged lines become documents with an error."""
    number, decoded = piece.first, decoder(piece.path, fields) or _plain
    for line in _lines(piece.path, piece.start):
        if number == piece.first + piece.count:
            return
        if line.strip():
            yield _document(decoded(line), record_name(piece.path, number), fields)
            number += 1


def _lines(path: str, start: int) -> Iterator[bytes]:
    try:
        with Path(path).open("rb") as file:
            file.seek(start)
            yield from file
    except OSError as error:
        raise store_error(path, "read the file", error) from error


def _require_text(path: str, fields: Fields) -> None:
    """Raise NoFieldError if none of the first records has the field of the text."""
    decoded = decoder(path, fields) or _plain
    records = (_parsed(decoded(line)) for line in _lines(path, 0) if line.strip())
    known = list[str]()
    for record in islice(records, _LOOKED_AT):
        if not isinstance(record, dict) or fields.text_field in record:
            return  # the row of a damaged record will say what is wrong
        known = known or list(record)
    if known:
        require_field(path, fields, known)


def _plain(line: bytes) -> bytes:
    return line.removeprefix(_BOM)


def _parsed(line: bytes | str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _document(line: bytes | str, name: str, fields: Fields) -> RawDocument:
    try:
        record = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        message = f"{error.msg[:1].lower()}{error.msg[1:]} at column {error.colno}"
        return RawDocument(name, error=f"this line is not JSON: {message}")
    except (ValueError, RecursionError) as error:
        return RawDocument(name, error=f"this line is not JSON: {error}")
    if not isinstance(record, dict):
        return RawDocument(name, error="this line is not a JSON object")
    own = record.get(fields.id_field)
    return document_of(
        name if own is None else str(own), record.get(fields.text_field), fields.text_field
    )
