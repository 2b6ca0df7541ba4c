"""Parts of a paper that are no prose: references, authors, tables of numbers, formulas, code."""

import re
from collections.abc import Iterator, Sequence

from unspin_gui.store.formats.pdf.pdf_paragraphs import Paragraph

_REFERENCES = re.compile(
    r"(?:(?:\d{1,2}|[IVX]+|[A-Z])\.?\s+)?"
    r"(?:references|bibliography|literature cited|works cited|references and notes|literature)\.?",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"(?:appendi|[A-Z]\.?\d*\.?\s+[A-Z]|acknowledg|supplement|author contrib|about the auth"
    r"|biograph|conflict|funding|data avail)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:\[\w{1,10}\]|\d{1,3}\.)\s.*\b(?:1[89]|20)\d\d[a-z]?\b", re.DOTALL)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b")
_ABSTRACT = re.compile(r"(?:\W*abstract|summary)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"@|\b(?:universit|institut|department|laborator|college|school of)", re.IGNORECASE
)
_FEW, _LONG = 30, 300
"""Words of an address, and characters of a list of authors, at most."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_TOKEN = re.compile(r"\S+")


def apparatus(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> set[int]:
    """The indices of the paragraphs that are not to be judged; `texts` are their texts."""
    found = {at for at, one in enumerate(paragraphs) if one.fixed or _is_table(one, texts[at])}
    found |= {at for at, text in enumerate(texts) if _ENTRY.match(text) or _is_figures(text)}
    found |= set(_references(paragraphs, texts))
    return found | set(_authors(paragraphs, texts))


def _is_figures(text: str) -> bool:
    """Whether most of a text is numbers and signs, as in formulas and tables."""
    words = sum(len(word) for word in _WORD.findall(text))
    return words < 0.5 * sum(len(token) for token in _TOKEN.findall(text))


def _is_table(one: Paragraph, text: str) -> bool:
    """Whether a row has several cells, some of them of numbers, or many cells."""
    if not one.cells:
        return False
    cells = text.split("\t")
    return len(cells) > 2 or any(_is_figures(cell) for cell in cells)


def _references(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> Iterator[int]:
    """The list of references: from its heading to the next heading that is no entry."""
    heading: Paragraph | None = None
    for at, (one, text) in enumerate(zip(paragraphs, texts, strict=True)):
        if _REFERENCES.fullmatch(text.strip()) and _are_entries(texts[at + 1 : at + 5]):
            heading = one
        elif heading is not None:
            short = len(text) < 80 and one.size > 0.97 * heading.size
            if short and _AFTERWARDS.match(text) and not _ENTRY.match(text):
                heading = None
            else:
                yield at


def _are_entries(texts: Sequence[str]) -> bool:
    """Whether about half of some paragraphs look like entries of a list of references."""
    return 2 * sum(bool(_YEAR.search(text)) for text in texts) >= max(1, len(texts) - 1)


def _authors(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> Iterator[int]:
    """Names and addresses between the title and the abstract."""
    top = [at for at, one in enumerate(paragraphs) if one.first.page == 1]
    title = max(top, key=lambda at: paragraphs[at].size, default=-1)
    abstract = next((at for at in top if at > title and _ABSTRACT.match(texts[at])), None)
    for at in top:
        text = texts[at]
        between = abstract is not None and title < at < abstract
        address = _PLACE.search(text) and len(_WORD.findall(text)) < _FEW
        if len(text) < _LONG and (between or address):
            yield at
