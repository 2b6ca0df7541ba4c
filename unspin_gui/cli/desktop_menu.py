"""The menu entry of a Linux desktop, for those who installed with pip or pipx.

Both put the program into an environment of its own, where no desktop looks for entries; so these
are copied to the user's own folder (XDG_DATA_HOME) and name the command by its full path.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from unspin_gui import paths
from unspin_gui.cli.terminal import complain, say
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import store_error

_ID = "io.github.unspin_gui.unspin_gui"
_UPDATES = (
    ("update-desktop-database", "-q", "applications"),
    ("update-mime-database", "mime"),
    ("gtk-update-icon-cache", "-q", "-t", "icons/hicolor"),
)
"""Programs that notify running desktops, each with its folder; any of them may be missing."""
_CACHES = {
    "applications": {"mimeinfo.cache"},
    "icons/hicolor": {"icon-theme.cache"},
    "mime": {
        *("XMLnamespaces", "aliases", "generic-icons", "globs", "globs2", "icons", "magic"),
        *("mime.cache", "subclasses", "treemagic", "types", "version"),
    },
}
"""The files that those programs write into each folder, which may also contain files of others."""


class _MenuEntry(NamedTuple):
    """A desktop file: its place in the program, and its place below the user's data folder."""

    shipped: Path
    place: str


def run(*, remove: bool = False) -> int:
    """Add the program to the menu, or remove it again; returns the exit status."""
    if sys.platform in {"win32", "darwin"}:
        complain("this system has a different kind of menu; see README")
        return 2
    home = _data_home()
    try:
        for entry in _entries():
            _remove(home / entry.place) if remove else _install(entry, home / entry.place)
    except UnspinError as error:
        complain(error)
        return 2
    for program, *flags, folder in _UPDATES:
        if (found := shutil.which(program)) and (home / folder).is_dir():
            subprocess.run([found, *flags, home / folder], check=False, capture_output=True)  # noqa: S603
    if remove:
        _tidy(home)
    return 0


def _data_home() -> Path:
    """The user's data folder; a relative path is ignored, as the XDG specification wants."""
    folder = Path(os.environ.get("XDG_DATA_HOME", ""))
    return folder if folder.is_absolute() else Path.home() / ".local" / "share"


def _entries() -> Iterator[_MenuEntry]:
    for name, place in (
        (f"{_ID}.desktop", f"applications/{_ID}.desktop"),
        (f"{_ID}.metainfo.xml", f"metainfo/{_ID}.metainfo.xml"),
        (f"{_ID}.xml", f"mime/packages/{_ID}.xml"),
    ):
        yield _MenuEntry(paths.desktop_file(name), place)
    icon = paths.resources() / "icons" / "unspin-gui.svg"
    yield _MenuEntry(icon, f"icons/hicolor/scalable/apps/{_ID}.svg")


def _install(entry: _MenuEntry, target: Path) -> None:
    data = atomic.read_bytes(entry.shipped)
    if target.suffix == ".desktop":
        data = data.replace(b"Exec=unspin-gui", f"Exec={_command()}".encode())
    atomic.make_folder(target.parent)
    atomic.write_bytes(target, data)
    say(f"written: {target}")


def _remove(target: Path) -> None:
    try:
        target.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise store_error(target, "remove", error) from error
    say(f"removed: {target}")


def _tidy(home: Path) -> None:
    """Remove caches of nothing, and then the folders that are empty."""
    for name, caches in _CACHES.items():
        folder = home / name
        left = [path for path in folder.rglob("*") if not path.is_dir()]
        if {path.relative_to(folder).as_posix() for path in left} <= caches:
            for path in left:
                with suppress(OSError):  # a cache that stays is no harm
                    path.unlink()
    places = [(home / entry.place).parent for entry in _entries()]
    for place in [*places, home / "mime" / "application"]:
        for folder in (place, *place.parents):
            if folder == home or not _emptied(folder):
                break


def _emptied(folder: Path) -> bool:
    """Remove a folder if nothing is in it; returns whether it has gone."""
    with suppress(OSError):
        folder.rmdir()
    return not folder.exists()


def _command() -> str:
    """The command that started this program, with full paths, as an Exec line has it."""
    started = os.path.abspath(sys.argv[0])  # noqa: PTH100 - a link of pipx stays one
    is_command = Path(started).suffix != ".py" and os.access(started, os.X_OK)
    if is_command and Path(started).is_file():
        return _quoted(started)
    return f"{_quoted(sys.executable)} -m unspin_gui"


def _quoted(path: str) -> str:
    """A word of an Exec line: quoted, and escaped for both the line and the file around it."""
    if any(sign in path for sign in "\n\r\t"):
        raise StoreError(path, "no menu can contain a program whose path has a line break in it")
    for sign in '\\"`$':
        path = path.replace(sign, f"\\{sign}")
    return '"' + path.replace("\\", "\\\\").replace("%", "%%") + '"'
