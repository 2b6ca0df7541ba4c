"""EPUB books: read as one text, written back with only the corrected chapters changed."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.document.places import Place
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files import text_file
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats.edits import applied, unjudged
from unspin_gui.store.formats.epub.epub_package import EpubPackage
from unspin_gui.store.formats.html.html_page import CHAPTER
from unspin_gui.store.formats.html.html_text import Page, notices
from unspin_gui.store.formats.mapped.splicer import comparable
from unspin_gui.store.formats.office.tracking import Tracking
from unspin_gui.store.formats.opened import Edit, MisfitError, Shown


class _Chapter(NamedTuple):
    """A chapter that has been read; its text starts at `start` in the text of the book."""

    name: str
    file: TextFile
    page: Page
    text: str
    start: int


class EpubFormat:
    """Reads and writes books as PackageFormat does office documents."""

    def shown(self, path: Path, data: bytes) -> Shown:
        """Return what the panes show of a book; raises StoreError if it is not one."""
        return _shown(_chapters(EpubPackage(path, data)))

    def rewritten(
        self,
        path: Path,
        data: bytes,
        edits: Sequence[Edit],
        tracking: Tracking,  # noqa: ARG002 - books cannot track changes
    ) -> tuple[bytes, Shown]:
        """Apply ordered edits; returns the book and what it shows. Raises StoreError."""
        package = EpubPackage(path, data)
        chapters = _chapters(package)
        before = _shown(chapters)
        changed = {}
        for number, some in _by_chapter(path, chapters, edits).items():
            chapter = chapters[number]
            changed[chapter.name] = _corrected(path, chapter, some)
        made = package.archive.rewritten(changed)
        result = self.shown(path, made)
        if comparable(result.text) != comparable(applied(before.text, edits)):
            reason = Message("a correction cannot be made in this book; save as plain text instead")
            raise StoreError(path, reason)
        return made, result


def _chapters(package: EpubPackage) -> list[_Chapter]:
    found, start = list[_Chapter](), 0
    for name in package.chapters:
        place = package.path / name
        file = CHAPTER.from_bytes(place, package.archive.read(name), None, replace=False)
        page = CHAPTER.read(place, file.text)
        text = page.text
        found.append(_Chapter(name, file, page, text, start))
        start += len(text) + bool(text)
    return found


def _corrected(path: Path, chapter: _Chapter, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of a chapter with edits made; raises MisfitError with places in the book."""
    try:
        source = CHAPTER.source_with(path, chapter.file, edits, chapter.file.encoding)
    except MisfitError as error:
        spans = tuple(span.shifted(chapter.start) for span in error.spans)
        raise MisfitError(path, error.reason, spans) from error
    return text_file.bytes_with(chapter.file, source)


def _shown(chapters: Sequence[_Chapter]) -> Shown:
    shown = [chapter for chapter in chapters if chapter.text]
    text = "\n".join(chapter.text for chapter in shown)
    skip = [span.shifted(chapter.start) for chapter in shown for span in chapter.page.skip]
    places = tuple(Place(chapter.start, "chapter", n) for n, chapter in enumerate(shown, 1))
    roles = tuple(
        role._replace(start=role.start + chapter.start)
        for chapter in shown
        for role in chapter.page.roles
    )
    whole, counts = Page(""), Counter[str]()
    for chapter in chapters:
        counts.update(chapter.page.counts)
        whole.described += chapter.page.described
        whole.hidden += chapter.page.hidden
    whole.counts = dict(counts)
    return Shown(text, unjudged(text, skip), notices(whole, Message("The book")), places, roles)


def _by_chapter(
    path: Path, chapters: Sequence[_Chapter], edits: Sequence[Edit]
) -> dict[int, list[Edit]]:
    """Return each chapter's edits, at their places in it; raises StoreError for one across two."""
    numbers = [n for n, chapter in enumerate(chapters) if chapter.text] or [0]
    starts = [chapters[n].start for n in numbers]
    found: dict[int, list[Edit]] = {}
    for edit in edits:
        number = numbers[max(0, bisect_right(starts, edit.span.start) - 1)]
        chapter = chapters[number]
        if edit.span.end > chapter.start + len(chapter.text):
            reason = Message("chapters cannot be joined; undo that or save as plain text")
            raise MisfitError(path, reason, (edit.span,))
        span = edit.span.shifted(-chapter.start)
        found.setdefault(number, []).append(edit._replace(span=Span(*span)))
    return found


EPUB = EpubFormat()
