"""Saves the user's glossary so that no version of it is ever the only one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.paths import UserPaths
from unspin_gui.store.files import atomic
from unspin_gui.store.glossary import backups, glossary_file
from unspin_gui.store.glossary.glossary_file import EntryChange, GlossaryFile, Saved
from unspin_gui.store.glossary.size_history import Size, note_size


class SavedGlossary(NamedTuple):
    """A saved glossary, and any problems on the way that did it no harm."""

    saved: Saved
    error: StoreError | None = None


def save_and_keep(
    file: GlossaryFile, changes: Sequence[EntryChange], paths: UserPaths
) -> SavedGlossary:
    """Save as `glossary_file.save` does, and keep the versions before and after as backups.

    Raises StoreError if the glossary itself cannot be saved.
    """
    before = _keep(file, paths.backups)
    saved = glossary_file.save(file, changes)
    after = _keep(saved.file, paths.backups)
    return SavedGlossary(saved, before or after or _note(file, saved.file, paths))


def sizes_file(glossary: Path, paths: UserPaths) -> Path:
    """The file with the history of a glossary's size."""
    token = atomic.token_of(str(glossary.absolute()).encode())[:8]
    return paths.sizes(token)


def _keep(file: GlossaryFile, folder: Path) -> StoreError | None:
    try:
        backups.keep(file.path, folder, readable=file.token)
    except StoreError as error:
        return error
    return None


def _note(before: GlossaryFile, now: GlossaryFile, paths: UserPaths) -> StoreError | None:
    """Record today's size of the glossary."""
    path, today = sizes_file(now.path, paths), datetime.now().astimezone()
    first = Size(_day_of_first(before, today), len(before.glossary))
    try:
        return note_size(path, today.date().isoformat(), len(now.glossary), before=first)
    except StoreError as error:
        return error


def _day_of_first(file: GlossaryFile, today: datetime) -> str:
    """The day of the latest dated entry, or the day before today."""
    dates = (entry.added[:10] for entry in file.glossary.entries if entry.added)
    latest = max((day for day in dates if day < today.date().isoformat()), default="")
    return latest or (today - timedelta(days=1)).date().isoformat()
