"""The texts in a folder, for the commands and the window alike."""

import os
from collections.abc import Callable, Collection, Iterator
from fnmatch import fnmatch
from pathlib import Path

from unspin_gui.store.formats.child_process import is_readable
from unspin_gui.store.formats.kinds import named_kind

_TEXT = {".txt", ".text"}
_CORRECTED = ".corrected"


def texts_below(
    folder: str,
    include: Collection[str] | None = None,
    exclude: Collection[str] = (),
    *,
    more: Collection[str] = (),
) -> Iterator[str]:
    """The texts in a folder and below, sorted by name; hidden ones are left out.

    So are those this program wrote. `include` and `exclude` are patterns as in `matches`; without
    `include` every file counts whose name is that of a text, or ends in one of `more`. A folder
    that cannot be listed comes last, under its own name: reading it reports why.
    """
    unlisted = list[OSError]()
    for path in _files_below(folder, exclude, unlisted.append):
        if _is_wanted(path, folder, include, {*_TEXT, *more}):
            yield path
    for error in unlisted:
        yield error.filename or folder


def _files_below(
    folder: str, exclude: Collection[str], on_unlisted: Callable[[OSError], None]
) -> Iterator[str]:
    for place, folders, files in os.walk(folder, onerror=on_unlisted):
        folders[:] = sorted(
            each
            for each in folders
            if each[0] != "." and not matches(os.path.join(place, each), exclude, folder)  # noqa: PTH118
        )
        paths = (os.path.join(place, each) for each in sorted(files) if each[0] != ".")  # noqa: PTH118
        yield from (path for path in paths if not matches(path, exclude, folder))


def _is_wanted(
    path: str, folder: str, include: Collection[str] | None, endings: Collection[str]
) -> bool:
    if Path(path).stem.endswith(_CORRECTED):
        return False
    if include is not None:
        return matches(path, include, folder)
    kind = named_kind(path)
    if kind == "pdf":
        return is_readable(
            "pdf"
        )  # an extra: without it, folders are read as if there were no such files
    return kind is not None or Path(path).suffix.lower() in endings


def matches(path: str, patterns: Collection[str], folder: str = ".") -> bool:
    """Whether its name, or its path within the folder, matches one of the patterns.

    Patterns may begin with ./ and end with /, as shells complete the names of folders.
    """
    if not patterns:
        return False
    parts = {Path(path).name, Path(path).as_posix(), Path(os.path.relpath(path, folder)).as_posix()}
    plain = [each.removeprefix("./").rstrip("/") or each for each in patterns]
    return any(fnmatch(part, each) for each in plain for part in parts)
