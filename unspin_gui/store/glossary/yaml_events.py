"""Reads YAML as harmless data: a guarded loader on top of PyYAML's event parser.

Every scalar is text. Anchors, aliases, tags, merge keys, further documents, duplicate keys, deep
nesting and oversized parts are refused with their place. PyYAML's own loaders are not used because
they turn `no` into False, silently drop duplicates, and crash on deep nesting.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from unspin_gui.core.text.messages import Message
from unspin_gui.store.glossary.elements import (
    MOST_ENTRIES,
    NO_LAYOUT,
    TOO_MANY,
    ElementError,
    Layout,
    Table,
    Value,
    YamlError,
    YamlItem,
)

T = TypeVar("T")

_DEEPEST = 6
_MOST_KEYS = 100
_MOST_VALUES = 10_000

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_Event: TypeAlias = Any  # PyYAML's stubs omit what its events carry
_Next: TypeAlias = Callable[[], _Event]
_Inner: TypeAlias = Callable[[str, _Event, _Next], bool]
"""Consumes the value of a key itself, and returns whether it did."""
_NO_ALIAS = Message("aliases (*) are not supported; write the text out, or put it in quotes")


class _RefusedError(Exception):
    """Line and column from 0, and the reason."""


def _refused(reason: str, event: _Event) -> _RefusedError:
    return _RefusedError(event.start_mark.line, event.start_mark.column, reason)


def load(path: object, text: str, make: Callable[[YamlItem], T]) -> tuple[list[T], Layout]:
    """Apply `make` to each top-level element of the only document in `text`.

    Raises YamlError, also if `make` raises ElementError.
    """
    return _told(path, text, lambda: _load(text, make))


def load_parts(path: object, text: str, name: str) -> tuple[list[YamlItem], list[YamlItem]]:
    """The elements of a mapping, and separately those of its mapping called `name`, with places.

    That one may have as many as a glossary; among the elements its value is an empty mapping.
    Raises YamlError.
    """
    parts: list[YamlItem] = []

    def inner(key: str, event: _Event, next_event: _Next) -> bool:
        if key != name or type(event) is not MappingStartEvent:
            return False
        _refuse_marks(event)
        for item, _ in _mapping_items(next_event):
            parts.append(item)
            if len(parts) > MOST_ENTRIES:
                raise _RefusedError(item.line, item.column, TOO_MANY)
        return True

    return _told(path, text, lambda: _load(text, lambda item: item, inner))[0], parts


def _told(path: object, text: str, act: Callable[[], T]) -> T:
    """The result of `act`; errors of the parser become a YamlError with its place."""
    try:
        return act()
    except _RefusedError as refused:
        line, column, reason = refused.args
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        reason = _plain(error)
    except (yaml.YAMLError, UnicodeEncodeError):
        line, column, what = _bad_character(text)
        reason = Message("{0} is not allowed; remove it", what)
    raise YamlError(path, reason, text, line, column)


def _load(
    text: str, make: Callable[[YamlItem], T], inner: _Inner | None = None
) -> tuple[list[T], Layout]:
    next_event: _Next = _LOADER(text).get_event
    next_event()
    if type(next_event()) is StreamEndEvent:
        return [], NO_LAYOUT
    made, layout = _top(next_event(), next_event, make, inner)
    end: Any = next_event()
    if end.explicit:
        layout = layout._replace(end=end.start_mark.index)
    after: Any = next_event()
    if type(after) is not StreamEndEvent:
        raise _refused(
            Message("a second document starts here; a file holds one glossary only"), after
        )
    return made, layout


def _top(
    top: _Event, next_event: _Next, make: Callable[[YamlItem], T], inner: _Inner | None
) -> tuple[list[T], Layout]:
    kind = type(top)
    _refuse_marks(top)
    if kind is ScalarEvent and not top.value and not top.style:
        return [], NO_LAYOUT
    if kind is SequenceStartEvent:
        elements = _list_items(next_event)
    elif kind is MappingStartEvent:
        elements = _mapping_items(next_event, inner)
    else:
        raise _refused(Message("a list of entries or a mapping of phrases was expected"), top)
    inside, line, column = top.start_mark.index + 1, -1, 0
    made: list[T] = []
    for item, inside in elements:  # noqa: B007 - the last one's end is wanted
        line, column = item.line, item.column
        try:
            made.append(make(item))
        except ElementError as error:
            raise _RefusedError(line, column, str(error)) from None
        if len(made) > MOST_ENTRIES:
            raise _RefusedError(line, column, TOO_MANY)
    return made, Layout(kind is MappingStartEvent, bool(top.flow_style), inside, -1, column, line)


def _list_items(next_event: _Next) -> Iterator[tuple[YamlItem, int]]:
    event: Any
    while type(event := next_event()) is not SequenceEndEvent:
        if type(event) is not MappingStartEvent:
            raise _refused(Message('an entry such as "spun: phrase" was expected'), event)
        table, end = _table(event, next_event, 2)
        mark: Any = event.start_mark
        yield YamlItem(mark.line, mark.column, None, table), end.end_mark.index


def _mapping_items(
    next_event: _Next, inner: _Inner | None = None
) -> Iterator[tuple[YamlItem, int]]:
    seen: dict[str, _Event] = {}
    while type(event := next_event()) is not MappingEndEvent:
        key = _key(event, seen)
        mark = event.start_mark
        first = next_event()
        value: Value
        if inner is not None and inner(key, first, next_event):
            value, end = {}, first
        else:
            value, end = _value(first, next_event, 2)
        yield YamlItem(mark.line, mark.column, key, value), end.end_mark.index


def _value(event: _Event, next_event: _Next, depth: int) -> tuple[Value, _Event]:
    """The value that starts with `event`, and its last event."""
    kind = type(event)
    if kind is AliasEvent:
        raise _refused(_NO_ALIAS, event)
    if event.anchor is not None or event.tag is not None:
        _refuse_marks(event)
    if kind is ScalarEvent:
        return event.value, event
    if depth > _DEEPEST:
        raise _refused(Message("nested deeper than {0} levels", _DEEPEST), event)
    if kind is SequenceStartEvent:
        return _list(event, next_event, depth)
    return _table(event, next_event, depth)


def _list(event: _Event, next_event: _Next, depth: int) -> tuple[list[Value], _Event]:
    values: list[Value] = []
    while type(inner := next_event()) is not SequenceEndEvent:
        if type(inner) is ScalarEvent and inner.anchor is None and inner.tag is None:
            values.append(inner.value)
        else:
            values.append(_value(inner, next_event, depth + 1)[0])
        if len(values) > _MOST_VALUES:
            raise _refused(Message("a list has more than {0} values", _MOST_VALUES), event)
    return values, inner


def _table(event: _Event, next_event: _Next, depth: int) -> tuple[Table, _Event]:
    if event.anchor is not None or event.tag is not None:
        _refuse_marks(event)
    table: Table = {}
    seen: dict[str, _Event] = {}
    while type(inner := next_event()) is not MappingEndEvent:
        key = _key(inner, seen)
        if len(seen) > _MOST_KEYS:
            raise _refused(Message("an entry has more than {0} keys", _MOST_KEYS), event)
        value = next_event()
        if type(value) is ScalarEvent and value.anchor is None and value.tag is None:
            table[key] = value.value
        else:
            table[key] = _value(value, next_event, depth + 1)[0]
    return table, inner


def _key(event: _Event, seen: dict[str, _Event]) -> str:
    """The key's text, recorded in `seen`; refuses keys that are not plain or occur twice."""
    if type(event) is not ScalarEvent:
        is_alias = type(event) is AliasEvent
        raise _refused(_NO_ALIAS if is_alias else Message("a key must be plain text"), event)
    key: str = event.value
    if event.anchor is not None or event.tag is not None:
        _refuse_marks(event)
    if key in seen:
        first = seen[key].start_mark.line + 1
        raise _refused(
            Message("the key “{0}” is repeated; it is already in line {1}", key, first), event
        )
    if key == "<<" and not event.style:
        raise _refused(Message("merge keys (<<) are not supported; write the entries out"), event)
    seen[key] = event
    return key


