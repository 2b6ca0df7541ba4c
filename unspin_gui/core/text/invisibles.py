"""Deceptive characters: direction controls, zero-width characters, look-alike letters.

Direction controls can make a text read differently from how it is stored (CVE-2021-42574, "Trojan
Source"); zero-width characters and letters of other alphabets hide words from search and from the
glossary. Those that a script or an emoji needs are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator

from unspin_gui.core.text.look_alikes import Invisible, Kind, look_alikes
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span

__all__ = ["Invisible", "Kind", "invisibles", "without_unseen"]

_EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"
_NOTHING = (
    "\u200b\u2060\u2061\u2062\u2063\u2064\u2065\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\u180e\u00ad"
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0\u034f\ufff9\ufffa\ufffb"
)
_BLANK = "\u2800"
_BREAK = "\u2028"
_SEPARATOR = pattern("[\u2028\u2029]")
_VARIATIONS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
_MUSIC = "\U0001d173-\U0001d17a"
_HIDDEN = pattern(
    f"[{_EMBEDDINGS}{_MARKS}{_JOINERS}{_NOTHING}{_BLANK}{_VARIATIONS}{_TAGS}{_MUSIC}]"
)
_VARIATION = pattern(f"[{_VARIATIONS}]")
_RIGHT_TO_LEFT = pattern("[\u0590-\u05ff\u0600-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NAMES = {"\u00ad": "soft hyphen", "\ufeff": "byte order mark within the text"}
_FLAG = "\U0001f3f4"
_VARIED = frozenset("#*0123456789©®")
"""Characters of the first two Unicode blocks that can also be displayed as emoji."""


def invisibles(text: str, *, breaks: bool = True) -> tuple[Invisible, ...]:
    """Find all deceptive places, in order; they never overlap.

    With `breaks`, a line separator (U+2028) is an intended line break. Without, and if line
    separators are between single words, they count as spaces.
    """
    found = [*_hidden(text), *look_alikes(text)]
    if not breaks and _BREAK in text:
        found += _false_breaks(text)
    return tuple(sorted(found, key=lambda item: item.span))


def without_unseen(text: str) -> str:
    """Return a text without characters that are never seen, as found in text from web pages.

    Line and paragraph separators become spaces.
    """
    if text.isascii():
        return text
    parts, at = list[str](), 0
    text = _SEPARATOR.sub(" ", text)
    for found in invisibles(text):
        if found.kind != "look-alike":
            parts += [text[at : found.span.start], found.repair]
            at = found.span.end
    return "".join([*parts, text[at:]])


def _false_breaks(text: str) -> Iterator[Invisible]:
    """Find line separators used as spaces: many of them with only one word between each two."""
    lines = [line.split() for line in re.split("[\n\u2028]", text) if line.strip()]
    if 10 * sum(len(words) == 1 for words in lines) < len(lines):
        return
    for match in re.finditer(_BREAK, text):
        around = text[max(0, match.start() - 1) : match.end() + 1]
        repair = " " if len(around) == 3 and not re.search("[^\\S\u2028]", around) else ""
        yield Invisible(Span(*match.span()), "line separator", "zero-width", repair)


def _hidden(text: str) -> Iterator[Invisible]:
    for match in _HIDDEN.finditer(text):
        sign, at = match[0], match.start()
        if sign in _EMBEDDINGS or (sign in _MARKS and not _has_use_for_marks(text, at)):
            yield Invisible(Span(at, at + 1), _name(sign), "direction", "")
        elif sign not in _MARKS and not _is_needed(text, at):
            repair = " " if sign == _BLANK else ""
            yield Invisible(Span(at, at + 1), _name(sign), "zero-width", repair)


def _has_use_for_marks(text: str, at: int) -> bool:
    """Whether right-to-left letters occur nearby on the same line."""
    near = text[max(0, at - 80) : at].rpartition("\n")[2] + text[at : at + 80].partition("\n")[0]
    return bool(_RIGHT_TO_LEFT.search(near))


def _is_needed(text: str, at: int) -> bool:
    """Whether a character is needed by what precedes it: an emoji, symbol or Indic letter."""
    sign, before = text[at], text[max(0, at - 1) : at]
    if sign in _JOINERS:
        return before > "\u02ff" and before not in _NOTHING and not _is_punctuation(before)
    if _VARIATION.match(sign):
        return before in _VARIED or (before > "\u02ff" and _is_symbol_or_ideograph(before))
    if sign in "\u17b4\u17b5":
        return "\u1780" <= before <= "\u17ff"
    is_tag = "\U000e0000" <= sign <= "\U000e007f"
    return is_tag and _FLAG in text[max(0, at - 8) : at]


def _is_symbol_or_ideograph(sign: str) -> bool:
    """Whether a character has variants that a variation selector chooses between."""
    kind = unicodedata.category(sign)
    return not _VARIATION.match(sign) and (kind[0] in "SP" or kind in {"Lo", "Mc", "Mn"})


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PZC"


def _name(sign: str) -> str:
    default = f"U+{ord(sign):04X}"
    return _NAMES.get(sign) or unicodedata.name(sign, default).lower()
