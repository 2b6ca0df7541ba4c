"""Finds the authors of a text and their addresses, between its title and its first sentence.

Names and addresses are no prose, and what looks odd in them is theirs. Whatever is in doubt counts
as prose: a line of names must have signs of notes, initials or an address below it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.tags import tags

_MOST_LINES = 15
"""Lines after the title at most."""
_HEAD = 6_000
"""Characters of the text at most that are looked at."""
_PROSE = 6
"""Words in small letters that make a line a sentence."""
_FEW = 45
"""Words of an address at most."""
_LINE = pattern(r"[^\n\u2028]*\S[^\n\u2028]*")
_SIGN = pattern(
    r"<sup>[^<\n]{1,20}</sup>|\^[^\^\s]{1,12}\^|\[\d{1,2}\]|\(\d{1,2}\)|\{\d{1,2}\}"
    r"|[⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ†‡§¶✉✝]+|(?<=[^\W\d_])\d(?:,\d)*\b|\\?(?<!\*)\*(?!\*)|\b[a-f]\b(?=\s*(?:,|$))"
)
"""A sign beside a name that stands for an address or a note."""
_EMPHASIS = pattern(
    r"(?<![\w*\\])(?:\*{1,2}|_{1,2})(?=\S)([^*_\n]+)(?<=\S)(?:\*{1,2}|_{1,2})(?![*_])"
)
_MARKUP = pattern(
    r"^(?:[*+-]\s|>|\s)+|\]\([^)\s]*\)|\[(?!\d{1,2}\])|(?<!\d)\]|</?(?!/?sup\b)[^<>\n]*>"
)
_BETWEEN = pattern(r"\s*(?:[,;&|·•]|\band\b|\bund\b|\bet\b|\by\b)\s*")
_SURNAME = pattern(r"(?:[A-Z][a-z]?['’]|Mc|Mac|al-)?[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_INITIALS = pattern(r"(?:[A-Z]\.?-?){1,4}")
_PARTICLES = tags("de da di del della van von der den el al bin ibn la le dos das do ten ter zu by")
_LONGEST_NAME = 6
"""Words of a name at most."""
_DEGREE = pattern(r"(?:Ph\.?D|M\.?D|M\.?Sc|B\.?Sc|MPH|FRCS|Jr|Sr|I{1,3}|IEEE|Member|Fellow)\.?")
_INITIAL = pattern(r"\b[A-Z]\.")
_LETTERED = pattern(r"\W*([A-Z])\.\s")
_ADDRESS = pattern(
    r"@[\w-]+\.|\borcid\b|(?i:\b(?:universit|institut|department|dept\b|faculty|laborator|college"
    r"|school of|hospital|academy|cent(?:re|er) (?:for|of)|polytechnic|corresponding author))"
)
_SMALL_WORD = pattern(r"(?<![\w@.-])[a-z]{4,}(?![\w@.-]*[@.]\w)")
_OF_ADDRESSES = tags(
    "corresponding author authors email mail correspondence address addresses with from these",
    "contributed equally this work orcid street",
)
_ABSTRACT = pattern(r"\W*(?:abstract|summary|introduction|keywords|zusammenfassung)\b.*")
_WORD = pattern(r"[^\W\d_]+")


def author_lines(text: str) -> Iterator[Span]:
    """The lines of names and addresses at the head of a text."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text, 0, _HEAD)]
    head = list(_head(text, lines[1 : _MOST_LINES + 1]))
    addresses = [_is_address(text[slice(*line)]) for line in head]
    listed = _listed([text[slice(*line)] for line in head])
    for at, line in enumerate(head):
        if at in listed:
            continue
        below = any(addresses[at + 1 : at + 4])
        if addresses[at] or _are_names(text[slice(*line)], has_address=below):
            yield line


def _head(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The lines before the first sentence or the abstract."""
    for line in lines:
        content = text[slice(*line)]
        if content.startswith("#"):  # a heading
            continue
        if _ABSTRACT.match(content.lower()) or len(_small_words(content)) >= _PROSE:
            return
        yield line


def _listed(contents: Sequence[str]) -> set[int]:
    """The numbers of the lines that are items A, B, C of a list, as contents have."""
    found = map(_LETTERED.match, contents)
    letters = [ord(match[1]) if match else 0 for match in found]
    pairs = enumerate(pairwise(letters))
    return {n for at, (one, other) in pairs if one and other == one + 1 for n in (at, at + 1)}


def _small_words(content: str) -> list[str]:
    """The words in small letters that do not belong to addresses."""
    return [word for word in _SMALL_WORD.findall(content) if word not in _OF_ADDRESSES]


def _is_address(content: str) -> bool:
    """Whether a line is an address: it names an institution or mail, and has no small words."""
    is_short = len(_WORD.findall(content)) <= _FEW
    return bool(is_short and _ADDRESS.search(content) and not _small_words(content))


def _are_names(content: str, *, has_address: bool) -> bool:
    """Whether a line is names alone; signs, initials or an address below must prove it."""
    shown = _MARKUP.sub("", _EMPHASIS.sub(r"\1", content))
    plain = _SIGN.sub(" ", shown).strip(" \t.,;:*_")
    if not plain or not (has_address or _SIGN.search(shown) or _INITIAL.search(plain)):
        return False
    parts = [part for part in _BETWEEN.split(plain) if part and not _DEGREE.fullmatch(part)]
    return bool(parts) and (all(map(_is_name, parts)) or _are_in_pairs(parts))


def _is_name(part: str) -> bool:
    """Whether some words are a name: words with capitals, initials, particles between them."""
    words = _words(part)
    initials = sum(bool(_INITIALS.fullmatch(word)) for word in words)
    surnames = sum(bool(_SURNAME.fullmatch(word)) for word in words)
    return 1 < len(words) <= _LONGEST_NAME and initials + surnames >= len(words) and surnames > 0


def _are_in_pairs(parts: Sequence[str]) -> bool:
    """Whether names stand before their initials: "Roe, R., Poe, E."."""
    surnames, initials = parts[::2], parts[1::2]
    return len(surnames) == len(initials) and all(
        _INITIALS.fullmatch(initial.replace(" ", "")) and all(map(_SURNAME.fullmatch, words))
        for initial, words in zip(initials, map(_words, surnames), strict=True)
    )


def _words(name: str) -> list[str]:
    """The words of a name that have capitals."""
    return [word for word in name.split() if word not in _PARTICLES]
