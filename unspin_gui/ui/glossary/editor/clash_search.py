"""Looking for clashes on another thread: told how far it is, and given up where it is outdated."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from unspin_gui.application.glossary_conflicts import EntryConflict, find_clashes
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.ui.base.tasks import Tasks


class ClashSearch(QObject):
    """One search at a time: a new one ends the one before.

    Signals:
        moved(int): so many hundredths are done.
        found(dict[int, tuple[Clash, ...]]): the clashes of each entry by its number.
    """

    moved = Signal(int)
    found = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: object = None

    @property
    def is_active(self) -> bool:
        """Whether clashes are looked for."""
        return self._wanted is not None

    def start(self, mine: Glossary, others: Sequence[Glossary]) -> None:
        """Look for the clashes of `mine`."""
        wanted = self._wanted = object()

        def told(share: float) -> bool:
            self.moved.emit(int(100 * share))
            return wanted is self._wanted

        def done(clashes: dict[int, tuple[EntryConflict, ...]]) -> None:
            if wanted is self._wanted:
                self._wanted = None
                self.found.emit(clashes)

        self._tasks.start(lambda: find_clashes(mine, others, told), done, _pass_over)

    def cancel(self) -> None:
        """End the search; nothing is told any more."""
        self._wanted = None


def _pass_over(_error: UnspinError) -> None:
    """Looking for clashes raises no UnspinError."""
