"""Which of "a" and "an" stands before a word, by its sound.

The patterns follow those of Conway's "An Algorithmic Approach to English Pluralization" (1998).
"""

import re
import unicodedata

from unspin_gui.core.text.spans import Span

_ARTICLE = re.compile(r"(?<![\w'’.-])(an?)[^\S\n]*\n?[^\S\n]*[\"'“‘(\[]*\Z", re.IGNORECASE)
_FIRST = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPELT = frozenset({"faq", "hiv", "hmo", "led", "lcd", "mit", "nih", "raf", "suv"})
"""Abbreviations that look like words and are read letter by letter."""
_LETTERS_VOWEL = re.compile(
    r"(?!FJO|[HLMNS]Y.|RY[EO]|SQU|(?:F[LR]?|[HL]|MN?|N|RH?|S[CHKLMNPTVW]?|X(?:YL)?)[AEIOU])"
    r"[FHLMNRSX][A-Z]"
)
"""Capitals read letter by letter whose first letter's name starts with a vowel (MRI, not NATO)."""
_SILENT_H = re.compile(r"hour(?!i)|heir|honest|honou?r")
_SOUNDS_CONSONANT = re.compile(
    r"e[uw]|onc?e(?![a-z])|onetime|one[sn]|uni(?:[^nmd]|mo)|unid\Z|ut[th]|u[bcfghjkqrst][aeiou]|u\Z"
)
_UTTER = re.compile(r"ut(?:ter|most)|unin|unim(?!o)|ubi\Z")


def article_fix(source: str, span: Span, fix: str) -> tuple[Span, str] | None:
    """The article before `span` and what it must become when `fix` stands there.

    None when no "a" or "an" stands directly before the span, or when it is right already. An
    empty fix looks at the word after the span.
    """
    found = _ARTICLE.search(source, max(0, span.start - 12), span.start)
    word = _FIRST.search(fix if fix.strip() else source[span.end : span.end + 60])
    if found is None or word is None:
        return None
    article, wanted = found.group(1), "an" if starts_with_vowel(word.group()) else "a"
    if article.lower() == wanted:
        return None
    return Span(*found.span(1)), _cased(wanted, article, fix)


def starts_with_vowel(word: str) -> bool:
    """Whether a word, number or abbreviation starts with the sound of a vowel."""
    if word[0].isdigit():
        return _number_with_vowel(word)
    if len(word) == 1:
        return word.lower() in "aefhilmnorsx"
    if word.isupper() and len(word) <= 5:
        return _capitals_with_vowel(word)
    return _word_with_vowel(word.lower())


def _capitals_with_vowel(word: str) -> bool:
    if word.lower() in _SPELT or _LETTERS_VOWEL.match(word) or word[:2] in {"EU", "EW"}:
        return True
    return not re.match(r"U[^AEIOU]", word) and _word_with_vowel(word.lower())


def _word_with_vowel(word: str) -> bool:
    if _SILENT_H.match(word):
        return True
    if _SOUNDS_CONSONANT.match(word) and not _UTTER.match(word):
        return False
    return unicodedata.normalize("NFD", word)[0] in "aeiou"


def _number_with_vowel(word: str) -> bool:
    """Eight, eleven, eighteen and what starts with them: 8, 80, 800, 11, 18, 11,000, 1,8."""
    whole = re.split(r"[.]", word)[0]
    head = whole.split(",")[0] if "," in whole else whole
    if head.startswith("8"):
        return True
    leading = len(head) % 3 or 3
    return head[:leading] in {"11", "18"} or (len(head) == 4 and head.startswith(("18", "11")))


def _cased(wanted: str, article: str, fix: str) -> str:
    if article[0].islower():
        return wanted
    loud = article == "AN" or (len(fix) > 4 and fix.isupper())
    return wanted.upper() if loud else wanted.capitalize()
