"""The preferences file. Fields written by other versions of the program are preserved."""

import json
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.settings import Settings, from_plain, is_understood, to_plain, unknown_in
from unspin_gui.store.files import atomic
from unspin_gui.store.files.quarantine import keep_damaged

_LARGEST = 1_000_000
_VERSION = {"version": 1}


def load_settings(path: Path) -> Settings:
    """Load the settings; a file or field that is missing or damaged yields the default."""
    try:
        return from_plain(_read(path))
    except (StoreError, ValueError, RecursionError) as error:
        import logging  # noqa: PLC0415 - slow to import, hardly ever needed

        logging.getLogger(__name__).warning(
            "settings are not readable, defaults are used: %s", error
        )
        return Settings()


def save_settings(path: Path, settings: Settings) -> StoreError | None:
    """Write the settings in one step, creating their folder; raises StoreError.

    Returns what to tell the user about a file that could not be used in full.
    """
    atomic.make_folder(path.parent)
    warning = keep_unusable(path)
    others = unknown_in(_read(path)) if warning is None else {}
    text = json.dumps(others | _VERSION | to_plain(settings), ensure_ascii=True, indent=2)
    atomic.write_bytes(path, text.encode() + b"\n", mode=0o600)
    return warning


def keep_unusable(path: Path) -> StoreError | None:
    """Keep a copy of settings that could not be used in full; see `quarantine.keep_damaged`."""
    return keep_damaged(path, _is_usable)


def _is_usable(plain: object) -> bool:
    return is_understood(plain) and {**_VERSION, **unknown_in(plain)}["version"] == 1


def _read(path: Path) -> object:
    return json.loads(atomic.read_bytes(path, limit=_LARGEST)) if atomic.is_there(path) else {}
