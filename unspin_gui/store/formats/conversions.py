"""Documents that are saved in another format than their own; plain text becomes one for Word."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
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
    left = edits if tracked else ()
    last = left[-1].span.end if left else 0  # what is typed below a last line end stays below it
    before = docx_new.without_forbidden(before)
    before = before[:last] + before[last:].rstrip("\n")
    text = _laid_out(before)
    package = PackageFile(path, docx_new.new_docx(text), atomic.ABSENT)
    made = opened._replace(kind="docx", file=package, text=text, skip=(), notices=(), roles=())
    return made, _moved(before, left)


def _laid_out(text: str) -> str:
    """Turn blank lines into paragraph ends, and other line ends into line breaks."""
    return _ENDS.sub(_divided, text)


def _divided(ends: Match[str]) -> str:
    return "\n" if len(ends[0]) > 1 else BREAK


def _moved(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits at their places after each blank line has become one character."""
    divided = [ends.start() for ends in _ENDS.finditer(text) if len(ends[0]) > 1]

    def place(here: int) -> int:
        return here - bisect_left(divided, here)

    return [
        Edit(Span(*map(place, edit.span)), _laid_out(edit.text), edit.note)
        for edit in _without_halves(edits, {start + 1 for start in divided})
    ]


def _without_halves(edits: Sequence[Edit], middles: Collection[int]) -> Iterator[Edit]:
    """Widen edits that begin or end within a blank line by its other half, which stays."""
    ends = [-1, *(edit.span.end for edit in edits)]
    starts = [*(edit.span.start for edit in edits[1:]), -1]
    for edit, last, following in zip(edits, ends, starts, strict=False):
        (start, end), text = edit.span, edit.text
        if start in middles and start != last:
            start, text = start - 1, f"\n{text}"
        if end in middles and end != following:
            end, text = end + 1, f"{text}\n"
        yield Edit(Span(start, end), text, edit.note)
