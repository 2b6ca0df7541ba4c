"""Glossaries as this program writes them, read without a YAML parser, eight times as fast.

Read so are lists of entries whose every value stands on one line in double quotes without
escapes (or is one plain word), with comments between and behind. In such a file YAML has one
meaning only, which a test compares with the parser's.
"""

import re

from unspin_gui.store.glossary.elements import Table, Value, YamlItem

_TEXT = r'"[^"\\\n]*"'
_LIST = rf"\[(?:{_TEXT}(?:, {_TEXT})*)?\]"
_PAIR = rf"([a-z_]+): ({_TEXT}|{_LIST}|[a-z]+)(?: +#.*)? *"
_ENTRY = re.compile(rf"{_PAIR}((?:\n  {_PAIR})*)(?:\n(?:#.*)?)*")
_BEGINNING = re.compile(r"(?:(?:#.*)?\n)*+- ")  # "*+": no way back is kept for each line
_FIELD = re.compile(rf"\n  {_PAIR}")
_LONGEST = 10_000
"""An entry of more characters may break a rule that only the parser's reader holds."""


def plain_items(text: str) -> list[YamlItem] | None:
    """The elements of a list of entries in the plainest shape; None for any other text.

    What cannot be printed may be refused by YAML, or be a line end to it.
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
    """The keys and values of one entry; None where it is not plain, or a key is there twice."""
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
