"""What a test needs that not every machine has; where all is tested, it must be there."""

import os
from pathlib import Path

import pytest

from unspin_gui.core.errors import StoreError
from unspin_gui.store import formats
from unspin_gui.store.formats.child_process import is_readable
from unspin_gui.store.formats.opened import OnlyReadKind


def needs(reader: OnlyReadKind) -> pytest.MarkDecorator:
    """Skip without the package of a reader, except in continuous integration."""
    missing = not is_readable(reader) and not os.environ.get("CI")
    return pytest.mark.skipif(missing, reason=f"{reader} is not readable: the extra is missing")


def answered(name: str, data: bytes) -> bool:
    """Whether a file, however damaged, is shown with some text or answered in one sentence."""
    try:
        return bool(formats.from_bytes(Path(name), data).text.strip())
    except StoreError as error:
        return str(error).startswith(f"{name}: ") and "\n" not in str(error)
