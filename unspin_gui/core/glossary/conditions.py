"""What the whole document says about single entries: its words, and the phrases entries ask for."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.tokens import fold, is_word, tokens


class DocumentWords:
    """What reading one passage needs to know of the whole source; worked out when first asked.

    `source` is its prose, `english` that of it which reads as English (all of it); `foreign` tells
    where the other passages start.
    """

    def __init__(
        self, source: str, english: str | None = None, foreign: frozenset[int] = frozenset()
    ) -> None:
        self._source = source
        self._english = source if english is None else english
        self.foreign = foreign

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often its English has each folded word."""
        return Counter(token.norm for token in tokens(self._english) if is_word(token.norm))

    @cached_property
    def _folded(self) -> str:
        """The whole source folded, a space at either end."""
        return f" {' '.join(self._norms)} "

    @cached_property
    def _norms(self) -> list[str]:
        return [token.norm for token in tokens(self._source)]

    def contains(self, phrase: str) -> bool:
        """Whether the phrase stands in the source, whole words only."""
        return f" {fold(phrase)} " in self._folded


def is_met(entry: Entry, document_words: DocumentWords) -> bool:
    """Whether the document lets the entry count: none of `unless`, one of `only_with`."""
    if any(document_words.contains(phrase) for phrase in entry.unless):
        return False
    return not entry.only_with or any(document_words.contains(phrase) for phrase in entry.only_with)
