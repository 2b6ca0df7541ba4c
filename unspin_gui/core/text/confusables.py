"""Letters that look like Latin ones, as found in pasted or obfuscated text.

A hand-picked set of the kind that Unicode Technical Standard 39 lists as confusables: letters of
other alphabets that look Latin in most typefaces. Full-width and mathematical letters need no
table, since compatibility normalisation (NFKC, Unicode Standard Annex 15) maps them.
"""

import re
from unicodedata import normalize

from unspin_gui.core.text.patterns import pattern

_CYRILLIC = ("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝкӀӏѵ", "ABESIJKMHOPCTYXaesijopcyxdhqwkIlv")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυϲϹϳ", "ABEZHIKMNOPTYXaikvopucCj")
_ARMENIAN = ("ՕՍՏԼօոսհցզյ", "OUSLonuhgqj")
_IPA = ("ɑɡɩ", "agi")
_SETS = (_CYRILLIC, _GREEK, _ARMENIAN, _IPA)
_TABLE = str.maketrans("".join(one[0] for one in _SETS), "".join(one[1] for one in _SETS))
_LATIN = pattern("[A-Za-z]")
STYLED = "\u2102-\u2134\u2139\u213c-\u2149\u2160-\u217f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
STYLED += "\U0001d400-\U0001d7ff"
"""Full-width and mathematical letters and digits, and Roman numerals, as a character range."""
_STYLED = pattern(f"[{STYLED}]")


def as_latin(word: str) -> str:
    """Replace look-alike letters by Latin ones if the word has a Latin letter at all.

    A word entirely of Cyrillic, Greek or Armenian letters is left alone, since it may be intended.
    """
    plain = unstyled(word)
    return plain.translate(_TABLE) if _LATIN.search(plain) else plain


def unstyled(word: str) -> str:
    """Replace full-width and mathematical letters by ordinary ones, one for one."""
    return _STYLED.sub(_plain, word) if _STYLED.search(word) else word


def _plain(sign: re.Match[str]) -> str:
    """The ordinary letter; the character itself if it represents several letters or none."""
    plain = normalize("NFKC", sign[0])
    return plain if len(plain) == 1 and plain.isalnum() else sign[0]
