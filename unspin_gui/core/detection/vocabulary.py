"""Distinguishes ordinary words from misspelt ones."""

from collections.abc import Callable
from functools import cache

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.glossary.conditions import DocumentWords

_OFTEN = 3
"""A word that occurs this often in the document is intended."""


def ordinary_words(document_words: DocumentWords, knowledge: Knowledge) -> Callable[[str], bool]:
    """Return a test for ordinary folded words: short, frequent in the document or in a dictionary.

    Without language data every word counts as ordinary.
    """
    if knowledge.reader is None and knowledge.inflection is None:
        return lambda _: True
    model = knowledge.reader.model.words if knowledge.reader is not None else {}
    inflection = knowledge.inflection

    @cache
    def is_ordinary(word: str) -> bool:
        if len(word) <= 3 or word in model or document_words.counts.get(word, 0) >= _OFTEN:
            return True
        return inflection is not None and bool(inflection.readings(word))

    return is_ordinary
