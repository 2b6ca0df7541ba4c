"""Loads glossaries and language data from their files, for the window and the commands alike.

Modules that are slow to import (yaml, numpy) are imported inside the functions, so that the window
can be shown before any of them is loaded.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui import paths
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.errors import LanguageDataError, StoreError
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.files import atomic

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
    from unspin_gui.settings import Settings
    from unspin_gui.store.glossary.glossary_file import GlossaryFile


class ReadOnlyGlossary(NamedTuple):
    """A glossary other than the user's own, with its file; `used` says whether it is enabled."""

    path: Path
    glossary: Glossary
    used: bool


class Broken(NamedTuple):
    """Why the user's glossary could not be read, and what its file then held (None: unknown)."""

    error: StoreError
    token: str | None


class LoadedGlossaries(NamedTuple):
    """The glossaries as read, lowest layer first, and any errors."""

    others: tuple[ReadOnlyGlossary, ...]
    mine: "GlossaryFile | None"
    errors: tuple[StoreError, ...]
    broken: Broken | None = None


class Loaded(NamedTuple):
    """The knowledge, and what went wrong: glossaries left out, and what else is missing."""

    knowledge: Knowledge
    failures: tuple[StoreError, ...] = ()
    notices: tuple[LanguageDataError, ...] = ()


# ---- glossaries -----------------------------------------------------------------------------


def read_glossaries(
    settings: "Settings", mine: Path, *, name: str | None = None, all_of_them: bool = False
) -> LoadedGlossaries:
    """Read the glossaries of the preferences and the user's own, which may not exist yet.

    With `all_of_them`, disabled ones too; `name` is what the user's own is called, by default its
    file name.
    """
    from unspin_gui.application import layers  # noqa: PLC0415 - not needed by named glossaries
    from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415 (yaml)

    errors: list[StoreError] = []
    others: list[ReadOnlyGlossary] = []
    for path in layers.read_only_glossaries(settings):
        used = layers.is_switched_on(path, settings)
        try:
            if used or all_of_them:
                others.append(ReadOnlyGlossary(path, glossary_file.read(path).glossary, used))
        except StoreError as error:
            errors.append(error)
    own, broken = _read_mine(mine, name)
    if broken is not None:
        errors.append(broken.error)
    return LoadedGlossaries(tuple(others), own, tuple(errors), broken)


def _read_mine(path: Path, name: str | None) -> "tuple[GlossaryFile | None, Broken | None]":
    from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415 (yaml)

    token = None
    try:
        token = atomic.token_on_disk(path)
        return glossary_file.read_or_new(path, name=name), None
    except StoreError as error:
        return None, Broken(error, token)


def index_all(loaded: LoadedGlossaries) -> None:
    """Build the indexes of the glossaries now, rather than later on the GUI thread."""
    mine = [loaded.mine.glossary] if loaded.mine else []
    for glossary in (*(other.glossary for other in loaded.others), *mine):
        _ = glossary.indexes


def _read_named(names: Sequence[str]) -> tuple[tuple[Glossary, ...], tuple[StoreError, ...]]:
    """The glossaries in these files, each treated as the user's own."""
    from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415 (yaml)

    glossaries, errors = [], []
    for name in names:
        try:
            glossaries.append(glossary_file.read(name, mine=True).glossary)
        except StoreError as error:
            errors.append(error)
    return tuple(glossaries), tuple(errors)


def _read_usual() -> tuple[tuple[Glossary, ...], tuple[StoreError, ...]]:
    """The enabled glossaries of the preferences and, above them, the user's own."""
    from unspin_gui.application import layers  # noqa: PLC0415 - as above
    from unspin_gui.store.files.settings_file import load_settings  # noqa: PLC0415 - as above

    user = paths.user_paths()
    settings = load_settings(user.settings)
    own = layers.own_glossary(settings, user)
    loaded = read_glossaries(settings, own)
    others = tuple(other.glossary for other in loaded.others)
    mine = (loaded.mine.glossary,) if loaded.mine else ()
    return (*others, *mine), loaded.errors


# ---- language data --------------------------------------------------------------------------


def read_language(cache: Path | None = None) -> Callable[[Knowledge], Knowledge]:
    """Load the language data; returns a function that adds them to a Knowledge.

    `cache` is the folder for decoded data. Raises LanguageDataError.
    """
    from unspin_gui import language  # noqa: PLC0415 - not needed to start
    from unspin_gui.language import inflection  # noqa: PLC0415 - as above

    reader = language.load_reader(paths.resources(), cache)
    return lambda knowledge: knowledge._replace(reader=reader, inflection=inflection)


def teach(base: Knowledge, untaught: "NoisyChannelReader", usage: Path | None) -> Knowledge:
    """Return the knowledge with a reader that takes the user's own fixes into account.

    `usage` is the file with the user's past decisions, if they should count too.
    """
    from unspin_gui.core.detection.adaptation import taught  # noqa: PLC0415 - not without English

    left_alone: Iterable[str] = ()
    if usage is not None:
        from unspin_gui.store.glossary.usage import load_usage  # noqa: PLC0415 - not to start

        left_alone = load_usage(usage).left_alone
    return base._replace(reader=taught(untaught, base.glossaries, left_alone))


# ---- both -----------------------------------------------------------------------------------


def load_knowledge(names: Sequence[str] | None, options: Options) -> Loaded:
    """The knowledge of these glossary files ("none" for no file), or of the usual ones.

    The usual ones are those of the preferences: the enabled shipped and other glossaries and, above
    them, the user's own.
    """
    from unspin_gui.language import inflection  # noqa: PLC0415 - not needed by the window

    usual = names is None
    files = [name for name in names or () if name != "none"]
    glossaries, failures = _read_usual() if usual else _read_named(files)
    base = Knowledge(glossaries, None, options, inflection)
    if "unfit" not in options.sources and not (usual and "starters" in options.sources):
        return Loaded(base, failures)  # nothing depends on English
    try:
        base = read_language()(base)
    except LanguageDataError as error:
        return Loaded(base, failures, (error,))
    if base.reader is not None:
        base = teach(base, base.reader, paths.user_paths().usage if usual else None)
    return Loaded(base, failures)
