"""Screens single documents: the row that says what was found in each."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from unspin_gui.application.examination import Examination, examine
from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.application.screening.extras import CannotStartError
from unspin_gui.application.screening.options import ScreenOptions, digest_of
from unspin_gui.application.screening.records import RawDocument
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.tokens import word_count

Row = dict[str, Any]
"""A row in the order of its keys: doc, run, error, words, english, probability, known, suspects,
per_1000, stage, hits."""


def known_only(glossaries: tuple[str, ...] | None) -> Knowledge:
    """The glossaries without any language data; raises StoreError if one cannot be read."""
    names = None if glossaries is None else [*glossaries]
    loaded = load_knowledge(names, Options(sources=frozenset({"mine"})))
    for failure in loaded.failures:
        raise failure
    options = Options(sources=frozenset({"mine", "starters"}))
    return replace(loaded.knowledge, options=options)


class Screener:
    """Screens documents with knowledge that is loaded once."""

    def __init__(self, options: ScreenOptions, key: str) -> None:
        self._options, self._key = options, key
        known = known_only(options.glossaries)
        self._known = replace(known, options=replace(known.options, min_score=options.min_score))
        if options.glossary_digest not in {"", digest_of(known)}:
            reason = "a worker has other glossaries; give all of them the same with --glossary"
            raise CannotStartError("", reason)
        self._full = self._known if options.depth == "known" else self._loaded()

    def _loaded(self) -> Knowledge:
        names = None if self._options.glossaries is None else [*self._options.glossaries]
        loaded = load_knowledge(names, self._options.detection())
        for notice in loaded.notices:
            raise CannotStartError("", str(notice))
        return loaded.knowledge

    def row(self, found: RawDocument) -> Row:
        """The row of a document; one that cannot be read, or breaks the program, says so in it."""
        try:
            document = found.loaded(self._options.encoding)
            if document.error:
                return failed_row(found.name, self._key, document.error)
            return self._row(document)
        except Exception as error:  # noqa: BLE001 - one document must not cost others their rows
            told = f"the program fails on this document: {type(error).__name__}: {error}"
            return failed_row(found.name, self._key, told)

    def _row(self, document: RawDocument) -> Row:
        depth = self._options.depth
        found = examine(document.text, document.skip, self._full)
        return self._told(document, found, self._full, depth)

    def _told(
        self, document: RawDocument, found: Examination, knowledge: Knowledge, stage: str
    ) -> Row:
        words = word_count(document.text)
        hits = _hits(document.text, found.suspects, knowledge)
        judged = knowledge.reader is not None
        share = None if found.probability is None else round(found.probability, 6)
        return {
            "doc": document.name,
            "run": self._key,
            "error": None,
            "words": words,
            "english": found.english if judged else None,
            "probability": share,
            "known": sum(suspect.kind == "known" for suspect in found.suspects),
            "suspects": len(hits),
            "per_1000": round(1000 * len(hits) / max(1, words), 2),
            "stage": stage,
            "hits": hits,
        }


def failed_row(name: str, key: str, error: str) -> Row:
    """The row of a document of which nothing but an error can be told."""
    return {
        "doc": name, "run": key, "error": error, "words": 0, "english": None, "probability": None,
        "known": 0, "suspects": 0, "per_1000": 0.0, "stage": "", "hits": [],
    }  # fmt: skip


def _hits(text: str, suspects: Iterable[Suspect], knowledge: Knowledge) -> list[dict[str, Any]]:
    document, hits = Document(text), []
    for suspect in suspects:
        best = suggest(suspect, document, knowledge, limit=1)
        hit = {
            "start": suspect.span.start,
            "end": suspect.span.end,
            "text": suspect.phrase,
            "kind": suspect.kind,
            "score": round(suspect.score, 4),
            "fix": best[0].text if best else "",
        }
        if suspect.layer:
            hit["glossary"] = suspect.layer
        hits.append(hit)
    return hits


def as_line(row: Row) -> str:
    """A row as a line of JSON."""
    return json.dumps(row) + "\n"


def rows_of(lines: Iterable[bytes]) -> Iterator[Row]:
    """The rows on lines of JSON."""
    for line in lines:
        yield json.loads(line)
