"""The text of an office document: paragraphs made of pieces, each one element or chunk.

Word and OpenDocument files are read into the same structure, so that edits are located in one way.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from unspin_gui.core.document.roles import Role, RoleKind
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.edits import Operation
from unspin_gui.store.formats.office.xml_tree import Chunk, XmlNode
from unspin_gui.store.formats.opened import Edit
from unspin_gui.store.formats.raised import with_raised


@dataclass(slots=True, eq=False)
class StoryPiece:
    """Displayed text that comes from one element or chunk.

    `computed`: it is the result of a field, which its program recomputes; `in_field`: of any field,
    including links. `is_struck`: its author has struck it out. `untracked`: where it is, if not
    every program can accept or reject tracked changes there.
    """

    text: str
    place: XmlNode | Chunk
    run: XmlNode
    start: int = 0
    is_raised: bool = False
    is_struck: bool = False
    computed: bool = False
    in_field: bool = False
    untracked: str = ""

    @property
    def end(self) -> int:
        """Its end in the displayed text."""
        return self.start + len(self.text)


@dataclass(slots=True, eq=False)
class Paragraph:
    """A displayed paragraph: usually one element, more where their ends are deleted.

    `role` says what it is, and its level.
    `twin` is the same paragraph stored a second time, for older or newer programs; `part` names the
    member of the archive.
    """

    part: str
    nodes: list[XmlNode]
    pieces: list[StoryPiece] = field(default_factory=list)
    twin: "Paragraph | None" = None
    start: int = 0
    is_open: bool = False
    role: tuple[RoleKind, int] = ("text", 1)

    @property
    def text(self) -> str:
        """Its displayed text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def end(self) -> int:
        """Its end in the displayed text."""
        return self.start + sum(len(piece.text) for piece in self.pieces)


@dataclass(slots=True)
class Story:
    """All paragraphs in the order in which they are displayed.

    `hidden` is how many passages its program does not show; they are in no paragraph.
    """

    paragraphs: list[Paragraph]
    hidden: int = 0
    starts: list[int] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        """Give each paragraph and piece its place."""
        at = 0
        for paragraph in self.paragraphs:
            self.starts.append(at)
            paragraph.start = at
            for piece in paragraph.pieces:
                piece.start = at
                at += len(piece.text)
            at += 1
        self.text = "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def shown(self) -> str:
        """The text as the panes show it, with raised digits as superscripts."""
        pieces = (piece for paragraph in self.paragraphs for piece in paragraph.pieces)
        return with_raised(self.text, [Span(p.start, p.end) for p in pieces if p.is_raised])

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of the paragraphs."""
        return tuple(Role(p.start, *p.role) for p in self.paragraphs if p.pieces)

    @property
    def page_ends(self) -> list[Span]:
        """Where a break within a paragraph ends a page or a column."""
        pieces = (piece for paragraph in self.paragraphs for piece in paragraph.pieces)
        return [Span(p.start, p.end) for p in pieces if _ends_page(p.place)]

    @property
    def unjudged(self) -> list[Span]:
        """The spans of text that programs recompute, and of what is struck out."""
        pieces = (piece for paragraph in self.paragraphs for piece in paragraph.pieces)
        return [Span(one.start, one.end) for one in pieces if one.computed or one.is_struck]

    def at(self, place: int) -> int:
        """The index of the paragraph that contains the place, its end included."""
        return bisect_right(self.starts, place) - 1


@dataclass(slots=True)
class StoryCut:
    """What one operation does to one piece: `[start, end)` is removed, `new` is put at the end."""

    start: int
    end: int
    new: str
    operation: Operation


@dataclass(slots=True)
class StoryPlan:
    """What is to be done to a document.

    `cuts` by piece, in order; `fresh`: text for paragraphs that have none; `joins`: the indices of
    paragraphs whose end is removed, with the operation that removes it.
    """

    story: Story
    cuts: dict[StoryPiece, list[StoryCut]] = field(default_factory=dict)
    fresh: dict[int, list[StoryCut]] = field(default_factory=dict)
    joins: dict[int, Operation] = field(default_factory=dict)

    @property
    def untracked(self) -> Counter[str]:
        """The number of operations that change text where nothing is tracked, by location."""
        places = {
            (cut.operation.edit, piece.untracked)
            for piece, cuts in self.cuts.items()
            for cut in cuts
            if piece.untracked
        }
        return Counter(place for _edit, place in places)

    def touched(self) -> Iterable[int]:
        """The indices of all paragraphs affected, in order."""
        found = set(self.fresh)
        for piece in self.cuts:
            found.add(self.story.at(piece.start))
        for index in self.joins:
            found |= {index, index + 1}
        return sorted(found)


def planned(
    path: object, story: Story, edits: Sequence[Edit], work: Iterable[Operation]
) -> StoryPlan:
    """Return which pieces operations affect; raises StoreError if they remove the text's end."""
    plan = StoryPlan(story)
    for operation in work:
        _add(path, plan, operation, edits[operation.edit].span)
    return plan


