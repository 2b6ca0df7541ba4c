"""Documents that are saved in another format than their own; plain text becomes one for Word."""

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from re import Match

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files import atomic
from unspin_gui.store.formats import only_read
from unspin_gui.store.formats.edits import applied
from unspin_gui.store.formats.opened import (
    BREAK,
    Edit,
    Kind,
    Opened,
    PackageFile,
    is_read_only,
)

_ENDS = pattern(r"\n\n?")


def converted(
    path: Path, opened: Opened, edits: Sequence[Edit], *, tracked: bool
) -> tuple[Opened, Sequence[Edit]]:
    """Return the document in the format of its new name, and the edits still to be made in it.

    Both are unchanged if that is its own format. Raises StoreError if the name is of a format in
    which a read-only document cannot be saved.
    """
    if is_read_only(opened.kind):
        return only_read.converted(path, opened, edits, tracked=tracked)
    if is_word_copy(path, opened.kind):
        return _word_copy(path, opened, edits, tracked=tracked)
    return opened, edits


def is_word_copy(path: Path, kind: Kind) -> bool:
    """Whether a document of this kind becomes a new Word document if saved under this name."""
    return kind == "text" and path.suffix.lower() == ".docx"


def _word_copy(
    path: Path, opened: Opened, edits: Sequence[Edit], *, tracked: bool
) -> tuple[Opened, Sequence[Edit]]:
    """Make untracked edits first; leave tracked ones, at their places in the document."""
    from unspin_gui.store.formats.docx import docx_new  # noqa: PLC0415 - seldom needed

    before = opened.text if tracked else applied(opened.text, edits)
    before = docx_new.without_forbidden(before).rstrip("\n")
    text = _laid_out(before)
    left = _moved(before, edits) if tracked else ()
    package = PackageFile(path, docx_new.new_docx(text), atomic.ABSENT)
    made = opened._replace(kind="docx", file=package, text=text, skip=(), notices=(), roles=())
    return made, left


def _laid_out(text: str) -> str:
    """Turn blank lines into paragraph ends, and other line ends into line breaks."""
    return _ENDS.sub(_divided, text)


def _divided(ends: Match[str]) -> str:
    return "\n" if len(ends[0]) > 1 else BREAK


def _moved(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits at their places after each blank line has become one character."""
    divided = [ends.start() for ends in _ENDS.finditer(text) if len(ends[0]) > 1]

    def place(here: int) -> int:
        here = min(here, len(text))
        return here - bisect_left(divided, here)

    return [Edit(Span(*map(place, edit.span)), _laid_out(edit.text), edit.note) for edit in edits]
