"""Finds the authors of a text and their addresses, between its title and its first sentence.

Names and addresses are not prose, and their oddities are their own. But capitalised titles look
like names, and examining a name does less harm than skipping a spun title. So anything doubtful
counts as prose: each name must have initials or a note mark, each address a postcode or an email
address, and no name may contain a word that the text has in lower case.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.tags import tags

_MOST_LINES = 15
"""The most lines after the title."""
_HEAD = 6_000
"""The most characters of the text that are searched for names."""
_SEEN = 200_000
"""The most characters of the text whose lower-case words are known not to be names."""
_PROSE = 6
"""This many lower-case words make a line a sentence."""
_FEW = 45
"""The most words of an address."""
_LINE = pattern(r"[^\n\u2028]*\S[^\n\u2028]*")
_MARK = "\0"
"""Represents the note marks beside a name."""
_SIGN = pattern(
    r"(?:[\s,]{0,3}(?:<sup>[^<\n]{1,20}</sup>|\^[^\^\s]{1,12}\^"
    r"|[⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ†‡§¶✉✝]+|(?<=[^\W\d_A-Z])\d(?:,\d)*\b"
    r"|\\?(?<!\*)\*(?!\*)|(?<=\s)[a-f](?=\s*(?:,|$))))+"
)
"""Marks beside a name that refer to an address or a note; numbers in brackets may be years."""
_EMPHASIS = pattern(
    r"(?<![\w*\\])(?:\*{1,2}|_{1,2})(?=\S)([^*_\n]+)(?<=\S)(?:\*{1,2}|_{1,2})(?![*_])"
)
_MARKUP = pattern(
    r"^(?:[*+-]\s|>|\s)+|\]\([^)\s]*\)|\[(?!\d{1,2}\])|(?<!\d)\]|</?(?!/?sup\b)[^<>\n]*>"
)
_BETWEEN = pattern(r"\s*(?:[,;&|·•]|\band\b|\bund\b|\bet\b|\by\b)\s*")
_BY = pattern(r"[Bb]y:?\s+")
_SURNAME = pattern(r"(?:[A-Z][a-z]?['’]|Mc|Mac|al-)?[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_INITIALS = pattern(r"[A-ZÀ-ÖØ-Þ]\.(?:-?[A-ZÀ-ÖØ-Þ]\.){0,2}")
_PARTICLES = tags("de da di del della van von der den el al bin ibn la le dos das do ten ter zu")
_OF_A_CLAN = pattern(r"(?:O['’]|D['’]|Mc|Mac|al-)[A-ZÀ-ÖØ-Þ]")
_LONGEST_NAME = 6
"""The most words of a name."""
_FEWEST_SIGNED = 2
"""The fewest names in a line if note marks are the only evidence; a title has only one."""
_DEGREE = pattern(r"(?:Ph\.?D|M\.?D|M\.?Sc|B\.?Sc|MPH|FRCS|Jr|Sr|I{1,3}|IEEE|Member|Fellow)\.?")
_LETTERED = pattern(r"\W*([A-Z])\.\s")
_MAIL = pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_INSTITUTION = pattern(
    r"(?i:\b(?:universit|institut|department|dept\b|faculty|laborator|college|school of|hospital"
    r"|academy|cent(?:re|er) (?:for|of)|polytechnic))"
)
_POSTCODE = pattern(
    r"\b(?!(?:1[5-9]|20)\d\d\b)(?:\d{4}|\d{5}(?:-\d{4})?|\d{6}|\d{3}-\d{4})\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bP\.? ?O\.? Box \d"
)
_SMALL_WORD = pattern(r"(?<![\w@.-])[a-z]{4,}(?![\w@.-]*[@.]\w)")
_OF_ADDRESSES = tags(
    "corresponding author authors email e mail correspondence address addresses with from these",
    "contributed equally this work orcid street",
)
_WITHIN_ADDRESSES = tags("of the and for in at de la du des di da del der für und et y a b c d e f")
_ABSTRACT = pattern(r"\W*(?:abstract|summary|introduction|keywords|zusammenfassung)\b.*")
_WORD = pattern(r"[^\W\d_]+")


def author_lines(text: str) -> Iterator[Span]:
    """Yield the lines with names and addresses at the head of a text."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text, 0, _HEAD)]
    head = list(_head(text, lines[1 : _MOST_LINES + 1]))
    listed = _listed([text[slice(*line)] for line in head])
    unlisted = [(line, text[slice(*line)]) for at, line in enumerate(head) if at not in listed]
    found = [line for line, content in unlisted if _is_address(content)]
    names = [(line, _plain(content)) for line, content in unlisted]
    belongs = any(map(_names_a_place, (content for _, content in unlisted)))
    names = [(line, plain) for line, plain in names if _are_names(plain, belongs=belongs)]
    ordinary = set(_SMALL_WORD.findall(text, 0, _SEEN)) if names else set[str]()
    for line, plain in names:
        if not any(word.lower() in ordinary for word in _WORD.findall(plain)):
            found.append(line)
    yield from sorted(found)


