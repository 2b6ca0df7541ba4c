"""The parts of a glossary file with their places, for text that the guarded loader has accepted."""

from typing import Any, Literal, NamedTuple

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlNode(NamedTuple):
    """A part of the file with its place; `end` is after its last significant character.

    `parts` are the elements of a list, or the alternating keys and values of a mapping.
    """

    kind: Literal["scalar", "list", "map"]
    start: int
    end: int
    flow: bool
    text: str = ""
    parts: "tuple[YamlNode, ...]" = ()

    @property
    def pairs(self) -> "list[tuple[YamlNode, YamlNode]]":
        """The keys and values of a mapping."""
        return list(zip(self.parts[::2], self.parts[1::2], strict=True))


def tree_of(text: str) -> YamlNode:
    """The first top-level part of the text."""
    next_event = _LOADER(text).get_event
    next_event()
    next_event()
    return _node(text, next_event(), next_event)


def _node(text: str, event: Any, next_event: Any) -> YamlNode:  # noqa: ANN401 - PyYAML's events
    start, end = event.start_mark.index, event.end_mark.index
    if type(event) is ScalarEvent:
        if event.style in {"|", ">"}:
            end = start + len(text[start:end].rstrip())
        return YamlNode("scalar", start, end, flow=True, text=event.value)
    parts: list[YamlNode] = []
    while type(inner := next_event()) not in {SequenceEndEvent, MappingEndEvent}:
        parts.append(_node(text, inner, next_event))
    kind: Literal["map", "list"] = "map" if type(event) is MappingStartEvent else "list"
    if event.flow_style:
        end = inner.end_mark.index
    elif parts:
        end = parts[-1].end
    return YamlNode(kind, start, end, bool(event.flow_style), parts=tuple(parts))
