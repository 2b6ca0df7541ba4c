"""Rich text (RTF) as it is shown: its paragraphs, without pictures, notes and running heads."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.apparatus import is_entry, is_figures, references
from unspin_gui.store.formats.child_process import answer
from unspin_gui.store.formats.edits import unjudged
from unspin_gui.store.formats.opened import BREAK, DELETIONS, HIDDEN, Shown
from unspin_gui.store.formats.rtf.rtf_hidden import ShownRtf, shown_part

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad]|[\ud800-\udfff]")
_NOTES = re.compile(rb"\\(footnote|header|footer|annotation|shptxt)[a-z]?\b")
_NAMES = {
    b"footnote": Message("footnotes"),
    b"header": Message("page headers"),
    b"footer": Message("page footers"),
    b"annotation": Message("comments"),
    b"shptxt": Message("text boxes"),
}


def shown(path: Path, data: bytes) -> Shown:
    """Return the text of a rich text file. Raises StoreError if it is not one."""
    if not data.startswith(b"{\\rtf"):
        reason = "this is no rich text, although it has the name of one"
        raise StoreError(path, reason if data else "this file is empty")
    seen = shown_part(data)
    text = answer("rtf", path, seen.data).decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    text = _UNSEEN.sub("", text.replace("|\n", "\n").replace("\u2028", BREAK)).strip("\n")
    if not text.strip():
        raise StoreError(
            path,
            Message("this rich text document contains no text; pictures of text cannot be read"),
        )
    return Shown(text, unjudged(text, _apparatus(text.split("\n"))), _notices(data, seen))


def _apparatus(lines: Sequence[str]) -> Iterator[Span]:
    """Yield the paragraphs that are not prose: references and tables of numbers."""
    listed, at = set(references(lines)), 0
    for number, line in enumerate(lines):
        if number in listed or is_entry(line) or is_figures(line):
            yield Span(at, at + len(line))
        at += len(line) + 1


def _notices(data: bytes, seen: ShownRtf) -> tuple[str, ...]:
    counted = {HIDDEN: seen.hidden, DELETIONS: seen.deleted}
    left_out = [
        *dict.fromkeys(_NAMES[word] for word in _NOTES.findall(data)),
        *(Message("{0} ({1})", name, count) for name, count in counted.items() if count),
    ]
    if not left_out:
        return ()
    listed = reduce(lambda one, other: Message("{0}, {1}", one, other), left_out)
    return (Message("Not shown, and left out of what is saved: {0}.", listed),)
