"""What a fix teaches: its phrase wherever it stands, or an ordinary word for its context only.

One judgement for every way to learn. A phrase that honest prose does not have may be flagged in
any text. An ordinary word may not: it is learnt with a neighbour it does not go with ("rocket
assaults"), or else as a preference, which ranks fixes where a text reads oddly by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
"""An ordinary word is learnt with so many phrases that show where it was spun."""
_AROUND = 60
"""How many code points on either side a neighbour is looked for in."""
_RARE = -16.0
"""Words that stand together more often than this (natural log, of all places) are not odd."""
_BETTER = 1.0
"""How much better a neighbour must go with the fix than with the phrase (natural log)."""

Learning: TypeAlias = bool | Literal["widely"]
"""Whether a fix is to be learnt: as it is judged here, or for every text."""
Wish: TypeAlias = tuple[Suspect, str]
"""A suspect, and what is to stand in its place."""
_Words = tuple[str, str]


class Taught(NamedTuple):
    """A fix put in the place of `span` of a text, and the plain pair of it."""

    span: Span
    fix: str
    pair: Pair


class Oddness:
    """Which words honest prose does not have side by side; asked many at once, as that is fast."""

    def __init__(self, knowledge: Knowledge, phrases: Iterable[str] = ()) -> None:
        self._model = knowledge.reader.model if knowledge.reader is not None else None
        self._gains: dict[_Words, tuple[float, float] | None] = {}
        self.ask(pair for phrase in phrases for pair in pairwise(_words(phrase)))

    def ask(self, pairs: Iterable[_Words]) -> None:
        """Look these neighbours up, all together."""
        if self._model is None:
            return
        from unspin_gui.core.noisy_channel.association import associations  # noqa: PLC0415 (numpy)

        asked = [pair for pair in dict.fromkeys(pairs) if pair not in self._gains]
        self._gains.update(zip(asked, associations(asked, self._model), strict=True))

    def gain(self, pair: _Words) -> float | None:
        """How much likelier the second word is after the first than anywhere, if it is known."""
        found = self._gains.get(pair)
        return found[0] if found else None

    def is_odd(self, pair: _Words) -> bool:
        """Whether two words do not go together, and so hardly ever stand together."""
        found = self._gains.get(pair)
        return found is not None and found[0] < 0 and found[1] < _RARE

    def is_odd_phrase(self, phrase: str) -> bool:
        """Whether honest prose does not have the phrase: an odd pair in it, or no English word.

        Without a language model several words count as such a phrase.
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
    """The decisions on these suspects with what each teaches; those without a pair as they are.

    Learnt "widely", a pair counts wherever its phrase stands.
    """
    some = [(d, d.learn, s) for d, s in zip(decisions, suspects, strict=True) if d.learn]
    taught = [Taught(suspect.span, pair.fix, pair) for _, pair, suspect in some]
    if learning == "widely":
        found = [Lesson(pair) for _, pair, _ in some]
    else:
        judged = zip(lessons_of(source, taught, knowledge), some, strict=True)
        found = [_told(lesson, pair, suspect, knowledge) for lesson, (_, pair, suspect) in judged]
    lessons = iter(found)
    return [replace(d, lesson=next(lessons)) if d.learn else d for d in decisions]


def lessons_of(source: str, taught: Sequence[Taught], knowledge: Knowledge) -> list[Lesson]:
    """What each fix teaches by itself, whatever glossaries say."""
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
    """The lesson, unless a glossary says the same already: nothing of that is copied.

    To have chosen another fix than its first is a preference.
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
    """Whether a glossary has a pair wherever its phrase stands."""
    phrase, fix = pair
    entries = (entry for glossary in glossaries for entry in glossary.entries_of(phrase))
    plain = (entry for entry in entries if not (entry.only_with or entry.unless or entry.prefer))
    return any(fix.casefold() == known.casefold() for entry in plain for known in entry.fixes)


class _Wider(NamedTuple):
    """A pair with a neighbouring word: how the two words at the seam read now and then."""

    pair: Pair
    now: _Words
    then: _Words

    def better(self, odd: Oddness) -> float:
        """How much better the neighbour goes with the fix; -1 where it goes with the phrase."""
        now, then = odd.gain(self.now), odd.gain(self.then)
        if now is None or then is None or not odd.is_odd(self.now):
            return -1.0
        return then - now


def _wider(source: str, one: Taught) -> Iterator[_Wider]:
    """The pair with the word before it and with the one after it, where that is a plain one."""
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
    """One blank where two words have nothing but blanks between them."""
    return " " if re.fullmatch(r"[ \t\u00a0]+|[ \t]*\n[ \t]*", between) else None


def _is_plain(norm: str) -> bool:
    return is_word(norm) and norm.isalpha() and not is_function(norm)


def _words(phrase: str) -> list[str]:
    return [word for word in fold(phrase).split() if is_word(word)]
