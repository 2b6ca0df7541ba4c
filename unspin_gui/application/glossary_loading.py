"""The glossaries of the window read from their files, off the GUI thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.application import layers
from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.settings import Settings
from unspin_gui.store.files import atomic

if TYPE_CHECKING:
    from unspin_gui.store.glossary.glossary_file import GlossaryFile


class Shelved(NamedTuple):
    """A read-only glossary with its file; `used` tells whether it is switched on."""

    path: Path
    glossary: Glossary
    used: bool


class Broken(NamedTuple):
    """Why the user's glossary could not be read, and what its file held then (None: unknown)."""

    error: StoreError
    token: str | None


@dataclass(frozen=True, slots=True)
class LoadedGlossaries:
    """The glossaries as read, lowest layer first, and what went wrong on the way."""

    others: tuple[Shelved, ...]
    mine: "GlossaryFile | None"
    errors: tuple[StoreError, ...]
    broken: Broken | None


def read_shelf(settings: Settings, mine: Path) -> LoadedGlossaries:
    """Read all glossaries; called off the GUI thread, after the first paint."""
    from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415 (yaml)

    errors: list[StoreError] = []
    others: list[Shelved] = []
    for path in layers.read_only_glossaries(settings):
        try:
            glossary = _indexed(glossary_file.read(path).glossary)
        except StoreError as error:
            errors.append(error)
        else:
            others.append(Shelved(path, glossary, layers.is_switched_on(path, settings)))
    own, broken = _read_mine(mine)
    if broken is not None:
        errors.append(broken.error)
    return LoadedGlossaries(tuple(others), own, tuple(errors), broken)


def _read_mine(path: Path) -> "tuple[GlossaryFile | None, Broken | None]":
    from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415 (yaml)

    token = None
    try:
        token = atomic.token_on_disk(path)
        own = glossary_file.read_or_new(path, name="my glossary")
    except StoreError as error:
        return None, Broken(error, token)
    _indexed(own.glossary)
    return own, None


def _indexed(glossary: Glossary) -> Glossary:
    """The glossary, its index made here and not later on the GUI thread."""
    _ = glossary.indexes
    return glossary
