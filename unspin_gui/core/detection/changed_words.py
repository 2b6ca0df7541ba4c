"""The words of a suspect that its fixes change, without those that they leave at its ends."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unspin_gui.core.suspects import THESAURUS, Suggestion, Suspect
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span

_WORD = pattern(r"\S+")


class ChangedWords(NamedTuple):
    """The part of a suspect that changes: its span, its text, and the fixes for that part."""

    span: Span
    phrase: str
    fixes: tuple[Suggestion, ...]


def changed_words(suspect: Suspect, fixes: Sequence[Suggestion]) -> ChangedWords:
    """Leave out the first and last words that all fixes of the glossaries keep.

    "The steps of" is found as a whole, but of its words only "steps" was replaced. Other sources'
    fixes that change more than that are left out. At least one word remains of the phrase and of
    each fix, so applying a fix gives the same text as before. Phrases with markup inside are left
    as they are.
    """
    phrase, span = suspect.phrase, suspect.span
    own = [fix.text for fix in fixes if fix.source != THESAURUS]
    words = [*_WORD.finditer(phrase)]
    if not own or len(words) < 2 or len(phrase) != span.size:
        return ChangedWords(span, phrase, tuple(fixes))
    whole = [word.group() for word in words]
    wordings = [text.split() for text in own]
    room = min(len(whole), *map(len, wordings)) - 1
    head = _kept(whole, wordings, room)
    tail = _kept(whole[::-1], [wording[::-1] for wording in wordings], room - head)
    end = len(whole) - tail
    start, stop = words[head].start(), words[end - 1].end()
    before, after = whole[:head], whole[end:]
    return ChangedWords(
        Span(span.start + start, span.start + stop),
        phrase[start:stop],
        tuple(_inner(fixes, before, after)),
    )


def _kept(whole: Sequence[str], wordings: Sequence[Sequence[str]], room: int) -> int:
    """How many words, at most `room`, all the wordings share with the beginning of the whole."""
    count = 0
    while count < room and all(wording[count] == whole[count] for wording in wordings):
        count += 1
    return count


def _inner(
    fixes: Iterable[Suggestion], before: Sequence[str], after: Sequence[str]
) -> Iterable[Suggestion]:
    """Return the fixes without the kept words at both ends; fixes that lack them are left out."""
    for fix in fixes:
        words = [*_WORD.finditer(fix.text)]
        texts = [word.group() for word in words]
        end = len(words) - len(after)
        if end > len(before) and texts[: len(before)] == [*before] and texts[end:] == [*after]:
            inner = fix.text[words[len(before)].start() : words[end - 1].end()]
            yield Suggestion(inner, fix.score, fix.source)
