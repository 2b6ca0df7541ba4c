"""Glossary files: read with care, changed as text, merged on saving with what others saved.

The file remains the user's: comments, order, quoting, unknown keys and line ends survive every
change, and an unreadable file is never overwritten.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.patterns import pattern
from unspin_gui.store.files import atomic, encodings
from unspin_gui.store.files.lock import locked
from unspin_gui.store.glossary.elements import (
    LARGEST,
    MOST_ENTRIES,
    NO_LAYOUT,
    TOO_MANY,
    ElementError,
    Layout,
    YamlError,
)
from unspin_gui.store.glossary.fast_reader import plain_items
from unspin_gui.store.glossary.glossary_changes import SAID, Conflict, folded, merge, plan
from unspin_gui.store.glossary.glossary_entries import entry_of

__all__ = [
    "HEADER",
    "Conflict",
    "EntryChange",
    "GlossaryFile",
    "Saved",
    "added",
    "append",
    "apply",
    "from_bytes",
    "read",
    "read_or_new",
    "save",
]

BACKUP = ".unspin-bak"
"""The suffix of the version before the last save."""
HEADER = "# unspin glossary 1"
"""The first line of a new glossary."""
_VERSION = pattern("# unspin glossary ([0-9]{1,9})\\b")

_RESISTS = Message(
    "this file is laid out in a way that does not allow the change; nothing was saved, edit "
    "it by hand"
)


class GlossaryFile(NamedTuple):
    """A glossary together with its file.

    `text` is the file's text without byte order mark, line ends unchanged; `known_token` is
    the content token of its bytes (`atomic.ABSENT`: not saved yet), None where they follow from it.
    """

    path: Path
    text: str
    glossary: Glossary
    layout: Layout = NO_LAYOUT
    known_token: str | None = atomic.ABSENT
    encoding: str = "utf-8"
    bom: bool = False

    @property
    def token(self) -> str:
        """The content token of its bytes; it is only needed to save, and slow to make."""
        if self.known_token is not None:
            return self.known_token
        return atomic.token_of(encodings.encode(self.path, self.text, self.encoding, bom=self.bom))

    @property
    def shape(self) -> Literal["list", "mapping"]:
        """Whether it is a list of entries, or a plain mapping of phrases to fixes."""
        return "mapping" if self.layout.is_mapping else "list"


class Saved(NamedTuple):
    """A glossary file as it is on disk now, and the changes that met conflicts."""

    file: GlossaryFile
    conflicts: tuple[Conflict, ...] = ()


def read(path: str | Path, *, mine: bool = False, name: str | None = None) -> GlossaryFile:
    """Read a glossary; raises StoreError, as YamlError with line, column and the offending line."""
    data = atomic.read_bytes(path, limit=LARGEST)
    return from_bytes(Path(path), data, mine=mine, name=name)


def read_or_new(path: str | Path, *, mine: bool = True, name: str | None = None) -> GlossaryFile:
    """Read a glossary, or start an empty one if the file does not exist yet."""
    if not atomic.is_there(path):
        title = name or Path(path).stem
        return GlossaryFile(Path(path), "", Glossary(title, mine=mine))
    return read(path, mine=mine, name=name)


def from_bytes(
    path: Path, data: bytes, *, mine: bool = False, name: str | None = None
) -> GlossaryFile:
    """Read a glossary from bytes; raises StoreError."""
    decoded = _decode(path, data)
    text = decoded.text
    with _no_collection():
        entries, layout = _parsed(path, text)
    if layout.is_mapping:
        _refuse_forgotten_dash(path, text, entries)
    glossary = Glossary(name or path.stem, entries, mine=mine)
    token = encodings.token_unless_exact(decoded, data)
    return GlossaryFile(path, text, glossary, layout, token, decoded.encoding, decoded.bom)


def added(entries: Iterable[Entry]) -> tuple[EntryChange, ...]:
    """The changes that add entries."""
    return tuple(EntryChange(None, entry) for entry in entries)


def append(file: GlossaryFile, entries: Iterable[Entry]) -> GlossaryFile:
    """Add entries at the end, without saving; raises GlossaryError or StoreError."""
    return apply(file, added(entries))


def apply(file: GlossaryFile, changes: Sequence[EntryChange]) -> GlossaryFile:
    """Splice changes into the file's text, without saving.

    The result is parsed again and compared with what was wanted; raises GlossaryError if an entry
    cannot be written, StoreError if the text cannot be changed so. `old` entries must be in the
    file.
    """
    entries = file.glossary.entries
    from unspin_gui.store.glossary import glossary_splice  # noqa: PLC0415 - PyYAML, not needed to read

    wanted, edits, new = plan(
        file.path, entries, folded(changes), is_mapping=file.layout.is_mapping
    )
    if len(wanted) > MOST_ENTRIES:
        raise StoreError(file.path, TOO_MANY)
    text, layout = file.text, file.layout
    try:
        if edits:
            lines = [entry.line for entry in entries]
            text = glossary_splice.edit(text, layout, lines, edits)
        if edits and new:
            _, layout = _parsed(file.path, text)
        if new:
            text = glossary_splice.append(text if text.strip() else HEADER + "\n", layout, new)
        return _verified(file, text, wanted)
    except YamlError as error:
        raise StoreError(file.path, _RESISTS, line=error.line) from error


def save(file: GlossaryFile, changes: Sequence[EntryChange], *, wait: float = 2.0) -> Saved:
    """Save changes together with what other programs saved since `file` was read.

    Under a lock: reread, merge by phrase, splice, parse and compare, keep the last version as
    NAME.unspin-bak (NAME.bak may be the user's own), replace. The first save creates the folder and
    the header. Raises StoreError (LockedError after `wait` seconds); then the file on disk is
    untouched.
    """
    atomic.make_folder(file.path.parent)
    with locked(file.path, wait=wait):
        data = _bytes_on_disk(file.path)
        disk = file if _is_same(file, data) else _again(file, data)
        _refuse_later(disk)
        merged, conflicts = merge(file.glossary, disk.glossary, folded(changes))
        result = apply(disk, merged)
        if not merged and disk.token != atomic.ABSENT:
            return Saved(disk, conflicts)
        output = encodings.encode(file.path, result.text, disk.encoding, bom=disk.bom)
        if data:
            backup = file.path.with_name(file.path.name + BACKUP)
            atomic.write_bytes(backup, data, like=file.path, through_link=False)
        token = atomic.write_bytes(file.path, output, expect=disk.token)
        return Saved(result._replace(known_token=token), conflicts)


def create(path: Path) -> None:
    """Write an empty glossary; raises StoreError, as AlreadyThereError if the file exists."""
    atomic.make_folder(path.parent)
    atomic.write_bytes(path, f"{HEADER}\n".encode(), overwrite=False)


def _refuse_later(file: GlossaryFile) -> None:
    """Raise if a later version wrote the file, whose new features could be damaged."""
    version = _VERSION.match(file.text)
    if version and int(version[1]) > 1:
        reason = Message(
            "the file was written by a later version of this program (format {0}); it is "
            "used but not changed: update this program",
            version[1],
        )
        raise StoreError(file.path, reason)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Suspend garbage collection, which would walk the growing result again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parsed(path: Path, text: str) -> tuple[list[Entry], Layout]:
    """Return the entries of a file and its layout; raises YamlError."""
    if text.count("\n- ") > MOST_ENTRIES:
        raise StoreError(path, TOO_MANY)
    with suppress(ElementError):
        if items := plain_items(text):
            return list(map(entry_of, items)), Layout(column=2, line=items[-1].line)
    from unspin_gui.store.glossary import yaml_events  # noqa: PLC0415 - PyYAML, not needed for most files

    return yaml_events.load(path, text, entry_of)


def _verified(file: GlossaryFile, text: str, wanted: list[Entry]) -> GlossaryFile:
    data = encodings.encode(file.path, text, file.encoding, bom=file.bom)
    now = from_bytes(file.path, data, mine=file.glossary.mine, name=file.glossary.name)
    if list(map(SAID, now.glossary.entries)) != list(map(SAID, wanted)):
        raise StoreError(file.path, _RESISTS)
    return now._replace(known_token=file.token)


def _bytes_on_disk(path: Path) -> bytes | None:
    return atomic.read_bytes(path, limit=LARGEST) if atomic.is_there(path) else None


def _is_same(file: GlossaryFile, data: bytes | None) -> bool:
    return (atomic.ABSENT if data is None else atomic.token_of(data)) == file.token


def _again(file: GlossaryFile, data: bytes | None) -> GlossaryFile:
    """Return the file as it is on disk now; if removed, it is recreated from what was read."""
    if data is None:
        return file._replace(known_token=atomic.ABSENT)
    return from_bytes(file.path, data, mine=file.glossary.mine, name=file.glossary.name)


def _decode(path: Path, data: bytes) -> encodings.Decoded:
    """Decode UTF-8, or UTF-16 with its mark; other encodings could damage phrases unnoticed."""
    has_mark = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return encodings.decode(path, data, "utf-16" if has_mark else "utf-8")


def _refuse_forgotten_dash(path: Path, text: str, entries: list[Entry]) -> None:
    if {"spun", "fix"} <= {entry.phrase for entry in entries}:
        reason = Message('an entry starts with a dash: "- spun: phrase"')
        raise YamlError(path, reason, text, entries[0].line - 1, 0)
