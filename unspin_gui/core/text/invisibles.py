"""Characters that deceive the eye: direction controls, zero-width signs, look-alike letters.

Direction controls can make a text read otherwise than it is stored (CVE-2021-42574, "Trojan
Source"); zero-width signs and letters of other alphabets hide words from search and from the
glossary. What a script or an emoji needs is left alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from unspin_gui.core.text.confusables import as_latin
from unspin_gui.core.text.spans import Span

Kind = Literal["direction", "zero-width", "look-alike"]


@dataclass(frozen=True, slots=True)
class Invisible:
    """A place that is not what it seems; `repair` is what should stand there instead."""

    span: Span
    name: str
    kind: Kind
    repair: str


_EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"
_NOTHING = "\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u00ad\u115f\u1160\u3164\uffa0\u034f"
_TAGS = "\U000e0000-\U000e007f"
_HIDDEN = re.compile(f"[{_EMBEDDINGS}{_MARKS}{_JOINERS}{_NOTHING}{_TAGS}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u05ff\u0600-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FOREIGN_LETTER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_NAMES = {"\u00ad": "soft hyphen", "\ufeff": "byte order mark within the text"}
_FLAG = "\U0001f3f4"


def invisibles(text: str) -> tuple[Invisible, ...]:
    """All such places, in order. They never overlap."""
    found = [*_hidden(text), *_look_alikes(text)]
    return tuple(sorted(found, key=lambda item: item.span))


def _hidden(text: str) -> Iterator[Invisible]:
    for match in _HIDDEN.finditer(text):
        sign, at = match[0], match.start()
        if sign in _EMBEDDINGS or (sign in _MARKS and not _has_use_for_marks(text, at)):
            yield Invisible(Span(at, at + 1), _name(sign), "direction", "")
        elif sign not in _MARKS and not _is_needed(text, at):
            yield Invisible(Span(at, at + 1), _name(sign), "zero-width", "")


def _has_use_for_marks(text: str, at: int) -> bool:
    """Whether letters that run from right to left stand near in the same line."""
    near = text[max(0, at - 80) : at].rpartition("\n")[2] + text[at : at + 80].partition("\n")[0]
    return bool(_RIGHT_TO_LEFT.search(near))


def _is_needed(text: str, at: int) -> bool:
    """Whether a joiner or tag belongs to what stands before it, as in emoji and Indic scripts."""
    sign, before = text[at], text[max(0, at - 1) : at]
    if sign in _JOINERS:
        return before > "\u02ff" and before not in _NOTHING and not _is_punctuation(before)
    is_tag = sign >= "\U000e0000"
    return is_tag and _FLAG in text[max(0, at - 8) : at]


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PZC"


def _look_alikes(text: str) -> Iterator[Invisible]:
    if not _FOREIGN_LETTER.search(text):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if not _FOREIGN_LETTER.search(word):
            continue
        latin = as_latin(word)
        changed = [i for i, letter in enumerate(word) if latin[i] != letter]
        if changed and all(_is_disguise(word, i) for i in changed):
            names = ", ".join(dict.fromkeys(_name(word[i]) for i in changed))
            yield Invisible(Span(*match.span()), names, "look-alike", latin)


def _is_disguise(word: str, at: int) -> bool:
    """Cyrillic beside Latin always; Greek only within a word: at its ends it is a symbol."""
    if word[at] >= "\u0400":
        return True
    return bool(_LATIN.match(word[at - 1 : at]) and _LATIN.match(word[at + 1 : at + 2]))


def _name(sign: str) -> str:
    default = f"U+{ord(sign):04X}"
    return _NAMES.get(sign) or unicodedata.name(sign, default).lower()
