"""Entries as YAML: interprets the elements of a glossary file, and writes entries."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from unspin_gui.core.errors import GlossaryError
from unspin_gui.core.glossary.entry import Case, Entry
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.patterns import pattern
from unspin_gui.store.glossary.elements import ElementError, Value, YamlItem

if TYPE_CHECKING:
    from unspin_gui.core.text.invisibles import Invisible

LONGEST = 1_000
"""Phrases longer than this many characters are refused."""

_OFF = {"no", "false", "off", "0"}
_ON = {"yes", "true", "on", "1", ""}
_TO_ESCAPE = "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SEPARATOR = pattern("[\u2028\u2029]")
_UNSEEN = {"direction": "direction control", "zero-width": "invisible character"}
_SOFT_HYPHEN = "\u00ad"
_KEY_LIMIT = 1_000


def entry_of(item: YamlItem) -> Entry:
    """The entry that an element of the file represents; raises ElementError."""
    value = item.value
    if item.key is None:
        return _from_list(item.line + 1, cast("dict[str, Value]", value))
    if isinstance(value, dict):
        keep = value.get("keep", "no")
        if not isinstance(keep, str):
            raise ElementError(Message('"keep" must be yes or no here'))
        return _entry(item.key, value, item.line + 1, keep=keep.casefold() not in _OFF)
    return _entry(item.key, {"fix": value}, item.line + 1, keep=False)


def _from_list(line: int, table: Mapping[str, Value]) -> Entry:
    spun, keep = table.get("spun"), table.get("keep")
    if spun is None and keep is None:
        raise ElementError(Message('an entry needs "spun: phrase" or "keep: phrase"'))
    if spun is not None and keep is not None:
        raise ElementError(Message('an entry has either "spun" or "keep", not both'))
    phrase = keep if spun is None else spun
    if not isinstance(phrase, str):
        raise ElementError(Message("a phrase must be a single text"))
    return _entry(phrase, table, line, keep=spun is None)


def _entry(phrase: str, table: Mapping[str, Value], line: int, *, keep: bool) -> Entry:
    if not phrase or len(phrase) > LONGEST:
        raise ElementError(
            Message("the phrase is empty") if not phrase else Message("the phrase is too long")
        )
    said: dict[str, Any] = {}
    for name, value in table.items():
        if name == "fix":
            said["fixes"] = _texts(name, value)
        elif name in _READERS:
            said[name] = _READERS[name](name, value)
    if sign := _unsafe(said.get("fixes", ())):
        raise ElementError(
            Message("a fix contains {0}, which would get into texts unnoticed; remove it", sign)
        )
    return Entry(phrase, keep=keep, line=line, **said)


def _unsafe(fixes: Iterable[str]) -> str:
    """The first character in fixes that controls a terminal, disguises how text reads or is unseen.

    A text may contain line breaks, tabs and soft hyphens; direction marks are legitimate next to
    right-to-left letters, and joiners and selectors where a script or an emoji needs them.
    """
    for fix in fixes:
        if match := _CONTROL.search(fix):
            return f"the control character U+{ord(match[0]):04X}"
        if match := _SEPARATOR.search(fix):
            return f"the separator U+{ord(match[0]):04X}"
        for found in _signs(fix):
            sign = fix[found.span.start]
            if found.kind in _UNSEEN and sign != _SOFT_HYPHEN:
                return f"the {_UNSEEN[found.kind]} U+{ord(sign):04X}"
    return ""


def _signs(fix: str) -> "Sequence[Invisible]":
    """The deceptive places of a fix."""
    if fix.isascii():
        return ()
    from unspin_gui.core.text.invisibles import invisibles  # noqa: PLC0415 - slow, seldom needed

    return invisibles(fix)


def _text(name: str, value: Value) -> str:
    if not isinstance(value, str):
        raise ElementError(Message('"{0}" must be a single text', name))
    return value


def _texts(name: str, value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise ElementError(Message('"{0}" must be a text or a list of texts', name))
    return tuple(cast("list[str]", list(filter(None, value))))


def _case(name: str, value: Value) -> Case:
    if isinstance(value, str) and value in {"smart", "exact"}:
        return cast("Case", value)
    raise ElementError(Message('"{0}" must be smart or exact', name))


def _switch(name: str, value: Value) -> bool:
    word = _text(name, value).casefold()
    if word not in _ON | _OFF:
        raise ElementError(Message('"{0}" must be yes or no', name))
    return word not in _OFF


_READERS: dict[str, Callable[[str, Value], object]] = {
    "fix": _texts,
    "note": _text,
    "tags": _texts,
    "case": _case,
    "added": _text,
    "source": _text,
    "unless": _texts,
    "only_with": _texts,
    "prefer": _switch,
    "enabled": _switch,
}


def quote(text: str) -> str:
    """`text` as a double-quoted YAML scalar on one line, readable by any YAML program.

    Control, bidirectional and invisible characters are escaped, so that a person sees them.
    """
    from json.encoder import encode_basestring  # noqa: PLC0415 - reading a glossary does without

    quoted = encode_basestring(text)
    if quoted.isascii() and "\x7f" not in quoted:
        return quoted
    return re.sub(_TO_ESCAPE, lambda match: f"\\u{ord(match[0]):04x}", quoted)


def quote_all(texts: Iterable[str]) -> str:
    """A YAML list of texts on one line."""
    return f"[{', '.join(map(quote, texts))}]"


class Style(NamedTuple):
    """The layout of elements: spaces before the dash, between dash and key, and the line end."""

    indent: str = ""
    gap: str = " "
    eol: str = "\n"


def fields(entry: Entry) -> dict[str, str]:
    """The non-default fields of an entry apart from its phrase, with their values as YAML."""
    values: dict[str, str] = {}
    if entry.fixes:
        one = len(entry.fixes) == 1
        values["fix"] = quote(entry.fixes[0]) if one else quote_all(entry.fixes)
    for name in ("note", "added", "source"):
        if text := getattr(entry, name):
            values[name] = quote(text)
    for name in ("tags", "unless", "only_with"):
        if texts := getattr(entry, name):
            values[name] = quote_all(texts)
    if entry.case != "smart":
        values["case"] = entry.case
    switches = (("prefer", "yes", entry.prefer), ("enabled", "no", not entry.enabled))
    values |= {name: quote(word) for name, word, is_said in switches if is_said}
    return {name: values[name] for name in _READERS if name in values}


def lines_of(entry: Entry, style: Style) -> str:
    """An entry as an element of a list, with a final line end."""
    key = "keep" if entry.keep else "spun"
    first = f"{style.indent}-{style.gap}{key}: {quote(entry.phrase)}"
    inner = style.indent + " " + " " * len(style.gap)
    rest = [f"{inner}{name}: {value}" for name, value in fields(entry).items()]
    return style.eol.join([first, *rest, ""])


def flow_of(entry: Entry) -> str:
    """An entry as a mapping in braces."""
    key = "keep" if entry.keep else "spun"
    parts = [(key, quote(entry.phrase)), *fields(entry).items()]
    return "{" + ", ".join(f"{name}: {value}" for name, value in parts) + "}"


def pair_of(entry: Entry, style: Style) -> str:
    """An entry as an element of a mapping file, with a final line end."""
    key = quote(entry.phrase)
    lead = f"? {key}{style.eol}{style.indent}" if len(key) > _KEY_LIMIT else key
    return f"{style.indent}{lead}: {mapped_value(entry)}{style.eol}"


def mapped_value(entry: Entry) -> str:
    """The value of an entry in a mapping file: the fixes alone if there is nothing else."""
    values = fields(entry)
    if values.keys() == {"fix"} and not entry.keep:
        return values["fix"]
    parts = [*([("keep", '"yes"')] if entry.keep else []), *values.items()]
    return "{" + ", ".join(f"{name}: {value}" for name, value in parts) + "}"


def check(entry: Entry) -> Entry:
    """Return the entry if it can be written; raises GlossaryError."""
    many = (*entry.fixes, *entry.tags, *entry.unless, *entry.only_with)
    texts = (entry.phrase, *many, entry.note, entry.source, entry.added)
    if not entry.phrase or len(entry.phrase) > LONGEST:
        raise GlossaryError(Message("a phrase needs 1 to {0} characters", LONGEST))
    if not all(many):
        raise GlossaryError(
            Message("“{0}” has an empty fix, tag or condition; remove it", entry.phrase)
        )
    if sign := _unsafe(entry.fixes):
        raise GlossaryError(Message("a fix of “{0}” contains {1}; remove it", entry.phrase, sign))
    if any("\ud800" <= c <= "\udfff" for text in texts for c in text):
        raise GlossaryError(
            Message("“{0!a}” contains half a character and cannot be saved", entry.phrase)
        )
    return entry
