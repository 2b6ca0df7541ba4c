"""One report on many files: a page with a table of them and their places, or a table of all places.

The files' texts are not in it; the report on one file has them.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic
from unspin_gui.store.files.attributes import no_more_open
from unspin_gui.store.report.report_data import OWN, ReportItem
from unspin_gui.store.report.report_page import (
    MADE,
    UNCHANGED,
    escaped,
    pairs_section,
    quoted,
    whole_page,
)
from unspin_gui.store.report.report_plain import COLUMNS, HINT, cell, values_of
from unspin_gui.store.report.report_wording import ENGLISH, Wording

_MEANINGS = {
    "open": Message("open"),
    "accepted": Message("fixed"),
    "edited": OWN,
    "kept": Message("kept"),
}
_FILE = (
    ("words", Message("File")),
    ("why", Message("State")),
    ("why", Message("Spun?")),
    ("num", Message("Words")),
    ("num", Message("Done")),
    ("num", Message("Open")),
)
_PLACE = (
    ("num place", Message("Where")),
    ("words phrase", Message("Phrase")),
    ("words fix", Message("Fix")),
    ("state", Message("State")),
    ("num score", Message("Score")),
    ("why", Message("Why")),
)
_FILES = Message("The files")
_Columns = Sequence[tuple[str, Message]]
"""The CSS classes of cells, and the titles."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is reported about one file; `state` and `spun` are words to show.

    `error` says why the file could not be read, if so. `learnt` has the pairs that its decisions
    teach.
    """

    name: str
    state: str
    spun: str = ""
    words: int = 0
    items: tuple[ReportItem, ...] = ()
    learnt: tuple[tuple[str, str], ...] = ()
    error: str = ""

    @property
    def left(self) -> int:
        """The number of open places."""
        return sum(item.state == "open" for item in self.items)


def write_all_csv(
    path: str | Path, files: Iterable[FileReport], sources: Iterable[Path] = ()
) -> None:
    """Write every place of every file as a table, with the file first; raises StoreError.

    A new table is readable by nobody who may not read all `sources`.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("file", *COLUMNS))
    for file in files:
        name = cell(file.name)
        writer.writerows([name, *map(cell, values_of(item))] for item in file.items)
    data = ("\ufeff" + out.getvalue()).encode("utf-8", errors="replace")
    atomic.write_bytes(path, data, mode=_mode(sources))


def write_all_html(
    path: str | Path,
    title: str,
    date: str,
    files: Sequence[FileReport],
    sources: Iterable[Path] = (),
    wording: Wording = ENGLISH,
) -> None:
    """Write a page: the sums, a table of the files, and the places of each; raises StoreError.

    A new page is readable by nobody who may not read all `sources`.
    """
    body = "".join(_body(title, date, files, wording))
    atomic.write_bytes(path, whole_page(title, body, wording).encode(), mode=_mode(sources))


def _mode(sources: Iterable[Path]) -> int:
    """Return the mode of a new file made from others."""
    return reduce(no_more_open, sources, 0o644)


def _body(title: str, date: str, files: Sequence[FileReport], wording: Wording) -> Iterator[str]:
    def said(message: Message) -> str:
        return escaped(wording.tell(message))

    places = sum(len(file.items) for file in files)
    left = sum(file.left for file in files)
    learnt = dict.fromkeys(pair for file in files for pair in file.learnt)
    over = Message("Review of {0} files · {1}", wording.number(len(files)), date)
    yield f'<header>\n<p class="over">{said(over)}</p>\n'
    yield f"<h1><bdi>{escaped(title)}</bdi></h1>\n"
    sums = Message(
        "Places: {0}. Open: {1}. Pairs learnt: {2}.",
        *map(wording.number, (places, left, len(learnt))),
    )
    yield f'<p class="sum">{said(sums)}</p>\n</header>\n<main>\n'
    yield from _table_of_files(files, wording)
    for number, file in enumerate(files, 1):
        if file.items:
            yield from _places(number, file, wording)
    if learnt:
        yield from pairs_section(learnt, wording)
    yield f"</main>\n<footer><p>{said(HINT)}</p><p>{said(MADE)}</p></footer>\n"


def _table_of_files(files: Sequence[FileReport], wording: Wording) -> Iterator[str]:
    yield f'<section class="changes">\n<h2>{escaped(wording.tell(_FILES))}</h2>\n'
    yield from _head(_FILE, wording)
    for number, file in enumerate(files, 1):
        name = f"<bdi>{escaped(file.name)}</bdi>"
        link = f'<a href="#f{number}">{name}</a>' if file.items else name
        state = escaped(file.error or file.state)
        counts = map(wording.number, (file.words, len(file.items) - file.left, file.left))
        yield _row(_FILE, (link, state, escaped(file.spun), *counts), wording)
    yield "</tbody>\n</table>\n</section>\n"


def _places(number: int, file: FileReport, wording: Wording) -> Iterator[str]:
    yield f'<section class="changes" id="f{number}">\n<h2><bdi>{escaped(file.name)}</bdi></h2>\n'
    yield from _head(_PLACE, wording)
    for item in file.items:
        score = "" if item.score is None else f"{item.score:.2f}"
        kept, meaning = (escaped(wording.tell(m)) for m in (UNCHANGED, _MEANINGS[item.state]))
        fix = kept if item.state == "kept" else quoted(item.fix, wording)
        state = f'<i class="m {item.state}">{meaning}</i>'
        where, phrase = escaped(item.where), quoted(item.phrase, wording)
        yield _row(_PLACE, (where, phrase, fix, state, score, escaped(item.reason)), wording)
    yield "</tbody>\n</table>\n</section>\n"


def _head(columns: _Columns, wording: Wording) -> Iterator[str]:
    titles = (escaped(wording.tell(title)) for _, title in columns)
    cells = "".join(f'<th scope="col">{title}</th>' for title in titles)
    yield f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n"


def _row(columns: _Columns, cells: Sequence[str], wording: Wording) -> str:
    inside = "".join(
        f'<td class="{kind}" data-of="{escaped(wording.tell(title))}">{text}</td>'
        for (kind, title), text in zip(columns, cells, strict=True)
    )
    return f"<tr>{inside}</tr>\n"
