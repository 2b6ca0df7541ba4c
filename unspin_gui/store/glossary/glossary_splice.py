"""Changes a glossary file's text entry by entry; every other character stays as it is.

It works on text that the guarded loader has accepted. The result is trusted only after it has been
parsed again and compared (see `glossary_file`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import yaml

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary import glossary_entries as emit
from unspin_gui.store.glossary.elements import Layout, line_of, starts_of
from unspin_gui.store.glossary.yaml_nodes import YamlNode, tree_of

_LISTS = {"fix": "fixes", "tags": "tags", "unless": "unless", "only_with": "only_with"}


_Changes: TypeAlias = Mapping[int, tuple[Entry, Entry | None]]


class _EntangledError(Exception):
    """The lines of an element cannot be parsed on their own."""


class SpliceCut(NamedTuple):
    """Characters `[start, end)` to be replaced by `text`."""

    start: int
    end: int
    text: str = ""


def append(text: str, layout: Layout, entries: Sequence[Entry]) -> str:
    """Add entries after the last one."""
    if layout.is_flow:
        return _append_flow(text, layout, entries)
    style = style_of(text, layout)
    make = emit.pair_of if layout.is_mapping else emit.lines_of
    new = "".join(make(entry, style) for entry in entries)
    at = layout.end if layout.end >= 0 else len(text)
    gap = style.eol if at and text[at - 1] not in "\r\n" else ""
    return text[:at] + gap + new + text[at:]


def edit(text: str, layout: Layout, lines: Sequence[int], changes: _Changes) -> str:
    """Change numbered elements from the first to the second entry of a pair, or remove them.

    `lines` are those of all elements (from 1). If each changed element has lines of its own, no
    others are parsed.
    """
    if not layout.is_flow:
        try:
            return _edited_apart(text, layout, lines, changes)
        except (_EntangledError, yaml.YAMLError):
            pass
    return _edited(text, tree_of(text), changes)


def _edited_apart(text: str, layout: Layout, lines: Sequence[int], changes: _Changes) -> str:
    """Like `edit`, parsing each element alone; raises _EntangledError if one cannot be."""
    starts = [*starts_of(text), len(text)]
    done, at = [], 0
    for number in sorted(changes):
        last = lines[number + 1] - 1 if number + 1 < len(lines) else -1
        start, end = starts[lines[number] - 1], starts[last]
        part = text[start:end]
        if "\n" not in part:
            raise _EntangledError
        top = tree_of(part)
        elements = len(top.parts) // 2 if layout.is_mapping else len(top.parts)
        if top.kind != ("map" if layout.is_mapping else "list") or top.flow or elements != 1:
            raise _EntangledError
        done += [text[at:start], _edited(part, top, {0: changes[number]})]
        at = end
    return "".join([*done, text[at:]])


def _edited(text: str, top: YamlNode, changes: _Changes) -> str:
    elements: list[tuple[YamlNode | None, YamlNode]] = [(None, part) for part in top.parts]
    if top.kind == "map":
        elements = [(key, value) for key, value in top.pairs]
    gone = {number for number, (_, new) in changes.items() if new is None}
    cuts = list(_removals(text, top, elements, gone))
    for number, (old, new) in changes.items():
        if new is not None:
            key, value = elements[number]
            cuts += _element_cuts(text, key, value, old, new)
    return _cut(text, cuts)


def style_of(text: str, layout: Layout) -> emit.Style:
    """The layout of the last element, which the next one will follow."""
    eol = eol_of(text)
    if layout.line < 0:
        return emit.Style(eol=eol)
    if layout.is_mapping:
        return emit.Style(" " * layout.column, eol=eol)
    line = line_of(text, layout.line)
    dash = line.rfind("-", 0, layout.column)
    if dash < 0 or line[:dash].strip(" "):
        return emit.Style(eol=eol)
    return emit.Style(" " * dash, " " * (layout.column - dash - 1), eol)


def eol_of(text: str) -> str:
    """The line end of the first line."""
    at = text.find("\n")
    if at < 0 and "\r" in text:
        return "\r"
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"


def _append_flow(text: str, layout: Layout, entries: Sequence[Entry]) -> str:
    parts = [_flow_element(entry, is_mapping=layout.is_mapping) for entry in entries]
    lead = ", " if layout.line >= 0 else ""
    return text[: layout.inside] + lead + ", ".join(parts) + text[layout.inside :]


def _flow_element(entry: Entry, *, is_mapping: bool) -> str:
    if is_mapping:
        return emit.pair_of(entry, emit.Style(eol=""))
    return emit.flow_of(entry)


def _removals(
    text: str, top: YamlNode, elements: list[tuple[YamlNode | None, YamlNode]], gone: set[int]
) -> Iterator[SpliceCut]:
    spans = [((key or value).start, value.end) for key, value in elements]
    if top.flow:
        yield from _flow_removals(text, spans, gone)
        return
    for number in gone:
        start, end = spans[number]
        if top.kind == "list":
            start = text.rfind("-", 0, start)
        yield SpliceCut(_line_start(text, start), _line_end(text, end))


def _flow_removals(text: str, spans: list[tuple[int, int]], gone: set[int]) -> Iterator[SpliceCut]:
    """Remove each element with the comma after it, the last ones with the comma before them."""
    kept_last = max((n for n in range(len(spans)) if n not in gone), default=-1)
    for number in gone:
        if number < kept_last:
            yield SpliceCut(spans[number][0], spans[number + 1][0])
    if kept_last + 1 < len(spans):
        end = spans[-1][1]
        if kept_last >= 0:
            yield SpliceCut(spans[kept_last][1], end)
        else:
            rest = text[end:].lstrip()
            yield SpliceCut(spans[0][0], len(text) - len(rest) + 1 if rest.startswith(",") else end)


def _element_cuts(
    text: str, key: YamlNode | None, value: YamlNode, old: Entry, new: Entry
) -> list[SpliceCut]:
    """The cuts that change one element from the old to the new entry."""
    if key is None:
        was, now = _table(old), _table(new)
        return _table_cuts(text, value, was, now, new)
    cuts = []
    if old.phrase != new.phrase:
        cuts.append(SpliceCut(key.start, key.end, emit.quote(new.phrase)))
    if value.kind == "map":
        was, now = _mapped(old), _mapped(new)
        return cuts + _table_cuts(text, value, was, now, new)
    if emit.mapped_value(old) != emit.mapped_value(new):
        is_plain = emit.fields(new).keys() == {"fix"} and not new.keep
        whole = emit.mapped_value(new)
        cuts.append(_value_cut(text, value, whole, new.fixes if is_plain else ()))
    return cuts


def _table(entry: Entry) -> dict[str, str]:
    return {"keep" if entry.keep else "spun": emit.quote(entry.phrase), **emit.fields(entry)}


def _mapped(entry: Entry) -> dict[str, str]:
    return {**({"keep": '"yes"'} if entry.keep else {}), **emit.fields(entry)}


def _table_cuts(
    text: str, node: YamlNode, was: dict[str, str], now: dict[str, str], new: Entry
) -> list[SpliceCut]:
    """Change values, remove keys and add keys in one mapping."""
    pairs = {key.text: (key, value) for key, value in node.pairs}
    cuts = []
    if ("spun" in was) != ("spun" in now):
        key, value = pairs["spun" if "spun" in was else "keep"]
        name = "spun" if "spun" in now else "keep"
        cuts += [SpliceCut(key.start, key.end, name), _value_cut(text, value, now[name], ())]
        was, now = _without(was, "spun", "keep"), _without(now, "spun", "keep")
    for name, value_text in now.items():
        if name in pairs and was.get(name) != value_text:
            texts = getattr(new, _LISTS[name]) if name in _LISTS else ()
            cuts.append(_value_cut(text, pairs[name][1], value_text, texts))
    gone = (was.keys() - now.keys()) & pairs.keys()
    left = [value.end for key, value in node.pairs if key.text not in gone]
    cuts += _key_removals(text, node, gone)
    cuts += _key_additions(text, node, left, {k: v for k, v in now.items() if k not in pairs})
    return cuts


def _without(table: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in table.items() if name not in names}


def _value_cut(text: str, value: YamlNode, new: str, texts: Sequence[str]) -> SpliceCut:
    if value.kind == "list" and not value.flow and texts:
        column = value.start - _line_start(text, value.start)
        between = eol_of(text) + " " * column + "- "
        return SpliceCut(value.start, value.end, "- " + between.join(map(emit.quote, texts)))
    space = " " if value.start and text[value.start - 1] == ":" else ""
    return SpliceCut(value.start, value.end, space + new)


def _key_removals(text: str, node: YamlNode, names: set[str]) -> Iterator[SpliceCut]:
    pairs = node.pairs
    if node.flow:
        gone = {n for n, (key, _) in enumerate(pairs) if key.text in names}
        spans = [(key.start, value.end) for key, value in pairs]
        yield from _flow_removals(text, spans, gone)
        return
    for number, (key, value) in enumerate(pairs):
        if key.text in names:
            if number == 0 and len(pairs) > 1:
                yield SpliceCut(key.start, pairs[1][0].start)
            else:
                yield SpliceCut(_line_start(text, key.start), _line_end(text, value.end))


def _key_additions(
    text: str, node: YamlNode, left: list[int], new: dict[str, str]
) -> Iterator[SpliceCut]:
    """Add keys after the last one that remains."""
    if not new:
        return
    parts = [f"{name}: {value}" for name, value in new.items()]
    if node.flow:
        at, lead = (left[-1], ", ") if left else (node.start + 1, "")
        yield SpliceCut(at, at, lead + ", ".join(parts))
        return
    lead = eol_of(text) + " " * (node.start - _line_start(text, node.start))
    at = _line_end(text, left[-1] if left else node.start)
    while at and text[at - 1] in "\r\n":
        at -= 1
    yield SpliceCut(at, at, "".join(lead + part for part in parts))


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """The offset after the end of the line that contains the character before `at`."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _cut(text: str, cuts: list[SpliceCut]) -> str:
    """Apply cuts that do not overlap, except that removals may."""
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(cuts):
        parts += [text[at : max(at, start)], new]
        at = max(at, end)
    return "".join([*parts, text[at:]])
