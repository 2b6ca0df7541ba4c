"""Checks inflected matches of a phrase, and inflects the fix to agree."""

from collections.abc import Sequence
from typing import Protocol

from unspin_gui.core.text.tokens import POSSESSIVE


class Inflection(Protocol):
    """What core needs of a dictionary of word forms; see `unspin_gui.language.inflection`."""

    def inflect_like(self, fix: str, phrase_form: str, surface_form: str) -> str | None:
        """Inflect the fix as the surface is against the phrase form; None if impossible."""

    def readings(self, word: str) -> Sequence[object]:
        """The nouns, verbs and adjectives a lower-case word may be; empty for unknown words."""


def inflected_fixes(
    fixes: tuple[str, ...], phrase: str, place: str, inflection: Inflection
) -> tuple[str, ...] | None:
    """The fixes inflected for `place`, a text with the same stems as `phrase` (both folded).

    None if it is not an inflection: more than one word differs, the differing word is another word
    with the same stem, or no fix has such a form ("well-known" for "properly identify"). Fixes
    without such a form follow, unchanged, after those that have one.
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
