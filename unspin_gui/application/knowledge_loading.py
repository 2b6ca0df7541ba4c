"""Glossaries and language data read from their files into one Knowledge."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui import language, paths
from unspin_gui.application import layers
from unspin_gui.core.detection.adaptation import taught
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.errors import LanguageDataError, StoreError
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.language import inflection
from unspin_gui.store.files import atomic
from unspin_gui.store.files.settings_file import load_settings
from unspin_gui.store.glossary import glossary_file

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader


@dataclass(frozen=True, slots=True)
class Loaded:
    """The knowledge, and what went wrong: glossaries left out, and what else is missing."""

    knowledge: Knowledge
    failures: tuple[StoreError, ...] = ()
    notices: tuple[LanguageDataError, ...] = ()


def load_knowledge(names: Sequence[str] | None, options: Options) -> Loaded:
    """The knowledge of these glossary files ("none" for no file), or of the usual ones.

    The usual ones are those of the preferences: the shipped starters and others that are
    switched on and, above them, the user's own.
    """
    glossaries, failures = [], []
    for path, mine in _files(names):
        try:
            glossaries.append(_glossary(path, mine=mine))
        except StoreError as error:
            failures.append(error)
    reader, notices = _reader() if _wants_reader(names, options) else (None, ())
    if reader is not None:
        from unspin_gui.store.glossary.usage import load_usage  # noqa: PLC0415 - only the reader learns

        left_alone = load_usage(paths.user_paths().usage).left_alone if names is None else ()
        reader = taught(reader, glossaries, left_alone)
    knowledge = Knowledge(tuple(glossaries), reader, options, inflection)
    return Loaded(knowledge, tuple(failures), notices)


def _wants_reader(names: Sequence[str] | None, options: Options) -> bool:
    """Whether something depends on English: unfit words, and lone words of the starters."""
    return "unfit" in options.sources or (names is None and "starters" in options.sources)


def _files(names: Sequence[str] | None) -> list[tuple[Path, bool]]:
    """The glossary files, lowest layer first, each with whether it is the user's."""
    if names is not None:
        return [(Path(name), True) for name in names if name != "none"]
    user = paths.user_paths()
    settings = load_settings(user.settings)
    own = layers.own_glossary(settings, user)
    others = layers.read_only_glossaries(settings)
    used = [(path, False) for path in others if layers.is_switched_on(path, settings)]
    return [*used, (own, True)] if atomic.is_there(own) else used


def _glossary(path: Path, *, mine: bool) -> Glossary:
    return glossary_file.read(path, mine=mine).glossary


def _reader() -> tuple["NoisyChannelReader | None", tuple[LanguageDataError, ...]]:
    try:
        return language.load_reader(paths.resources()), ()
    except LanguageDataError as error:
        return None, (error,)
