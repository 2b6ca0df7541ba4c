"""Reports that other programs read: CSV, Markdown, unified diff."""

import csv
import difflib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic
from unspin_gui.store.files.atomic import Source
from unspin_gui.store.report.report_data import STATE_WORDS, ReportData, ReportItem

HINT = Message("A marked phrase reads as spun. That is a hint for a reader, never proof.")
PAIRS = Message("Pairs learnt")
GLOSSARIES = Message("Glossaries:")
_PLACES = Message("Places")
_TITLES = (
    *(Message("No."), Message("Place"), Message("State"), Message("Phrase"), Message("Fix")),
    *(Message("Origin"), Message("Score"), Message("Why")),
)
COLUMNS = (
    *("number", "line", "column", "place", "start", "end", "state", "phrase", "fix"),
    *("origin", "score", "reason"),
)
_FORMULA = re.compile(r"\s*[=+\-@]|[\t\r]")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_CONTEXT = 3


def write_csv(
    path: str | Path, data: ReportData, *, overwrite: bool = True, source: Source = None
) -> None:
    """Write the places as a table that spreadsheets open; raises StoreError.

    UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula is prefixed
    with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in values_of(item)] for item in data.items)
    _write(path, "\ufeff" + out.getvalue(), overwrite=overwrite, source=source)


def write_markdown(
    path: str | Path, data: ReportData, *, overwrite: bool = True, source: Source = None
) -> None:
    """Write the review as Markdown: counts, places, pairs learnt; raises StoreError."""
    _write(path, "\n".join(_markdown(data)) + "\n", overwrite=overwrite, source=source)


def write_diff(
    path: str | Path, data: ReportData, *, overwrite: bool = True, source: Source = None
) -> None:
    """Write the difference between the two texts as `diff -u` does; raises StoreError."""
    _write(path, unified_diff(data), overwrite=overwrite, source=source)


def unified_diff(data: ReportData) -> str:
    """The difference between source and corrected text, which `patch` can apply.

    Each change has three lines of context.
    """
    name = re.sub(r"[\x00-\x1f\x7f]", "_", data.name) or "text"
    lines = difflib.unified_diff(
        _lines(data.source), _lines(data.corrected), f"a/{name}", f"b/{name}", n=_CONTEXT
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    return [*lines[:-1], *([lines[-1][:-1]] if lines[-1] != "\n" else [])]


def values_of(item: ReportItem) -> list[str | int]:
    """The cells of a place, in the order of COLUMNS."""
    score = "" if item.score is None else f"{item.score:.2f}"
    place = (item.number, item.line, item.column, item.where, *item.span)
    return [*place, item.state, item.phrase, item.fix, item.origin, score, item.reason]


def cell(value: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _markdown(data: ReportData) -> Iterator[str]:
    tell = data.wording.tell
    title = _escaped(tell(Message("Review of {0}", data.name)))
    yield from (f"# {title}", "", _escaped(data.date), "")
    counts = ", ".join(
        f"{count} {tell(STATE_WORDS[state])}" for state, count in data.counts.items()
    )
    said = tell(Message("Places marked in {0} words: {1}.", str(data.words), counts))
    yield from (said, "", tell(HINT), "")
    if data.items:
        yield f"## {tell(_PLACES)}"
        yield ""
        yield from _table(map(tell, _TITLES), (_row(item, tell) for item in data.items))
    if data.learnt:
        yield f"## {tell(PAIRS)}"
        yield ""
        yield from _table(map(tell, _TITLES[3:5]), data.learnt)
    if data.glossaries:
        yield f"{tell(GLOSSARIES)} {', '.join(map(_escaped, data.glossaries))}"


def _row(item: ReportItem, tell: Callable[[object], str]) -> list[str]:
    values = [str(value) for value in values_of(item)]
    number, cited = values[0], values[3]
    return [number, cited, tell(STATE_WORDS[item.state]), *values[7:]]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    titles = list(head)
    yield f"| {' | '.join(titles)} |"
    yield f"|{'---|' * len(titles)}"
    for row in rows:
        yield f"| {' | '.join(map(_escaped, row))} |"
    yield ""


def _escaped(text: str) -> str:
    """Escape text so that Markdown shows it literally, on one line."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"[\r\n]+", " ↵ ", text))


def _write(path: str | Path, text: str, *, overwrite: bool, source: Source) -> None:
    atomic.write_bytes(
        path, text.encode("utf-8", errors="replace"), overwrite=overwrite, source=source
    )
