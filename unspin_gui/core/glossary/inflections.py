"""Checks inflected matches of a phrase, and inflects the fix to agree."""

from collections.abc import Sequence
from typing import Protocol

from unspin_gui.core.text.tokens import POSSESSIVE
from unspin_gui.core.text.word_lists import BEFORE_PARTICIPLES, BETWEEN_PARTS_OF_VERBS

_CONTRACTED = ("n't", "'ve", "'re", "'d")


class Inflection(Protocol):
    """What core needs from a dictionary of word forms; see `unspin_gui.language.inflection`."""

    def inflect_like(
        self, fix: str, phrase_form: str, surface_form: str, *, participle: bool = False
    ) -> str | None:
        """Inflect the fix as the surface form differs from the phrase; None if impossible.

        `participle` resolves forms that may be past tense or participle to the latter.
        """

    def readings(self, word: str) -> Sequence[object]:
        """The nouns, verbs and adjectives a lower-case word may be; empty for unknown words."""


def inflected_fixes(
    fixes: tuple[str, ...],
    phrase: str,
    place: str,
    inflection: Inflection,
    *,
    participle: bool = False,
) -> tuple[str, ...] | None:
    """The fixes inflected for `place`, a text with the same stems as `phrase` (both folded).

    None if it is not an inflection: more than one word differs, the differing word is another word
    with the same stem, or no fix has such a form ("well-known" for "properly identify"). Fixes
    without such a form follow, unchanged, after those that have one. `participle` is what
    `is_participle` says of the place.
    """
    ours, theirs = _plain(phrase), _plain(place)
    if ours == theirs:
        return fixes
    if len(ours) != len(theirs):
        return None
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1 or not _is_form(*differing[0], inflection):
        return None
    forms = " ".join(ours), " ".join(theirs)
    done = [(fix, inflection.inflect_like(fix, *forms, participle=participle)) for fix in fixes]
    good = [other for _, other in done if other is not None]
    if fixes and not good:
        return None
    return tuple(good + [fix for fix, other in done if other is None])


def is_participle(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb that may be past tense or participle is the latter, by the words beside it.

    Examples: "was elected", "the elected one", "one elected by them". The words are folded tokens.
    """
    if after[:1] == ["by"]:
        return True
    others = (
        norm
        for norm in reversed(before)
        if norm not in BETWEEN_PARTS_OF_VERBS and not norm.endswith("ly")
    )
    last = next(others, "")
    return last in BEFORE_PARTICIPLES or last.endswith(_CONTRACTED)


def _plain(folded: str) -> list[str]:
    return [norm for norm in folded.split(" ") if norm != POSSESSIVE]


def _is_form(word: str, other: str, inflection: Inflection) -> bool:
    return inflection.inflect_like(word, word, other) is not None
