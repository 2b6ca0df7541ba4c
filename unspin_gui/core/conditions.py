"""What the whole document says about single entries: its words, and the phrases entries ask for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from unspin_gui.core.glossary import Entry
from unspin_gui.core.words import fold, is_word, tokens


@dataclass(frozen=True, slots=True, eq=False)
class DocumentFacts:
    """What judging one passage needs to know of the whole source.

    `counts` are its folded words; `folded` is the whole source folded, a space at either end.
    """

    counts: Mapping[str, int]
    folded: str

    @classmethod
    def of(cls, source: str) -> "DocumentFacts":
        """The facts of a source. One pass over the text."""
        norms = [token.norm for token in tokens(source)]
        return cls(Counter(norm for norm in norms if is_word(norm)), f" {' '.join(norms)} ")

    def contains(self, phrase: str) -> bool:
        """Whether the phrase stands in the source, whole words only."""
        return f" {fold(phrase)} " in self.folded


def is_met(entry: Entry, facts: DocumentFacts) -> bool:
    """Whether the document lets the entry count: none of `unless`, one of `only_with`."""
    if any(facts.contains(phrase) for phrase in entry.unless):
        return False
    return not entry.only_with or any(facts.contains(phrase) for phrase in entry.only_with)
