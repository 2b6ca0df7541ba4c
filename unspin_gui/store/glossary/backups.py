"""Earlier versions of the glossary: the last ten saves, seven daily and four weekly ones."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.files.lock import locked
from unspin_gui.store.glossary import glossary_file

LAST = 10
"""How many of the latest saves are kept."""
DAYS = 7
"""Days for which the last save is kept."""
WEEKS = 4
"""Weeks for which the last save is kept."""

_STAMP = "%Y-%m-%dT%H-%M-%S-%fZ"
_NAME_LIMIT = 80


class Backup(NamedTuple):
    """A kept version: its file and the time at which it was saved (UTC)."""

    path: Path
    when: datetime


def keep(
    path: Path, folder: Path, *, readable: str = "", now: datetime | None = None
) -> Backup | None:
    """Keep the current version of the file at `path`; None if it is missing or already kept.

    Call it after each save. Old versions are thinned out, but the newest readable one always stays;
    `readable` is the content token of a version known to be readable. Raises StoreError.
    """
    if not atomic.is_there(path):
        return None
    data = atomic.read_bytes(path)
    token, present = atomic.token_of(data), backups_of(path, folder)
    if present and atomic.token_on_disk(present[0].path) == token:
        return None
    when = (now or datetime.now(UTC)).astimezone(UTC)
    if present and when <= present[0].when:  # the clock was set back: the order of saves prevails
        when = present[0].when + timedelta(microseconds=1)
    made = Backup(folder / f"{_stem(path)}.{when.strftime(_STAMP)}{path.suffix}", when)
    atomic.make_folder(folder)
    atomic.write_bytes(made.path, data, mode=0o600)

    def is_good(kept: Path) -> bool:
        return (kept == made.path and token == readable) or is_readable(kept)

    for old in superfluous((made, *present), is_good=is_good):
        with suppress(OSError):
            old.path.unlink()
    return made


def backups_of(path: Path, folder: Path) -> tuple[Backup, ...]:
    """The kept versions of a file, newest first."""
    found = []
    prefix = f"{_stem(path)}."
    for file in atomic.files_in(folder, "*"):
        if file.name.startswith(prefix) and file.suffix == path.suffix:
            stamp = file.name[len(prefix) : len(file.name) - len(path.suffix)]
            with suppress(ValueError):
                when = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
                found.append(Backup(file, when))
    return tuple(sorted(found, key=lambda backup: backup.when, reverse=True))


def superfluous(
    backups: Iterable[Backup], *, is_good: Callable[[Path], bool]
) -> tuple[Backup, ...]:
    """Return the versions that need not be kept; never the newest good one."""
    order = sorted(backups, key=lambda backup: backup.when, reverse=True)
    kept = set(order[:LAST])
    kept |= set(_newest_of_each(order, "%Y-%m-%d", DAYS))
    kept |= set(_newest_of_each(order, "%G-%V", WEEKS))
    if not any(is_good(backup.path) for backup in order if backup in kept):
        kept |= set([backup for backup in order if is_good(backup.path)][:1])
    return tuple(backup for backup in order if backup not in kept)


def restore(backup: Backup, path: Path, folder: Path) -> None:
    """Replace the file with a kept version, after keeping its current version.

    Raises StoreError, also if the kept version cannot be read or another program holds the lock;
    then nothing changes.
    """
    data = atomic.read_bytes(backup.path)
    glossary_file.from_bytes(path, data)
    keep(path, folder)
    atomic.make_folder(path.parent)
    with locked(path):
        atomic.write_bytes(path, data)


def is_readable(path: Path) -> bool:
    """Whether a file is a readable glossary."""
    try:
        glossary_file.read(path)
    except StoreError:
        return False
    return True


def _newest_of_each(order: list[Backup], period: str, most: int) -> list[Backup]:
    newest: dict[str, Backup] = {}
    for backup in order:
        newest.setdefault(backup.when.strftime(period), backup)
    return list(newest.values())[:most]


def _stem(path: Path) -> str:
    """The start of the names of a file's backups; a token distinguishes folders."""
    return f"{path.stem[:_NAME_LIMIT]}-{atomic.token_of(str(path.absolute()).encode())[:8]}"
