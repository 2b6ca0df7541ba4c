"""OpenDocument texts."""

from collections.abc import Sequence

from unspin_gui.core.errors import StoreError
from unspin_gui.store.formats.opened import Edit, Shown
from unspin_gui.store.formats.tracking import Tracking


def shown(path: object, data: bytes) -> Shown:
    raise StoreError(path, "OpenDocument texts cannot be read yet")


def rewritten(path: object, data: bytes, edits: Sequence[Edit], tracking: Tracking) -> bytes:
    raise StoreError(path, "OpenDocument texts cannot be read yet")
