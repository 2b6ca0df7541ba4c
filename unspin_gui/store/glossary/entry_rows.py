"""Changes of glossary entries as JSON values: `[old, new]`, each with its non-default fields."""

from typing import Any

from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry

_PLAIN = {name: Entry._field_defaults.get(name) for name in Entry._fields}
_TEXTS = {name for name, plain in _PLAIN.items() if plain == ()}


def row_of(change: EntryChange) -> list[object]:
    """Convert a change to JSON values."""
    return [_said(change.old), _said(change.new)]


def change_of(row: object) -> EntryChange:
    """Read a change from JSON values; raises ValueError for anything `row_of` does not write."""
    if not isinstance(row, list) or len(row) != 2:
        raise ValueError("no change")
    return EntryChange(_entry(row[0]), _entry(row[1]))


def _said(entry: Entry | None) -> dict[str, object] | None:
    """The fields of an entry that differ from those of an empty one."""
    if entry is None:
        return None
    return {
        name: value for name, plain in _PLAIN.items() if (value := getattr(entry, name)) != plain
    }


def _entry(raw: object) -> Entry | None:
    if raw is None:
        return None
    if not isinstance(raw, dict) or not raw.keys() <= _PLAIN.keys() or "phrase" not in raw:
        raise ValueError("no entry")
    return Entry(**{name: _value(name, value) for name, value in raw.items()})


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON, and what an entry holds
    if name in _TEXTS:
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise ValueError("no texts")
        return tuple(value)
    wanted = str if name == "phrase" else type(_PLAIN[name])
    if type(value) is not wanted:
        raise ValueError("no such value")
    return value
