"""LaTeX files: how text is written in them."""

import re
import unicodedata
from bisect import bisect_right

from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.latex.latex_commands import ACCENTS
from unspin_gui.store.formats.latex.latex_signs import LatexPage
from unspin_gui.store.formats.latex.latex_text import read_latex
from unspin_gui.store.formats.mapped.source_format import SourceFormat
from unspin_gui.store.formats.mapped.splicer import Splicer
from unspin_gui.store.formats.opened import BREAK

_WRITTEN = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}$&#_%"},
        "\u00a0": "~",
        "\u202f": "\\,",
        "\u00ad": "\\-",
        "–": "--",
        "—": "---",
        "“": "``",
        "”": "''",
        "‘": "`",
        "’": "'",
        "…": "\\ldots{}",
        BREAK: "\\\\\n",
        "\n": "\n\n",
    }
)
_ALIKE = str.maketrans({"‘": "`", "’": "'"})
_ENCODING = re.compile(
    rb"^[^%\n]*\\usepackage\s*\[\s*([\w-]{2,20})\s*\]\s*\{inputenc\}", re.MULTILINE
)
_NAMES = {"utf-8": "utf8", "latin-1": "latin1", "iso8859-15": "latin9", "mac-roman": "applemac"}
"""The names of encodings in LaTeX."""
_MARKS = {mark: sign for sign, mark in ACCENTS.items()}


class LatexSplicer(Splicer):
    """Knows how text is written in LaTeX."""

    called = "LaTeX"
    page: LatexPage

    def encoded(self, text: str, raw: int) -> str:
        """New text, with special characters escaped except inside formulas and code."""
        spans = self.page.written
        before = bisect_right(spans, Span(raw, len(self.page.source) + 1)) - 1
        if before >= 0 and raw < spans[before].end:
            return text
        return text.translate(_WRITTEN)

    def joint(self, index: int) -> tuple[int, int]:
        """The blank lines between two paragraphs."""
        glyphs, before = self.page.glyphs[index], self.page.glyphs[index - 1].raw_end
        if self.page.source[before : glyphs.raw].isspace():
            return before, glyphs.raw
        return Splicer.joint(self, index)


def _notices(page: LatexPage) -> tuple[str, ...]:
    pattern = "The document has {0} ({1}), which are not shown."
    return tuple(Message(pattern, what, count) for what, count in sorted(page.left_out.items()))


def _with_accents(source: str, encoding: str) -> str:
    """Write letters that the encoding lacks with the commands for their accents."""
    try:
        source.encode(encoding)
    except UnicodeEncodeError:
        return "".join(sign if _is_in(sign, encoding) else _accented(sign) for sign in source)
    return source


def _is_in(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _accented(sign: str) -> str:
    parts = unicodedata.normalize("NFD", sign)
    if len(parts) != 2 or parts[1] not in _MARKS:
        return sign
    return f"\\{_MARKS[parts[1]]}{{{parts[0]}}}"


LATEX = SourceFormat(
    Message("this LaTeX document"),
    read_latex,
    LatexSplicer,
    _notices,
    _ENCODING,
    named=lambda encoding: _NAMES.get(encoding, encoding),
    escape=_with_accents,
    alike=lambda text: text.translate(_ALIKE),
)
