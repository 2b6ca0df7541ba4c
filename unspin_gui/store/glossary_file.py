"""Glossary files: read with care, changed as text, saved together with what others saved.

The file stays the user's: comments, order, quoting, unknown keys and line ends survive every
change, and a file that cannot be read is never overwritten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary import Entry, Glossary
from unspin_gui.store import atomic, encodings, glossary_splice, yaml_events
from unspin_gui.store.glossary_entries import EntryError, check, entry_of
from unspin_gui.store.lock import locked
from unspin_gui.store.yaml_events import NO_LAYOUT, Layout, YamlError

HEADER = "# unspin glossary 1"
"""The first line of a new glossary."""

_SAID = attrgetter(*(name for name in Entry.__slots__ if name != "line"))


@dataclass(frozen=True, slots=True, eq=False)
class GlossaryFile:
    """A glossary with the file it stands in.

    `text` is the file's text without byte order mark, line ends as they are; `token` is the
    content token of its bytes (atomic.ABSENT: not saved yet); `warnings` are plain sentences.
    """

    path: Path
    text: str
    glossary: Glossary
    layout: Layout = NO_LAYOUT
    warnings: tuple[str, ...] = ()
    token: str = atomic.ABSENT
    encoding: str = "utf-8"
    bom: bool = False

    @property
    def shape(self) -> Literal["list", "mapping"]:
        """A list of entries, or a plain mapping of phrases to fixes."""
        return "mapping" if self.layout.is_mapping else "list"


class Change(NamedTuple):
    """A wish: add `new` (no `old`), remove `old` (no `new`), or put `new` in the place of `old`."""

    old: Entry | None
    new: Entry | None


class Conflict(NamedTuple):
    """A wish that met a change by another program; `theirs` is what stands in the file.

    Nothing is lost: a changed or added entry of ours was added beside theirs, and an entry that
    they changed was not removed.
    """

    ours: Entry | None
    theirs: Entry | None
    message: str


class Saved(NamedTuple):
    """A glossary file as it is on disk now, and what could not be done as wished."""

    file: GlossaryFile
    conflicts: tuple[Conflict, ...] = ()


def read(path: str | Path, *, mine: bool = False, name: str | None = None) -> GlossaryFile:
    """Read a glossary; raises StoreError, as YamlError with line, column and the offending line."""
    data = atomic.read_bytes(path, limit=yaml_events.LARGEST)
    return from_bytes(Path(path), data, mine=mine, name=name)


def read_or_new(path: str | Path, *, mine: bool = True, name: str | None = None) -> GlossaryFile:
    """Read a glossary, or begin an empty one where there is no file yet."""
    if not Path(path).exists():
        title = name or Path(path).stem
        return GlossaryFile(Path(path), "", Glossary(title, mine=mine))
    return read(path, mine=mine, name=name)


def from_bytes(
    path: Path, data: bytes, *, mine: bool = False, name: str | None = None
) -> GlossaryFile:
    """A glossary of bytes at hand; raises StoreError."""
    text, encoding, bom = _decode(path, data)
    items, layout = yaml_events.load(path, text)
    if layout.is_mapping:
        _refuse_forgotten_dash(path, text, items)
    entries = []
    for item in items:
        try:
            entries.append(entry_of(item, is_mapping=layout.is_mapping))
        except EntryError as error:
            raise YamlError(path, str(error), text, item.line, item.column) from None
    glossary = Glossary(name or path.stem, entries, mine=mine)
    token = atomic.token_of(data)
    return GlossaryFile(path, text, glossary, layout, _warnings(entries), token, encoding, bom)


def added(entries: Iterable[Entry]) -> tuple[Change, ...]:
    """The wishes to add entries."""
    return tuple(Change(None, entry) for entry in entries)


def append(file: GlossaryFile, entries: Iterable[Entry]) -> GlossaryFile:
    """The file with entries added at its end, not saved yet; raises GlossaryError or StoreError."""
    return apply(file, added(entries))


def apply(file: GlossaryFile, changes: Sequence[Change]) -> GlossaryFile:
    """The file with changes spliced into its text, not saved yet.

    Parsed again and compared with what was wished; raises GlossaryError where an entry cannot be
    written, StoreError where the text resists. `old` entries must be in the file.
    """
    wanted, edits, new = _plan(file, changes)
    text, layout = file.text, file.layout
    if edits:
        text = glossary_splice.edit(text, edits)
        _, layout = yaml_events.load(file.path, text)
    if new:
        if not text.strip():
            text = HEADER + "\n"
        text = glossary_splice.append(text, layout, new)
    return _verified(file, text, wanted)


def save(file: GlossaryFile, changes: Sequence[Change], *, wait: float = 2.0) -> Saved:
    """Bring changes to disk together with what other programs saved since `file` was read.

    Under a lock: read again, merge by phrase, splice, parse and compare, keep the last version as
    NAME.bak, replace. Folder and header are made at the first save. Raises StoreError (also
    LockedError after `wait` seconds); then the file on disk is untouched.
    """
    atomic.make_folder(file.path.parent)
    with locked(file.path, wait=wait):
        data = _bytes_on_disk(file.path)
        disk = file if _is_same(file, data) else _again(file, data)
        merged, conflicts = merge(file.glossary, disk.glossary, changes)
        result = apply(disk, merged)
        if not merged and disk.token != atomic.ABSENT:
            return Saved(disk, conflicts)
        output = encodings.encode(file.path, result.text, disk.encoding, bom=disk.bom)
        if data:
            atomic.write_bytes(file.path.with_name(file.path.name + ".bak"), data)
        token = atomic.write_bytes(file.path, output, expect=disk.token)
        return Saved(replace(result, token=token), conflicts)


def merge(
    base: Glossary, theirs: Glossary, changes: Sequence[Change]
) -> tuple[tuple[Change, ...], tuple[Conflict, ...]]:
    """Fit changes of `base` to what stands there now: what is to be done, and what clashed."""
    said = {_SAID(entry): entry for entry in theirs.entries}
    news = _added_since(base, theirs)
    done: list[Change] = []
    conflicts: list[Conflict] = []
    for old, new in changes:
        there = said.get(_SAID(old)) if old is not None else None
        if new is not None and there is None and _SAID(new) in said:
            continue  # the other program saved the very same
        if old is None or there is not None:
            done.append(Change(there, new))
            if old is None and new is not None and new.phrase in news:
                told = f"“{new.phrase}” was added by another program too; both are kept"
                conflicts.append(Conflict(new, news[new.phrase], told))
            continue
        if new is not None:
            done.append(Change(None, new))
        conflicts += _clash(old, new, _of_phrase(theirs, old.phrase))
    return tuple(done), tuple(conflicts)


def _added_since(base: Glossary, theirs: Glossary) -> dict[str, Entry]:
    """Entries by phrase that others added after `base` was read."""
    if base is theirs:
        return {}
    known = {entry.phrase for entry in base.entries}
    return {entry.phrase: entry for entry in theirs.entries if entry.phrase not in known}


def _of_phrase(glossary: Glossary, phrase: str) -> Entry | None:
    return next((entry for entry in glossary.entries if entry.phrase == phrase), None)


def _clash(old: Entry, new: Entry | None, other: Entry | None) -> list[Conflict]:
    """What to tell about an entry that another program changed or removed meanwhile."""
    if other is None and new is None:
        return []
    if other is None:
        told = f"“{old.phrase}” was removed by another program; your version was added again"
    elif new is None:
        told = f"“{old.phrase}” was changed by another program and was not removed"
    else:
        told = f"“{old.phrase}” was changed by another program too; both versions are kept"
    return [Conflict(new, other, told)]


def _plan(
    file: GlossaryFile, changes: Sequence[Change]
) -> tuple[list[Entry], dict[int, tuple[Entry, Entry | None]], list[Entry]]:
    """All entries as wanted, the edits by number of the element, and the new entries."""
    entries = list(file.glossary.entries)
    numbers: dict[Entry, list[int]] = {}
    if any(change.old is not None for change in changes):
        for number, entry in enumerate(entries):
            numbers.setdefault(replace(entry, line=0), []).append(number)
    edits: dict[int, tuple[Entry, Entry | None]] = {}
    new: list[Entry] = []
    for old, now in changes:
        if now is not None:
            check(now)
        if old is not None:
            number = _number(file, entries, numbers, old)
            edits[number] = (entries[number], now)
        elif now is not None:
            new.append(now)
    wanted = [edits[n][1] if n in edits else entry for n, entry in enumerate(entries)]
    return [*(entry for entry in wanted if entry is not None), *new], edits, new


def _number(
    file: GlossaryFile, entries: list[Entry], numbers: dict[Entry, list[int]], old: Entry
) -> int:
    """Which element `old` is: of several equal ones that of its line, else the first left."""
    free = numbers.get(replace(old, line=0), [])
    if not free:
        raise StoreError(file.path, f"“{old.phrase}” is not in the glossary any more; reload it")
    best = next((n for n in free if entries[n].line == old.line), free[0])
    free.remove(best)
    return best


def _verified(file: GlossaryFile, text: str, wanted: list[Entry]) -> GlossaryFile:
    data = encodings.encode(file.path, text, file.encoding, bom=file.bom)
    try:
        now = from_bytes(file.path, data, mine=file.glossary.mine, name=file.glossary.name)
    except StoreError as error:
        raise StoreError(file.path, _RESISTS, line=error.line) from error
    if list(map(_SAID, now.glossary.entries)) != list(map(_SAID, wanted)):
        raise StoreError(file.path, _RESISTS)
    return replace(now, token=file.token)


_RESISTS = "the layout of this file resists the change; nothing was saved, edit it by hand"


def _bytes_on_disk(path: Path) -> bytes | None:
    return atomic.read_bytes(path, limit=yaml_events.LARGEST) if path.exists() else None


def _is_same(file: GlossaryFile, data: bytes | None) -> bool:
    return (atomic.ABSENT if data is None else atomic.token_of(data)) == file.token


def _again(file: GlossaryFile, data: bytes | None) -> GlossaryFile:
    """What lies on disk now; a file removed meanwhile is written anew from what was read."""
    if data is None:
        return replace(file, token=atomic.ABSENT)
    return from_bytes(file.path, data, mine=file.glossary.mine, name=file.glossary.name)


def _decode(path: Path, data: bytes) -> tuple[str, str, bool]:
    """UTF-8, or UTF-16 with its mark; other encodings could spoil phrases unseen."""
    has_mark = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text, encoding, bom, _ = encodings.decode(path, data, "utf-16" if has_mark else "utf-8")
    return text, encoding, bom


def _refuse_forgotten_dash(path: Path, text: str, items: list[yaml_events.Item]) -> None:
    keys = {item.key for item in items}
    if {"spun", "fix"} <= keys:
        first = items[0]
        reason = 'an entry starts with a dash: "- spun: phrase"'
        raise YamlError(path, reason, text, first.line, first.column)


def _warnings(entries: list[Entry]) -> tuple[str, ...]:
    first: dict[str, Entry] = {}
    told = []
    for entry in entries:
        folded = " ".join(entry.phrase.casefold().split())
        other = first.setdefault(folded, entry)
        if other is not entry:
            told.append(f"“{entry.phrase}” is in line {other.line} and again in line {entry.line}")
    return tuple(told)
