"""Where no document may be written."""

import os
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.ui.session.library import Library


def refuse_place(path: Path, library: Library) -> None:
    """Raise StoreError where a glossary in use lies at `path`."""
    used = (library.path, *(one.path for one in library.others))
    if os.path.realpath(path) in map(os.path.realpath, used):
        raise StoreError(path, "this is a glossary in use; choose another name")
