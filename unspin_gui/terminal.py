"""What the commands without a window share: lines they print, figures they are given."""

import sys

from unspin_gui.core.errors import UnspinError


def say(line: str) -> None:
    """One line on stdout, with what it cannot show escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), flush=True)


def complain(error: UnspinError | str) -> None:
    """One line on stderr."""
    print(f"unspin-gui: {error}".replace("\n", " "), file=sys.stderr)


def probability(word: str) -> float:
    """An argument between 0 and 1; raises ValueError for anything else."""
    value = float(word)
    if not 0 <= value <= 1:
        raise ValueError
    return value


def count(word: str) -> int:
    """An argument that is a number from 0 on; raises ValueError for anything else."""
    value = int(word)
    if value < 0:
        raise ValueError
    return value
