"""The main window: a frame that is painted at once, and furnished right after that."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMainWindow

from unspin_gui.paths import UserPaths
from unspin_gui.settings import Settings
from unspin_gui.ui.base.gui_collector import take_up
from unspin_gui.ui.widgets.palettes import look_of, palette_of
from unspin_gui.ui.window.window_state import MovableParts, WindowState

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
    from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

    from unspin_gui.ui.actions.actions import Actions
    from unspin_gui.ui.base.prompts import Prompts
    from unspin_gui.ui.base.tasks import Tasks
    from unspin_gui.ui.files.file_commands import FileCommands
    from unspin_gui.ui.files.invisible_bar import Invisibles
    from unspin_gui.ui.files.large_file_notice import LargeFileNotice
    from unspin_gui.ui.files.recovery import Recovery
    from unspin_gui.ui.files.recovery_bar import RecoveryBar
    from unspin_gui.ui.help.guidance import Guidance
    from unspin_gui.ui.help.start_page import StartPage
    from unspin_gui.ui.panes.editor_area import EditorArea
    from unspin_gui.ui.popup.suggestion_popup import SuggestionPopup
    from unspin_gui.ui.session.library import Library
    from unspin_gui.ui.session.review_loop import ReviewLoop
    from unspin_gui.ui.session.session import Session
    from unspin_gui.ui.session.workspace import Workspace
    from unspin_gui.ui.suspects.list_dock import ListDock
    from unspin_gui.ui.suspects.progress import Progress
    from unspin_gui.ui.suspects.sensitivity import Sensitivity
    from unspin_gui.ui.suspects.suspect_list import SuspectList
    from unspin_gui.ui.widgets.message_bar import MessageBar
    from unspin_gui.ui.widgets.theme import Theme
    from unspin_gui.ui.window.language_notice import LanguageNotice
    from unspin_gui.ui.window.popup_control import PopupControl
    from unspin_gui.ui.window.status_bar import StatusBar
    from unspin_gui.ui.window.upkeep import Upkeep
    from unspin_gui.ui.window.window_commands import Commands


class MainWindow(QMainWindow):
    """Two panes, the list of suspects, messages and status around one Session.

    The parts are there once it `is_furnished`: after `furnish`, which may wait until the frame is
    on the screen.
    `opened` are the windows that are not closed yet; Qt alone would not keep them.
    The dynamic property `analysing` is True while a file, the glossaries or the language data
    are read or suspects are looked for.

    Signals: first_painted(): the frame is on the screen.
    """

    first_painted = Signal()
    opened: ClassVar[set["MainWindow"]] = set()

    actions_: "Actions"
    commands: "Commands"
    desk: "EditorArea"
    dock: "ListDock"
    filing: "FileCommands"
    foot: "QVBoxLayout"
    guidance: "Guidance"
    invisibles: "Invisibles"
    large: "LargeFileNotice"
    foreign: "LanguageNotice"
    library: "Library"
    list: "SuspectList"
    messages: "MessageBar"
    pages: "QStackedWidget"
    pointing: "PopupControl"
    popup: "SuggestionPopup"
    prompts: "Prompts"
    recovery: "RecoveryBar"
    review: "ReviewLoop"
    safekeeping: "Recovery"
    sensitivity: "Sensitivity"
    sensitivity_action: "QAction"
    session: "Session"
    start: "StartPage"
    status: "StatusBar"
    tally: "Progress"
    tasks: "Tasks"
    theme: "Theme"
    upkeep: "Upkeep"
    workspace: "Workspace"

    def __init__(
        self,
        paths: UserPaths,
        settings: Settings,
        files: Sequence[Path] = (),
        *,
        glossary: str | Path | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        MainWindow.opened.add(self)
        self.paths = paths
        self.settings = settings
        self.is_furnished = self._is_painted = False
        self._files = files
        self._glossary = glossary
        self.setProperty("analysing", True)  # noqa: FBT003 - Qt has no keyword for it
        look = look_of(QApplication.palette()) if settings.theme == "system" else settings.theme
        self.setPalette(palette_of(look))
        self._state = WindowState(paths.window)
        self._state.restore_frame(self)

    def furnish(self) -> None:
        """Put in all parts, and open the files."""
        if self.is_furnished or self not in MainWindow.opened:
            return
        from unspin_gui.ui.window.window_parts import furnish  # noqa: PLC0415 - the frame is painted first

        self.is_furnished = True
        self.setPalette(QPalette())
        furnish(self, self._glossary)
        self._state.restore_parts(self, self._movable)
        self.upkeep.follow()  # whether the list is shown does not depend on the last time
        for path in self._files[:1]:
            self.open_file(path)
        for path in self._files[1:]:
            self.open_in_new_window(path)

    # ---- opening ------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Review this file; asks first when the present review is not saved."""
        self.filing.open(path)

    def open_in_new_window(self, path: Path) -> "MainWindow":
        """Review this file in a window of its own."""
        window = MainWindow(self.paths, self.settings, [path], glossary=self.library.path)
        window.show()
        window.furnish()
        return window

    def end_workers(self) -> None:
        """Wait for what is done off the GUI thread: it must not outlive the window's parts."""
        if self.is_furnished:
            self.session.close()
            self.tasks.close()

    # ---- settings -----------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Use other settings at once, in every window, and keep them."""
        for window in tuple(MainWindow.opened):
            if window.is_furnished and window.paths == self.paths:
                window.settings = settings
                window.upkeep.apply_settings(settings)
        self.filing.save_settings(settings)

    @property
    def _movable(self) -> MovableParts:
        header = self.list.table.horizontalHeader()
        return MovableParts(self.dock, self.desk.splitter, header)

    # ---- window events ------------------------------------------------------------------

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ask once for what is not saved, then end the workers (called by Qt)."""
        if self.is_furnished and not self.filing.may_close(self.close):
            event.ignore()
            return
        MainWindow.opened.discard(self)
        if self.is_furnished:
            self._put_away()
        super().closeEvent(event)

    def _put_away(self) -> None:
        self._state.keep(self, self._movable)
        self.filing.put_away()
        self.commands.glossary.close()
        self.safekeeping.close()
        self.end_workers()
        take_up()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Go on once the frame is painted (called by Qt)."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # When this event is done with, what it painted is on the screen.
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Files can be dropped anywhere (called by Qt)."""
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open what was dropped (called by Qt)."""
        files = _dropped(event.mimeData())
        for path in files[1:]:
            self.open_in_new_window(path)
        if files:
            self.open_file(files[0])
            event.acceptProposedAction()


def _dropped(data: "QMimeData") -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
