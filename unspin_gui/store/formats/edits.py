"""Reduces edits to the smallest operations, so that only words that differ are touched."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span, merged, shared_ends
from unspin_gui.store.formats.opened import Edit

_TOKEN = pattern(r"[^\W⁰¹²³⁴-⁹]+|\s|[^\w\s]|[⁰¹²³⁴-⁹]")
_WORD = pattern(r"\w")
_LONGEST = 3000
"""Longer edits, in tokens, are only trimmed at both ends: comparing them would take too long."""
_END = pattern("\n+")


class Operation(NamedTuple):
    """Replace `[start, end)` by `text`; `edit` is the index of the edit that this is part of."""

    start: int
    end: int
    text: str
    edit: int


def ordered(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits ordered by place; raises ValueError if they overlap or exceed the text."""
    by_place = tuple(sorted(edits, key=lambda edit: edit.span))
    end = 0
    for edit in by_place:
        if not end <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"edit at {edit.span} overlaps another or lies outside the text")
        end = edit.span.end
    return by_place


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with ordered edits applied."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def operations(text: str, edits: Sequence[Edit], *, whole: bool = False) -> tuple[Operation, ...]:
    """Return what ordered edits really change, word by word.

    With `whole`, adjacent words count as one change, as a reader of tracked changes expects;
    otherwise each word is changed in place and keeps its formatting.
    """
    found: list[Operation] = []
    for index, edit in enumerate(edits):
        old = _TOKEN.findall(text[edit.span.start : edit.span.end])
        changes = _changes(old, _TOKEN.findall(edit.text))
        if whole:
            changes = _merged(old, changes)
        found += _placed(edit.span.start, old, changes, index)
    return tuple(found)


def unjudged(text: str, more: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the spans of a text to skip: `more`, and the paragraph ends.

    So no phrase is found that begins in one table cell and ends in the next.
    """
    ends = (Span(*match.span()) for match in _END.finditer(text))
    return merged(span for span in [*more, *ends] if span.size)


class _Change(NamedTuple):
    """Tokens `[start, end)` of the old wording become `new`."""

    start: int
    end: int
    new: str


def _changes(old: list[str], new: list[str]) -> list[_Change]:
    head, tail = shared_ends(old, new)
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    if not a and not b:
        return []
    if len(a) + len(b) > _LONGEST:
        return [_Change(head, head + len(a), "".join(b))]
    from difflib import SequenceMatcher  # noqa: PLC0415 - not needed to read

    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [
        _Change(head + i, head + j, "".join(b[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _merged(old: list[str], changes: list[_Change]) -> list[_Change]:
    kept: list[_Change] = []
    for change in changes:
        between = "".join(old[kept[-1].end : change.start]) if kept else "word"
        if "\n" in between or _WORD.search(between):
            kept.append(change)
        else:
            last = kept.pop()
            kept.append(_Change(last.start, change.end, last.new + between + change.new))
    return kept


def _placed(
    start: int, old: list[str], changes: Iterable[_Change], index: int
) -> Iterable[Operation]:
    places = [start]
    for token in old:
        places.append(places[-1] + len(token))
    return [Operation(places[c.start], places[c.end], c.new, index) for c in changes]
