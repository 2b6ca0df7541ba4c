"""Vale substitution styles: reads plain keys, and writes styles that Vale accepts."""

import re
from collections.abc import Sequence
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Case, Entry
from unspin_gui.core.text.messages import Message
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

_LIMITS = {
    "exceptions": Message(
        "what Vale does not flag is left out; add it as a phrase that is never flagged"
    ),
    "scope": Message("the pairs apply everywhere here, not only in this part of a text"),
    "pos": Message("the pairs apply here whatever their part of speech"),
    "nonword": Message("the pairs are whole words here"),
    "append": Message("this is left out"),
}
"""Settings of a style that restrict all its pairs in Vale and cannot be read, each with a message.
"""
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
    """Read the pairs of a substitution style; anything else is set aside with the reason."""
    text = encodings.decode(path, data, "utf-8").text
    items, pairs = yaml_events.load_parts(path, text, "swap")
    table = {item.key: item for item in items}
    swap = table.get("swap")
    if swap is None or not (isinstance(swap.value, dict) or swap.value == ""):
        raise StoreError(path, _no_swap(table.get("extends")))
    ignore = table.get("ignorecase")
    case: Case = "exact" if ignore is None or _is_off(ignore.value) else "smart"
    gathered = Gathered()
    for item in pairs:
        _add_pair(gathered, item, case)
    for name, reason in _LIMITS.items():
        if name in table and not _is_off(table[name].value):
            _skip_limit(gathered, table[name], reason)
    return gathered.result()


def _no_swap(extends: YamlItem | None) -> str:
    """Why a style has no pairs to read."""
    kind = extends.value if extends else ""
    if isinstance(kind, str) and kind and kind != "substitution":
        return Message(
            'this is a Vale rule of the kind "{0}": it has no pairs (no "swap" table)', kind
        )
    return Message('this is not a Vale substitution style: it has no "swap" table')


def _add_pair(gathered: Gathered, item: YamlItem, case: Case) -> None:
    key, value, line = item.key or "", item.value, item.line + 1
    phrase = _plain(key)
    if phrase is None:
        gathered.skip(line, key, Message("the key is a pattern, not plain words"))
    elif not isinstance(value, str):
        gathered.skip(line, key, Message("the fix is not a single text"))
    elif not split(value):
        gathered.skip(line, key, Message("there is no fix"))
    elif _GROUP.search(value):
        gathered.skip(line, key, Message("the fix refers to parts of a pattern"))
    else:
        gathered.add(Entry(phrase, split(value), case=case), line)


def _skip_limit(gathered: Gathered, item: YamlItem, reason: str) -> None:
    """Report a setting that restricts the pairs in Vale, each of its values separately."""
    values = item.value if isinstance(item.value, list) else [item.value]
    for value in values:
        shown = value if isinstance(value, str) else str(item.key)
        if shown not in {"", "text"}:
            gathered.skip(item.line + 1, f"{item.key}: {shown}", reason)


def _is_off(value: object) -> bool:
    return str(value).casefold() in {"false", "no", "off"}


def write_vale(entries: Sequence[Entry]) -> bytes:
    """Write a substitution style; the fixes of a phrase are alternatives."""
    swap: dict[str, list[str]] = {}
    for entry in writable(entries, HOLDS):
        swap.setdefault(_escaped(entry.phrase), []).extend(entry.fixes)
    lines = [f"  {_key(key)}: {quote(join(fixes))}\n" for key, fixes in swap.items()]
    return (_HEAD + "".join(lines)).encode() if lines else (_HEAD.rstrip() + " {}\n").encode()


def _key(key: str) -> str:
    quoted = quote(key)
    return quoted if len(quoted) < 1000 else f"? {quoted}\n  "


def _plain(key: str) -> str | None:
    """The words that a key represents, or None if it is a pattern."""
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
