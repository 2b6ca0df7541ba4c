"""An index over all rows of a screening, on disk, so memory does not grow with their number.

It is an SQLite database without a name, which the system removes with the process.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from unspin_gui.application.screening.options import LIKELY
from unspin_gui.application.screening.screener import Row

_TABLES = """
CREATE TABLE doc (
  name TEXT, at TEXT, error TEXT, words INTEGER, english INTEGER, probability REAL, known INTEGER,
  suspects INTEGER, per_1000 REAL, stage TEXT, phrases TEXT, cluster INTEGER, print TEXT);
CREATE TABLE pair (
  id INTEGER PRIMARY KEY, phrase TEXT, fix TEXT, known INTEGER, glossary TEXT,
  docs INTEGER, places INTEGER, example INTEGER, score REAL,
  UNIQUE (phrase, fix, known));
CREATE TABLE link (doc INTEGER, pair INTEGER, PRIMARY KEY (doc, pair)) WITHOUT ROWID;
"""
_KIND = "CASE WHEN instr(error, ':') THEN substr(error, 1, instr(error, ':') - 1) ELSE error END"
_RANKED = "error IS NULL, probability DESC, known DESC, per_1000 DESC, rowid"
_SHOWN_PHRASES = 12
_COMMON = 60
"""Pairs in more documents than this do not distinguish spinners."""
_ADD_PAIR = """
INSERT INTO pair (phrase, fix, known, glossary, docs, places, example, score)
VALUES (?, ?, ?, ?, 1, ?, ?, ?)
ON CONFLICT DO UPDATE SET docs = docs + 1, places = places + excluded.places,
  score = score + excluded.score
