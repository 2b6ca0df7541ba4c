"""Backups of the glossary as shown to the user, and the changes that restore one."""

from collections import Counter
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.glossary import glossary_file
from unspin_gui.store.glossary.backups import Backup, backups_of

_SAID: Callable[[Entry], object] = attrgetter(*(name for name in Entry._fields if name != "line"))


class Version(NamedTuple):
    """A backup: how many entries it has, and how it differs from the current ones.

    `problem` is why it cannot be read; empty if it can.
    """

    backup: Backup
    entries: int = 0
    missing: int = 0
    more: int = 0
    problem: str = ""


def versions_of(path: Path, folder: Path, mine: Glossary) -> tuple[Version, ...]:
    """Return the backups of a glossary's file, newest first, compared with the current entries."""
    return tuple(_version(backup, mine) for backup in backups_of(path, folder))


def _version(backup: Backup, mine: Glossary) -> Version:
    try:
        then = glossary_file.read(backup.path).glossary
    except StoreError as error:
        return Version(backup, problem=error.reason)
    now, old = (Counter(map(_SAID, one.entries)) for one in (mine, then))
    return Version(backup, len(then), (old - now).total(), (now - old).total())


def way_back(mine: Glossary, backup: Backup) -> tuple[EntryChange, ...]:
    """Return the changes from the current entries to those of a backup; raises StoreError.

    An entry whose phrase is in both is changed in its place.
    """
    then = glossary_file.read(backup.path).glossary
    wanted = Counter(map(_SAID, then.entries))
    gone: dict[str, list[Entry]] = {}
    for entry in mine.entries:
        if wanted[_SAID(entry)]:
            wanted[_SAID(entry)] -= 1
        else:
            gone.setdefault(entry.phrase, []).append(entry)
    changes = []
    for entry in then.entries:
        if wanted[_SAID(entry)]:
            wanted[_SAID(entry)] -= 1
            old = gone.get(entry.phrase)
            changes.append(EntryChange(old.pop(0) if old else None, entry._replace(line=0)))
    left = [EntryChange(entry, None) for some in gone.values() for entry in some]
    return (*left, *changes)
