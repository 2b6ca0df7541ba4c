"""Documents as records of files, shared by the readers of all kinds of files."""

import codecs
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from unspin_gui.application.screening.extras import CannotStartError, NoFieldError
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats

_LOOKED_AT = 4096
"""Bytes at the start of a file that show its encoding: in UTF-16, every other one of most texts
is zero, and no text in another has so many.
"""


class Fields(Protocol):
    """The columns or keys of a record with its text and its name."""

    @property
    def text_field(self) -> str:
        """The field with the text."""

    @property
    def id_field(self) -> str:
        """The field with the name of the document, which need not exist."""

    @property
    def encoding(self) -> str | None:
        """The encoding of the file, if it is known."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as found: its name, and its text or the reason why there is none.

    `at` is its file, with the number of the record in it; names of records need not be unique.
    `skip` lists the spans of the text that are not examined. If there is a `path`, the text is
    still to be read: from `data` if there are any, otherwise from that file.
    """

    name: str
    text: str = ""
    skip: tuple[Span, ...] = ()
    error: str = ""
    path: str = ""
    data: bytes | None = None
    at: str = ""

    def loaded(self, encoding: str | None) -> "RawDocument":
        """The document with its text, or with the reason why it cannot be read."""
        if self.error or not self.path:
            return self
        try:
            if self.data is not None:
                opened = formats.from_bytes(Path(self.path), self.data, encoding)
            else:
                opened = formats.read(self.path, encoding)
        except StoreError as error:
            return RawDocument(self.name, error=error.reason, at=self.at)
        return RawDocument(self.name, opened.text, opened.skip, at=self.at)


@dataclass(frozen=True, slots=True)
class Slice:
    """A run of records of one file: `count` of them from the position `start` on.

    `first` is the number of the first one, from 1. The unit of `start` is up to the reader. A file
    that is a single document has one slice, of kind "file"; if a file cannot be read, a slice of
    kind "error/", followed by the reason, represents the rest of it.
    """

    path: str
    kind: str = "file"
    start: int = 0
    first: int = 1
    count: int = 1
    stamp: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the slice as JSON values."""
        return asdict(self)


def decoder(path: str, fields: Fields) -> Callable[[bytes], str] | None:
    """Return a decoder of lines in the encoding that was named; None if none was.

    Raises CannotStartError if it is unknown, or if a file in it cannot be split into lines, and
    StoreError if the file itself turns out to have such an encoding.
    """
    name = fields.encoding
    if name is None:
        _require_bytes(path)
        return None
    try:
        is_plain = "\n".encode(name).removeprefix(codecs.BOM_UTF8) == b"\n"
    except (LookupError, UnicodeError) as error:
        raise CannotStartError(path, f"there is no encoding called {name}") from error
    if not is_plain:
        reason = f"records cannot be read in {name}; save the file as UTF-8 first"
        raise CannotStartError(path, reason)
    return lambda line: line.decode(name, "replace").removeprefix("\ufeff")


def _require_bytes(path: str) -> None:
    try:
        with Path(path).open("rb") as file:
            start = file.read(_LOOKED_AT)
    except OSError:
        return  # reading it will report the reason
    boms = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE
    even, odd = (start[n::2].count(0) for n in (0, 1))
    if start.startswith(boms) or 4 * abs(even - odd) > len(start):
        raise StoreError(path, "it is in UTF-16, in which records cannot be read; save it as UTF-8")


def stamp_of(path: str) -> str:
    """Return the size and modification time of a file; empty if they cannot be determined."""
    try:
        info = Path(path).stat()
    except OSError:
        return ""
    return f"{info.st_size}/{info.st_mtime_ns}"


def record_name(path: str, number: int) -> str:
    """Return the name of a record that has none of its own."""
    return f"{path}#{number}"


def document_of(name: str, text: object, field: str) -> RawDocument:
    """Return a document whose text is the value of a field."""
    if not isinstance(text, str):
        return RawDocument(name, error=f"its field “{field}” contains no text")
    return RawDocument(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def require_field(path: str, fields: Fields, present: list[str]) -> None:
    """Raise NoFieldError if the records of a file have no field for the text."""
    if fields.text_field not in present:
        there = ", ".join(present[:8]) or "none"
        message = f"its records have no field “{fields.text_field}”; name theirs with --text-field"
        raise NoFieldError(path, f"{message} (there: {there})")
