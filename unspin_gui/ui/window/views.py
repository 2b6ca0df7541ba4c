"""The widgets of the main window, created and laid out."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.files.recovery_bar import RecoveryBar
from unspin_gui.ui.help.start_page import StartPage
from unspin_gui.ui.panes.editor_area import EditorArea
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.suspects.list_dock import ListDock
from unspin_gui.ui.suspects.progress import Progress
from unspin_gui.ui.suspects.sensitivity import Sensitivity
from unspin_gui.ui.suspects.suspect_list import SuspectList
from unspin_gui.ui.widgets.theme import Theme
from unspin_gui.ui.window.document_bar import DocumentBar
from unspin_gui.ui.window.status_bar import StatusBar


class Views(NamedTuple):
    """The widgets of one window, and what they share.

    `pages` shows the start page or the editors; `column` has the bars above and below them, to
    which others can be added. `progress` has the counts for list and status bar.
    """

    theme: Theme
    progress: Progress
    column: QVBoxLayout
    recovery_bar: RecoveryBar
    pages: QStackedWidget
    start_page: StartPage
    editors: EditorArea
    suspects: SuspectList
    dock: ListDock
    status: StatusBar
    sensitivity: Sensitivity
    sensitivity_action: QAction


def lay_out(
    window: QMainWindow, services: Services, feedback: Feedback, theme: Theme, actions: Actions
) -> Views:
    """Create the widgets and put them into the window."""
    session, review = services.session, services.review
    progress = Progress(session, window)
    review.expects_more = lambda: progress.is_growing
    recovery_bar, start_page = RecoveryBar(), StartPage()
    editors = EditorArea(session, review, theme)
    pages = QStackedWidget()
    pages.addWidget(start_page)
    pages.addWidget(editors)
    column = _central_column(window)
    column.addWidget(recovery_bar)
    column.addWidget(feedback.messages)
    column.addWidget(DocumentBar(session, actions))
    column.addWidget(pages, 1)
    suspects = SuspectList(session, review, theme, progress)
    dock = ListDock(suspects, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    status = StatusBar(session, review, progress, window)
    window.setStatusBar(status)
    sensitivity = Sensitivity()
    actions.tool_bar.tightened.connect(sensitivity.label.setHidden)
    return Views(
        theme=theme,
        progress=progress,
        column=column,
        recovery_bar=recovery_bar,
        pages=pages,
        start_page=start_page,
        editors=editors,
        suspects=suspects,
        dock=dock,
        status=status,
        sensitivity=sensitivity,
        sensitivity_action=actions.tool_bar.addWidget(sensitivity),
    )


def _central_column(window: QMainWindow) -> QVBoxLayout:
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    window.setCentralWidget(centre)
    return column
