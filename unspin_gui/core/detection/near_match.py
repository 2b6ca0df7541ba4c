"""Near matches of glossary phrases in a batch of passages, each with its quality."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.core.detection.exact_match import Hit, base_score, has_several_words, is_done
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.passage_read import Read
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.inflections import inflected_fixes, is_participle
from unspin_gui.core.glossary.match_quality import (
    INFLECTED,
    Difference,
    MatchQuality,
    match_quality,
)
from unspin_gui.core.glossary.phrase_trie import PhraseTrie
from unspin_gui.core.text.compounds import cuts_compound
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import POSSESSIVE, is_word

if TYPE_CHECKING:
    from unspin_gui.core.glossary.fuzzy_index import NearPlace

_LEAST = 0.05
"""Near matches that score less than this are dropped."""
_LONE_STARTER = 0.6
"""Factor for a misspelt single word of a shipped glossary."""


class _NearRun(NamedTuple):
    """Words separated only by space: the number of their passage, and their tokens' numbers."""

    passage: int
    numbers: list[int]
    norms: list[str]


def near_hits(
    batch: Sequence[Read],
    document_words: DocumentWords,
    knowledge: Knowledge,
    is_ordinary: Callable[[str], bool],
) -> list[list[Hit]]:
    """Find the near matches in each passage; overlaps are left in.

    `is_ordinary` says whether a folded word is an ordinary English one.
    """
    found: list[list[Hit]] = [[] for _ in batch]
    search = _Search(batch, document_words, knowledge, is_ordinary)
    for layer, glossary in enumerate(knowledge.glossaries):
        for index in glossary.indexes if knowledge.looks_in(glossary) else ():
            hits = chain(search.near_places(index, layer), search.word_by_word(index, layer))
            for passage, hit in hits:
                found[passage].append(hit)
    return found


class _Search:
    """One batch, searched with one index after another."""

    def __init__(
        self,
        batch: Sequence[Read],
        document_words: DocumentWords,
        knowledge: Knowledge,
        is_ordinary: Callable[[str], bool],
    ) -> None:
        self._batch = batch
        self._document_words = document_words
        self._knowledge = knowledge
        self._is_ordinary = is_ordinary
        self._runs = [run for number, read in enumerate(batch) for run in _runs(number, read)]

    def near_places(self, index: PhraseTrie, layer: int) -> Iterator[tuple[int, Hit]]:
        """Find near matches of the index's phrases, each with the number of its passage."""
        threshold = self._knowledge.options.near_threshold
        for place in index.near.find([run.norms for run in self._runs], threshold):
            run = self._runs[place.run]
            hit = self._hit(run, place, index, layer)
            if hit is not None and not is_done(self._batch[run.passage].text, hit):
                yield run.passage, hit

    def word_by_word(self, index: PhraseTrie, layer: int) -> Iterator[tuple[int, Hit]]:
        """Find terms that have no entry but can be rebuilt word by word from a shipped glossary."""
        if self._knowledge.glossaries[layer].mine:
            return
        for run in self._runs:
            for first, last, entry, fix in index.word_by_word.find(run.norms):
                if not index.is_genuine(run.norms[first:last]):
                    span = self._span(run, first, last)
                    if cuts_compound(self._batch[run.passage].text, span, fix):
                        continue
                    how = Difference.WORD_BY_WORD
                    yield run.passage, Hit(span, entry, layer, (fix,), how, 0.6, "near")

    def _span(self, run: _NearRun, first: int, last: int) -> Span:
        of = self._batch[run.passage].tokens
        return Span(of[run.numbers[first]].start, of[run.numbers[last - 1]].end)

    def _hit(self, run: _NearRun, place: "NearPlace", index: PhraseTrie, layer: int) -> Hit | None:
        norms, phrase = run.norms[place.first : place.last], index.near.phrases[place.phrase]
        entry = index.near_entry(place.phrase)
        if entry is None or not self._document_words.allows(entry):
            return None
        if " ".join(norms) == phrase or index.is_genuine(norms):
            return None
        quality = match_quality(norms, phrase.split(" "), self._is_ordinary)
        score = self._score(quality, place, entry, layer)
        if score < _LEAST:
            return None
        span = self._span(run, place.first, place.last)
        if cuts_compound(self._batch[run.passage].text, span, entry.phrase):
            return None
        fixes, inflection = entry.fixes, self._knowledge.inflection
        if quality is INFLECTED and inflection is not None:
            participle = is_participle(run.norms[: place.first], run.norms[place.last :])
            found = " ".join(norms)
            fixes = (
                inflected_fixes(fixes, phrase, found, inflection, participle=participle) or fixes
            )
        ratio = int(place.ratio)
        return Hit(span, entry, layer, fixes, quality.how, score, "near", ratio=ratio)

    def _score(self, quality: MatchQuality, place: "NearPlace", entry: Entry, layer: int) -> float:
        glossary = self._knowledge.glossaries[layer]
        score = quality.score * base_score(entry, glossary)
        if not has_several_words(entry) and not glossary.mine:
            score *= _LONE_STARTER
        threshold = self._knowledge.options.near_threshold
        return score * (0.9 + 0.1 * (place.ratio - threshold) / (101 - threshold))


def _runs(passage: int, read: Read) -> Iterator[_NearRun]:
    run = _NearRun(passage, [], [])
    for number, norm in enumerate(read.tokens.norms):
        if is_word(norm):
            run.numbers.append(number)
            run.norms.append(norm)
        elif norm != POSSESSIVE and run.norms:
            yield run
            run = _NearRun(passage, [], [])
    if run.norms:
        yield run
