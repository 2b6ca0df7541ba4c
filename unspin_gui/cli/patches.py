"""Corrections as a patch, in the bytes of the file, so that `git apply` and `patch -p1` take it."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from difflib import diff_bytes, unified_diff
from pathlib import Path

from unspin_gui.cli.terminal import say

_QUOTED = {ord(sign): f"\\{letter}" for sign, letter in zip('\n\t\r"\\', 'ntr"\\', strict=True)}
_NO_END = b"\n\\ No newline at end of file\n"


def tell_patch(name: str, before: bytes, after: bytes, encoding: str) -> None:
    """Print how a text file changes: as bytes, or readable where a terminal shows it."""
    lines = _patch(name, before, after)
    if sys.stdout.isatty():
        for line in lines:
            say(line.decode(encoding, "replace").rstrip("\r\n"))
        return
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def tell_changes(name: str, target: str, before: str, after: str) -> None:
    """Print how the text of a document changes, to be read: no program can apply it.

    Outside a terminal it is commented out, so that the patches around it can be applied.
    """
    mark = "" if sys.stdout.isatty() else "# "
    for line in unified_diff(before.split("\n"), after.split("\n"), name, target, lineterm=""):
        say(mark + line)


def _patch(name: str, before: bytes, after: bytes) -> Iterator[bytes]:
    path = _relative(name)
    old, new = (os.fsencode(_header(f"{side}/{path}")) for side in "ab")
    lines: Iterable[bytes] = diff_bytes(
        unified_diff, _lines(before), _lines(after), old, new, lineterm=b"\n"
    )
    return (line if line.endswith(b"\n") else line + _NO_END for line in lines)


def _lines(data: bytes) -> list[bytes]:
    """The lines with their ends, as `patch` counts them: only a line feed ends one."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def _relative(name: str) -> str:
    """The path of a file as seen from here, if it lies below; else its whole path."""
    path = Path(os.path.abspath(name))  # noqa: PTH100 - links stay
    below = path.is_relative_to(Path.cwd())
    return (path.relative_to(Path.cwd()) if below else path.relative_to(path.anchor)).as_posix()


def _header(path: str) -> str:
    """A name as git writes it: quoted if need be, and a tab after one with blanks."""
    quoted = path.translate(_QUOTED)
    if quoted != path:
        return f'"{quoted}"'
    return f"{path}\t" if " " in path else path
