"""Screens single documents: makes the row that says what was found in each."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unspin_gui.application.examination import Examination, examine
from unspin_gui.application.knowledge_loading import Loaded, load_knowledge
from unspin_gui.application.screening.extras import CannotStartError
from unspin_gui.application.screening.options import ScreenOptions, digest_of
from unspin_gui.application.screening.records import RawDocument
from unspin_gui.application.second_reader import with_second_reading
from unspin_gui.core.detection.detector import texts_of
from unspin_gui.core.detection.foreign import words_of
from unspin_gui.core.detection.knowledge import Knowledge, Options, Source
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Document
from unspin_gui.core.noisy_channel.evidence_reader import EvidenceReader
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.batches import in_batches
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.prose import prose_passages
from unspin_gui.core.text.tokens import word_count
from unspin_gui.language.load import load_sketch
from unspin_gui.paths import resources
from unspin_gui.store.files import atomic

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.sketch.documents import Sketch, Sketched

_WORTH = 0.5
"""The probability from which a document is read in full for its phrases."""
_TOGETHER, _WEIGHED_TOGETHER = 50_000, 8_000
"""Code points of the documents that are sketched together, and of those weighed together."""
_LEAST = 130
"""The fewest code points that each of these counts for, since each takes memory of its own."""
_Looked = tuple[RawDocument, "Sketched | None", Knowledge | None]
Row = dict[str, Any]
"""A row in the order of its keys: doc, at, run, error, words, english, probability, known,
suspects, per_1000, stage, hits."""


def known_only(glossaries: tuple[str, ...] | None) -> Knowledge:
    """Return the glossaries without language data; raises StoreError if one cannot be read."""
    names = None if glossaries is None else [*glossaries]
    loaded = load_knowledge(names, Options(sources=frozenset({"mine"})))
    for failure in loaded.failures:
        raise failure
    options = Options(sources=frozenset({"mine", "starters"}))
    return loaded.knowledge._replace(options=options)


class Screener:
    """Screens documents with knowledge that is loaded once."""

    def __init__(self, options: ScreenOptions, key: str) -> None:
        self._options, self._key = options, key
        self._full = known_only(options.glossaries) if options.depth == "known" else self._loaded()
        if options.glossary_digest not in {"", digest_of(self._full)}:
            reason = "a worker has other glossaries; give all of them the same with --glossary"
            raise CannotStartError("", reason)
        known, reader = frozenset[Source]({"mine", "starters"}), self._full.reader
        once = self._full._replace(second=None)
        self._known = once._replace(reader=None, options=self._looking_for(known))
        if options.depth == "known":
            self._full = self._known
        self._sketch: Sketch | None = None
        if options.depth == "cascade" and reader is not None:
            self._sketch = load_sketch(resources(), reader)
            weighing = self._looking_for(known | {"unfit"})
            self._weigher = EvidenceReader.of(reader)
            self._weighing = once._replace(reader=self._weigher, options=weighing)

    def _looking_for(self, sources: frozenset[Source]) -> Options:
        return Options(min_score=self._options.min_score, sources=sources)

    def _loaded(self) -> Knowledge:
        names = None if self._options.glossaries is None else [*self._options.glossaries]
        loaded = load_knowledge(names, self._options.detection())
        if self._options.model:
            loaded = self._read_twice(loaded)
        for problem in (*loaded.failures, *loaded.notices):
            raise CannotStartError("", str(problem))
        return loaded.knowledge

    def _read_twice(self, loaded: Loaded) -> Loaded:
        digest = self._options.model_digest
        if digest not in {"", atomic.token_on_disk(self._options.model)}:
            reason = "a worker has another language model; give all of them the same with --model"
            raise CannotStartError("", reason)
        return with_second_reading(loaded, Path(self._options.model))

    def rows(self, documents: Iterable[RawDocument]) -> Iterator[Row]:
        """Yield the rows of documents, in order; several documents are sketched together."""
        found = (self._found(document) for document in documents)
        if self._sketch is None:
            yield from map(self._row, found)
            return
        for batch in in_batches(found, lambda document: len(document.text), _TOGETHER):
            for looked in self._looked_at(batch):
                yield self._row(*looked)

    def _found(self, document: RawDocument) -> RawDocument:
        """Return the document with its text, or with an error if reading it fails."""
        try:
            return document.loaded(self._options.encoding)
        except Exception as error:  # noqa: BLE001 - one document must not cost others their rows
            return RawDocument(document.name, error=_broken(error), at=document.at)

    def _looked_at(self, batch: Sequence[RawDocument]) -> "Iterator[_Looked]":
        """Yield each document with its sketch, and how to weigh it if that may be worthwhile.

        Without a sketch it is read in full in any case.
        """
        assert self._sketch is not None  # noqa: S101 - only asked where there is one
        try:
            whole = [prose_passages(one.text, one.skip) for one in batch]
            sketches = self._sketch.read([[part.text for part in parts] for parts in whole])
            ready = dict[int, Knowledge]()
            sizes = [max(_LEAST, len(document.text)) for document in batch]
            doubtful = (n for n, one in enumerate(sketches) if self._is_doubtful(one))
            for some in in_batches(doubtful, sizes.__getitem__, _WEIGHED_TOGETHER):
                ready.update(zip(some, self._weighing_of([whole[n] for n in some]), strict=True))
        except Exception:  # noqa: BLE001 - reading in full will tell which document it is
            yield from ((document, None, None) for document in batch)
            return
        for n, (document, sketched) in enumerate(zip(batch, sketches, strict=True)):
            yield document, sketched, ready.get(n)

    def _is_doubtful(self, sketched: "Sketched") -> bool:
        """Whether the sketch does not decide if reading in full is worthwhile."""
        assert self._sketch is not None  # noqa: S101 - it sketched
        return sketched.english and self._sketch.threshold <= sketched.logit < self._sketch.sure

    def _weighing_of(self, documents: Sequence[Sequence[Passage]]) -> Iterator[Knowledge]:
        """Yield the knowledge that weighs each document; all of them are read together."""
        prepared = [(passages, words_of(passages, self._weighing)) for passages in documents]
        texts = [(texts_of(passages, words), words.counts) for passages, words in prepared]
        for reader in self._weigher.read_together(texts):
            yield self._weighing._replace(reader=reader)

    def _row(
        self,
        document: RawDocument,
        sketched: "Sketched | None" = None,
        weighing: Knowledge | None = None,
    ) -> Row:
        if document.error:
            return failed_row(document, self._key, document.error)
        try:
            if sketched is None:
                stage = "known" if self._options.depth == "known" else "full"
                return self._judged(document, self._full, stage)
            return self._cascaded(document, sketched, weighing)
        except Exception as error:  # noqa: BLE001 - as above
            return failed_row(document, self._key, _broken(error))

    def _cascaded(
        self, document: RawDocument, sketched: "Sketched", weighing: Knowledge | None
    ) -> Row:
        """Read a document in full if a known phrase or its evidence makes that worthwhile.

        If the sketch is in doubt, the evidence is weighed, which gives the same probability as
        reading in full.
        """
        assert self._sketch is not None  # noqa: S101 - it sketched
        if sketched.english and sketched.logit >= self._sketch.sure:
            return self._judged(document, self._full, "full")
        if weighing is not None:
            row = self._judged(document, weighing, "weighed")
        else:
            row = self._judged(document, self._known, "sketch")
            is_reliable = sketched.english and sketched.told
            share = self._sketch.probability(sketched.logit) if is_reliable else None
            row["probability"] = None if share is None else round(share, 6)
            row["english"] = sketched.english
        known = any(" " in hit["text"] for hit in row["hits"])
        if known or (row["stage"] == "weighed" and (row["probability"] or 0.0) >= _WORTH):
            return self._judged(document, self._full, "full")
        return row

    def _judged(self, document: RawDocument, knowledge: Knowledge, stage: str) -> Row:
        found = examine(document.text, document.skip, knowledge)
        return self._told(document, found, knowledge, stage)

    def _told(
        self, document: RawDocument, found: Examination, knowledge: Knowledge, stage: str
    ) -> Row:
        words = word_count(document.text)
        hits = _hits(document.text, found.suspects, knowledge)
        judged = knowledge.reader is not None
        share = None if found.probability is None else round(found.probability, 6)
        return {
            "doc": document.name,
            "at": document.at,
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


def _broken(error: Exception) -> str:
    return f"the program fails on this document: {type(error).__name__}: {error}"


def failed_row(document: RawDocument, key: str, error: str) -> Row:
    """Return the row of a document about which only an error is known."""
    return {
        "doc": document.name, "at": document.at, "run": key, "error": error, "words": 0,
        "english": None, "probability": None, "known": 0, "suspects": 0, "per_1000": 0.0,
        "stage": "", "hits": [],
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
    """Return a row as a line of JSON."""
    return json.dumps(row) + "\n"


def rows_of(lines: Iterable[bytes]) -> Iterator[Row]:
    """Parse rows from lines of JSON; older rows have no position but their names."""
    for line in lines:
        row = json.loads(line)
        row.setdefault("at", row["doc"])
        yield row
