"""The text of a web page as a browser displays it, mapped to the source character by character."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.edits import unjudged
from unspin_gui.store.formats.html.html_hidden import ALWAYS, Hidden
from unspin_gui.store.formats.html.html_tokens import HtmlToken, attributes, tokens
from unspin_gui.store.formats.opened import BREAK, Shown
from unspin_gui.store.formats.raised import with_raised
from unspin_gui.store.formats.tags import tags

"""How a line break within a paragraph appears in the displayed text."""

_BLOCKS = tags(
    "address article aside blockquote body caption center col colgroup dd details dialog dir",
    "div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header",
    "hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search",
    "section summary table tbody td tfoot th thead title tr ul",
)
_CODE = tags(
    "pre code kbd samp var tt listing",
)
_PIECE = re.compile(
    r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|[ \t\n\r\f]+|[^&\s]+(?: [^&\s]+)*|.|\n"
)
_BLANK = " \t\n\r\f"
_CALLED = {
    "img": "pictures", "svg": "drawings", "math": "equations", "video": "videos", "audio": "sounds",
    "iframe": "embedded pages", "textarea": "form fields", "select": "choice lists",
}  # fmt: skip


class Glyphs(NamedTuple):
    """Displayed characters from `start` on, with their source.

    Either one source character each (`exact`), or `text` as a whole for `[raw, raw_end)`.
    """

    start: int
    text: str
    raw: int
    raw_end: int
    exact: bool


@dataclass(slots=True)
class Page:
    """A page that has been read: `glyphs` ordered by place in both the text and the source."""

    source: str
    glyphs: list[Glyphs] = field(default_factory=list)
    skip: list[Span] = field(default_factory=list)
    raised: list[Span] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    described: int = 0
    hidden: int = 0
    size: int = 0

    @property
    def text(self) -> str:
        """The displayed text."""
        text = "".join(glyphs.text for glyphs in self.glyphs)
        return with_raised(text, self.raised) if self.raised else text

    def at(self, place: int) -> int:
        """The index of the glyphs that contain the character at `place`."""
        return bisect_right(self.glyphs, place, key=lambda glyphs: glyphs.start) - 1

    def add(self, text: str, raw: int, raw_end: int, *, exact: bool) -> None:
        """Append displayed characters."""
        self.glyphs.append(Glyphs(self.size, text, raw, raw_end, exact))
        self.size += len(text)


def shown(page: Page) -> Shown:
    """What the panes show of a page."""
    text = page.text
    notices = [
        f"The page has {_CALLED[name]} ({count}), which are not shown."
        for name, count in page.counts.items()
        if name in _CALLED
    ]
    if page.described:
        notices.append(f"Descriptions of pictures ({page.described}) are not shown.")
    if page.hidden:
        notices.append(f"The page has parts ({page.hidden}) that a browser does not show at first.")
    return Shown(text, unjudged(text, page.skip), tuple(notices))


def read_page(source: str) -> Page:
    """Read a page in the order of its source."""
    reader = _HtmlReader(Page(source))
    for token in tokens(source):
        reader.take(token)
    return reader.page


@dataclass(slots=True)
class _HtmlReader:
    page: Page
    pending: tuple[int, int] | None = None  # white space that counts only if text follows
    new_block: bool = False
    after_blank: bool = True
    hidden: Hidden = field(default_factory=Hidden)
    code: int = 0
    sup: int = 0
    pre: int = 0

    def take(self, token: HtmlToken) -> None:
        if self.hidden.holds(token):
            return
        if token.kind == "text":
            self._take_text(token)
        elif token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token)

    def _open(self, token: HtmlToken) -> None:
        name = token.name
        tag = self.page.source[token.start : token.end]
        self.page.counts[name] = self.page.counts.get(name, 0) + 1
        if name == "img" and attributes(tag).get("alt", "").strip():
            self.page.described += 1
        if name in _BLOCKS:
            self._end_block()
        if self.hidden.begins(token, tag):
            self.page.hidden += name not in ALWAYS
            return
        self.code += name in _CODE
        self.sup += name == "sup"
        self.pre += name in {"pre", "listing"}
        if name == "br":
            self._break(token)

    def _close(self, token: HtmlToken) -> None:
        name = token.name
        if name in _BLOCKS:
            self._end_block()
        self.code -= name in _CODE and self.code > 0
        self.sup -= name == "sup" and self.sup > 0
        self.pre -= name in {"pre", "listing"} and self.pre > 0

    def _end_block(self) -> None:
        self.pending = None
        self.new_block = True

    def _break(self, token: HtmlToken) -> None:
        self.pending = None
        self._start_block(token.start)
        self.page.add(BREAK, token.start, token.end, exact=False)
        self.after_blank = True

    def _start_block(self, raw: int) -> None:
        """Put a paragraph end between what has been displayed and what follows."""
        if self.new_block and self.page.size:
            self.page.add("\n", raw, raw, exact=False)
        if self.new_block:
            self.after_blank = True
        self.new_block = False

    def _take_text(self, token: HtmlToken) -> None:
        leading = self.pending is not None or (self.new_block and self.page.size > 0)
        start = self.page.size + leading
        for match in _PIECE.finditer(self.page.source, token.start, token.end):
            piece = match[0]
            if piece[0] in _BLANK and not self.pre:
                self._blank(match)
            else:
                self._start_block(match.start())
                self._give_blank()
                self._give(match)
        if self.sup and self.page.size > start:
            self.page.raised.append(Span(start, self.page.size))
        if self.code and self.page.size > start:
            self.page.skip.append(Span(start, self.page.size))

    def _blank(self, match: re.Match[str]) -> None:
        if not self.after_blank and self.pending is None:
            self.pending = match.span()

    def _give_blank(self) -> None:
        if self.pending is not None and not self.after_blank:
            raw, raw_end = self.pending
            exact = self.page.source[raw:raw_end] == " "
            self.page.add(" ", raw, raw_end, exact=exact)
        self.pending = None

    def _give(self, match: re.Match[str]) -> None:
        piece = match[0]
        plain = html.unescape(piece) if len(piece) > 1 and piece[0] == "&" else piece
        plain = plain.replace("\u2029", " ")
        if plain != piece and not self.pre:
            plain = plain.replace("\n", " ").replace("\r", " ")
        self.after_blank = False
        self.page.add(plain, *match.span(), exact=len(plain) == len(piece))
