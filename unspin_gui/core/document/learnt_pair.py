"""Generalises a fix made in one place: the pair to learn, without the place's letter case."""

import re
from collections.abc import Iterable

from unspin_gui.core.document.document import Pair
from unspin_gui.core.suspects import Candidate
from unspin_gui.core.text.invisibles import without_unseen
from unspin_gui.core.text.letter_case import fit_case, is_sentence_start
from unspin_gui.core.text.spans import Span


def plain_pair(source: str, span: Span, fix: str, candidates: Iterable[Candidate] = ()) -> Pair:
    """The pair to learn from putting `fix` in place of a span of the source.

    Letter case that the place required is undone: a fix that was a candidate is learnt as the
    candidate was; any other in lower case, provided lower case would look the same there and the
    place is not a name. Line breaks in the phrase become spaces; invisible characters of the fix
    are dropped.
    """
    phrase = " ".join(source[span.start : span.end].split())
    plain = _plain_fix(without_unseen(fix), source, span, candidates)
    return Pair(_plain_phrase(phrase, source, span), plain)


def _plain_fix(fix: str, source: str, span: Span, candidates: Iterable[Candidate]) -> str:
    offered = [candidate.text for candidate in candidates]
    lower = [] if _is_name(source, span) else [fix.lower()]
    for plain in (*offered, *lower):
        if plain.casefold() == fix.casefold() and fit_case(plain, source, span) == fix:
            return plain
    return fix


def _plain_phrase(phrase: str, source: str, span: Span) -> str:
    """The phrase without capitals due to all-caps text or to the start of a sentence."""
    if phrase.isupper() and len(phrase) > 4:
        return phrase.lower()
    first, _, rest = phrase.partition(" ")
    lowers = first.istitle() and (not rest or rest.islower())
    if lowers and is_sentence_start(source, span.start):
        return phrase[:1].lower() + phrase[1:]
    return phrase


def _is_name(source: str, span: Span) -> bool:
    """Whether a place is capitalised though no sentence start or heading requires it."""
    if not source[span.start].isupper() or is_sentence_start(source, span.start):
        return False
    start = source.rfind("\n", 0, span.start) + 1
    end = source.find("\n", span.end)
    rest = source[start : span.start] + " " + source[span.end : end if end >= 0 else None]
    longer: list[str] = re.findall(r"\w{4,}", rest)
    return sum(word[0].isupper() for word in longer) * 2 < len(longer)
