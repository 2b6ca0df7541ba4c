"""Where resources, glossaries and the user's files are; nothing else knows a path."""

import os
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).resolve().parent
_APP = "unspin_gui"


def _shipped(name: str) -> Path:
    """A folder that ships with the program: inside the wheel, otherwise beside the package."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The folder of icons, sample, manual and language data."""
    return _shipped("resources")


def starter_glossaries() -> tuple[Path, ...]:
    """The shipped, read-only glossary files, lowest layer first."""
    folder = _shipped("glossaries")
    first = [folder / "science.yaml", folder / "news.yaml"]
    rest = sorted(set(folder.glob("*.yaml")) - set(first))
    return tuple(path for path in [*rest, *first] if path.is_file())


def desktop_file(name: str) -> Path:
    """A file for the desktop: in a clone, otherwise where pip installed shared data.

    The path does not exist if the file was not installed.
    """
    here = resources() / "desktop" / name
    if here.is_file():
        return here
    from importlib import metadata  # noqa: PLC0415 - slow to import, and asked once

    try:
        files = metadata.files("unspin-gui") or []
    except metadata.PackageNotFoundError:
        files = []
    return next((Path(file.locate()) for file in files if file.name == name), here)


class UserPaths(NamedTuple):
    """The user's own folders; none is created before something is written there."""

    data: Path
    config: Path
    state: Path
    cache: Path

    @property
    def glossary(self) -> Path:
        """The user's glossary."""
        return self.data / "glossary.yaml"

    @property
    def settings(self) -> Path:
        """The preferences."""
        return self.config / "settings.json"

    @property
    def window(self) -> Path:
        """Window geometry."""
        return self.config / "window.ini"

    @property
    def decisions(self) -> Path:
        """The folder with one file of remembered decisions for each source file."""
        return self.state / "decisions"

    @property
    def progress(self) -> Path:
        """The folder with one note on each file worked through in a queue."""
        return self.state / "queue"

    @property
    def screenings(self) -> Path:
        """The folder with the results of folders screened from the window."""
        return self.state / "screenings"

    @property
    def journals(self) -> Path:
        """The folder with the recovery journals."""
        return self.state / "journals"

    @property
    def open_files(self) -> Path:
        """The folder with a note of each file under review."""
        return self.state / "open"

    @property
    def copies(self) -> Path:
        """The folder with copies of files made before they were written in place."""
        return self.state / "copies"

    @property
    def backups(self) -> Path:
        """The folder with earlier versions of the glossary."""
        return self.data / "backups"

    @property
    def usage(self) -> Path:
        """The file that counts how often each entry was accepted and rejected."""
        return self.state / "usage.json"

    @property
    def models(self) -> Path:
        """The folder for the language model that reads a second time."""
        return self.cache / "models"

    def sizes(self, token: str) -> Path:
        """The file with the daily sizes of the glossary with this token."""
        return self.state / f"sizes-{token}.json"


def user_paths(home: str | Path | None = None) -> UserPaths:
    """The user's folders; `home`, otherwise the variable UNSPIN_HOME, puts them all in one folder.

    UNSPIN_CACHE names another folder for what can be rebuilt.
    """
    folder, cache = home or os.environ.get("UNSPIN_HOME"), os.environ.get("UNSPIN_CACHE")
    if folder:
        base = Path(folder)
        kept = Path(cache) if cache else base / "cache"
        return UserPaths(base / "data", base / "config", base / "state", kept)
    import platformdirs  # noqa: PLC0415 - not needed where a folder is named

    return UserPaths(
        Path(platformdirs.user_data_dir(_APP, appauthor=False)),
        Path(platformdirs.user_config_dir(_APP, appauthor=False)),
        Path(platformdirs.user_state_dir(_APP, appauthor=False)),
        Path(cache or platformdirs.user_cache_dir(_APP, appauthor=False)),
    )
