"""The language model of the second reading: downloaded, loaded, removed off the GUI thread."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from unspin_gui.application import second_reader
from unspin_gui.application.findings import Found
from unspin_gui.core.errors import UnspinError
from unspin_gui.settings import Settings
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.base.wording import error_in_words
from unspin_gui.ui.session.library import Library
from unspin_gui.ui.session.session import Session

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.second_reading import SecondReading

_Wanted = tuple[bool, str]


class SecondModel(QObject):
    """Gives the session a second reading if there is a model and the user wants it.

    `file` is the model's file, None if there is none; `is_loaded` whether it is in use; `loading`
    whether it is being searched for or loaded; `share` how much of it is downloaded, 0..1, None if
    nothing is; `trying` whether a file of the user's is being tried instead, for an unknown time;
    `error` why it could not be downloaded or loaded. Only `get` downloads anything.

    Signals: changed(): any of these has changed. failed(str): the model that the user wants cannot
    be used, or no longer; a sentence says why. progressed(float): the share downloaded; emitted on
    the downloading thread.
    """

    changed = Signal()
    failed = Signal(str)
    progressed = Signal(float)

    def __init__(
        self,
        session: Session,
        library: Library,
        preferences: PreferencesStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._library, self._preferences = session, library, preferences
        self._tasks = Tasks(self, threads=1)  # a download must not hold up other work
        self._second: SecondReading | None = None
        self._asked: _Wanted | None = None
        self._goes_on = True
        self.file: Path | None = None
        self.share: float | None = None
        self.trying = False
        self.loading = False
        self.error = ""
        library.changed.connect(self._follow)
        preferences.changed.connect(self._follow)
        self.progressed.connect(self._on_progressed)
        session.reading.found.connect(self._on_found)

    @property
    def settings(self) -> Settings:
        """The preferences."""
        return self._preferences.settings

    @property
    def is_loaded(self) -> bool:
        """Whether a model is in use."""
        return self._second is not None

    # ---- what the user wants ------------------------------------------------------------

    def get(self, file: Path | None = None) -> None:
        """Download the model, or use a file."""
        self._goes_on, self.share, self.error = True, 0.0, ""
        self.trying = file is not None
        self.changed.emit()
        paths = self._preferences.paths

        def report(share: float) -> bool:
            self.progressed.emit(share)
            return self._goes_on

        self._tasks.start(
            lambda: second_reader.get(paths, report, file=file, aside=True),
            self._on_got,
            self._on_not_got,
        )

    def cancel(self) -> None:
        """Cancel the download."""
        self._goes_on = False

    def remove(self) -> None:
        """Remove the downloaded model, and use no other file."""
        self._read_with(None)
        try:
            second_reader.remove_file(self._preferences.paths)
        except UnspinError as error:
            self.error = error_in_words(error)
        self._asked = None
        self._preferences.change(model="")
        self._follow()

    def use(self, *, wanted: bool) -> None:
        """Switch the second reading on or off."""
        self._preferences.change(deep=wanted)

    def close(self) -> None:
        """End the worker and the reading process."""
        self._goes_on = False
        self._tasks.close()
        self._read_with(None)

    # ---- getting ------------------------------------------------------------------------

    def _on_got(self, file: Path) -> None:
        self.share = None
        if self.trying and not self._goes_on:
            self.changed.emit()
            return  # it was tried to the end, but is no longer wanted
        self._asked = None
        self.changed.emit()
        self._preferences.use(second_reader.chosen(self.settings, file, self._preferences.paths))
        self._follow()  # the file may be a different one under the same name

    def _on_not_got(self, error: UnspinError) -> None:
        self.share = None
        self.error = error_in_words(error) if self._goes_on else ""
        self.changed.emit()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self.share is not None:
            self.share = share
            self.changed.emit()

    # ---- loading ------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        """Load the model of the preferences, once glossaries and language data are loaded."""
        base = self._session.base
        if self._library.loading or base is None or base.reader is None:
            return
        settings = self.settings
        wanted = settings.deep, settings.model
        if wanted != self._asked:
            self._asked, self.loading = wanted, True
            self.changed.emit()
            paths = self._preferences.paths
            self._tasks.start(
                lambda: _loaded(lambda: second_reader.model_file(settings, paths), wanted[0]),
                self._on_loaded,
                self._on_not_loaded,
            )
        elif base.second is not self._second:
            self._session.know(base._replace(second=self._second))

    def _on_loaded(self, found: "tuple[Path | None, SecondReading | None]") -> None:
        self.file, second = found
        self._read_with(second)
        self.error, self.loading = "", False
        self._give()

    def _on_not_loaded(self, error: UnspinError) -> None:
        self.file = second_reader.model_file(self.settings, self._preferences.paths)
        self._read_with(None)
        self.error, self.loading = error_in_words(error), False
        self._give()
        self.failed.emit(self.error)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        """Stop using the model if it is no longer available."""
        if found.failure is not None and found.knowledge.second is self._second is not None:
            self._on_not_loaded(found.failure)

    def _read_with(self, second: "SecondReading | None") -> None:
        """Use another model for the second reading, or none; the previous one is closed."""
        before, self._second = self._second, second
        if before is not None:
            before.model.close()

    def _give(self) -> None:
        base = self._session.base
        if base is not None and base.second is not self._second:
            self._session.know(base._replace(second=self._second))
        self.changed.emit()


def _loaded(
    find: Callable[[], Path | None],
    wanted: bool,  # noqa: FBT001
) -> "tuple[Path | None, SecondReading | None]":
    file = find()
    return file, second_reader.load(file, aside=True) if file and wanted else None
