"""The pattern that splits a text into tokens: words, possessive endings, punctuation, gaps.

Markup within a sentence (emphasis, the ends of a link, tags around single words, quote signs before
a line) is split off as one piece, so that it can be skipped when walking over the words.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain
from unicodedata import category, decomposition

from unspin_gui.core.text.patterns import pattern

APOSTROPHES = "'’‘ʼ′＇"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
"""Invisible characters within a word: its letters continue on either side."""
_LETTERS_NOT_SEEN = "\u115f\u1160\u3164\uffa0"
BLANK_ENTITY = (
    r"&(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|puncsp|NonBreakingSpace|Tab|NewLine"
    r"|#0*(?:9|10|13|32|160|819[2-9]|820[0-2]|8239|8287)"
    r"|#[xX]0*(?:9|[aAdD]|20|[aA]0|200[0-9aA]|202[fF]|205[fF]));"
)
"""White space written as an entity."""
SOFT_HYPHEN_ENTITY = r"&(?:shy|#173|#[xX][aA][dD]);"
_ENTITY = rf"(?:{BLANK_ENTITY}|{SOFT_HYPHEN_ENTITY})"
ATTRIBUTES = r"[^<>=\n]*=[^<>\n]*|[ \t]*(?:[\w:-]+[ \t]*)?"
"""What follows the name of a tag: something with values, or a single word; more words are prose."""
_TAG = (
    r"</?(?i:a|abbr|b|big|br|cite|del|dfn|em|font|i|ins|mark|q|s|small|span|strike|strong|u|wbr)"
    rf"(?:[ \t](?:{ATTRIBUTES})?)?/?>"
)
_RUN = r"(?:\*{1,3}|_{1,3}|~~)"
_LINK_TEXT = r"\[(?=[^\[\]\n]+\](?:\(|\[))"
_LINK = (
    rf"(?<!!){_LINK_TEXT}"  # the start of a link's text
    rf"|{_RUN}(?={_LINK_TEXT})"  # emphasis of a link
    r"|(?:(?<!\[)\]\((?:[^()\n]|\([^()\n]*\))*\)"  # the end of a link's text, and its address
    rf"|\]\[[^\]\n]*\]){_RUN}?"
)
QUOTED = (
    r"^[ \t]*(?:(?:[A-Za-z]{1,3}(?=>[ \t]))?>[ \t]?(?:>[ \t]?)*"
    r"|(?:\|[ \t]?)+(?<=\|[ \t])(?=[^|\n]*(?:\n|\Z)))"
)
"""What precedes a quoted line: angle brackets, perhaps after initials, or bars, the line's only."""
_QUOTED = pattern(QUOTED, re.MULTILINE)
_BROKEN = r"\\(?=\n)"
_SOFT_HYPHEN = pattern(SOFT_HYPHEN_ENTITY)
_TAG_SIGNS = "<&[]*_~"
_MARKUP_SIGNS = "<&[]*_~=\\\u2800"
_FAR_GAPS = "\t\f\v\x1c\x1d\x1e\x85\u2029"
_USUAL = r"[A-Za-z]++(?=[ .,\n])"
"""The form of most words; matching it first is twice as fast as the rest of the pattern."""
_FAR = (
    r"[^\S\n]*(?<![-‐\u00ad]\n)(?<![-‐\u00ad])[\f\v\x1c-\x1e\x85\u2029]\s*"
    r"|(?<=\S)[^\S\n]*\t[^\S\n]*(?=\S)"
)
"""Gaps that separate phrases: page breaks and the like, except after a hyphen, and tabs within a
line.
"""


def has_far_gaps(text: str) -> bool:
    """Whether the text has page breaks, tabs or the like, which separate phrases."""
    return has_any(text, _FAR_GAPS)


def has_any(text: str, signs: str) -> bool:
    """Whether the text has any of a few characters; ten times as fast as a set in a pattern."""
    return any(map(text.__contains__, signs))


def splitter(text: str, *, far_gaps: bool) -> re.Pattern[str]:
    """The pattern that splits `text`, with one group; the fewer characters it allows, the faster.

    `far_gaps` is what `has_far_gaps` says of it.
    """
    is_ascii = text.isascii()
    odd_letters = not is_ascii and not _odd_letters().isdisjoint(text)
    return _pattern(is_ascii=is_ascii, far_gaps=far_gaps, odd_letters=odd_letters)


def without_markup(text: str) -> str:
    """Replace markup between the words of a sentence with spaces."""
    if ">" in text or "|" in text:
        text = _QUOTED.sub(_blanks, text)
    return _blanked(text, _MARKUP_SIGNS, _markup)


