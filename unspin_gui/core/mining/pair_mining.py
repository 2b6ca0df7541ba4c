"""Learns pairs of a spun phrase and its fix from a spun text and its original.

The sentences are aligned first, then the words within them, and the stretches that differ are cut
into phrases, much as phrase tables are extracted for machine translation (Koehn, Och and Marcu
2003). Each pair is scored by how often it occurs, how well it is aligned, and how much it is
needed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, prod
from typing import NamedTuple

from unspin_gui.core.glossary.fuzzy_index import indel_similarity
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.mining.aligned_pair import Sides, recurring
from unspin_gui.core.mining.phrase_extraction import LONGEST, edits
from unspin_gui.core.mining.sentence_alignment import SentencePair, align
from unspin_gui.core.mining.word_alignment import align_words, is_wordlike
from unspin_gui.core.text.invisibles import without_unseen
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.stems import stems
from unspin_gui.core.text.tokens import POSSESSIVE, fold, is_function, is_word, tokens
from unspin_gui.core.text.word_lists import PRONOUNS

Fit = Callable[[str, Span, Sequence[str]], Sequence[float]]
"""How much better than the present wording fixes fit a place of a text, as natural log odds."""
LEAST = 0.5
"""Pairs with less confidence than this are never proposed."""
_SPELT_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair that a glossary could learn.

    `count` is how often the fix replaced the phrase; `confidence`, 0..1, how likely an editor would
    keep the pair; `example` is a sentence of the spun text that contains the phrase.
    """

    phrase: str
    fix: str
    count: int
    confidence: float
    example: str


class _Place(NamedTuple):
    """A place where the phrase corresponds to the fix; `sure` is how well they are aligned."""

    phrase: str
    fix: str
    sure: float
    example: str


def propose(
    spun: str,
    original: str,
    *,
    glossary: Glossary | None = None,
    least: float = LEAST,
    fit: Fit | None = None,
) -> tuple[Proposal, ...]:
    """Propose pairs to learn from a spun text and its original, most confident first.

    Pairs that `glossary` already has, and those less confident than `least`, are left out. With
    `fit`, confidence falls for a phrase that fits its place as well as its fix does: it is good
    English, and flagging it elsewhere would help nobody.
    """
    pairs = align(spun, original)
    places = list(_places(pairs, _Names(spun, original), fit))
    by_pair: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for place in places:
        by_pair[fold(place.phrase), fold(place.fix)].append(place)
    standing, total = _standing(original), Counter(fold(place.phrase) for place in places)
    found = (_proposal(group, standing, total) for group in by_pair.values())
    good = [one for one in found if one.confidence >= least]
    if glossary is not None:
        new = set(glossary.unknown((one.phrase, one.fix) for one in good))
        good = [one for one in good if (one.phrase, one.fix) in new]
    return tuple(sorted(good, key=lambda one: (-one.confidence, -one.count, one.phrase)))


class _Names:
    """Says which words of two texts are names: those capitalised where they need not be."""

    def __init__(self, spun: str, original: str) -> None:
        self._small = set[str]()
        self._inside = set[str]()
        for text in (spun, original):
            row = tokens(text)
            for before, token in zip((None, *row), row, strict=False):
                if text[token.start].islower():
                    self._small.add(token.norm)
                elif before is not None and is_word(before.norm):
                    self._inside.add(token.norm)

    def lowered(self, text: str) -> str:
        """Return a phrase in lower case except for its names, without invisible characters."""
        parts, at = [], 0
        for token in tokens(text):
            word = text[token.start : token.end]
            plain = word.istitle() and not self.is_name(token.norm)
            parts += [text[at : token.start], word.lower() if plain else word]
            at = token.end
        return " ".join(without_unseen("".join([*parts, text[at:]])).split())

    def is_name(self, norm: str) -> bool:
        """Whether a folded word is never in lower case, and is capitalised inside a sentence."""
        return norm not in self._small and norm in self._inside


def _places(pairs: Sequence[SentencePair], names: _Names, fit: Fit | None) -> Iterator[_Place]:
    many = [_sides(pair) for pair in pairs]
    known = recurring(many)
    for pair, sides in zip(pairs, many, strict=True):
        for edit in edits(sides, known):
            phrase, fix = (names.lowered(wording) for wording in sides.wording(edit))
            if _is_pair(phrase, fix) and not _has_moved(phrase, fix, sides):
                sure = edit.support * (0.7 + 0.3 * min(1.0, pair.similarity / 0.5))
                sure *= _fitness(phrase, fix, names)
                if fit is not None:
                    sure *= _need(phrase, fit(pair.spun, sides.place(edit), [fix])[0])
                yield _Place(phrase, fix, sure, pair.spun)


