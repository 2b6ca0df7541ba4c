"""Parts of a paper that are not prose: references, authors, tables of numbers, formulas, code."""

import re
from collections.abc import Iterator, Sequence

from unspin_gui.store.formats.apparatus import is_entry, is_figures, references
from unspin_gui.store.formats.pdf.pdf_paragraphs import PdfParagraph

_ABSTRACT = re.compile(r"(?:\W*abstract|summary)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"@|\b(?:universit|institut|department|laborator|college|school of)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_FEW, _LONG = 30, 300
"""The most words of an address, and the most characters of a list of authors."""


def apparatus(paragraphs: Sequence[PdfParagraph], texts: Sequence[str]) -> set[int]:
    """Return the indices of the paragraphs to skip; `texts` are the texts of all paragraphs."""
    found = {at for at, one in enumerate(paragraphs) if one.fixed or _is_table(one, texts[at])}
    found |= {at for at, text in enumerate(texts) if is_entry(text) or is_figures(text)}
    found |= set(
        references(texts, lambda at, top: paragraphs[at].size > 0.97 * paragraphs[top].size)
    )
    return found | set(_authors(paragraphs, texts))


def _is_table(one: PdfParagraph, text: str) -> bool:
    """Whether a row has several cells, some of them of numbers, or many cells."""
    if not one.cells:
        return False
    cells = text.split("\t")
    return len(cells) > 2 or any(is_figures(cell) for cell in cells)


def _authors(paragraphs: Sequence[PdfParagraph], texts: Sequence[str]) -> Iterator[int]:
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