def twin_cuts(plan: StoryPlan, paragraph: Paragraph) -> dict[StoryPiece, list[StoryCut]]:
    """The cuts of a paragraph mapped to its twin, whose pieces may be divided differently."""
    if paragraph.twin is None:
        return {}
    shadow = Story([paragraph.twin])
    found = StoryPlan(shadow)
    for piece in paragraph.pieces:
        for cut in plan.cuts.get(piece, ()):
            start = piece.start - paragraph.start + cut.start
            end = start + cut.end - cut.start
            moved = cut.operation._replace(start=start, end=end, text=cut.new)
            _add("", found, moved, Span(start, end))
    return found.cuts


def _add(path: object, plan: StoryPlan, operation: Operation, edited: Span) -> None:
    first, last = plan.story.at(operation.start), plan.story.at(operation.end)
    pieces = [
        piece
        for index in range(first, last + 1)
        for piece in _near(plan.story.paragraphs[index].pieces, operation.start, operation.end)
        if piece.start < operation.end and operation.start < piece.end
    ]
    for index in range(first, last):
        if index in plan.joins:
            raise StoreError(path, Message("a paragraph end is deleted twice"))
        plan.joins[index] = operation
    new = operation.text
    if field := next((piece for piece in pieces if piece.computed), None):
        raise _of_a_field(path, field.text)
    for piece in pieces:
        start = max(operation.start, piece.start) - piece.start
        end = min(operation.end, piece.end) - piece.start
        plan.cuts.setdefault(piece, []).append(StoryCut(start, end, new, operation))
        new = ""
    if new:
        _put(path, plan, operation, edited, first)


def _of_a_field(path: object, text: str) -> StoreError:
    reason = Message(
        "“{0}” is generated by the document's own program, so it cannot be corrected", text[:40]
    )
    return StoreError(path, Message("{0}; undo that or save as plain text", reason))


def _put(path: object, plan: StoryPlan, operation: Operation, edited: Span, index: int) -> None:
    """Put new text into an adjacent piece, preferably one that belongs to what was edited."""
    place = operation.start
    all_pieces = plan.story.paragraphs[index].pieces
    beside = [p for p in _near(all_pieces, place, place) if p.text] or all_pieces[:1]
    if not beside:
        cut = StoryCut(0, 0, operation.text, operation)
        plan.fresh.setdefault(index, []).append(cut)
        return
    fields = [piece for piece in beside if piece.computed]
    beside = [piece for piece in beside if not piece.computed]
    if not beside:
        raise _of_a_field(path, fields[0].text)
    own = [piece for piece in beside if edited.overlaps(Span(piece.start, piece.end))]
    piece = (own or beside)[0]
    at = place - piece.start
    plan.cuts.setdefault(piece, []).append(StoryCut(at, at, operation.text, operation))
    plan.cuts[piece].sort(key=lambda cut: (cut.start, cut.end))


def _ends_page(place: XmlNode | Chunk) -> bool:
    if isinstance(place, Chunk) or place.tag != "w:br":
        return False
    return place.attributes.get("w:type") in {"page", "column"}


def _near(pieces: list[StoryPiece], start: int, end: int) -> list[StoryPiece]:
    """The pieces that overlap or border a span."""
    first = bisect_left(pieces, start, key=_end)
    return pieces[first : bisect_right(pieces, end, key=_start)]


def _start(piece: StoryPiece) -> int:
    return piece.start


def _end(piece: StoryPiece) -> int:
    return piece.end
