"""The main window: a frame that is painted at once and furnished right after that."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMainWindow

from unspin_gui.ui.base.gui_collector import take_up
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.widgets.palettes import look_of, palette_of
from unspin_gui.ui.window.frame_size import restore_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from unspin_gui.ui.session.session import Session
    from unspin_gui.ui.window.window_parts import Parts


class MainWindow(QMainWindow):
    """Two panes, the list of suspects, messages and status around one Session.

    Its `parts` exist once it `is_furnished`, that is after `furnish`, which may wait until the
    frame is on the screen. `preferences` are shared by the windows on the same folders. `opened`
    holds the windows not closed yet, since Qt alone would not keep them alive. The dynamic property
    `analysing` is True while a file, the glossaries or the language data are being read or suspects
    are being looked for.

    Signals: first_painted(): the frame is on the screen.
    """

    first_painted = Signal()
    opened: ClassVar[set["MainWindow"]] = set()

    def __init__(
        self,
        preferences: PreferencesStore,
        files: Sequence[Path] = (),
        *,
        glossary: str | Path | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        MainWindow.opened.add(self)
        self.preferences = preferences
        self._parts: Parts | None = None
        self._is_painted = False
        self._files = files
        self._glossary = glossary
        self.setProperty("analysing", True)  # noqa: FBT003 - Qt has no keyword for it
        theme = preferences.settings.theme
        look = look_of(QApplication.palette()) if theme == "system" else theme
        self.setPalette(palette_of(look))
        restore_frame(self, preferences.paths.window)

    @property
    def is_furnished(self) -> bool:
        """Whether the parts exist."""
        return self._parts is not None

    @property
    def parts(self) -> "Parts":
        """The parts; raises RuntimeError before the window is furnished."""
        if self._parts is None:
            raise RuntimeError("the window is not furnished yet")
        return self._parts

    @property
    def session(self) -> "Session":
        """The text under review, its suspects and decisions."""
        return self.parts.services.session

    def furnish(self) -> None:
        """Create all parts, and open the files."""
        if self.is_furnished or self not in MainWindow.opened:
            return
        from unspin_gui.ui.window.window_parts import furnish  # noqa: PLC0415 - the frame is painted first

        self.setPalette(QPalette())
        parts = self._parts = furnish(self, self.preferences, self._glossary)
        parts.files.new_window_requested.connect(self.open_in_new_window)
        parts.files.open_all(self._files, apart=False)

    # ---- opening ------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Review this file, after asking about an unsaved review."""
        self.parts.files.open(path)

    def open_in_new_window(self, path: Path) -> "MainWindow":
        """Review this file in a window of its own."""
        window = MainWindow(self.preferences, [path], glossary=self.parts.services.library.path)
        window.show()
        window.furnish()
        return window

    def end_workers(self) -> None:
        """Wait for work off the GUI thread, which must not outlive the window's parts."""
        if self._parts is not None:
            self._parts.services.session.close()
            self._parts.services.second.close()
            self._parts.queue.end_workers()
            self._parts.services.tasks.close()

    # ---- window events ------------------------------------------------------------------

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ask once about unsaved work, then end the workers (called by Qt)."""
        if self.is_furnished and not self.parts.files.may_close(self.close):
            event.ignore()
            return
        MainWindow.opened.discard(self)
        if self.is_furnished:
            self._put_away()
        super().closeEvent(event)

    def _put_away(self) -> None:
        self.parts.state.keep()
        self.parts.files.put_away()
        self.parts.queue.close()
        self.parts.commands.glossary.close()
        self.parts.services.recovery.close()
        self.end_workers()
        take_up()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Continue once the frame is painted (called by Qt)."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # After this event, what it painted is on the screen.
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Accept files and text dropped anywhere (called by Qt)."""
        from unspin_gui.ui.base.clipboard import is_offered, take_copy  # noqa: PLC0415 - not needed to start

        if is_offered(event.mimeData(), event.source()):
            take_copy(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open what was dropped (called by Qt)."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - naming its enums takes as long as a paint

        from unspin_gui.ui.base.clipboard import take_copy  # noqa: PLC0415 - not needed to start

        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if take_copy(event):
            self.parts.files.open_data(event.mimeData(), apart=bool(held))
