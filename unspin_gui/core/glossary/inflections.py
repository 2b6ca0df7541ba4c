"""Inflected places of a phrase: is it really an inflection, and how is the fix put alike."""

from collections.abc import Sequence
from typing import Protocol

from unspin_gui.core.text.tokens import POSSESSIVE


class Inflection(Protocol):
    """What core asks of a dictionary of word forms; `unspin_gui.language.inflection` is one."""

    def inflect_like(self, fix: str, phrase_form: str, surface_form: str) -> str | None:
        """The fix inflected as the surface is against the phrase; None when it cannot be."""

    def readings(self, word: str) -> Sequence[object]:
        """What noun, verb or adjective a lower-case word may be; empty for odd words."""


def inflected_fixes(
    fixes: tuple[str, ...], phrase: str, place: str, inflection: Inflection
) -> tuple[str, ...] | None:
    """The fixes for `place`, a text with the stems of `phrase` (both folded).

    None when it is no inflection: more than one word differs, that word is another word with
    the same stem, or no fix has such a form ("well-known" for "properly identify"). A fix that
    has none is left as it is, after those that have.
    """
    ours, theirs = _plain(phrase), _plain(place)
    if ours == theirs:
        return fixes
    if len(ours) != len(theirs):
        return None
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1 or not _is_form(*differing[0], inflection):
        return None
    surface = " ".join(theirs)
    done = [(fix, inflection.inflect_like(fix, " ".join(ours), surface)) for fix in fixes]
    good = [other for _, other in done if other is not None]
    if fixes and not good:
        return None
    return tuple(good + [fix for fix, other in done if other is None])


def _plain(folded: str) -> list[str]:
    return [norm for norm in folded.split(" ") if norm != POSSESSIVE]


def _is_form(word: str, other: str, inflection: Inflection) -> bool:
    return inflection.inflect_like(word, word, other) is not None
