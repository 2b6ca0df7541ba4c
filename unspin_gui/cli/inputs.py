"""What a command reads: files, folders, patterns and standard input."""

import argparse
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from unspin_gui.application.folder_listing import matches, texts_below
from unspin_gui.cli.terminal import read_stdin
from unspin_gui.core.errors import StoreError
from unspin_gui.store import formats

_NO_FILES = "no files to read in this folder; name one, or say with --include which to read"


class Source(NamedTuple):
    """A text to be read: its name, and its bytes if they came from standard input."""

    name: str
    data: bytes | None = None

    def read(self, encoding: str | None, *, as_text: bool = False) -> formats.Opened:
        """Read the text, if wanted as it is written; raises StoreError."""
        if self.data is not None:
            path = Path("stdin.txt" if self.name == "-" else self.name)
            return formats.from_bytes(path, self.data, encoding, as_text=as_text)
        if not self.name:
            raise StoreError(self.name, "a name is empty; name a file to read")
        return formats.read(self.name, encoding, as_text=as_text)


class Listed(NamedTuple):
    """Everything to be read, each item once, and what was named but does not exist."""

    sources: tuple[Source, ...]
    errors: tuple[StoreError, ...]


def list_sources(flags: argparse.Namespace) -> Listed:
    """List what the arguments of `options.add_common` name, in their order."""
    found: dict[str, Source] = {}
    errors: list[StoreError] = []
    for name in flags.files:
        try:
            found |= {each: _source(each) for each in _named(name, flags) if each not in found}
        except StoreError as error:
            errors.append(error)
    if flags.stdin is not None:
        try:
            found[flags.stdin] = Source(flags.stdin, read_stdin())
        except StoreError as error:
            errors.append(error)
    return Listed(tuple(found.values()), tuple(errors))


def _named(name: str, flags: argparse.Namespace) -> list[str]:
    """The files that a name stands for; raises StoreError if there are none."""
    names = list(expanded(name, flags.include, flags.exclude))
    if not names:
        raise StoreError(name, _NO_FILES)
    return names


def _source(name: str) -> Source:
    return Source(name, read_stdin()) if name == "-" else Source(name)


def expanded(
    name: str,
    include: list[str] | None,
    exclude: list[str],
    *,
    more: frozenset[str] = frozenset(),
) -> Iterable[str]:
    """The files that a name stands for; raises StoreError if a pattern matches none.

    In folders, texts are taken, and files whose names end in one of `more`.
    """
    if name != "-" and os.path.isdir(name):  # noqa: PTH112 - Path("") is a folder
        return texts_below(name, include, exclude, more=more)
    if not _is_pattern(name) or os.path.lexists(name):
        return (name,)
    files = sorted(_matching(name, exclude))
    if not files:
        raise StoreError(name, "no file matches this pattern")
    return files


def _is_pattern(name: str) -> bool:
    return any(sign in name for sign in "*?[")


def _matching(pattern: str, exclude: list[str]) -> Iterator[str]:
    """The files that match a pattern; as for folders, ** enters neither hidden ones nor links.

    Also yields what cannot be looked into: reading it reports why.
    """
    parts = Path(pattern).parts
    fixed = next(n for n, part in enumerate(parts) if _is_pattern(part))
    base = Path(*parts[:fixed])
    wanted = [part if part == "**" else re.sub(r"\*+", "*", part) for part in parts[fixed:]]
    if wanted[-1] == "**":
        wanted.append("*")  # alone it matches folders, and files only in Python 3.13 and newer
    with_hidden = any(part.startswith(".") for part in wanted)
    files = filter(_may_be_file, base.glob("/".join(wanted)))
    for path in chain(files, _closed(base, wanted[:-1])):
        below = path.relative_to(base).parts
        if not with_hidden and any(part[0] == "." for part in below):
            continue
        on_the_way = (base.joinpath(*below[:n]) for n in range(1, len(below) + 1))
        if not any(matches(str(each), exclude) for each in on_the_way):
            yield str(path)


def _may_be_file(path: Path) -> bool:
    """Whether this is a file, or cannot be examined."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _closed(base: Path, wanted: Sequence[str]) -> Iterator[Path]:
    """The folders in which a pattern looks for files but that may not be listed."""
    for count in range(len(wanted) + 1):
        for path in base.glob("/".join(wanted[:count])) if count else (base,):
            if os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):  # noqa: PTH112 - Path.is_dir raises
                yield path
