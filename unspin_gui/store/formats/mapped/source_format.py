"""Text files with markup, shown as the text that they represent, corrected in place."""

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files import encodings, text_file
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats.edits import applied, unjudged
from unspin_gui.store.formats.mapped.mapped_text import MappedText
from unspin_gui.store.formats.mapped.splicer import Splicer, comparable
from unspin_gui.store.formats.misfits import misfits
from unspin_gui.store.formats.opened import Edit, MisfitError, Shown

P = TypeVar("P", bound=MappedText)
_NAMES = {
    "latin-1": "iso-8859-1",
    "iso8859-15": "iso-8859-15",
    "mac-roman": "macintosh",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
}
"""The IANA names of encodings."""
_HEAD = 4096
"""How much of a file is searched for the encoding that it declares, in bytes."""


class SourceReader(Protocol):
    """Any SourceFormat, whatever its reader returns."""

    def from_bytes(
        self, path: Path, data: bytes, encoding: str | None, *, replace: bool
    ) -> TextFile:
        """Decode a file."""

    def show(self, file: TextFile) -> Shown:
        """Return what the panes show of it."""

    def source_with(
        self, path: object, file: TextFile, edits: Sequence[Edit], encoding: str
    ) -> str:
        """Return its source with edits made."""

    def declared(self, source: str, encoding: str) -> str:
        """The source with the encoding that it declares, if any, changed."""


@dataclass(frozen=True, slots=True)
class SourceFormat(Generic[P]):
    """The parts of reading and writing that differ between text formats.

    `read` takes the path, for messages, and the source. `called` names such a file, with its
    article. `declaration` finds the name of the encoding in the first group that matches, `meant`
    says which encoding a declared one really is, `named` how one is declared. `escape` writes
    characters that the encoding lacks in another way; `alike` makes equal what the format cannot
    distinguish.
    """

    called: str
    read: Callable[[object, str], P]
    splicer: Callable[[object, P], Splicer]
    notices: Callable[[P], tuple[str, ...]]
    declaration: re.Pattern[bytes] | None = None
    meant: Callable[[str], str] = str
    named: Callable[[str], str] = lambda encoding: _NAMES.get(encoding, encoding)
    escape: Callable[[str, str], str] | None = None
    alike: Callable[[str], str] = str

    def from_bytes(
        self, path: Path, data: bytes, encoding: str | None, *, replace: bool
    ) -> TextFile:
        """Decode a file by its byte order mark, the encoding it declares, or its bytes."""
        if encoding is None and not data.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff")):
            named = self._named(data)
            if named is not None and _is_in(data, named):
                encoding = named
        return text_file.from_bytes(path, data, encoding, replace=replace)

    def show(self, file: TextFile) -> Shown:
        """Return what the panes show of a file; raises StoreError if it is not of this format."""
        page = self.read(file.path, file.text)
        text, notices = page.text, self.notices(page)
        places, roles = tuple(page.places), tuple(page.roles)
        return Shown(text, unjudged(text, page.skip), notices, places, roles)

    def source_with(
        self, path: object, file: TextFile, edits: Sequence[Edit], encoding: str
    ) -> str:
        """Apply edits to the source and check it by rereading; raises MisfitError.

        It is read as what the file is called that was opened, whatever it is to be called.
        """
        if not edits:
            return file.text
        page, said = self.read(file.path, file.text), ""
        try:
            source = self._made(file.path, page, edits, encoding)
            if source is not None:
                return source
        except StoreError as error:
            said = error.reason
        parts = misfits(edits, lambda some: self._fits(file.path, page, some, encoding))
        spans = tuple(sorted(edit.span for part in parts for edit in part))
        certain = [part[0].span for part in parts if len(part) == 1]
        raise MisfitError(path, said or self._reason(page.text, sorted(certain)), spans)

    def _reason(self, text: str, misfits: Sequence[Span]) -> Message:
        if not misfits:
            return Message(
                "a correction cannot be made in {0}; undo it, or save as plain text instead",
                self.called,
            )
        return Message(
            "a correction of “{0}” cannot be made in {1}; undo it, or save as plain text instead",
            text[slice(*misfits[0])],
            self.called,
        )

    def _fits(self, path: object, page: P, edits: Sequence[Edit], encoding: str) -> bool:
        try:
            return self._made(path, page, edits, encoding) is not None
        except StoreError:
            return False

    def _made(self, path: object, page: P, edits: Sequence[Edit], encoding: str) -> str | None:
        """The source with edits made; None if it does not show the corrected text."""
        source = self.splicer(path, page).spliced(edits)
        if self.escape is not None:
            source = self.escape(source, encoding)
        return source if self._shows(path, source, applied(page.text, edits)) else None

    def _shows(self, path: object, source: str, wanted: str) -> bool:
        try:
            shown = self.read(path, source).text
            return comparable(self.alike(shown)) == comparable(self.alike(wanted))
        except StoreError:
            return False

    def declared(self, source: str, encoding: str) -> str:
        """The source with its declared encoding, if any, changed."""
        found = self._declaration(source[:_HEAD].encode("ascii", errors="replace"))
        if found is None:
            return source
        start, end = found.span(found.lastindex or 0)
        return source[:start] + self.named(encoding) + source[end:]

    def _declaration(self, data: bytes) -> re.Match[bytes] | None:
        return self.declaration.search(data[:_HEAD]) if self.declaration else None

    def _named(self, data: bytes) -> str | None:
        found = self._declaration(data)
        if found is None:
            return None
        name = encodings.canonical(found[found.lastindex or 0].decode("ascii"))
        return self.meant(name) if name else None


def with_references(source: str, encoding: str) -> str:
    """Replace characters that the encoding lacks with numeric references."""
    try:
        source.encode(encoding)
    except UnicodeEncodeError:
        return source.encode(encoding, errors="xmlcharrefreplace").decode(encoding)
    return source


def _is_in(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
