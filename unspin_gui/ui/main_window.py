"""The main window: everything that is seen, wired to the session."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QSettings, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont, QFontDatabase
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.paths import UserPaths
from unspin_gui.settings import Settings
from unspin_gui.ui.actions import build_actions, first_key
from unspin_gui.ui.collector import take_up
from unspin_gui.ui.commands import Commands
from unspin_gui.ui.files.filing import Filing
from unspin_gui.ui.files.invisible_bar import Invisibles
from unspin_gui.ui.files.large import Large
from unspin_gui.ui.files.recovery_bar import RecoveryBar
from unspin_gui.ui.files.safekeeping import Safekeeping
from unspin_gui.ui.library import Library
from unspin_gui.ui.looks.message_bar import MessageBar
from unspin_gui.ui.panes.desk import Desk
from unspin_gui.ui.pointing import Pointing
from unspin_gui.ui.prompts import Prompts
from unspin_gui.ui.review import Review
from unspin_gui.ui.sensitivity import Sensitivity
from unspin_gui.ui.session import Session
from unspin_gui.ui.status import StatusBar, encoding_text
from unspin_gui.ui.suggestion_popup import SuggestionPopup
from unspin_gui.ui.suspect_list import SuspectList
from unspin_gui.ui.suspects.list_dock import ListDock
from unspin_gui.ui.suspects.tally import Tally
from unspin_gui.ui.tasks import Tasks
from unspin_gui.ui.theme import Theme
from unspin_gui.ui.welcome.guidance import Guidance
from unspin_gui.ui.welcome.start_page import StartPage
from unspin_gui.ui.workspace import Workspace

_STATE_VERSION = 1
_DOCK_WIDTH = 340
_TOLD_KEYS = ("Undo", "Open", "NewFromClipboard")


class MainWindow(QMainWindow):
    """Two panes, the list of suspects, messages and status around one Session.

    `opened` are the windows that are not closed yet; Qt alone would not keep them.
    The dynamic property `analysing` is True while a file, the glossaries or the language data
    are read or suspects are looked for.
    """

    opened: ClassVar[set["MainWindow"]] = set()

    def __init__(
        self, paths: UserPaths, settings: Settings, *, glossary: str | Path | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        MainWindow.opened.add(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.paths = paths
        self.settings = settings
        self.theme = Theme(self)
        self.session = Session(self)
        self.review = Review(self.session, self)
        self.tally = Tally(self.session, self)
        self.tasks = Tasks(self)
        self.library = Library(self.session, self.tasks, paths, settings, glossary)
        self.workspace = Workspace(self.session, self.tasks, paths, self)
        self.recovery = RecoveryBar()
        self.safekeeping = Safekeeping(self.session, self.recovery, paths, self)
        self.prompts = Prompts(self)
        self.actions_ = build_actions(self, settings, self.theme.icon)
        self._build()
        self.filing = Filing(self)
        self.commands = Commands(self)
        self.pointing = Pointing(self)
        self.guidance = Guidance(self)
        self.invisibles = Invisibles(self)
        self.large = Large(self)
        self._connect()
        self.apply_settings(settings)
        self._restore_geometry()
        self._on_state_changed()
        QTimer.singleShot(0, self._on_theme_changed)
        QTimer.singleShot(0, self.library.load)
        QTimer.singleShot(0, self.safekeeping.look)

    def _build(self) -> None:
        self.desk = Desk(self.session, self.review, self.theme)
        self.messages = MessageBar()
        self.messages.setObjectName("messageBar")
        self.start = StartPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.desk)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.recovery)
        column.addWidget(self.messages)
        column.addWidget(self.pages, 1)
        self.foot = column
        self.setCentralWidget(centre)
        self.list = SuspectList(self.session, self.review, self.theme, self.tally)
        self.dock = ListDock(self.list, self)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.status = StatusBar(self.session, self.review, self.tally, self)
        self.setStatusBar(self.status)
        self.sensitivity = Sensitivity()
        self.sensitivity_action = self.actions_.tool_bar.addWidget(self.sensitivity)
        self.popup = SuggestionPopup(self.session, self.review, self.theme, self)

    def _connect(self) -> None:
        self.session.state_changed.connect(self._on_state_changed)
        self.workspace.changed.connect(self._on_state_changed)
        self.library.changed.connect(self._on_state_changed)
        self.theme.changed.connect(self._on_theme_changed)
        for pane in self.desk.panes:
            pane.zoomed.connect(self.commands.view.zoom)
        self.start.open_requested.connect(self.filing.ask_open)
        self.start.paste_requested.connect(self.filing.open_clipboard)
        self.start.sample_requested.connect(self.filing.open_sample)
        self.start.recent_requested.connect(self.filing.open)

    # ---- opening ------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Review this file; asks first when the present review is not saved."""
        self.filing.open(path)

    def open_in_new_window(self, path: Path) -> "MainWindow":
        """Review this file in a window of its own."""
        window = MainWindow(self.paths, self.settings, glossary=self.library.path)
        window.show()
        window.open_file(path)
        return window

    def end_workers(self) -> None:
        """Wait for what is done off the GUI thread: it must not outlive the window's parts."""
        self.session.close()
        self.tasks.close()

    # ---- following ----------------------------------------------------------------------

    @Slot()
    def _on_state_changed(self) -> None:
        busy = self.workspace.reading or self.library.loading or self.session.analysing
        self.setProperty("analysing", busy)
        self._show_loading()
        self._show_page()
        self._show_names()
        self.commands.refresh()

    def _show_loading(self) -> None:
        if self.tally.loading != self.library.loading:
            self.tally.loading = self.library.loading
            self.tally.count()

    def _show_page(self) -> None:
        """The desk with all that belongs to it, or the start page alone."""
        is_open = self.workspace.is_open
        self.pages.setCurrentWidget(self.desk if is_open else self.start)
        self.dock.setVisible(is_open and self.settings.show_list)
        self.sensitivity_action.setVisible(is_open)

    def _show_names(self) -> None:
        work, dirty = self.workspace, self.session.history.is_dirty
        name = work.title or self.tr("unspin")
        target = work.default_target()
        corrected = target.name if target else self.tr("Corrected text, not saved yet")
        self.setWindowTitle(f"{name}[*] - unspin" if work.is_open else "unspin[*]")
        self.setWindowModified(dirty or self.library.is_dirty)
        self.desk.source_label.setText(self.tr("{0} - source").format(name))
        self.desk.corrected_label.setText(corrected + (" *" if dirty else ""))
        self.status.encoding.setText(encoding_text(self.workspace))
        self.status.glossary.setText(self.library.summary)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.actions_.apply_icons(self.theme.icon)

    # ---- settings -----------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Use other settings at once, in every window, and keep them."""
        for window in tuple(MainWindow.opened):
            if window.paths == self.paths:
                window.settings = settings
                window.apply_settings(settings)
        self.filing.save_settings(settings)

    def apply_settings(self, settings: Settings) -> None:
        """Let every part follow the settings."""
        self.theme.set_choice(settings.theme)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if settings.font_family:
            font = QFont(settings.font_family)
        font.setPointSizeF(settings.font_size)
        self.desk.set_text_font(font)
        self.desk.set_wrap(wrap=settings.wrap)
        self.desk.overview.setVisible(settings.overview)
        self.desk.set_line_numbers(shown=settings.line_numbers)
        self.desk.set_show_kept(shown=settings.show_kept)
        self.desk.link.locked = settings.lock_scrolling
        for pane in self.desk.panes:
            pane.click_needs_ctrl = settings.popup_on_click == "ctrl"
        self.review.remember = settings.remember == "always"
        self.review.goes_on = settings.advance_after_accept
        self.popup.body.most_shown = settings.max_suggestions
        self._show_page()
        self.sensitivity.show_settings(settings)
        self.actions_.apply_shortcuts(settings.shortcuts)
        self._show_keys()
        self.library.apply_settings(settings)
        self.safekeeping.set_enabled(enabled=settings.journal)
        self.commands.show_settings(settings)

    def _show_keys(self) -> None:
        """Tell the keys that the actions have now where a key is told."""
        key = {name: first_key(self.actions_[f"action{name}"]) for name in _TOLD_KEYS}
        self.review.undo_key = key["Undo"]
        self.start.show_keys(startOpen=key["Open"], startPaste=key["NewFromClipboard"])

    def _window_settings(self) -> QSettings:
        return QSettings(str(self.paths.window), QSettings.Format.IniFormat)

    def _restore_geometry(self) -> None:
        stored = self._window_settings()
        geometry, state = stored.value("geometry"), stored.value("state")
        frame = QSize(40, 80)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize() - frame))
        width = min(_DOCK_WIDTH, self.width() // 3)
        self.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            self.restoreState(state, _STATE_VERSION)

    # ---- window events ------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once for what is not saved, then end the workers (called by Qt)."""
        if not self.filing.may_close(self.close):
            event.ignore()
            return
        stored = self._window_settings()
        stored.setValue("geometry", self.saveGeometry())
        stored.setValue("state", self.saveState(_STATE_VERSION))
        stored.sync()
        self.filing.put_away()
        self.commands.glossary.close()
        self.safekeeping.close()
        self.end_workers()
        MainWindow.opened.discard(self)
        take_up()
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Look at source and glossary on disk again when the user comes back (called by Qt)."""
        if event.type() == QEvent.Type.WindowActivate:
            self.library.look_again()
            self.filing.on_disk.look_again()
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere (called by Qt)."""
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped (called by Qt)."""
        files = _dropped(event.mimeData())
        for path in files[1:]:
            self.open_in_new_window(path)
        if files:
            self.open_file(files[0])
            event.acceptProposedAction()


def _dropped(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
