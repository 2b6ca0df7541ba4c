"""Chooses between "a" and "an" by the sound of the next word.

The patterns follow Conway, "An Algorithmic Approach to English Pluralization" (1998).
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from unspin_gui.core.text.letter_case import is_loud, is_sentence_start
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.token_pattern import BLANK_ENTITY, QUOTED

MARKUP = rf"(?:[*_~]|<[^<>\n]{{0,80}}>|{BLANK_ENTITY})*"
"""Markup that may close and open around the space between an article and its word."""
OPENING = r"[*_~\"'“‘(]|!?\[|<[a-z][^<>\n]{0,80}>"
"""A punctuation mark that may precede the first word after an article."""
_ARTICLE = pattern(
    rf"(?<![\w'’.-])(an?)(?:{MARKUP}[^\S\n]*(?:\\?\n)?(?:{QUOTED})?[^\S\n]*)"
    rf"(?:{OPENING})*\Z",
    re.IGNORECASE | re.MULTILINE,
)
AHEAD = 120
"""How far before its word an article is searched for, with the markup between them."""
_FIRST = pattern(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)*")
SPELT = frozenset(
    "faa fao faq fbi fda fec fia fiu foi hiv hmo hoa hov la lax lcd lea led leo loc ma mep mia mit "  # noqa: SIM905
    "mou msc mua ne nea nec nih noc raf rec roe roi sa sae sas sat sec seo ses sia siu soe sop sos "
    "sow suv ups xo".split()
)
"""Abbreviations that look like words but are spelt out."""
_VOWEL_LETTERS = "aefhilmnorsx"
"""The letters whose names begin with a vowel sound."""
_LETTERS_VOWEL = pattern(
    r"(?!FJO|[HLMNS]Y.|RY[EO]|SQU|S(?:PR|TR|CR|PL|HR|CH)[AEIOUY]"
    r"|(?:F[LR]?|[HL]|MN?|N|RH?|S[CHKLMNPTVW]?|X(?:YL)?)[AEIOUY])"
    r"[FHLMNRSX][A-Z]"
)
"""Abbreviations spelt out whose first letter's name begins with a vowel sound (MRI, not NATO)."""
_PLURAL = pattern(r"([A-Z]{2,})['’]?s")
_SMALL_BEFORE_CAPITALS = pattern(r"[a-z]{1,2}[A-Z]{2}")
_SILENT_H = pattern(r"hour(?!i)|heir|honest|honou?r")
_SOUNDS_CONSONANT = pattern(
    r"e[uw]|onc?e(?![a-z])|onetime|one[sn]|ou[aij]|oui\Z|uni(?:[^nmd]|mo|dir|dim|mod)|unid\Z|ut[th]"
    r"|una(?:ry|nim)|u[bcfghjkqrst][aeiou]|uyg?h|uig|ukr|uran|uro[lp]|u\Z"
)
_UTTER = pattern(r"ut(?:ter|most)|unin|unim(?!o)|ubi\Z|uber")
_SPELT_OUT = pattern(
    r"(?!(?:m[rs]s?|[fs]t|lbs?|ml|mm|sh+|hm+|nth)\Z)[fhlmnrsx][bcdfghjklmnpqrstvwxz]{1,4}"
)
"""Lower-case abbreviations whose letters are pronounced one by one (mp3, html)."""


class FirstSounds(NamedTuple):
    """Words whose first sound differs from what the rules say: vowel sounds, and others.

    The words are in lower case; those in `capitals` apply only where written in capitals.
    """

    words: Mapping[str, bool]
    capitals: Mapping[str, bool]


_NO_SOUNDS = FirstSounds({}, {})
_source: list[Callable[[], FirstSounds]] = [lambda: _NO_SOUNDS]


def take_sounds_from(source: Callable[[], FirstSounds]) -> None:
    """Use the exceptions that `source` returns from now on."""
    _source[0] = source


def article_fix(source: str, span: Span, fix: str) -> tuple[Span, str] | None:
    """The article before `span`, and what it must become when `fix` replaces the span.

    None if no "a" or "an" is directly before the span, or if it is already right. With an empty fix
    the word after the span decides.
    """
    found = _ARTICLE.search(source, max(0, span.start - AHEAD), span.start)
    word = _FIRST.search(fix if fix.strip() else source[span.end : span.end + 60])
    if found is None or word is None:
        return None
    article, wanted = found.group(1), "an" if starts_with_vowel(word.group()) else "a"
    place = Span(*found.span(1))
    if article.lower() == wanted or _is_label(source, place, span):
        return None
    if article[0].islower():
        return place, wanted
    is_capital = article == "AN" or _is_shouted(source, place, span, fix)
    return place, wanted.upper() if is_capital else wanted.capitalize()


def _is_label(source: str, article: Span, span: Span) -> bool:
    """Whether a capital A is a name ("vitamin A deficiency") rather than an article."""
    if source[slice(*article)] != "A" or is_sentence_start(source, article.start):
        return False
    before = source[: article.start].rstrip(" ")
    return before[-1:].isalnum() and source[span.start].islower()


def _is_shouted(source: str, article: Span, span: Span, fix: str) -> bool:
    """Whether "A" is part of text in capitals, not just the start of a sentence."""
    if fix.strip() and not fix.isupper():
        return False
    if is_loud(source, Span(article.start, span.end)):
        return True
    if not is_sentence_start(source, article.start):
        return source[slice(*span)].isupper()
    return len(fix) > 4 and not _FIRST.search(source, span.end, span.end + 40)


def starts_with_vowel(word: str) -> bool:
    """Whether a word, number or abbreviation begins with a vowel sound."""
    if word[0].isdigit():
        return _number_with_vowel(word)
    if len(word) == 1:
        return word.lower() in _VOWEL_LETTERS
    if plural := _PLURAL.fullmatch(word):
        word = plural[1]
    if _SMALL_BEFORE_CAPITALS.match(word):
        return word[0] in _VOWEL_LETTERS
    if word[:2].isupper() and (not word.isupper() or len(word) <= 5):
        return _capitals_with_vowel(word.upper())
    return _word_with_vowel(word.lower())


def _capitals_with_vowel(word: str) -> bool:
    lower = word.lower()
    if lower in SPELT:
        return lower[0] in _VOWEL_LETTERS
    if (known := _source[0]().capitals.get(lower)) is not None:
        return known
    if _LETTERS_VOWEL.match(word) or word[:2] in {"EU", "EW"}:
        return True
    return word[0] != "U" and _word_with_vowel(lower)


def _word_with_vowel(word: str) -> bool:
    if (known := _source[0]().words.get(word)) is not None:
        return known
    return rule_says_vowel(word) or bool(_SPELT_OUT.fullmatch(word))


def rule_says_vowel(word: str) -> bool:
    """Whether the spelling of a lower-case word suggests a vowel sound at its start."""
    if _SILENT_H.match(word):
        return True
    if _SOUNDS_CONSONANT.match(word) and not _UTTER.match(word):
        return False
    return unicodedata.normalize("NFD", word)[0] in "aeiouæœø"


def _number_with_vowel(word: str) -> bool:
    """Whether a number begins with a vowel sound: 8, 80, 800, 11, 18, 11,000, 1,8."""
    whole = re.split(r"[.]", word)[0]
    head = whole.split(",")[0] if "," in whole else whole
    if head.startswith("8"):
        return True
    leading = len(head) % 3 or 3
    return head[:leading] in {"11", "18"} or (len(head) == 4 and head.startswith(("18", "11")))
