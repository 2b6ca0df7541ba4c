"""Parts of a paper that are not prose, recognised by their text: references, figures."""

from collections.abc import Callable, Iterator, Sequence
from re import DOTALL, IGNORECASE

from unspin_gui.core.text.patterns import pattern

REFERENCES = pattern(
    r"(?:(?:\d{1,2}|[IVX]+|[A-Z])\.?\s+)?"
    r"(?:references|bibliography|literature cited|works cited|references and notes|literature)\.?",
    IGNORECASE,
)
_AFTERWARDS = pattern(
    r"(?:appendi|[A-Z]\.?\d*\.?\s+[A-Z]|acknowledg|supplement|author contrib|about the auth"
    r"|biograph|conflict|funding|data avail)",
    IGNORECASE,
)
_ENTRY = pattern(r"(?:\[\w{1,10}\]|\d{1,3}\.)\s.*\b(?:1[89]|20)\d\d[a-z]?\b", DOTALL)
_YEAR = pattern(r"\b(?:1[89]|20)\d\d[a-z]?\b")
_WORD = pattern(r"[^\W\d_]{3,}")
_TOKEN = pattern(r"\S+")
_HEADING = 80
"""The most characters of a heading."""


def is_figures(text: str) -> bool:
    """Whether most of a text is numbers and symbols, as in formulas and tables."""
    if text.isalpha():
        return False
    words = sum(len(word) for word in _WORD.findall(text))
    return words < 0.5 * sum(len(token) for token in _TOKEN.findall(text))


def is_entry(text: str) -> bool:
    """Whether a text looks like a numbered entry of a list of references."""
    return bool(_ENTRY.match(text))


def references(
    texts: Sequence[str], is_heading: Callable[[int, int], bool] = lambda _at, _first: True
) -> Iterator[int]:
    """The indices of the paragraphs below a heading like "References".

    They extend to the next heading that is not an entry; `is_heading` says whether a paragraph may
    be a heading.
    """
    heading: int | None = None
    for at, text in enumerate(texts):
        if REFERENCES.fullmatch(text.strip()) and _are_entries(texts[at + 1 : at + 5]):
            heading = at
        elif heading is not None:
            ends = len(text) < _HEADING and _AFTERWARDS.match(text) and not is_entry(text)
            if ends and is_heading(at, heading):
                heading = None
            else:
                yield at


def _are_entries(texts: Sequence[str]) -> bool:
    """Whether about half of some paragraphs look like entries of a list of references."""
    return 2 * sum(bool(_YEAR.search(text)) for text in texts) >= max(1, len(texts) - 1)
