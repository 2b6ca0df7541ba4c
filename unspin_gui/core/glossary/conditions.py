"""What the whole document says about single entries: its words, and the phrases entries ask for."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.tokens import fold, is_word, norms


class DocumentWords:
    """What reading one passage needs to know of the whole source; worked out once, when asked.

    `source` is its prose, `english` that of it which reads as English (all of it); `foreign` tells
    where the other passages start.
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
        """How often its English has each folded word."""
        return Counter(filter(is_word, norms(self._english)))

    @cached_property
    def _folded(self) -> str:
        """The whole source folded, a space at either end."""
        return f" {' '.join(self._norms)} "

    @cached_property
    def _norms(self) -> list[str]:
        return norms(self._source)

    def contains(self, phrase: str) -> bool:
        """Whether the phrase stands in the source, whole words only."""
        if (known := self._contained.get(phrase)) is None:
            known = self._contained[phrase] = f" {fold(phrase)} " in self._folded
        return known

    def allows(self, entry: Entry) -> bool:
        """Whether the source lets the entry count: none of `unless`, one of `only_with`."""
        if not entry.unless and not entry.only_with:
            return True
        asked = (entry.unless, entry.only_with)
        if (known := self._allowed.get(asked)) is None:
            silenced = any(map(self.contains, entry.unless))
            signs = entry.only_with
            known = not silenced and (not signs or any(map(self.contains, signs)))
            self._allowed[asked] = known
        return known
