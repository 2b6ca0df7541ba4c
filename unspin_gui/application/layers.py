"""Which glossary files are used, and in what order: for the window and the commands alike."""

from pathlib import Path

from unspin_gui.paths import UserPaths, starter_glossaries
from unspin_gui.settings import Settings


def own_glossary(settings: Settings, paths: UserPaths) -> Path:
    """The user's own glossary, the highest layer; it need not be there yet."""
    return Path(settings.glossary or paths.glossary)


def read_only_glossaries(settings: Settings) -> list[Path]:
    """The others, lowest first: those whose place the user did not choose come before."""
    files = [*starter_glossaries(), *map(Path, settings.extra_glossaries)]
    places = {name: place for place, name in enumerate(settings.starters)}
    return sorted(files, key=lambda path: places.get(path.stem, -1))


def is_switched_on(path: Path, settings: Settings) -> bool:
    """Whether a read-only glossary is used."""
    return path.stem not in settings.starters_off
