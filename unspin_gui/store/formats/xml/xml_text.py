"""The text of an XML document, mapped to the source character by character."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from unspin_gui.core.document.roles import Role, RoleKind
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.mapped.mapped_text import Flow, MappedText
from unspin_gui.store.formats.markup import MarkupError
from unspin_gui.store.formats.odt.odf_styles import Look
from unspin_gui.store.formats.opened import HIDDEN
from unspin_gui.store.formats.tags import tags
from unspin_gui.store.formats.xml.vocabularies import (
    ODF,
    Vocabulary,
    data_of,
    vocabulary_of,
)
from unspin_gui.store.formats.xml.xml_hidden import FlatLooks
from unspin_gui.store.formats.xml.xml_tokens import (
    XmlToken,
    decoded,
    entities,
    fault_of,
    namespace_of,
    tokens,
)

_PIECE = re.compile(r"&[^;\s&]{1,80};|[ \t\n\r]+|[^&\s]+(?: [^&\s]+)*|.|\n")
_BLANK = " \t\n\r"
_WITHIN_WORD = re.compile(r"break\s*=\s*[\"']no")
_BLANKS = tags("s tab lb br")
"""Empty elements that represent white space, unless they are line breaks."""
_MATH = "math"
_HEAD = 4_000
"""The characters of the markup that are examined for the kind of document."""
_ROLES: dict[str, RoleKind] = {
    **dict.fromkeys(tags("title head h article-title subtitle"), "heading"),
    **dict.fromkeys(tags("list-item item listitem li"), "item"),
    **dict.fromkeys(tags("td th cell entry table-cell"), "cell"),
}
_SECTIONS = tags("sec section sect1 sect2 sect3 chapter div div1 div2 div3")
_CALLED = {
    **dict.fromkeys(tags("ref-list listBibl bibliography bibliolist"), Message("reference lists")),
    **dict.fromkeys(tags("formula disp-formula equation informalequation"), Message("formulas")),
    **dict.fromkeys(tags("graphic mediaobject media image binary"), Message("pictures")),
    **dict.fromkeys(tags("journal-meta teiHeader meta prolog"), Message("metadata")),
}


@dataclass(slots=True)
class XmlPage(MappedText):
    """A document that has been read; `cdata` are the contents of its CDATA sections."""

    cdata: list[Span] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


class _Open(NamedTuple):
    """An element that is open, and what its end ends."""

    name: str
    is_block: bool
    is_unjudged: bool
    is_note: bool
    is_verbatim: bool
    is_raised: bool
    look: Look


def notices(page: XmlPage) -> tuple[str, ...]:
    """What to say about the parts of a document that are not shown."""
    pattern = "The document has {0} ({1}), which are not shown."
    return tuple(Message(pattern, what, count) for what, count in sorted(page.left_out.items()))


def read_xml(path: object, source: str) -> XmlPage:
    """Read a document; raises MarkupError if it is not well-formed, or is no document of text."""
    if fault := fault_of(source):
        raise MarkupError(path, f"XML that is not well-formed ({fault})")
    pieces = list(tokens(source))
    root = next(token for token in pieces if token.kind in {"open", "empty"})
    if what := data_of(root.name, namespace_of(source, root)):
        raise MarkupError(path, f"XML that holds {what}")
    reader = _XmlReader(source, vocabulary_of(_markup(source, pieces), root.name), pieces)
    for token in pieces:
        reader.take(token)
    return reader.page


def _markup(source: str, pieces: list[XmlToken]) -> str:
    """Return the first tags and declarations, without text and comments."""
    found, size = list[str](), 0
    for token in pieces:
        if token.kind not in {"text", "cdata"} and not source.startswith("<!--", token.start):
            found.append(source[token.start : token.end])
            size += token.end - token.start
        if size > _HEAD:
            break
    return "".join(found)[:_HEAD]


def _beside_text(source: str, pieces: list[XmlToken]) -> frozenset[str]:
    """Return the names of elements that occur beside text somewhere in the document."""
    found, inside, has_text = set[str](), [set[str]()], [False]
    for token in pieces:
        if token.kind in {"open", "empty"}:
            inside[-1].add(token.name)
        if token.kind == "open":
            inside.append(set())
            has_text.append(False)
        elif token.kind == "close":
            children = inside.pop()
            if has_text.pop():
                found |= children
        elif token.kind in {"text", "cdata"} and not has_text[-1]:
            has_text[-1] = bool(source[token.start : token.end].strip())
    return frozenset(found)


class _XmlReader:
    def __init__(self, source: str, vocabulary: Vocabulary, pieces: list[XmlToken]) -> None:
        self.page = XmlPage(source)
        self.flow = Flow(self.page, lines=True)
        self.known = vocabulary
        beside = _beside_text(source, pieces)
        self.inline = vocabulary.inline | (beside - vocabulary.blocks) | {_MATH}
        self.entities = entities(source)
        self.looks = FlatLooks(source, pieces) if vocabulary is ODF else None
        self.open: list[_Open] = []
        self.hidden = self.unjudged = self.notes = self.verbatim = self.raised = 0

    def take(self, token: XmlToken) -> None:
        if token.kind in {"text", "cdata"}:
            if not (self.hidden or self._look.hidden):
                self._take_text(token)
        elif self.hidden:
            self.hidden += (token.kind == "open") - (token.kind == "close")
        elif token.kind == "open":
            self._begin(token)
        elif token.kind == "empty":
            self._empty(token)
        elif token.kind == "close":
            self._end(token)

    def _is_hidden(self, name: str) -> bool:
        if name in self.known.hidden:
            return True
        in_choice = bool(self.open) and self.open[-1].name == "choice"
        return in_choice and name in self.known.alternatives

    def _empty(self, token: XmlToken) -> None:
        name = token.name
        if name in self.known.breaks:
            self.flow.line_break(token.start, token.end)
        elif name in _BLANKS:
            if not _WITHIN_WORD.search(self.page.source, token.start, token.end):
                self.flow.blank(token.start, token.end)
        elif not (name in self.inline or self.notes or self.unjudged):
            self.flow.end_block()
        if self._is_hidden(name):
            self._count_hidden(name)

    @property
    def _look(self) -> Look:
        """Return how text is shown here."""
        return self.open[-1].look if self.open else Look()

    def _count_hidden(self, name: str) -> None:
        if what := _CALLED.get(name):
            self.page.left_out[what] += 1

    def _begin(self, token: XmlToken) -> None:
        name, known = token.name, self.known
        if self._is_hidden(name):
            self.hidden = 1
            self._count_hidden(name)
            return
        look = self.looks.look(token, self._look) if self.looks else self._look
        if look is None or (look.hidden and not self._look.hidden):
            self.page.left_out[HIDDEN] += 1
        if look is None:
            self.hidden = 1
            return
        is_note = name in known.notes and not self.flow.new_block and self.page.size > 0
        is_inline = is_note or name in self.inline or self.notes or self.unjudged
        opened = _Open(
            name,
            not is_inline,
            name in known.unjudged or name == _MATH,
            is_note,
            name in known.verbatim,
            name in {"sup", "superscript"},
            look,
        )
        if opened.is_block:
            self.flow.end_block()
        elif self.notes:
            self.flow.blank(token.start, token.start)
        if is_note:
            self._set_apart(" [", token.start)
            self.flow.after_blank = True
        self.open.append(opened)
        self._count(opened, 1)

    def _end(self, token: XmlToken) -> None:
        ended = self.open.pop()
        self._count(ended, -1)
        if ended.is_block:
            self.flow.end_block()
        if ended.is_note:
            self.flow.pending = None
            self._set_apart("]", token.end)

    def _count(self, element: _Open, by: int) -> None:
        self.unjudged += by * element.is_unjudged
        self.notes += by * element.is_note
        self.verbatim += by * element.is_verbatim
        self.raised += by * element.is_raised

    def _set_apart(self, sign: str, raw: int) -> None:
        """Show a character that is not in the source, and across which no phrase extends."""
        self.flow.give(sign, raw, raw, exact=False)
        self.page.skip.append(Span(self.page.size - len(sign), self.page.size))

    def _take_text(self, token: XmlToken) -> None:
        start = self.flow.next_start
        if token.kind == "cdata":
            self.page.cdata.append(Span(token.start, token.end))
        for match in _PIECE.finditer(self.page.source, token.start, token.end):
            if match[0][0] in _BLANK and not self.verbatim:
                self.flow.blank(*match.span())
            else:
                self._give(match, is_raw=token.kind == "cdata")
        if (self.raised or self._look.raised) and self.page.size > start:
            self.page.raised.append(Span(start, self.page.size))
        if (self.unjudged or self._look.struck) and self.page.size > start:
            self.page.skip.append(Span(start, self.page.size))

    def _note_role(self) -> None:
        """Note the role of the paragraph that begins now."""
        roles = (_ROLES[one.name] for one in reversed(self.open) if one.name in _ROLES)
        kind: RoleKind = next(roles, "text")
        counted = _SECTIONS if kind == "heading" else {n for n, k in _ROLES.items() if k == kind}
        level = sum(one.name in counted for one in self.open)
        self.page.roles.append(Role(self.flow.next_start, kind, max(1, level)))

    def _give(self, match: re.Match[str], *, is_raw: bool) -> None:
        piece = match[0]
        if self.flow.new_block or not self.page.size:
            self._note_role()
        if is_raw or piece[0] != "&":
            self.flow.give(piece, *match.span(), exact=True)
            return
        plain = decoded(piece[1:-1], self.entities)
        self.flow.give(plain or piece, *match.span(), exact=False)
        if not plain:
            self.page.skip.append(Span(self.page.size - len(piece), self.page.size))
