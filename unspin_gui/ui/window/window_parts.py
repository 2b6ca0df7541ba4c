"""The parts of the main window, created and connected with each other."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from unspin_gui.ui.actions.actions import Actions, build_actions
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.files.file_commands import FileCommands
from unspin_gui.ui.files.invisible_bar import Invisibles
from unspin_gui.ui.files.large_file_notice import LargeFileNotice
from unspin_gui.ui.files.recovery_bar import RecoveryBar
from unspin_gui.ui.help.guidance import Guidance
from unspin_gui.ui.help.hints import sample_hints
from unspin_gui.ui.session.library import Library
from unspin_gui.ui.session.recovery import Recovery
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.second_model import SecondModel
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.session.workspace import Workspace
from unspin_gui.ui.widgets.focus_keeper import FocusKeeper
from unspin_gui.ui.widgets.message_bar import MessageBar
from unspin_gui.ui.widgets.theme import Theme
from unspin_gui.ui.window.language_notice import LanguageNotice
from unspin_gui.ui.window.popup_control import PopupControl
from unspin_gui.ui.window.presenter import Presenter
from unspin_gui.ui.window.queue_access import QueueAccess
from unspin_gui.ui.window.views import Views, lay_out
from unspin_gui.ui.window.window_commands import Commands
from unspin_gui.ui.window.window_state import MovableParts, WindowState


class Parts(NamedTuple):
    """What a furnished window consists of.

    `services` hold the state, `feedback` is how the window speaks to the user, `views` are the
    widgets, `actions` the menus and keys; the rest carries out what the user wants, or works in the
    background.
    """

    services: Services
    feedback: Feedback
    views: Views
    actions: Actions
    files: FileCommands
    queue: QueueAccess
    popup_control: PopupControl
    commands: Commands
    guidance: Guidance
    invisibles: Invisibles
    large_file_notice: LargeFileNotice
    language_notice: LanguageNotice
    presenter: Presenter
    state: WindowState


def furnish(
    window: QMainWindow, preferences: PreferencesStore, glossary: str | Path | None
) -> Parts:
    """Create all parts and put them into the frame.

    `glossary` is used instead of the user's own.
    """
    speak(preferences.settings.language)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setAcceptDrops(True)
    services = _make_services(window, preferences, glossary)
    theme = Theme(window)
    actions = build_actions(window, preferences.settings, theme.first_icon)
    feedback = Feedback(_message_bar(), Prompts(window), services.review.told.emit, window)
    views = lay_out(window, services, feedback, theme, actions)
    parts = _make_parts(window, services, feedback, views, actions)
    _connect(parts)
    FocusKeeper(window)
    parts.presenter.apply_settings(preferences.settings)
    parts.state.restore()
    parts.presenter.follow()  # whether the list is shown does not depend on the last time
    QTimer.singleShot(0, parts.presenter.draw_icons)
    QTimer.singleShot(0, parts.popup_control.prepare)
    QTimer.singleShot(0, services.library.load)
    QTimer.singleShot(0, services.recovery.look)
    return parts


def _make_services(
    window: QMainWindow, preferences: PreferencesStore, glossary: str | Path | None
) -> Services:
    paths, session, tasks = preferences.paths, Session(window), Tasks(window)
    library = Library(session, tasks, paths, preferences.settings, glossary)
    return Services(
        session=session,
        review=ReviewLoop(session, window),
        library=library,
        workspace=Workspace(session, tasks, paths, window),
        recovery=Recovery(session, paths, window),
        second=SecondModel(session, library, preferences, window),
        tasks=tasks,
        paths=paths,
        preferences=preferences,
    )


def _message_bar() -> MessageBar:
    messages = MessageBar()
    messages.setObjectName("messageBar")
    return messages


def _make_parts(
    window: QMainWindow, services: Services, feedback: Feedback, views: Views, actions: Actions
) -> Parts:
    """Create what acts on the views; its bars are put into their column."""
    editors = views.editors
    files = FileCommands(services, feedback)
    popup_control = PopupControl(services, views, actions)
    state = WindowState(services.paths.window, window, _movable(views, actions))
    queue = QueueAccess(services, feedback, views, actions, files, state)
    commands = Commands(services, feedback, views, actions, popup_control, queue)
    hints = partial(sample_hints, actions, editors.source, editors.corrected, views.suspects)
    guidance = Guidance(services, window, hints)
    invisibles = Invisibles(services, feedback, editors)
    views.column.insertWidget(2, invisibles.bar)
    views.column.addWidget(guidance.finish)
    return Parts(
        services=services,
        feedback=feedback,
        views=views,
        actions=actions,
        files=files,
        queue=queue,
        popup_control=popup_control,
        commands=commands,
        guidance=guidance,
        invisibles=invisibles,
        large_file_notice=LargeFileNotice(services, feedback.messages),
        language_notice=LanguageNotice(services.session, feedback.messages),
        presenter=Presenter(window, services, views, actions, commands),
        state=state,
    )


def _movable(views: Views, actions: Actions) -> MovableParts:
    header = views.suspects.table.horizontalHeader()
    return MovableParts(views.dock, views.editors.splitter, header, actions.tool_bar)


def _connect(parts: Parts) -> None:
    services, views, files, presenter = parts.services, parts.views, parts.files, parts.presenter
    services.session.state_changed.connect(presenter.follow)
    services.workspace.changed.connect(presenter.follow)
    services.workspace.show_wanted.connect(services.review.revealed)
    services.library.changed.connect(presenter.follow)
    services.preferences.changed.connect(presenter.apply_settings)
    services.second.failed.connect(partial(parts.feedback.messages.warn, key="second"))
    parts.queue.changed.connect(presenter.follow)
    presenter.activated.connect(services.library.look_again)
    presenter.activated.connect(files.on_disk.look_again)
    views.theme.changed.connect(presenter.draw_icons)
    views.status.encoding.clicked.connect(files.encoding.ask)
    for pane in views.editors.panes:
        pane.zoomed.connect(parts.commands.view.zoom)
    parts.guidance.finish.save_requested.connect(parts.actions["actionSave"].trigger)
    _connect_recovery(services.recovery, views.recovery_bar)
    start = views.start_page
    start.open_requested.connect(files.ask_open)
    start.paste_requested.connect(files.open_clipboard)
    start.sample_requested.connect(files.open_sample)
    start.recent_requested.connect(files.open)


def _connect_recovery(recovery: Recovery, bar: RecoveryBar) -> None:
    recovery.found.connect(bar.set_leftovers)
    recovery.settled.connect(bar.settle)
    bar.restore_requested.connect(recovery.restore)
    bar.discard_requested.connect(recovery.discard)
    bar.show_requested.connect(recovery.show_folder)
