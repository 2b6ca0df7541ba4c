"""Which glossary files are used, and in what order, for the window and the commands alike."""

import os
from collections.abc import Iterable
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.paths import UserPaths, starter_glossaries, user_paths
from unspin_gui.settings import Settings
from unspin_gui.store.files.settings_file import load_settings


def own_glossary(settings: Settings, paths: UserPaths) -> Path:
    """The user's own glossary, the highest layer; it may not exist yet."""
    return Path(settings.glossary or paths.glossary)


def read_only_glossaries(settings: Settings) -> list[Path]:
    """The other glossaries, lowest first; those the user has not ordered come before the rest."""
    files = [*starter_glossaries(), *map(Path, settings.extra_glossaries)]
    places = {name: place for place, name in enumerate(settings.starters)}
    return sorted(files, key=lambda path: places.get(path.stem, -1))


def is_switched_on(path: Path, settings: Settings) -> bool:
    """Whether a read-only glossary is enabled."""
    return path.stem not in settings.starters_off


def files_in_use() -> tuple[Path, ...]:
    """The user's own glossary and all others, according to the settings."""
    paths = user_paths()
    settings = load_settings(paths.settings)
    return own_glossary(settings, paths), *read_only_glossaries(settings)


def refuse_glossary(path: Path, used: Iterable[Path]) -> None:
    """Raise StoreError if `path` is a glossary in use, or leads to one through a link."""
    if os.path.realpath(path) in map(os.path.realpath, used):
        raise StoreError(path, Message("this is a glossary in use; choose another name"))
