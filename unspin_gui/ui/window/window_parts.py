"""The parts of the main window: made, put in their places, and wired to each other."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from unspin_gui.ui.actions.actions import build_actions
from unspin_gui.ui.base.languages import speak
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

if TYPE_CHECKING:
    from unspin_gui.ui.window.main_window import MainWindow


def furnish(window: "MainWindow", glossary: str | Path | None) -> None:
    """Put all parts into the frame; `glossary` is used instead of the user's own."""
    speak(window.settings.language)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setAcceptDrops(True)
    _make_owners(window, glossary)
    _lay_out(window)
    _make_commands(window)
    window.upkeep = Upkeep(window)
    _connect(window)
    window.upkeep.apply_settings(window.settings)
    window.upkeep.follow()
    QTimer.singleShot(0, window.upkeep.draw_icons)
    QTimer.singleShot(0, window.library.load)
    QTimer.singleShot(0, window.safekeeping.look)


def _make_owners(window: "MainWindow", glossary: str | Path | None) -> None:
    """What is true, and who reads and writes it."""
    paths, settings = window.paths, window.settings
    window.theme = Theme(window)
    window.session = Session(window)
    window.review = ReviewLoop(window.session, window)
    window.tally = Progress(window.session, window)
    window.tasks = Tasks(window)
    window.library = Library(window.session, window.tasks, paths, settings, glossary)
    window.workspace = Workspace(window.session, window.tasks, paths, window)
    window.recovery = RecoveryBar()
    window.safekeeping = Recovery(window.session, window.recovery, paths, window)
    window.prompts = Prompts(window)
    window.actions_ = build_actions(window, settings, window.theme.icon)


def _lay_out(window: "MainWindow") -> None:
    """What is seen."""
    window.desk = EditorArea(window.session, window.review, window.theme)
    window.messages = MessageBar()
    window.messages.setObjectName("messageBar")
    window.start = StartPage()
    window.pages = QStackedWidget()
    window.pages.addWidget(window.start)
    window.pages.addWidget(window.desk)
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window.recovery)
    column.addWidget(window.messages)
    column.addWidget(window.pages, 1)
    window.foot = column
    window.setCentralWidget(centre)
    window.list = SuspectList(window.session, window.review, window.theme, window.tally)
    window.dock = ListDock(window.list, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.dock)
    window.status = StatusBar(window.session, window.review, window.tally, window)
    window.setStatusBar(window.status)
    window.sensitivity = Sensitivity()
    window.sensitivity_action = window.actions_.tool_bar.addWidget(window.sensitivity)
    window.popup = SuggestionPopup(window.session, window.review, window.theme, window)


def _make_commands(window: "MainWindow") -> None:
    """What is done when the user wants something, and what the window says by itself."""
    window.filing = FileCommands(window)
    window.commands = Commands(window)
    window.pointing = PopupControl(window)
    window.guidance = Guidance(window)
    window.invisibles = Invisibles(window)
    window.large = LargeFileNotice(window)
    window.foreign = LanguageNotice(window)


def _connect(window: "MainWindow") -> None:
    window.session.state_changed.connect(window.upkeep.follow)
    window.workspace.changed.connect(window.upkeep.follow)
    window.library.changed.connect(window.upkeep.follow)
    window.theme.changed.connect(window.upkeep.draw_icons)
    for pane in window.desk.panes:
        pane.zoomed.connect(window.commands.view.zoom)
    window.start.open_requested.connect(window.filing.ask_open)
    window.start.paste_requested.connect(window.filing.open_clipboard)
    window.start.sample_requested.connect(window.filing.open_sample)
    window.start.recent_requested.connect(window.filing.open)
