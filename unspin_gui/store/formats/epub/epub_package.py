"""The parts of an EPUB file: which of them are chapters, in the order of reading."""

import html
import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import text_file
from unspin_gui.store.formats.html.html_tokens import attributes
from unspin_gui.store.formats.office.archive import Archive
from unspin_gui.store.formats.xml.xml_tokens import tokens

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_CHAPTERS = {"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/html"}
_NO_BOOK = "this is not an EPUB book: {0}; get a new copy, or save it again in its own program"


class EpubPackage:
    """An EPUB file in memory. Raises StoreError if it is not one, or is protected."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.archive = Archive(path, data, "EPUB")
        self.chapters = self._chapters()
        self._refuse_protected()

    def _refuse_protected(self) -> None:
        """Raise StoreError if chapters are encrypted (DRM); obfuscated fonts are allowed."""
        if _ENCRYPTION not in self.archive:
            return
        locked = {
            posixpath.normpath(unquote(reference.get("uri", "")))
            for reference in self._elements(_ENCRYPTION, "CipherReference")
        }
        if locked.intersection(self.chapters):
            reason = Message(
                "the book is protected against copying (DRM); only its own program can read it"
            )
            raise StoreError(self.path, reason)

    def _elements(self, member: str, *names: str) -> Iterator[dict[str, str]]:
        """Yield the attributes of the elements with these names in an XML part."""
        file = text_file.from_bytes(self.path, self.archive.read(member))
        for token in tokens(file.text):
            if token.name in names and token.kind in {"open", "empty"}:
                found = attributes(file.text[token.start : token.end])
                yield {"": token.name, **{key: html.unescape(v) for key, v in found.items()}}

    def _chapters(self) -> tuple[str, ...]:
        """The names of the members with the text, in the order of reading."""
        if _CONTAINER not in self.archive:
            raise StoreError(
                self.path, Message(_NO_BOOK, Message("its table of contents is missing"))
            )
        roots = [root.get("full-path", "") for root in self._elements(_CONTAINER, "rootfile")]
        package = next((root for root in roots if root in self.archive), None)
        if package is None:
            raise StoreError(
                self.path, Message(_NO_BOOK, Message("its list of chapters is missing"))
            )
        items, spine = dict[str, tuple[str, str]](), list[str]()
        for element in self._elements(package, "item", "itemref"):
            if element[""] == "item":
                kind = element.get("media-type", "").lower()
                items[element.get("id", "")] = (element.get("href", ""), kind)
            else:
                spine.append(element.get("idref", ""))
        found = [
            posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(items[name][0])))
            for name in spine
            if name in items and items[name][1] in _CHAPTERS
        ]
        chapters = tuple(dict.fromkeys(name for name in found if name in self.archive))
        if not chapters:
            raise StoreError(self.path, Message(_NO_BOOK, Message("it has no chapters")))
        return chapters
