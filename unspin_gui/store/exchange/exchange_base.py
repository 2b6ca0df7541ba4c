"""Common to all exchange formats: results, the abilities of a format, and cleaned texts."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from unspin_gui.core.errors import GlossaryError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.tokens import fold
from unspin_gui.store.glossary.glossary_entries import check

Columns: TypeAlias = Mapping[str, int]
"""Maps fields to the numbers (from 0) of their columns."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
FEATURES: dict[str, str] = {
    "fixes": Message("all fixes but the first"),
    "note": Message("the note"),
    "tags": Message("the tags"),
    "case": Message("exact letter case"),
    "added": Message("the date"),
    "source": Message("the source"),
    "unless": Message("the condition “unless”"),
    "only_with": Message("the condition “only with”"),
    "all_of": Message("“one of several” conditions: there, all of them must hold"),
    "keep": Message("the whole entry (a phrase that is never flagged)"),
    "disabled": Message("the whole entry (switched off)"),
    "prefer": Message("the whole entry (an ordinary word, flagged in some texts only)"),
    "bare": Message("the whole entry (it has no fix)"),
    "breaks": Message("line breaks and tabs, which become spaces"),
    "control": Message("control characters, which become spaces"),
    "formula": Message(
        "plain text in spreadsheets, which treat what begins with =, +, - or @ as a formula"
    ),
}
"""What a format may be unable to hold, in words."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SPREADSHEETS = {".csv", ".tsv"}
_WHOLE = ("keep", "disabled", "prefer", "bare")
_FIELDS = ("note", "tags", "case", "added", "source", "unless", "only_with")


class Skipped(NamedTuple):
    """Something in a file that did not become an entry; `line` counts from 1 (0: unknown)."""

    line: int
    text: str
    reason: str


class Exchange(NamedTuple):
    """The result of reading a file."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()


class Loss(NamedTuple):
    """What a format cannot hold of an entry, in words."""

    entry: Entry
    what: tuple[str, ...]


Unused: TypeAlias = Callable[[Sequence[Entry]], Mapping[int, str]]
"""By index of the entry: why another program does not apply it although it is in the file."""


class Format(NamedTuple):
    """A file format: its name for commands, its label for people, and what it can hold.

    `unused` finds entries that the other program ignores although they are in the file; `remark` is
    what a user should know about every such file.
    """

    name: str
    label: str
    suffix: str
    holds: frozenset[str]
    read: Callable[[Path, bytes, Columns | None], Exchange]
    write: Callable[[Sequence[Entry]], bytes]
    unused: Unused | None = None
    remark: str = ""


