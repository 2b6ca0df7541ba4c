"""The text of a web page as a browser displays it, mapped to the source character by character."""

import html
import re
from collections import defaultdict
from dataclasses import dataclass, field

from unspin_gui.core.document.roles import Role
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.html.html_hidden import ALWAYS, Hidden
from unspin_gui.store.formats.html.html_part import ENDED_BY, OpenPart, is_empty
from unspin_gui.store.formats.html.html_roles import OpenRoles
from unspin_gui.store.formats.html.html_sheets import StyleSheets, strikes
from unspin_gui.store.formats.html.html_tokens import HtmlToken, attributes, tokens
from unspin_gui.store.formats.mapped.mapped_text import Flow, MappedText
from unspin_gui.store.formats.tags import tags
from unspin_gui.store.formats.xml.xml_tokens import decoded, entities

_BLOCKS = tags(
    "address article aside blockquote body caption center col colgroup dd details dialog dir",
    "div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header",
    "hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search",
    "section summary table tbody td tfoot th thead title tr ul",
)
_NO_MEDIA = "print"
"""Stands for those of a sheet that is not CSS."""
_UNJUDGED = tags("pre code kbd samp var tt listing del s strike")
"""Elements with code, or with text that its author has withdrawn or struck out."""
_UNJUDGED_TAG = re.compile(rf"<(?:{'|'.join(sorted(_UNJUDGED))})[\s/>]|line-through", re.IGNORECASE)
_PIECE = re.compile(
    r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|[ \t\n\r\f]+|[^&\s]+(?: [^&\s]+)*|.|\n"
)
_BLANK = " \t\n\r\f"
_PAGE = Message("The page")
_CALLED = {
    "img": Message("pictures"),
    "svg": Message("drawings"),
    "math": Message("equations"),
    "video": Message("videos"),
    "audio": Message("sounds"),
    "iframe": Message("embedded pages"),
    "textarea": Message("form fields"),
    "select": Message("choice lists"),
}


@dataclass(slots=True)
class Page(MappedText):
    """A page that has been read, and the counts of what is not shown."""

    is_xml: bool = False
    cdata: list[Span] = field(default_factory=list)  # the contents of CDATA sections
    counts: dict[str, int] = field(default_factory=dict)
    described: int = 0
    hidden: int = 0


def notices(page: Page, called: str = _PAGE) -> tuple[str, ...]:
    """Return sentences about the parts of a page that are not shown."""
    messages = [
        Message("{0} has {1} ({2}), which are not shown.", called, _CALLED[name], count)
        for name, count in page.counts.items()
        if name in _CALLED
    ]
    if page.described:
        messages.append(Message("Descriptions of pictures ({0}) are not shown.", page.described))
    if page.hidden:
        messages.append(
            Message("{0} has parts ({1}) that a browser hides at first.", called, page.hidden)
        )
    return tuple(messages)


def read_page(source: str, *, is_xml: bool = False, in_book: bool = False) -> Page:
    """Read a page in the order of its source; `is_xml` if it is XHTML.

    Pages of a book (`in_book`) have a title that no reader of the book sees.
    """
    is_judged = not _UNJUDGED_TAG.search(source)
    unclosed = frozenset[int]() if is_judged else _unclosed(source, is_xml=is_xml)
    hidden = Hidden(StyleSheets(), heads=in_book)
    reader = _HtmlReader(Page(source, is_xml=is_xml), hidden, unclosed)
    for token in tokens(source, is_xml=is_xml):
        reader.take(token)
    return reader.page


def _unclosed(source: str, *, is_xml: bool) -> frozenset[int]:
    """Where elements begin that are never closed although they have to be."""
    left = defaultdict[str, list[int]](list)
    for token in tokens(source, is_xml=is_xml):
        if token.name in ENDED_BY:
            continue
        if token.kind == "open":
            left[token.name].append(token.start)
        elif left[token.name]:
            left[token.name].pop()
    return frozenset(start for starts in left.values() for start in starts)