def _head(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Yield the lines before the first sentence or the abstract."""
    for line in lines:
        content = text[slice(*line)]
        if content.startswith("#"):  # a heading
            continue
        if _ABSTRACT.match(content.lower()) or len(_small_words(content)) >= _PROSE:
            return
        yield line


def _listed(contents: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that are items A, B, C of a list, as in a contents list."""
    found = map(_LETTERED.match, contents)
    letters = [ord(match[1]) if match else 0 for match in found]
    pairs = enumerate(pairwise(letters))
    return {n for at, (one, other) in pairs if one and other == one + 1 for n in (at, at + 1)}


def _small_words(content: str) -> list[str]:
    """Return the lower-case words that do not belong to addresses."""
    return [word for word in _SMALL_WORD.findall(content) if word not in _OF_ADDRESSES]


def _is_address(content: str) -> bool:
    """Whether a line is only email addresses, or an institution with its postcode."""
    words = _WORD.findall(_SIGN.sub(" ", _MAIL.sub(" ", content)))
    if _MAIL.search(content) and all(word.lower() in _OF_ADDRESSES for word in words):
        return True
    return bool(
        len(words) <= _FEW
        and _INSTITUTION.search(content)
        and _POSTCODE.search(content)
        and "," in content
        and all(word in _WITHIN_ADDRESSES for word in words if word[0].islower())
    )


def _names_a_place(content: str) -> bool:
    """Whether a line has an institution or an email address, as lines below authors do."""
    return bool(_INSTITUTION.search(content) or _MAIL.search(content))


def _plain(content: str) -> str:
    """Return a line without markup, with a single character for the note marks of a name."""
    shown = _MARKUP.sub("", _EMPHASIS.sub(r"\1", content))
    return _BY.sub("", _SIGN.sub(_MARK, shown).strip(" \t,;:_"), 1)


def _are_names(plain: str, *, belongs: bool) -> bool:
    """Whether a plain line is only names, each with initials, or all with note marks.

    Note marks need more evidence: `belongs` says that a line names an affiliation.
    """
    found = [part for part in _BETWEEN.split(plain) if part.replace(_MARK, " ").strip()]
    parts = [part for part in found if not _DEGREE.fullmatch(part.strip(_MARK))]
    if not parts:
        return False
    bare = [part.strip(_MARK) for part in parts]
    if _are_in_pairs(bare) or all(map(_has_initials, bare)):
        return True
    signed = [part.endswith(_MARK) or _has_initials(part) for part in parts]
    proven = belongs or any(_has_initials(part) or _has_particle(part) for part in bare)
    return proven and len(parts) >= _FEWEST_SIGNED and all(signed) and all(map(_is_name, bare))


def _is_name(part: str) -> bool:
    """Whether some words are a name: capitalised words, initials, particles between them."""
    words = _words(part)
    surnames = sum(bool(_SURNAME.fullmatch(word)) for word in words)
    initials = sum(bool(_INITIALS.fullmatch(word)) for word in words)
    return 1 < len(words) <= _LONGEST_NAME and initials + surnames == len(words) and surnames > 0


def _has_initials(part: str) -> bool:
    """Whether some words are a name with initials: "J. R. Roe" or "Jane R. Roe"."""
    is_initial = [bool(_INITIALS.fullmatch(word)) for word in _words(part)]
    given = is_initial[:-1]
    return _is_name(part) and bool(given) and all(given[1:]) and not is_initial[-1] and any(given)


def _has_particle(part: str) -> bool:
    """Whether a name has a particle before its last word, as "de la Cruz" and "O'Brien" have."""
    words = part.split()
    return not _PARTICLES.isdisjoint(words[1:-1]) or bool(_OF_A_CLAN.match(words[-1]))


def _are_in_pairs(parts: Sequence[str]) -> bool:
    """Whether names precede their initials: "Roe, R., Poe, E."."""
    surnames, initials = parts[::2], parts[1::2]
    return len(surnames) == len(initials) and all(
        _INITIALS.fullmatch(initial.replace(" ", ""))
        and len(words) == 1
        and _SURNAME.fullmatch(words[0])
        for initial, words in zip(initials, map(_words, surnames), strict=True)
    )


def _words(name: str) -> list[str]:
    """Return the capitalised words of a name."""
    return [word for word in name.split() if word not in _PARTICLES]
