"""Temporary files: names that identify their owner, and cleaning up after killed programs."""

import os
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

_SUFFIX = ".unspin-tmp"
_ONE_DAY = 86_400.0


def temporary_name(name: str) -> str:
    """A hidden name for the file to replace `name`, with this computer and process in it."""
    return f".{name[:100]}.{_host()}-{os.getpid()}-{os.urandom(4).hex()}{_SUFFIX}"


def sweep(folder: Path) -> int:
    """Remove temporary files that killed programs left in `folder`; returns how many."""
    gone = 0
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.endswith(_SUFFIX) and _is_left_over(entry):
                with suppress(OSError):
                    Path(entry.path).unlink()
                    gone += 1
    return gone


def is_alive(pid: int) -> bool:
    """Whether a process on this computer has the number `pid`."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_left_over(entry: os.DirEntry[str]) -> bool:
    host, _, rest = entry.name.removesuffix(_SUFFIX).rpartition(".")[2].partition("-")
    pid = rest.partition("-")[0]
    if host == _host() and pid.isdecimal() and not is_alive(int(pid)):
        return True
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _ONE_DAY


@cache
def _host() -> str:
    """What identifies this computer."""
    import hashlib  # noqa: PLC0415 - slow to import, not needed to start

    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return hashlib.sha256(name.encode()).hexdigest()[:6]
