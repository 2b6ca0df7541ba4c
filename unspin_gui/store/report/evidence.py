"""Evidence: a table of the marked places of a text, for a comment or a report on the text."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files import atomic
from unspin_gui.store.files.atomic import Source
from unspin_gui.store.formats.docx.docx_new import Table, new_docx
from unspin_gui.store.report.report_data import ReportData, ReportItem
from unspin_gui.store.report.report_plain import HINT, cell

COLUMNS = ("place", "phrase", "expected phrase", "context", "score")
_TITLES = (
    *(Message("Place"), Message("Phrase"), Message("Expected phrase"), Message("Context")),
    Message("Score"),
)
_SHARES = (3, 7, 7, 12, 3)
"""The widths of the columns in Word."""
_AROUND = 90
"""The most characters of context on either side of a phrase."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\d_a-z])")


class EvidenceRow(NamedTuple):
    """A marked place: its page, cue or line, the phrase there and the expected phrase."""

    place: str
    phrase: str
    expected: str
    context: str
    score: str


def rows(data: ReportData) -> Iterator[EvidenceRow]:
    """Yield the places that read as spun, in order, except those kept as they are."""
    for item in data.items:
        if item.state != "kept":
            yield _row(data.source, item)


def _row(source: str, item: ReportItem) -> EvidenceRow:
    score = "" if item.score is None else f"{item.score:.2f}"
    phrase, expected = " ".join(item.phrase.split()), " ".join(item.fix.split())
    return EvidenceRow(item.cited, phrase, expected, context_of(source, item.span), score)


def context_of(source: str, span: Span) -> str:
    """Return the sentence around a span, cut between words if it is long; `…` marks the cuts."""
    start = max(source.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = source.find("\n", span.end)
    end = min(len(source) if end < 0 else end, span.end + _AROUND)
    before, after = source[start : span.start], source[span.end : end]
    sentence = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    if sentence:
        before = before[sentence:]
    elif start and source[start - 1] != "\n":
        before = f"… {before.partition(' ')[2]}"
    if match := _SENTENCE_END.search(f"{after} X"):
        after = after[: match.end()].rstrip()
    elif end < len(source) and source[end] != "\n":
        after = f"{after.rpartition(' ')[0]} …"
    return " ".join(f"{before}{source[slice(*span)]}{after}".split())


def write_evidence(
    path: str | Path, data: ReportData, *, overwrite: bool = True, source: Source = None
) -> None:
    """Write the table: for Word if the name ends in .docx, otherwise as CSV; raises StoreError."""
    if Path(path).suffix.lower() == ".docx":
        made = _page(data)
    else:
        made = ("\ufeff" + _table(data)).encode("utf-8", "replace")
    atomic.write_bytes(path, made, overwrite=overwrite, source=source)


def _table(data: ReportData) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in row] for row in rows(data))
    return out.getvalue()


def _page(data: ReportData) -> bytes:
    tell, number = data.wording.tell, data.wording.number
    table = [list(map(tell, _TITLES)), *(list(row) for row in rows(data))]
    count, words = len(table) - 1, number(data.words)
    marked = Message("{0} places marked in {1} words ({2}).", number(count), words, data.date)
    if count == 1:
        marked = Message("1 place marked in {0} words ({1}).", words, data.date)
    return new_docx(f"{data.name}\n{tell(marked)} {tell(HINT)}", Table(table, _SHARES))
