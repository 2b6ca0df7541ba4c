"""What a fix teaches: its phrase everywhere, or an ordinary word in its context only.

Every way of learning uses this rule. A phrase that does not occur in genuine prose may be flagged
in any text. An ordinary word may not: it is learnt together with a neighbour that it does not go
with ("rocket assaults"), or else as a preference, which ranks fixes where a text reads oddly
anyway.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision, Lesson, Pair
from unspin_gui.core.document.learnt_pair import plain_pair
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold, is_function, is_word, tokens

SIGNS = 8
"""The most phrases kept with an ordinary word to show where it was spun."""
_AROUND = 60
"""Neighbours are searched for within this many code points on either side."""
_RARE = -16.0
"""Word pairs more frequent than this (natural log of their share of all places) are not odd."""
_BETTER = 1.0
"""How much better a neighbour must go with the fix than with the phrase (natural log)."""

Learning: TypeAlias = bool | Literal["widely"]
"""Whether to learn a fix: as decided here, or for every text ("widely")."""
Wish: TypeAlias = tuple[Suspect, str]
"""A suspect, and the text that should replace it."""
_Words = tuple[str, str]


class Taught(NamedTuple):
    """A fix put in place of `span` of a text, and its plain pair."""

    span: Span
    fix: str
    pair: Pair


class Oddness:
    """Says which adjacent words do not occur in genuine prose; fastest for many pairs at once."""

    def __init__(self, knowledge: Knowledge, phrases: Iterable[str] = ()) -> None:
        self._model = knowledge.reader.model if knowledge.reader is not None else None
        self._gains: dict[_Words, tuple[float, float] | None] = {}
        self.ask(pair for phrase in phrases for pair in pairwise(_words(phrase)))

    def ask(self, pairs: Iterable[_Words]) -> None:
        """Look up these pairs of neighbours together."""
        if self._model is None:
            return
        from unspin_gui.core.noisy_channel.association import associations  # noqa: PLC0415 (numpy)

        asked = [pair for pair in dict.fromkeys(pairs) if pair not in self._gains]
        self._gains.update(zip(asked, associations(asked, self._model), strict=True))

    def gain(self, pair: _Words) -> float | None:
        """How much likelier the second word is after the first than elsewhere, if known."""
        found = self._gains.get(pair)
        return found[0] if found else None

    def is_odd(self, pair: _Words) -> bool:
        """Whether two words do not go together, and so hardly ever occur side by side."""
        found = self._gains.get(pair)
        return found is not None and found[0] < 0 and found[1] < _RARE

    def is_odd_phrase(self, phrase: str) -> bool:
        """Whether genuine prose lacks the phrase: it has an odd pair or a word that is not English.

        Without a language model, any phrase of several words counts as odd.
        """
        words = _words(phrase)
        self.ask(pairwise(words))
        if self._model is None:
            return len(words) > 1
        strange = (word.isalpha() and word not in self._model.words for word in words)
        return any(strange) or any(map(self.is_odd, pairwise(words)))


def with_lessons(
    source: str,
    decisions: Sequence[Decision],
    suspects: Iterable[Suspect],
    knowledge: Knowledge,
    learning: Learning,
) -> list[Decision]:
    """Add to the decisions on these suspects what each teaches; those without a pair are unchanged.

    A pair learnt "widely" applies wherever its phrase occurs.
    """
    some = [(d, d.learn, s) for d, s in zip(decisions, suspects, strict=True) if d.learn]
    taught = [Taught(suspect.span, pair.fix, pair) for _, pair, suspect in some]
    if learning == "widely":
        found = [Lesson(pair) for _, pair, _ in some]
    else:
        judged = zip(lessons_of(source, taught, knowledge), some, strict=True)
        found = [_told(lesson, pair, suspect, knowledge) for lesson, (_, pair, suspect) in judged]
    lessons = iter(found)
    return [d._replace(lesson=next(lessons)) if d.learn else d for d in decisions]


def lessons_of(source: str, taught: Sequence[Taught], knowledge: Knowledge) -> list[Lesson]:
    """Return what each fix teaches by itself, regardless of the glossaries."""
    around = [list(_wider(source, one)) for one in taught]
    odd = Oddness(knowledge, (one.pair.phrase for one in taught))
    odd.ask(pair for some in around for wider in some for pair in (wider.now, wider.then))
    return [_lesson(one, some, odd) for one, some in zip(taught, around, strict=True)]


def _lesson(one: Taught, around: Sequence["_Wider"], odd: Oddness) -> Lesson:
    if odd.is_odd_phrase(one.pair.phrase):
        return Lesson(one.pair)
    best = max(around, key=lambda wider: wider.better(odd), default=None)
    if best is not None and best.better(odd) >= _BETTER:
        return Lesson(best.pair)
    return Lesson(one.pair, "preference")


def _told(lesson: Lesson, plain: Pair, suspect: Suspect, knowledge: Knowledge) -> Lesson:
    """The lesson, unless a glossary already says the same, which is not copied.

    Choosing a fix other than the glossary's first one is a preference.
    """
    sure = {glossary.name for glossary in knowledge.glossaries if not glossary.mine}
    if suspect.entry is not None and not suspect.entry.prefer:
        sure.add(suspect.layer)
    fix = plain.fix.casefold()
    offered = [c for c in suspect.candidates if c.source in sure]
    if not any(candidate.text.casefold() == fix for candidate in offered):
        return lesson
    if suspect.candidates[0].text.casefold() == fix:
        return Lesson(plain, "known")
    return Lesson(plain, "preference")


def is_said(pair: tuple[str, str], glossaries: Iterable[Glossary]) -> bool:
    """Whether a glossary has the pair without conditions."""
    phrase, fix = pair
    entries = (entry for glossary in glossaries for entry in glossary.entries_of(phrase))
    plain = (entry for entry in entries if not (entry.only_with or entry.unless or entry.prefer))
    return any(fix.casefold() == known.casefold() for entry in plain for known in entry.fixes)


class _Wider(NamedTuple):
    """A pair extended by a neighbouring word: the two words where they meet, now and originally."""

    pair: Pair
    now: _Words
    then: _Words

    def better(self, odd: Oddness) -> float:
        """How much better the neighbour goes with the fix; -1 if it goes with the phrase."""
        now, then = odd.gain(self.now), odd.gain(self.then)
        if now is None or then is None or not odd.is_odd(self.now):
            return -1.0
        return then - now


def _wider(source: str, one: Taught) -> Iterator[_Wider]:
    """The pair extended by the word before it, and by the word after it, if they are plain."""
    phrase, fix = _words(one.pair.phrase), _words(one.pair.fix)
    if not phrase or not fix:
        return
    start = max(0, one.span.start - _AROUND)
    near = tokens(source[start : one.span.end + _AROUND])
    before = [t for t in near if t.end + start <= one.span.start]
    after = [t for t in near if t.start + start >= one.span.end]
    if before and _is_plain(before[-1].norm):
        span = Span(before[-1].start + start, one.span.end)
        if (between := _blank(source[before[-1].end + start : one.span.start])) is not None:
            text = source[span.start : span.start + before[-1].end - before[-1].start]
            norm = before[-1].norm
            pair = plain_pair(source, span, text + between + one.fix)
            yield _Wider(pair, (norm, phrase[0]), (norm, fix[0]))
    if after and _is_plain(after[0].norm):
        span = Span(one.span.start, after[0].end + start)
        if (between := _blank(source[one.span.end : after[0].start + start])) is not None:
            norm = after[0].norm
            pair = plain_pair(
                source, span, one.fix + between + source[after[0].start + start : span.end]
            )
            yield _Wider(pair, (phrase[-1], norm), (fix[-1], norm))


def _blank(between: str) -> str | None:
    """Return a space if there is only white space between two words, otherwise None."""
    return " " if re.fullmatch(r"[ \t\u00a0]+|[ \t]*\n[ \t]*", between) else None


def _is_plain(norm: str) -> bool:
    return is_word(norm) and norm.isalpha() and not is_function(norm)


def _words(phrase: str) -> list[str]:
    return [word for word in fold(phrase).split() if is_word(word)]