RETURNING id
"""


class RankedDocument(NamedTuple):
    """A document as the report lists it; `at` is its unique position.

    `phrases` are (text, fix, kind), the most certain first.
    """

    number: int
    name: str
    at: str
    words: int
    probability: float | None
    known: int
    suspects: int
    per_1000: float
    stage: str
    cluster: int
    print: str
    phrases: tuple[tuple[str, str, str], ...]


class CountedPair(NamedTuple):
    """A spun phrase and its fix, in how many documents and places, and one of these documents."""

    phrase: str
    fix: str
    is_known: bool
    glossary: str
    docs: int
    places: int
    example: str
    score: float


class Index:
    """The rows of a screening, for queries in any order."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._base = sqlite3.connect("")
        try:
            self._fill(rows)
        except BaseException:
            self.close()
            raise

    def _fill(self, rows: Iterable[Row]) -> None:
        self._base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        for row in rows:
            self._add(row)
        self._base.execute("CREATE INDEX by_pair ON link (pair)")
        self._base.execute("CREATE INDEX by_rank ON doc (probability)")

    def close(self) -> None:
        """Close and remove the index."""
        self._base.close()

    def _add(self, row: Row) -> None:
        hits = sorted(row["hits"], key=lambda hit: (hit["kind"] != "known", -hit["score"]))
        shown = [(hit["text"], hit["fix"], hit["kind"]) for hit in hits[:_SHOWN_PHRASES]]
        found = self._base.execute(
            "INSERT INTO doc VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
            (
                _clean(row["doc"]), _clean(row["at"]), row["error"] and _clean(row["error"]),
                row["words"], row["english"], row["probability"], row["known"], row["suspects"],
                row["per_1000"], row["stage"], json.dumps(shown), _print_of(hits),
            ),
        )  # fmt: skip
        document = found.lastrowid
        pairs: dict[tuple[str, str, bool], list[dict[str, Any]]] = {}
        for hit in hits:
            phrase, fix = (" ".join(_clean(hit[name]).lower().split()) for name in ("text", "fix"))
            pairs.setdefault((phrase, fix, hit["kind"] == "known"), []).append(hit)
        for (phrase, fix, known), places in pairs.items():
            glossary, score = places[0].get("glossary", ""), max(hit["score"] for hit in places)
            values = (phrase, fix, known, glossary, len(places), document, score)
            [(number,)] = self._base.execute(_ADD_PAIR, values).fetchall()
            self._base.execute("INSERT INTO link VALUES (?, ?)", (document, number))

    def ranked(self, most: int = -1) -> Iterator[RankedDocument]:
        """Yield the documents that were read, the most important first."""
        asked = (
            "SELECT rowid, name, at, words, probability, known, suspects, per_1000, stage, "  # noqa: S608
            f"cluster, print, phrases FROM doc WHERE error IS NULL ORDER BY {_RANKED} LIMIT ?"
        )
        for row in self._base.execute(asked, (most,)):
            yield RankedDocument._make((*row[:-1], tuple(map(tuple, json.loads(row[-1])))))

    def pairs(self, *, known: bool, least: int = 1, most: int = -1) -> Iterator[CountedPair]:
        """Yield the pairs (of glossaries, or the unknown ones) that are in most documents."""
        asked = (
            "SELECT phrase, fix, pair.known, glossary, docs, places, doc.name, score / docs "
            "FROM pair JOIN doc ON doc.rowid = example WHERE pair.known = ? AND docs >= ? "
            "AND (pair.known OR fix <> '') ORDER BY docs DESC, places DESC, phrase LIMIT ?"
        )
        for row in self._base.execute(asked, (known, least, most)):
            yield CountedPair(*row)

    def errors(self) -> list[tuple[str, int, str]]:
        """Return the errors: the message, the number of documents, and one of these."""
        asked = (
            f"SELECT {_KIND}, count(*), min(name) FROM doc WHERE error IS NOT NULL "  # noqa: S608
            "GROUP BY 1 ORDER BY 2 DESC LIMIT 50"
        )
        return self._base.execute(asked).fetchall()

    def failed(self) -> Iterator[tuple[str, str, str]]:
        """Yield the documents that could not be read, their positions, and the reasons."""
        yield from self._base.execute("SELECT name, at, error FROM doc WHERE error IS NOT NULL")

    def totals(self) -> dict[str, int]:
        """Count documents, words, errors, likely ones, ones with known phrases, foreign ones."""
        [row] = self._base.execute(
            "SELECT count(*), total(words), total(error IS NOT NULL), total(probability >= ?), "
            "total(known > 0), total(english = 0) FROM doc",
            (LIKELY,),
        )
        names = ("documents", "words", "errors", "likely", "known", "foreign")
        return dict(zip(names, map(int, row), strict=True))

    def histogram(self, column: str, edges: Sequence[float]) -> list[int]:
        """Count the documents with a value from each edge up to the next (the last: and above)."""
        counts = []
        for low, high in zip(edges, [*edges[1:], float("inf")], strict=True):
            asked = f"SELECT count(*) FROM doc WHERE {column} >= ? AND {column} < ?"  # noqa: S608
            [(count,)] = self._base.execute(asked, (low, high))
            counts.append(count)
        return counts

    def shared(self, least: int) -> Iterator[tuple[int, int, int, int]]:
        """Yield two documents, the number of distinctive pairs they share, and the smaller's."""
        asked = """
        WITH telling AS (SELECT id FROM pair WHERE docs BETWEEN 2 AND ? AND fix <> ''),
          own AS (SELECT doc, pair FROM link WHERE pair IN telling),
          size AS (SELECT doc, count(*) AS n FROM own GROUP BY doc HAVING n >= ?)
        SELECT a.doc, b.doc, count(*), (SELECT min(n) FROM size WHERE doc IN (a.doc, b.doc))
        FROM own a JOIN own b ON a.pair = b.pair AND a.doc < b.doc
        WHERE a.doc IN (SELECT doc FROM size) AND b.doc IN (SELECT doc FROM size)
        GROUP BY a.doc, b.doc HAVING count(*) >= ?
        """
        yield from self._base.execute(asked, (_COMMON, least, least))

    def set_clusters(self, clusters: dict[int, int]) -> None:
        """Note the cluster of each document."""
        self._base.executemany(
            "UPDATE doc SET cluster = ? WHERE rowid = ?", [(c, d) for d, c in clusters.items()]
        )

    def cluster(self, number: int) -> tuple[list[str], list[tuple[str, str, int]]]:
        """The documents of a cluster, and the pairs that most of them have."""
        names = [
            name
            for (name,) in self._base.execute(
                f"SELECT name FROM doc WHERE cluster = ? ORDER BY {_RANKED}",  # noqa: S608
                (number,),
            )
        ]
        asked = (
            "SELECT phrase, fix, count(*) FROM link JOIN pair ON pair = id JOIN doc ON "
            "doc.rowid = link.doc WHERE cluster = ? GROUP BY id HAVING count(*) > 1 "
            "ORDER BY 3 DESC, docs LIMIT 12"
        )
        return names, self._base.execute(asked, (number,)).fetchall()


def _print_of(hits: Iterable[dict[str, Any]]) -> str:
    """Return how many different phrases a document shares with each glossary: science 3, news 1."""
    found: dict[str, set[str]] = {}
    for hit in hits:
        if hit["kind"] == "known":
            found.setdefault(_clean(hit.get("glossary", "")), set()).add(hit["text"].lower())
    ranked = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return ", ".join(f"{name} {len(phrases)}" for name, phrases in ranked)


def _clean(text: str) -> str:
    """Return the text in a form that UTF-8 can encode."""
    return text.encode("utf-8", "replace").decode()
