"""The report of a screening: documents.csv, candidates.yaml and report.html, from the rows."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from unspin_gui.application.screening import report_page
from unspin_gui.application.screening.clusters import LEAST_SHARED, clusters_of
from unspin_gui.application.screening.plan import Folder, Manifest
from unspin_gui.application.screening.report_index import CountedPair, Index
from unspin_gui.application.screening.screener import Row, rows_of
from unspin_gui.core.errors import GlossaryError, StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.files import atomic
from unspin_gui.store.files.streamed import write_chunks
from unspin_gui.store.glossary import glossary_file

RECURRING = 3
"""In how many documents an unknown pair must occur to be a candidate for a glossary."""
_MOST_CANDIDATES = 2000
_COLUMNS = (
    *("doc", "probability", "known", "suspects", "per_1000", "words", "stage"),
    *("fingerprint", "cluster", "phrases", "error", "at"),
)
_CANDIDATES = b"""# unspin glossary 1
#
# Candidates: pairs that no glossary has and that recur in documents that were screened.
# They are guesses: look each through, keep the good ones, delete the others.

"""
_SUM = b"# unchanged since it was written: "


@dataclass(frozen=True, slots=True)
class Written:
    """How many parts the report covers, of how many, and how many documents."""

    parts: int
    of: int
    documents: int


def write_report(folder: Folder) -> Written:
    """Write the report on the parts that are done so far; raises StoreError."""
    manifest = folder.manifest()
    if manifest is None:
        raise StoreError(folder.path, "there is no screening in this folder; name its --out folder")
    done = [n for n in range(1, manifest.parts + 1) if folder.is_done(n, manifest.key)]
    with closing(Index(_rows(folder, done))) as index:
        index.set_clusters(clusters_of(index.shared(LEAST_SHARED)))
        write_chunks(folder.path / "documents.csv", _table(index))
        _write_candidates(folder, _candidates(index))
        part = Written(len(done), manifest.parts, index.totals()["documents"])
        page = report_page.page(index, manifest, str(folder.path), part.parts)
        atomic.write_bytes(folder.path / "report.html", page.encode("utf-8", "replace"))
    return part


def _write_candidates(folder: Folder, data: bytes) -> None:
    """Write the candidates, without touching a list that somebody has begun to edit."""
    path = folder.path / "candidates.yaml"
    old = atomic.read_bytes(path) if atomic.is_there(path) else b""
    body, _, sum_ = old.rpartition(_SUM)
    if old and _sum_of(body) != sum_.strip():
        path = folder.path / "candidates.new.yaml"
    atomic.write_bytes(path, data + _SUM + _sum_of(data) + b"\n")


def _sum_of(data: bytes) -> bytes:
    return atomic.token_of(data)[:12].encode()


def _rows(folder: Folder, done: Iterable[int]) -> Iterator[Row]:
    for number in done:
        path = folder.rows_file(number)
        try:
            with path.open("rb") as lines:
                yield from rows_of(lines)
        except (OSError, ValueError) as error:
            reason = f"the rows cannot be read ({error}); delete the file and screen again"
            raise StoreError(path, reason) from error


def _table(index: Index) -> Iterator[bytes]:
    """Yield the documents as CSV, the most important first, unreadable ones last."""
    yield _csv_line(_COLUMNS)
    for one in index.ranked():
        phrases = "; ".join(f"{text} -> {fix}" if fix else text for text, fix, _ in one.phrases)
        yield _csv_line(
            (
                one.name, one.probability, one.known, one.suspects, one.per_1000, one.words,
                one.stage, one.print, one.cluster or "", phrases, "", one.at,
            )
        )  # fmt: skip
    for name, at, error in index.failed():
        yield _csv_line((name, *[""] * (len(_COLUMNS) - 3), error, at))


def _csv_line(cells: Iterable[object]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(["" if cell is None else _harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8", "replace")


def _harmless(cell: object) -> object:
    """Return a text that no spreadsheet treats as a formula (OWASP: CSV injection)."""
    is_formula = isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"}
    return f"'{cell}" if is_formula else cell


def _candidates(index: Index) -> bytes:
    """Return unknown pairs that recur, as a glossary."""
    pairs = index.pairs(known=False, least=RECURRING, most=_MOST_CANDIDATES)
    entries = [_entry(phrase, pairs) for phrase, pairs in _by_phrase(pairs).items()]
    file = glossary_file.from_bytes(_NAMELESS.path / "candidates.yaml", _CANDIDATES)
    try:
        return glossary_file.append(file, entries).text.encode()
    except (GlossaryError, StoreError):
        return _CANDIDATES + b"".join(map(_alone, entries))


_NAMELESS = Folder("")


def _by_phrase(pairs: Iterable[CountedPair]) -> dict[str, list[CountedPair]]:
    found: dict[str, list[CountedPair]] = {}
    for pair in pairs:
        found.setdefault(pair.phrase, []).append(pair)
    return found


def _entry(phrase: str, pairs: list[CountedPair]) -> Entry:
    documents = max(pair.docs for pair in pairs)
    note = f"in {documents} documents, one of them {pairs[0].example}"
    return Entry(phrase, tuple(pair.fix for pair in pairs), note=note, source="screen")


def _alone(entry: Entry) -> bytes:
    """Return a single entry as bytes; empty if no glossary can hold it."""
    start = b"# unspin glossary 1\n"
    try:
        file = glossary_file.from_bytes(_NAMELESS.path / "candidates.yaml", start)
        return glossary_file.append(file, [entry]).text.encode().removeprefix(start)
    except (GlossaryError, StoreError):
        return b""


__all__ = ["RECURRING", "Manifest", "Written", "write_report"]
