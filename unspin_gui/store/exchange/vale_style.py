"""Vale substitution styles: plain keys are read, a style that Vale accepts is written."""

import re
from collections.abc import Sequence
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.exchange.exchange_base import (
    Columns,
    Exchange,
    Gathered,
    join,
    split,
    writable,
)
from unspin_gui.store.files import encodings
from unspin_gui.store.glossary import yaml_events
from unspin_gui.store.glossary.elements import YamlItem
from unspin_gui.store.glossary.glossary_entries import quote

HOLDS = frozenset(["fixes"])

_GROUP = re.compile(r"\$[\d{]")
_META = set("^$*+?{}[]()|")
_HEAD = """\
extends: substitution
message: "Consider %s instead of '%s'."
level: warning
ignorecase: true
capitalize: true
action:
  name: replace
swap:
"""


def read_vale(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    """The pairs of a substitution style; keys that are patterns are put aside with their reason."""
    text = encodings.decode(path, data, "utf-8").text
    items, _ = yaml_events.load(path, text, _same)
    table = {item.key: item for item in items}
    swap = table.get("swap")
    if swap is None or not isinstance(swap.value, dict):
        raise StoreError(path, 'this is no Vale substitution style: it has no "swap" table')
    ignore = table.get("ignorecase")
    is_exact = ignore is None or str(ignore.value).casefold() in {"false", "no", "off"}
    gathered = Gathered()
    for key, value in swap.value.items():
        phrase = _plain(key)
        if phrase is None or not isinstance(value, str):
            gathered.skip(0, key, "the key is a pattern, not plain words")
        elif _GROUP.search(value):
            gathered.skip(0, key, "the fix refers to parts of a pattern")
        else:
            gathered.add(Entry(phrase, split(value), case="exact" if is_exact else "smart"))
    return gathered.result()


def write_vale(entries: Sequence[Entry]) -> bytes:
    """A substitution style; the fixes of a phrase are alternatives."""
    swap: dict[str, list[str]] = {}
    for entry in writable(entries, HOLDS):
        swap.setdefault(_escaped(entry.phrase), []).extend(entry.fixes)
    lines = [f"  {_key(key)}: {quote(join(fixes))}\n" for key, fixes in swap.items()]
    return (_HEAD + "".join(lines)).encode() if lines else (_HEAD.rstrip() + " {}\n").encode()


def _same(item: YamlItem) -> YamlItem:
    return item


def _key(key: str) -> str:
    quoted = quote(key)
    return quoted if len(quoted) < 1000 else f"? {quoted}\n  "


def _plain(key: str) -> str | None:
    """The words a key stands for, or None where it is a pattern."""
    out = []
    at = 0
    while at < len(key):
        c, following = key[at], key[at + 1 : at + 2]
        if c == "\\":
            if not following or following.isalnum():
                return None
            out.append(following)
            at += 2
            continue
        if c in _META or (c == "." and following and following in "*+?{"):
            return None
        out.append(c)
        at += 1
    return "".join(out)


def _escaped(phrase: str) -> str:
    return re.sub(r"([\\^$*+?{}\[\]()|.])", r"\\\1", phrase)