def _refuse_marks(event: _Event) -> None:
    if getattr(event, "anchor", None) is not None:
        what = _NO_ALIAS if type(event) is AliasEvent else "anchors (&) are not read; use quotes"
        raise _refused(what, event)
    if event.tag is not None:
        raise _refused(Message("tags (!) are not supported; put the text in quotes"), event)


def _plain(error: yaml.MarkedYAMLError) -> str:
    """PyYAML's reason in words for people who have never seen YAML."""
    problem = error.problem or "not valid YAML"
    if "cannot start any token" in problem:
        return Message(
            "a tab or special character is not allowed here; use spaces, or put it in quotes"
        )
    if "mapping values are not allowed" in problem:
        return Message("a colon is not allowed here; put the text in quotes")
    if "did not find expected" in problem or "expected <block end>" in problem:
        return Message("the lines do not fit together ({0}); check indentation and quotes", problem)
    return Message("{0}; check quotes and indentation", problem)


def _bad_character(text: str) -> tuple[int, int, str]:
    for number, line in enumerate(text.split("\n")):
        for column, c in enumerate(line):
            if not (c.isprintable() or c in "\t\r\x85") and (ord(c) < 0xA0 or not _is_fit(c)):
                return number, column, f"the character U+{ord(c):04X}"
    return 0, 0, "something that is no text"


def _is_fit(character: str) -> bool:
    return not (0xD800 <= ord(character) <= 0xDFFF or ord(character) in {0xFFFE, 0xFFFF})
