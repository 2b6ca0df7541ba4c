"""Gives a fix the letter case that its place requires."""

import re

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.word_lists import TITLE_MINOR

_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACRONYMS = pattern(r"[A-Z]{2,}s")
_SHORTEST_SHOUT = 4
"""A word in capitals with at least this many letters is hardly an acronym."""
_OPENING = pattern(r"""[\s"'“”‘’«(\[{*_>#-]*\Z""")
_SENTENCE_END = ".!?…"
_SENTENCE_GAP = pattern(r"[.!?…][\"'”’)\]]*\s+|\n\s*\n")


def is_sentence_start(text: str, place: int) -> bool:
    """Whether a sentence or a line begins at `place`, opening quotes aside."""
    match = _OPENING.search(text, max(0, place - 20), place)
    before = match.start() if match else place
    if before == 0 or text[before - 1] in _SENTENCE_END:
        return True
    gap = text[before:place]
    return re.search(r"\n\s*\n", gap) is not None


def fit_case(fix: str, text: str, span: Span, phrase: str = "") -> str:
    """Give a fix the letter case that its place in `text` requires.

    `phrase` is the glossary's spelling of the place: if that is in lower case, a word in capitals
    is not an acronym.
    """
    place = text[span.start : span.end]
    if place[:1].isalpha() and place[0].islower() and not any(map(_is_shouted, place.split())):
        return fix  # the result of `match_case`, without searching around the place
    if phrase.islower() and (emphasised := _with_emphasis(fix, place)):
        return emphasised
    return match_case(
        fix,
        place,
        sentence_start=is_sentence_start(text, span.start),
        loud=is_loud(text, span) or _is_raised(place, phrase),
    )


def _is_shouted(word: str) -> bool:
    return len(word) >= _SHORTEST_SHOUT and word.isalpha() and word.isupper()


def _with_emphasis(fix: str, place: str) -> str:
    """The fix with single words in capitals as in the place ("huge INFORMATION"), else empty."""
    words, given = fix.split(), place.split()
    raised = [*map(_is_shouted, given)]
    if len(words) != len(given) or not any(raised) or place == place.upper():
        return ""
    starts = place[0].isupper() and not raised[0]
    return " ".join(
        _upper(word) if loud else _raised(word) if starts and not n else word
        for n, (word, loud) in enumerate(zip(words, raised, strict=True))
    )


def match_case(fix: str, place: str, *, sentence_start: bool = False, loud: bool = False) -> str:
    """Give a fix the letter case of the wording it replaces.

    ALL CAPS is kept (for a single short word, likely an acronym, only if `loud` says so); Title
    Case is kept; a capital at the start of a sentence goes to the first word only. Words of the fix
    with capitals of their own keep them.
    """
    words = _WORD.findall(place)
    if words and all(word.isupper() for word in words) and (loud or _shouts(place)):
        return _WORD.sub(lambda word: _upper(word.group()), fix)
    starts_small = bool(words) and place.lstrip("\"'“‘(").startswith(words[0])
    if words and words[0][0].islower() and starts_small:
        return fix
    if len(words) == 1 and _ACRONYMS.fullmatch(words[0]):
        return _capitalised(fix) if sentence_start else fix
    if words and _is_title(words) and not (sentence_start and len(words) == 1 and starts_small):
        return _titled(fix)
    if sentence_start or (words and words[0][0].isupper()):
        return _capitalised(fix)
    return fix


def is_loud(text: str, span: Span) -> bool:
    """Whether the words of the same sentence on both sides are in capitals."""
    left = _SENTENCE_GAP.split(text[max(0, span.start - 40) : span.start])[-1]
    right = _SENTENCE_GAP.split(text[span.end : span.end + 40])[0]
    before, after = _WORD.findall(left)[-1:], _WORD.findall(right)[:1]
    beside = [word for word in before + after if len(word) > 1]
    return bool(beside) and all(word.isupper() for word in beside)


def _is_raised(place: str, phrase: str) -> bool:
    """Whether a place is in capitals where its phrase is not."""
    return len(place) > 1 and place.isupper() and phrase.islower()


def _shouts(place: str) -> bool:
    """Whether a place in capitals is emphasis rather than a single acronym."""
    return len(re.findall(r"\w+", place)) > 1 or len(place) > 4


def _is_title(words: list[str]) -> bool:
    major = [word for n, word in enumerate(words) if n == 0 or word.lower() not in TITLE_MINOR]
    return all(word[0].isupper() for word in major) and (len(major) > 1 or len(words) == 1)


def _titled(fix: str) -> str:
    words = list(_WORD.finditer(fix))
    minor = {m.start() for m in words[1:-1] if m.group() in TITLE_MINOR}
    return _WORD.sub(lambda m: m.group() if m.start() in minor else _raised(m.group()), fix)


def _capitalised(fix: str) -> str:
    """Capitalise the first word of the fix, unless it starts with a number or the like."""
    first = _WORD.search(fix)
    if first is None or any(sign.isalnum() for sign in fix[: first.start()]):
        return fix
    return fix[: first.start()] + _raised(first.group()) + fix[first.end() :]


def _raised(word: str) -> str:
    """Capitalise the word, unless it has capitals of its own."""
    return word[0].upper() + word[1:] if word.islower() else word


def _upper(word: str) -> str:
    """Put the word in capitals, unless it is in mixed case (iPhone)."""
    return word if not (word.islower() or word.istitle()) else word.upper()
