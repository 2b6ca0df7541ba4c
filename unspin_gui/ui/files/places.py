"""Guards places where no document may be written."""

from pathlib import Path

from unspin_gui.application.layers import refuse_glossary
from unspin_gui.ui.session.library import Library


def refuse_place(path: Path, library: Library) -> None:
    """Raise StoreError if `path` is a glossary in use."""
    refuse_glossary(path, (library.path, *(one.path for one in library.others)))
