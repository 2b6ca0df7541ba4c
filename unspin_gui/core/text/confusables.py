"""Letters of other alphabets that look like Latin ones, as pasted or obfuscated text has them."""

import re

_CYRILLIC = ("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝк", "ABESIJKMHOPCTYXaesijopcyxdhqwk")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυϲ", "ABEZHIKMNOPTYXaikvopuc")
_TABLE = str.maketrans("".join(pair[0] for pair in (_CYRILLIC, _GREEK)), _CYRILLIC[1] + _GREEK[1])
_LATIN = re.compile("[A-Za-z]")


def as_latin(word: str) -> str:
    """The word with its look-alike letters made Latin, if it has a Latin letter at all.

    A word of Cyrillic or Greek letters only is left alone: it may be meant so.
    """
    return word.translate(_TABLE) if _LATIN.search(word) else word
