"""Keeps copies of the program's own files that it cannot use, before they are rewritten."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic

_MOST = 100
"""How many different copies of one file are kept."""


def keep_damaged(
    path: Path, is_usable: Callable[[Any], bool] = lambda plain: isinstance(plain, dict)
) -> StoreError | None:
    """Copy a JSON file to NAME.broken unless its values are usable; returns what to tell the user.

    Raises StoreError if the copy fails.
    """
    if not atomic.is_there(path):
        return None
    data = atomic.read_bytes(path)
    if _is_usable(data, is_usable):
        return None
    copy = _place_for(path, data)
    atomic.write_bytes(copy, data, mode=0o600)
    reason = Message("this file is damaged, or was written by a newer version of this program")
    return StoreError(path, Message("{0}; a copy of it is kept as {1}", reason, copy.name))


def _is_usable(data: bytes, is_usable: Callable[[Any], bool]) -> bool:
    try:
        return is_usable(json.loads(data))
    except (ValueError, RecursionError):
        return False


def _place_for(path: Path, data: bytes) -> Path:
    """An unused name, or that of an equal copy; the last name once there are too many."""
    endings = (".broken", *(f".broken-{n}" for n in range(2, _MOST + 1)))
    places = [path.with_name(f"{path.name}{ending}") for ending in endings]
    wanted = {atomic.ABSENT, atomic.token_of(data)}
    return next((one for one in places if atomic.token_on_disk(one) in wanted), places[-1])