def _sides(pair: SentencePair) -> Sides:
    ours, theirs = [*tokens(pair.spun)], [*tokens(pair.original)]
    return Sides(pair.spun, pair.original, ours, theirs, align_words(ours, theirs))


def _need(phrase: str, gain: float) -> float:
    """How much a phrase needs its fix, as a factor; `gain` is in natural log odds.

    A phrase of several content words does little harm elsewhere, even if it is good English. A
    single word that fits nearly as well as its fix is plain English, and would be flagged
    everywhere.
    """
    meant = sum(not is_function(norm) for norm in fold(phrase).split(" "))
    least, middle = (0.7, 0.0) if meant > 1 else (0.3, 1.5)
    return least + (1 - least) / (1 + exp(-1.2 * (gain - middle)))


def _is_pair(phrase: str, fix: str) -> bool:
    """Whether the two are wordings that could replace one another."""
    ours, theirs = fold(phrase).split(" "), fold(fix).split(" ")
    if not all(is_wordlike(norm) and not norm[0].isdigit() for norm in (*ours, *theirs)):
        return False
    if not (is_word(ours[0]) and is_word(theirs[0])) or POSSESSIVE in (ours[-1], theirs[-1]):
        return False
    if {*ours, *theirs} & PRONOUNS:
        return False
    if all(map(is_function, ours)) and len(ours) == 1:
        return False
    return not _is_same(ours, theirs)


def _has_moved(phrase: str, fix: str, sides: Sides) -> bool:
    """Whether words have merely moved: each side contains the other's words."""
    ours, theirs = (set(fold(text).split(" ")) for text in (phrase, fix))
    return {*ours} - theirs <= {token.norm for token in sides.original} and theirs - ours <= {
        token.norm for token in sides.spun
    }


def _is_same(ours: list[str], theirs: list[str]) -> bool:
    """Whether the two differ only in inflection, spelling, spacing or function words."""
    meant = [[stems(n)[-1] for n in row if not is_function(n)] for row in (ours, theirs)]
    if meant[0] == meant[1] and meant[0]:
        return True
    joined = "".join(ours), "".join(theirs)
    return joined[0] == joined[1] or (
        len(ours) == len(theirs) == 1 and indel_similarity(*joined) >= _SPELT_ALIKE
    )


def _fitness(phrase: str, fix: str, names: _Names) -> float:
    """How well a pair is delimited, as a factor 0..1."""
    ours, theirs = fold(phrase).split(" "), fold(fix).split(" ")
    fit = 0.9 ** max(0, abs(len(ours) - len(theirs)) - 1)
    if is_function(ours[-1]) != is_function(theirs[-1]) and len(ours) > 1 and len(theirs) > 1:
        fit *= 0.5
    if all(map(is_function, theirs)) and len(ours) == 1:
        fit *= 0.5
    if len(ours) > 1 and sum(not is_function(norm) for norm in ours) == 1:
        fit *= 0.8  # idioms such as "struck back" and "in light of" are mostly good English
    meant = [sum(not is_function(norm) for norm in row) for row in (ours, theirs)]
    if meant[0] != meant[1] and min(meant) > 1:
        fit *= 0.6  # an extra word on one side belongs to its neighbour
    new = [n for n in theirs if names.is_name(n) and n not in ours]
    gone = [n for n in ours if names.is_name(n) and n not in theirs]
    if new or gone:
        fit *= 0.6 if new and not gone else 0.3
    return fit


def _proposal(
    group: list[_Place], standing: Mapping[str, int], total: Mapping[str, int]
) -> Proposal:
    """Summarise all places of one pair in a proposal.

    Confidence falls for a phrase that had other fixes elsewhere, and for one that also occurs in
    the original; function words must be replaced in more than one place.
    """
    best = max(group, key=lambda place: place.sure)
    folded, count = fold(best.phrase), len(group)
    confidence = 1 - prod(1 - 0.85 * place.sure for place in group)
    confidence *= 0.6 + 0.4 * count / total[folded]
    stands = standing[_stem(folded)]
    if stands:
        confidence *= 0.5 if stands < count else 0.3
    if all(map(is_function, folded.split(" "))) and count == 1:
        confidence *= 0.5
    wordings = Counter((place.phrase, place.fix) for place in group)
    phrase, fix = max(wordings, key=lambda pair: (wordings[pair], pair[0].islower(), pair))
    return Proposal(phrase, fix, count, round(confidence, 3), best.example)


def _standing(original: str) -> Counter[str]:
    """How often each run of up to five words occurs in the original, and so is proper English.

    Single words are counted by their stems.
    """
    norms = tokens(original).norms
    return Counter(
        _stem(" ".join(norms[at : at + size]))
        for size in range(1, LONGEST + 1)
        for at in range(len(norms) - size + 1)
    )


def _stem(folded: str) -> str:
    return folded if " " in folded else stems(folded)[-1]