class _HtmlReader:
    """Takes the tokens of a page in order.

    A browser lets an element of `unclosed` continue to the end of the page. Here it ends with its
    paragraph, so that one forgotten end tag does not exclude the rest of the page. The same holds
    for text that a style strikes out.
    """

    def __init__(self, page: Page, hidden: Hidden, unclosed: frozenset[int]) -> None:
        self.page = page
        self.unclosed = unclosed
        self.is_in_unclosed = False
        self.flow = Flow(page)
        self.hidden = hidden
        self.entities = entities(page.source) if page.is_xml else {}
        self.code = self.sup = self.pre = 0
        self.struck = OpenPart()  # by its style
        self.media = ""  # for which the style sheet is that is being read
        self._roles = OpenRoles()

    def take(self, token: HtmlToken) -> None:
        if self.hidden.holds(token, self.page.source):
            self._held(token)
            return
        if token.kind in {"text", "cdata"}:
            self._take_text(token)
        elif token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token)

    def _held(self, token: HtmlToken) -> None:
        """Take what is not displayed: style sheets, and the ends of blocks that take up room."""
        part, raw = self.hidden.part, self.page.source[token.start : token.end]
        if token.kind == "open" and token.name == "style":
            own = attributes(raw)
            is_css = own.get("type", "").strip().lower() in {"", "text/css"}
            self.media = own.get("media", "") if is_css else _NO_MEDIA
        elif part.innermost == "style" and part.name in {"style", "head"}:
            self.hidden.sheets.add(raw, self.media)
        elif self.hidden.takes_room and token.name in _BLOCKS:
            self._end_block()

    def _open(self, token: HtmlToken) -> None:
        name = token.name
        tag = self.page.source[token.start : token.end]
        self.page.counts[name] = self.page.counts.get(name, 0) + 1
        if name == "img" and attributes(tag).get("alt", "").strip():
            self.page.described += 1
        if name in _BLOCKS:
            self._end_block()
        if self.hidden.begins(token, tag, is_xml=self.page.is_xml):
            self.page.hidden += name not in ALWAYS and name != "head"
            self._held(token)
            return
        self._roles.begin(name)
        if name in _UNJUDGED and token.start in self.unclosed:
            self.is_in_unclosed = True
        else:
            self.code += name in _UNJUDGED
        self._strike(token, tag)
        self.sup += name == "sup"
        self.pre += name in {"pre", "listing"}
        if name == "br":
            self.flow.line_break(token.start, token.end)

    def _strike(self, token: HtmlToken, tag: str) -> None:
        """Note a start tag as one that strikes text out, or as one within such an element."""
        name = token.name
        if self.struck.name and not self.struck.ends_before(name):
            self.struck.opened(name)
        elif (
            ("line-through" in tag.lower() or self.hidden.sheets)
            and not is_empty(name, tag, is_xml=self.page.is_xml)
            and strikes(self.hidden.sheets.style_of(name, tag))
        ):
            self.struck.begin(name, "unclosed" if token.start in self.unclosed else "")

    def _close(self, token: HtmlToken) -> None:
        name = token.name
        self._roles.end(name)
        if name in _BLOCKS:
            self._end_block()
        self.code -= name in _UNJUDGED and self.code > 0
        if self.struck.name:
            self.struck.closed(name)
        self.sup -= name == "sup" and self.sup > 0
        self.pre -= name in {"pre", "listing"} and self.pre > 0

    def _end_block(self) -> None:
        self.flow.end_block()
        self.is_in_unclosed = False
        if self.struck.own_state == "unclosed":
            self.struck.end()

    def _take_text(self, token: HtmlToken) -> None:
        start = self.flow.next_start
        if is_raw := token.kind == "cdata":
            self.page.cdata.append(Span(token.start, token.end))
        for match in _PIECE.finditer(self.page.source, token.start, token.end):
            if match[0][0] in _BLANK and not self.pre:
                self.flow.blank(*match.span())
            else:
                self._give(match, is_raw=is_raw)
        if self.sup and self.page.size > start:
            self.page.raised.append(Span(start, self.page.size))
        if (self.code or self.is_in_unclosed or self.struck.name) and self.page.size > start:
            self.page.skip.append(Span(start, self.page.size))

    def _give(self, match: re.Match[str], *, is_raw: bool) -> None:
        piece = match[0]
        is_entity = len(piece) > 1 and piece[0] == "&" and not is_raw
        plain = self._decoded(piece) if is_entity else piece
        plain = plain.replace("\u2029", " ")
        if plain != piece and not self.pre:
            plain = plain.replace("\n", " ").replace("\r", " ")
        if self.flow.new_block or not self.page.size:
            self.page.roles.append(Role(self.flow.next_start, *self._roles.innermost))
        self.flow.give(plain, *match.span(), exact=len(plain) == len(piece))
        if is_entity and plain == piece and piece[-1] == ";":  # whose name is no word
            self.page.skip.append(Span(self.page.size - len(piece), self.page.size))

    def _decoded(self, entity: str) -> str:
        """Return the text of an entity, perhaps one of the page's own; itself if unknown."""
        name = entity[1:-1]
        if name in self.entities:
            return decoded(name, self.entities) or entity
        return html.unescape(entity)