class Gathered:
    """Collects entries as they are found, and sets aside those that are invalid."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._skipped: list[Skipped] = []

    def add(self, entry: Entry, line: int = 0) -> None:
        """Add an entry, or set it aside with the reason."""
        fixes = tuple(dict.fromkeys(fix for fix in entry.fixes if fix and fix != entry.phrase))
        if entry.fixes and not fixes and not entry.keep:
            self.skip(line, entry.phrase, Message("phrase and fix are the same"))
            return
        try:
            self._entries.append(check(entry._replace(fixes=fixes, line=0)))
        except GlossaryError as error:
            self.skip(line, entry.phrase, str(error))

    def skip(self, line: int, text: str, reason: str) -> None:
        """Set something aside."""
        self._skipped.append(Skipped(line, text[:200], reason))

    def result(self) -> Exchange:
        """Everything that was found."""
        return Exchange(tuple(self._entries), tuple(self._skipped))


def features(entry: Entry) -> set[str]:
    """The abilities of a format that an entry needs."""
    found = {name for name in ("note", "tags", "added", "source") if getattr(entry, name)}
    found |= {name for name in ("unless", "only_with") if getattr(entry, name)}
    several = {"fixes": len(entry.fixes) > 1, "all_of": len(entry.only_with) > 1}
    plain = {"keep": entry.keep, "disabled": not entry.enabled, "case": entry.case == "exact"}
    plain["prefer"] = entry.prefer
    text = "".join(texts_of(entry))
    marks = {
        "bare": not entry.fixes and not entry.keep,
        "breaks": any(c in text for c in "\n\r\t\x85"),
        "control": bool(_UNFIT.search(text)),
        "formula": any(text.startswith(_FORMULA) for text in texts_of(entry)),
    }
    return found | {name for name, is_so in (several | plain | marks).items() if is_so}


def texts_of(entry: Entry) -> tuple[str, ...]:
    """Every text of an entry."""
    lists = (*entry.fixes, *entry.tags, *entry.unless, *entry.only_with)
    return (entry.phrase, entry.note, entry.added, entry.source, *lists)


def losses_of(entries: Sequence[Entry], form: Format) -> tuple[Loss, ...]:
    """What a file in this format would lose of each entry, found by reading back what is written.

    Known limits of the format are named as such; any other difference is reported with what came
    back.
    """
    read = form.read(Path("back" + form.suffix), form.write(entries), None)
    back = set(read.entries)
    by_phrase = {fold(entry.phrase): entry for entry in reversed(read.entries)}
    elsewhere = set[str]() if form.suffix in _SPREADSHEETS else {"formula"}
    unused = form.unused(entries) if form.unused else {}
    found = []
    for place, entry in enumerate(entries):
        lost = features(entry) - form.holds - elsewhere
        whole = [FEATURES[name] for name in _WHOLE if name in lost]
        what = whole[:1] or [FEATURES[name] for name in FEATURES if name in lost]
        if not whole and (left := _reduced(entry, lost)) not in back:
            what += _otherwise(left, by_phrase.get(fold(left.phrase)))
        what += [unused[place]] if place in unused and not whole else []
        if what:
            found.append(Loss(entry, tuple(what)))
    return tuple(found)


def _reduced(entry: Entry, lost: set[str]) -> Entry:
    """What remains of an entry without the features that the format is known to lack."""
    empty = Entry(entry.phrase)
    plain = {name: getattr(empty, name) for name in _FIELDS if name in lost}
    if "fixes" in lost:
        plain["fixes"] = entry.fixes[:1]
    left = entry._replace(**plain, line=0)
    return cleaned(left, breaks="breaks" not in lost) if lost & {"breaks", "control"} else left


def _otherwise(entry: Entry, back: Entry | None) -> list[str]:
    """How an entry differs from what was read back, in words."""
    if back is None:
        return [Message("the whole entry (it would not be read back)")]
    lost = [FEATURES[name] for name in _FIELDS if getattr(entry, name) != getattr(back, name)]
    if (entry.phrase, entry.fixes) != (back.phrase, back.fixes):
        lost.append(
            Message("it is read back as “{0}” → “{1}”", back.phrase, " | ".join(back.fixes))
        )
    return lost or [Message("another entry of the same phrase, which is read back instead")]


def writable(entries: Iterable[Entry], holds: frozenset[str]) -> list[Entry]:
    """The entries that a format can hold at all, with cleaned texts."""
    left = [entry for entry in entries if not (features(entry) - holds) & set(_WHOLE)]
    breaks = "breaks" in holds
    return [cleaned(entry, breaks=breaks) for entry in left]


def cleaned(entry: Entry, *, breaks: bool) -> Entry:
    """The entry without control characters and, unless `breaks`, without line breaks and tabs."""

    def clean(text: str) -> str:
        text = _UNFIT.sub(" ", text)
        return text if breaks else re.sub("[\t\n\r\x85]", " ", text)

    def clean_all(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(clean, texts))

    return entry._replace(
        phrase=clean(entry.phrase),
        fixes=clean_all(entry.fixes),
        note=clean(entry.note),
        tags=clean_all(entry.tags),
        added=clean(entry.added),
        source=clean(entry.source),
        unless=clean_all(entry.unless),
        only_with=clean_all(entry.only_with),
    )


def join(texts: Iterable[str]) -> str:
    """Join several texts in one cell, separated by vertical bars."""
    return "|".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


def split(cell: str) -> tuple[str, ...]:
    """Split the texts of a cell; a bar or backslash after a backslash is literal."""
    parts = re.findall(r"((?:\\[\\|]|[^|])*)(?:\||$)", cell)
    plain = (re.sub(r"\\([\\|])", r"\1", part).strip() for part in parts)
    return tuple(part for part in plain if part)
