"""Reads the words for which the rules for "a" and "an" are wrong from the shipped file."""

from functools import cache

from unspin_gui import paths
from unspin_gui.core.text.indefinite_article import FirstSounds


@cache
def first_sounds() -> FirstSounds:
    """The words in resources/language/first_sounds.txt; none if the file is missing."""
    try:
        text = (paths.resources() / "language" / "first_sounds.txt").read_text(encoding="utf-8")
    except OSError:
        return FirstSounds({}, {})
    rows = [line.split() for line in text.split("\n") if line and not line.startswith("#")]
    words = {word: article == "an" for article, word in rows if word.islower()}
    capitals = {word.lower(): article == "an" for article, word in rows if word.isupper()}
    return FirstSounds(words, capitals)
