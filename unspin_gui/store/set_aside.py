"""Files of the program's own that are damaged: kept beside before they are written anew."""

import json
from contextlib import suppress
from pathlib import Path

from unspin_gui.store import atomic


def keep_damaged(path: Path) -> None:
    """Copy a file that holds no JSON table to NAME.broken; raises StoreError where that fails."""
    if not atomic.is_there(path):
        return
    data = atomic.read_bytes(path)
    with suppress(ValueError, RecursionError):
        if isinstance(json.loads(data), dict):
            return
    atomic.write_bytes(path.with_name(f"{path.name}.broken"), data, mode=0o600)