def without_tags(text: str) -> str:
    """Replace tags, entities and the markup of links with spaces; soft hyphens stay."""
    if "&" in text:
        text = _SOFT_HYPHEN.sub(_soft_hyphen, text)
    return _blanked(text, _TAG_SIGNS, _tags)


def _blanked(text: str, signs: str, markup: Callable[[], re.Pattern[str]]) -> str:
    """Replace markup with spaces; its pattern is compiled once one of its characters is found."""
    if not has_any(text, signs):
        return text
    parts, at = list[str](), 0
    for sign in re.finditer(f"[{re.escape(signs)}]", text):
        start = sign.start()
        if start >= at and (found := markup().match(text, start)):
            parts += [text[at:start], _blanks(found)]
            at = found.end()
    return "".join([*parts, text[at:]])


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _soft_hyphen(found: re.Match[str]) -> str:
    return "\u00ad" + " " * (len(found[0]) - 1)


@cache
def superscripts() -> str:
    """Superscript, subscript and circled letters and digits, as used for footnote marks."""
    places = chain(range(0xA0, 0x3000), range(0xA640, 0xAB70), range(0x10780, 0x107C0))
    kinds = {"<super>", "<sub>", "<circle>"}
    signs = filter(str.isalnum, map(chr, places))
    raised = [sign for sign in signs if decomposition(sign).partition(" ")[0] in kinds]
    return "".join([*raised, *map(chr, range(0x2776, 0x2794))])


@cache
def _tags() -> re.Pattern[str]:
    """The pattern for tags, entities and the markup of links, and their first characters."""
    return re.compile(f"{_TAG}|{_ENTITY}|{_LINK}")


@cache
def _markup() -> re.Pattern[str]:
    """The pattern for markup between the words of a sentence, and their first characters."""
    runs = [r"\*{1,3}", "_{1,3}", "~~", "=="]
    both = [
        pattern
        for run, sign in zip(runs, "*_~=", strict=True)
        for pattern in (
            rf"(?<![\w{_marks()}{sign}]){run}(?=[^\W_]|\[)",
            rf"(?<=[^\W_{sign}]|[)\]]){run}(?![\w{sign}])",
            rf"(?<=[{_marks()}]){run}(?![\w{sign}])",
        )
    ]
    return re.compile("|".join([_TAG, _ENTITY, _LINK, *both, _BROKEN, "\u2800"]))


@cache
def _marks() -> str:
    """Combining marks, as a character range."""
    signs = (sign for sign in map(chr, range(0x300, 0x1000)) if category(sign) in {"Mn", "Mc"})
    marks = "".join(sign for sign in signs if sign != "\u034f")
    return marks + "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"


@cache
def _odd_letters() -> frozenset[str]:
    """Characters that count as letters but are not part of a word."""
    return frozenset(f"{superscripts()}{_LETTERS_NOT_SEEN}ʼ")


@cache
def _pattern(*, is_ascii: bool, far_gaps: bool, odd_letters: bool) -> re.Pattern[str]:
    more = [_FAR] * far_gaps
    if is_ascii:
        return _compiled("[0-9A-Za-z]", "'", "\u0300", "\u00ad", more)
    if not odd_letters:
        return _compiled(r"[^\W_]", APOSTROPHES, _marks(), INVISIBLE, more)
    raised = superscripts()
    letter = rf"[^\W_{raised}{APOSTROPHES}{_LETTERS_NOT_SEEN}]"
    ordinal = rf"\d+(?:ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)(?!{letter})"
    more = [*more, f"[{raised}]+"]
    return _compiled(letter, APOSTROPHES, _marks(), INVISIBLE, more, ordinal)


def _compiled(
    letter: str,
    apostrophes: str,
    marks: str,
    invisible: str,
    more: list[str],
    *first: str,
) -> re.Pattern[str]:
    rest = rf"{letter}*(?:[{marks}{invisible}]+{letter}*)*"
    end = rf"(?!{letter}|[{marks}])"
    word = rf"{letter}{rest}(?:[{apostrophes}](?![sS]{end}){letter}{rest})*"
    number = rf"\d+(?:[.,]\d+)+{end}"
    possessive = rf"(?<=[^\W_{marks}])[{apostrophes}][sS]{end}"
    mark = rf"(?:[^\w\s{invisible}]|[_{apostrophes}])[{marks}]*"
    parts = [_USUAL, *first, number, word, possessive, *more, r"\n[^\S\n]*\n\s*", mark]
    return re.compile(f"({'|'.join(parts)})")
