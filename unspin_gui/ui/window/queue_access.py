"""The way from the window to its list of files, which is built once there is one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from unspin_gui.ui.actions.action_files import FILES_NAMES
from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.files.file_commands import FileCommands
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.window.views import Views
from unspin_gui.ui.window.window_state import WindowState

if TYPE_CHECKING:
    from unspin_gui.application.file_queue import QueueRow
    from unspin_gui.ui.queue.files_dock import FilesDock
    from unspin_gui.ui.queue.folder_screening import FolderScreening
    from unspin_gui.ui.queue.queue_commands import QueueCommands


class QueueAccess(QObject):
    """Opens several files as a list; a window with a single file loads none of that code.

    Signals: changed(): a list was opened or closed.
    """

    changed = Signal()

    def __init__(
        self,
        services: Services,
        feedback: Feedback,
        views: Views,
        actions: Actions,
        files: FileCommands,
        state: WindowState,
    ) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._views = views
        self._actions = actions
        self.files = files
        self._state = state
        self.dock: FilesDock | None = None
        self.commands: QueueCommands | None = None
        self.screening: FolderScreening | None = None
        files.list_requested.connect(self.open)

    @property
    def is_open(self) -> bool:
        """Whether there is a list of files."""
        return self.commands is not None and self.commands.is_open

    @property
    def is_filling(self) -> bool:
        """Whether the files are still being listed."""
        return self.commands is not None and self.commands.owner.filling.is_filling

    def table(self) -> dict[str, Callable[[], object]]:
        """The actions by name."""
        return {name: self._act(name) for name in FILES_NAMES} | {"actionScreenFolder": self.screen}

    def _act(self, name: str) -> Callable[[], object]:
        def act() -> None:
            if self.commands is not None:
                self.commands.table()[name]()

        return act

    @Slot(object)
    def open(self, places: Sequence[Path]) -> None:
        """Work through these files and the texts in these folders."""
        self._built().fill(places)
        self._show()
        if len(places) == 1:
            preferences = self._services.preferences
            recent = preferences.settings.with_recent(places[0].absolute()).recent
            preferences.change(recent=recent)

    def screen(self) -> None:
        """Find the documents in a folder that look spun, and work through them."""
        if self.screening is None:
            from unspin_gui.ui.queue.folder_screening import FolderScreening  # noqa: PLC0415 - as below

            self.screening = FolderScreening(
                self._services, self._feedback, self.files, self.open_rows
            )
        self.screening.ask()

    def open_rows(self, rows: "Sequence[QueueRow]") -> None:
        """Work through documents that were counted before, as by a screening."""
        self._built().show_rows(rows)
        self._show()

    def _built(self) -> "QueueCommands":
        if self.commands is None:
            from unspin_gui.ui.queue.files_dock import FilesDock  # noqa: PLC0415 - not needed to start
            from unspin_gui.ui.queue.queue_commands import QueueCommands  # noqa: PLC0415

            commands = QueueCommands(self._services, self._feedback, self.files)
            actions = [self._actions[name] for name in FILES_NAMES[2:]]
            dock = FilesDock(commands.owner, self._views.theme, actions, self._state.window)
            dock.put_away.connect(self._actions["actionCloseFiles"].trigger)
            commands.closed.connect(self._on_closed)
            commands.owner.filling.ended.connect(self.changed)
            commands.owner.filling.failed.connect(self.changed)
            self._state.take_in(dock)
            self.dock, self.commands = dock, commands
        return self.commands

    def _show(self) -> None:
        if self.dock is not None:
            self.dock.show()
        self.changed.emit()

    @Slot()
    def _on_closed(self) -> None:
        if self.dock is not None:
            self.dock.hide()
        self.changed.emit()

    def close(self) -> None:
        """End what runs in the background."""
        if self.commands is not None:
            self.commands.owner.close()

    def end_workers(self) -> None:
        """End a running screening."""
        if self.screening is not None:
            self.screening.close()
