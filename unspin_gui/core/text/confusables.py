"""Letters that look like Latin ones, as pasted or obfuscated text has them.

They are letters of other alphabets, and Latin ones of other widths and of formulas.
"""

import re
from unicodedata import normalize

_CYRILLIC = ("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝкӀӏѵ", "ABESIJKMHOPCTYXaesijopcyxdhqwkIlv")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυϲϹϳ", "ABEZHIKMNOPTYXaikvopucCj")
_ARMENIAN = ("ՕՍՏԼօոսհցզյ", "OUSLonuhgqj")
_IPA = ("ɑɡɩ", "agi")
_SETS = (_CYRILLIC, _GREEK, _ARMENIAN, _IPA)
_TABLE = str.maketrans("".join(one[0] for one in _SETS), "".join(one[1] for one in _SETS))
_LATIN = re.compile("[A-Za-z]")
STYLED = "\u2102-\u2134\u2139\u213c-\u2149\u2160-\u217f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
STYLED += "\U0001d400-\U0001d7ff"
"""Letters and digits of other widths, of formulas, and Roman numerals: a range of signs."""
_STYLED = re.compile(f"[{STYLED}]")


def as_latin(word: str) -> str:
    """The word with its look-alike letters made Latin, if it has a Latin letter at all.

    A word of Cyrillic, Greek or Armenian letters only is left alone: it may be meant so.
    """
    plain = unstyled(word)
    return plain.translate(_TABLE) if _LATIN.search(plain) else plain


def unstyled(word: str) -> str:
    """The word with letters of other widths and of formulas as ordinary ones, one for one."""
    return _STYLED.sub(_plain, word) if _STYLED.search(word) else word


def _plain(sign: re.Match[str]) -> str:
    """The ordinary letter; the sign itself where it stands for several letters, or for none."""
    plain = normalize("NFKC", sign[0])
    return plain if len(plain) == 1 and plain.isalnum() else sign[0]
