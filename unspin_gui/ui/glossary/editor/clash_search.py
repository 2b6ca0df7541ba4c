"""Searches for conflicts on another thread, with progress, and cancels outdated searches."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from unspin_gui.application.glossary_conflicts import EntryConflict, find_clashes
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.ui.base.tasks import Tasks


class ClashSearch(QObject):
    """Runs one search at a time: a new one cancels the previous one.

    Signals:
        moved(int): the percentage done.
        found(dict[int, tuple[Clash, ...]]): the conflicts of each entry by its number.
    """

    moved = Signal(int)
    found = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: object = None

    @property
    def is_active(self) -> bool:
        """Whether a search is running."""
        return self._wanted is not None

    def start(self, mine: Glossary, others: Sequence[Glossary]) -> None:
        """Search for the conflicts of `mine`."""
        wanted = self._wanted = object()

        def report(share: float) -> bool:
            self.moved.emit(int(100 * share))
            return wanted is self._wanted

        def done(clashes: dict[int, tuple[EntryConflict, ...]]) -> None:
            if wanted is self._wanted:
                self._wanted = None
                self.found.emit(clashes)

        self._tasks.start(lambda: find_clashes(mine, others, report), done, _pass_over)

    def cancel(self) -> None:
        """Cancel the search; nothing more is reported."""
        self._wanted = None


def _pass_over(_error: UnspinError) -> None:
    """Do nothing: a search for conflicts raises no UnspinError."""
