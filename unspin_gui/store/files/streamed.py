"""Writes a file that may be larger than memory, completely or not at all."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from unspin_gui.core.text.messages import Message
from unspin_gui.store.files.atomic import fsync_folder, make_folder
from unspin_gui.store.files.failures import store_error
from unspin_gui.store.files.temp_files import temporary_name


def write_chunks(path: Path, chunks: Iterable[bytes]) -> None:
    """Write the chunks beside `path`, sync, and rename over it; raises StoreError.

    At every moment either the old file or the complete new one is there. If the chunks end with an
    error, the old one stays.
    """
    make_folder(path.parent)
    temporary = path.with_name(temporary_name(path.name))
    try:
        with temporary.open("wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        fsync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            raise store_error(path, Message("save"), error) from error
        raise
