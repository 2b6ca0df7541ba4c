"""The words of the whole document, and the conditions that entries impose on them."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.tokens import fold, is_word, norms


class DocumentWords:
    """The facts about the whole source that reading one passage depends on, computed on demand.

    `source` is its prose; `english` is the part whose words are counted: what reads as English,
    each repeated passage once (all of it by default); `foreign` holds the starts of the other
    passages.
    """

    def __init__(
        self, source: str, english: str | None = None, foreign: frozenset[int] = frozenset()
    ) -> None:
        self._source = source
        self._english = source if english is None else english
        self.foreign = foreign
        self._contained: dict[str, bool] = {}
        self._allowed: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each folded word occurs in the English part."""
        return Counter(filter(is_word, norms(self._english)))

    @cached_property
    def _folded(self) -> str:
        """The whole source, folded, with a space at either end."""
        return f" {' '.join(self._norms)} "

    @cached_property
    def _norms(self) -> list[str]:
        return norms(self._source)

    def contains(self, phrase: str) -> bool:
        """Whether the phrase occurs in the source as whole words."""
        if (known := self._contained.get(phrase)) is None:
            known = self._contained[phrase] = f" {fold(phrase)} " in self._folded
        return known

    def allows(self, entry: Entry) -> bool:
        """Whether the source meets an entry's conditions: none of `unless`, one of `only_with`."""
        if not entry.unless and not entry.only_with:
            return True
        asked = (entry.unless, entry.only_with)
        if (known := self._allowed.get(asked)) is None:
            silenced = any(map(self.contains, entry.unless))
            signs = entry.only_with
            known = not silenced and (not signs or any(map(self.contains, signs)))
            self._allowed[asked] = known
        return known

    def kind_of(self, entry: Entry) -> Literal["known", "preferred"] | None:
        """How an entry applies to the source: it is flagged, only ranks fixes, or does neither."""
        if not entry.prefer:
            return "known" if self.allows(entry) else None
        if entry.only_with and self.allows(entry):
            return "known"
        return None if any(map(self.contains, entry.unless)) else "preferred"
