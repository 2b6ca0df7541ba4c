"""Files of the program's own that it cannot use: kept beside before they are written anew."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic

_MOST = 100
"""Different copies of one file that are kept."""


def keep_damaged(
    path: Path, is_usable: Callable[[Any], bool] = lambda plain: isinstance(plain, dict)
) -> StoreError | None:
    """Copy a file of JSON to NAME.broken unless its values are of use; what is to be told then.

    Raises StoreError where the copy fails.
    """
    if not atomic.is_there(path):
        return None
    data = atomic.read_bytes(path)
    if _is_usable(data, is_usable):
        return None
    copy = _place_for(path, data)
    atomic.write_bytes(copy, data, mode=0o600)
    reason = "this file is damaged, or a newer version of this program wrote it"
    return StoreError(path, f"{reason}; a copy of it is kept as {copy.name}")


def _is_usable(data: bytes, is_usable: Callable[[Any], bool]) -> bool:
    try:
        return is_usable(json.loads(data))
    except (ValueError, RecursionError):
        return False


def _place_for(path: Path, data: bytes) -> Path:
    """A name that is free, or that of an equal copy; the last one where too many are there."""
    endings = (".broken", *(f".broken-{n}" for n in range(2, _MOST + 1)))
    places = [path.with_name(f"{path.name}{ending}") for ending in endings]
    wanted = {atomic.ABSENT, atomic.token_of(data)}
    return next((one for one in places if atomic.token_on_disk(one) in wanted), places[-1])
