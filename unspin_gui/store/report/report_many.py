"""One report on many files: a page with a table of them and their places, or a table of all places.

The files' texts are not in it; the report on one file has them.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from unspin_gui.store.files import atomic
from unspin_gui.store.report.report_data import ReportItem
from unspin_gui.store.report.report_page import escaped, pair_items, quoted, whole_page
from unspin_gui.store.report.report_plain import COLUMNS, HINT, cell, values_of

_MEANINGS = {"open": "open", "accepted": "fixed", "edited": "own wording", "kept": "kept"}


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is reported of one file; `state` and `spun` are words to be shown, `error` says why not.

    `learnt` holds the pairs that its decisions teach.
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
        """How many places are open."""
        return sum(item.state == "open" for item in self.items)


def write_all_csv(path: str | Path, files: Iterable[FileReport]) -> None:
    """Write every place of every file as a table, the file first; raises StoreError."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("file", *COLUMNS))
    for file in files:
        name = cell(file.name)
        writer.writerows([name, *map(cell, values_of(item))] for item in file.items)
    atomic.write_bytes(path, ("\ufeff" + out.getvalue()).encode("utf-8", errors="replace"))


def write_all_html(path: str | Path, title: str, date: str, files: Sequence[FileReport]) -> None:
    """Write a page: the sums, a table of the files, and the places of each; raises StoreError."""
    body = "".join(_body(title, date, files))
    atomic.write_bytes(path, whole_page(title, body).encode())


def _body(title: str, date: str, files: Sequence[FileReport]) -> Iterator[str]:
    places = sum(len(file.items) for file in files)
    left = sum(file.left for file in files)
    learnt = dict.fromkeys(pair for file in files for pair in file.learnt)
    yield f'<header>\n<p class="over">Review of {len(files):,} files · {escaped(date)}</p>\n'
    yield f"<h1><bdi>{escaped(title)}</bdi></h1>\n"
    yield f'<p class="sum">Places: {places:,}. Open: {left:,}. Pairs learnt: {len(learnt):,}.</p>\n'
    yield "</header>\n<main>\n"
    yield from _table_of_files(files)
    for number, file in enumerate(files, 1):
        if file.items:
            yield from _places(number, file)
    if learnt:
        yield '<section class="learnt">\n<h2>Pairs learnt</h2>\n<ul>\n'
        yield from pair_items(learnt)
        yield "</ul>\n</section>\n"
    yield f"</main>\n<footer><p>{HINT}</p><p>Made with unspin_gui.</p></footer>\n"


def _table_of_files(files: Sequence[FileReport]) -> Iterator[str]:
    yield '<section class="changes">\n<h2>The files</h2>\n'
    yield from _head("File", "State", "Spun?", "Words", "Done", "Open")
    for number, file in enumerate(files, 1):
        name = f"<bdi>{escaped(file.name)}</bdi>"
        link = f'<a href="#f{number}">{name}</a>' if file.items else name
        state = escaped(file.error or file.state)
        yield _row(
            ("File", "words", link),
            ("State", "why", state),
            ("Spun?", "why", escaped(file.spun)),
            ("Words", "num", f"{file.words:,}"),
            ("Done", "num", str(len(file.items) - file.left)),
            ("Open", "num", str(file.left)),
        )
    yield "</tbody>\n</table>\n</section>\n"


def _places(number: int, file: FileReport) -> Iterator[str]:
    yield f'<section class="changes" id="f{number}">\n<h2><bdi>{escaped(file.name)}</bdi></h2>\n'
    yield from _head("Where", "Phrase", "Fix", "State", "Score", "Why")
    for item in file.items:
        score = "" if item.score is None else f"{item.score:.2f}"
        fix = "unchanged" if item.state == "kept" else quoted(item.fix)
        state = f'<i class="m {item.state}">{_MEANINGS[item.state]}</i>'
        yield _row(
            ("Where", "num", escaped(item.where)),
            ("Phrase", "words", quoted(item.phrase)),
            ("Fix", "words", fix),
            ("State", "state", state),
            ("Score", "num", score),
            ("Why", "why", escaped(item.reason)),
        )
    yield "</tbody>\n</table>\n</section>\n"


def _head(*titles: str) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{title}</th>' for title in titles)
    yield f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n"


def _row(*cells: tuple[str, str, str]) -> str:
    inside = "".join(f'<td class="{kind}" data-of="{of}">{text}</td>' for of, kind, text in cells)
    return f"<tr>{inside}</tr>\n"
