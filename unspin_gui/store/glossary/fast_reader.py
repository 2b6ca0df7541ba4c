"""Reads glossaries written by this program without a YAML parser, eight times as fast.

It accepts lists of entries whose values are each on one line, in double quotes without escapes (or
as one plain word), with comments between and after them. Such a file has only one meaning in YAML;
a test compares the result with the parser's.
"""

from unspin_gui.core.text.patterns import pattern
from unspin_gui.store.glossary.elements import Table, Value, YamlItem

_TEXT = r'"[^"\\\n]*"'
_LIST = rf"\[(?:{_TEXT}(?:, {_TEXT})*)?\]"
_PAIR = rf"([a-z_]+): ({_TEXT}|{_LIST}|[a-z]+)(?: +#.*)? *"
_ENTRY = pattern(rf"{_PAIR}((?:\n  {_PAIR})*)(?:\n(?:#.*)?)*")
_BEGINNING = pattern(r"(?:(?:#.*)?\n)*+- ")  # "*+" keeps no state for each line
_FIELD = pattern(rf"\n  {_PAIR}")
_LONGEST = 10_000
"""A longer entry may break a rule that only the YAML reader enforces."""


def plain_items(text: str) -> list[YamlItem] | None:
    """The elements of a list of entries in the plainest form; None for any other text.

    Unprintable characters lead to None, since YAML may refuse them or take them for line ends.
    """
    start = _BEGINNING.match(text)
    if start is None or not text.replace("\n", "").isprintable():
        return None
    blocks = text[start.end() :].split("\n- ")
    line = start[0].count("\n")
    found = []
    for block in blocks:
        table = _table(block)
        if table is None:
            return None
        found.append(YamlItem(line, 2, None, table))
        line += block.count("\n") + 1
    return found


def _table(block: str) -> "Table | None":
    """The keys and values of an entry; None if it is not plain or repeats a key."""
    entry = _ENTRY.fullmatch(block) if len(block) <= _LONGEST else None
    if entry is None:
        return None
    key, value, rest = entry.group(1, 2, 3)
    table = {key: _value(value)}
    if rest:
        fields = _FIELD.findall(rest)
        table |= {name: _value(raw) for name, raw in fields}
        if len(table) <= len(fields):
            return None
    return table


def _value(raw: str) -> Value:
    if raw[0] == '"':
        return raw[1:-1]
    if raw[0] == "[":
        return [*raw[2:-2].split('", "')] if len(raw) > 2 else []
    return raw
