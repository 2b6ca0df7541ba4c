"""Shared by the commands without a window: printing lines, parsing numbers."""

import argparse
import sys
from pathlib import Path

from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.core.text.display_text import one_line
from unspin_gui.store.files.failures import store_error


def say(*lines: str) -> None:
    """Print lines on stdout, at once, with unprintable and control characters escaped."""
    if lines:
        encoding, text = sys.stdout.encoding or "utf-8", "\n".join(map(one_line, lines))
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)


def complain(error: UnspinError | str) -> None:
    """Print an error as one line on stderr."""
    line = one_line(f"unspin-gui: {error}".replace("\n", " "))
    if "tqdm" not in sys.modules:
        print(line, file=sys.stderr)
        return
    from tqdm import tqdm  # noqa: PLC0415 - only where progress is shown

    tqdm.write(line, file=sys.stderr)  # above the bar


def read_stdin() -> bytes:
    """Read all of stdin; raises StoreError."""
    if sys.stdin is None:
        raise StoreError("-", "standard input is closed, so there is nothing to read")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise store_error("-", "read standard input", error) from error


def probability(word: str) -> float:
    """Parse an argument between 0 and 1; raises ArgumentTypeError for anything else."""
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, not {word}")
    return value


def written_path(word: str) -> Path:
    """Parse the path of what is written; raises ArgumentTypeError for - (elsewhere stdin)."""
    if word == "-":
        raise argparse.ArgumentTypeError("- cannot be written to; a file of that name is ./-")
    return Path(word)


def count(word: str) -> int:
    """Parse a whole number from 0 on; raises ArgumentTypeError for anything else."""
    try:
        value = int(word)
    except ValueError:
        value = -1
    if value < 0:
        raise argparse.ArgumentTypeError(f"expected a whole number, 0 or more, not {word}")
    return value
