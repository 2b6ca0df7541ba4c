"""How many places are open, done and ignored, counted once for all views."""

from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.core.document.change import Change
from unspin_gui.ui.session.session import Session

_SHORTLY = 30
_STATE = attrgetter("state")


class Counts(NamedTuple):
    """Counts of places: `open` ones remain, `done` and `ignored` ones are resolved."""

    open: int = 0
    done: int = 0
    ignored: int = 0

    @property
    def resolved(self) -> int:
        """The number of places that the user has resolved."""
        return self.done + self.ignored

    @property
    def total(self) -> int:
        """Every place ever flagged, edited or marked."""
        return self.open + self.resolved


def counts_of(session: Session) -> Counts:
    """Count the places as they are now."""
    kept = list(map(_STATE, session.decisions)).count("kept")  # all at once, however many there are
    done = len(session.decisions) - kept
    return Counts(len(session.suspects), done, kept + len(session.ignored))


class Progress(QObject):
    """Counts at once after an action and at the end of the analysis, shortly after a key press.

    `loading` is set while the knowledge for detection is being read: more may be found then.

    Signals:
        counted(): the counts, or the progress of the analysis, may have changed.
    """

    counted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.loading = False
        self.counts = counts_of(session)
        self._later = QTimer(self, singleShot=True, interval=_SHORTLY)
        self._later.timeout.connect(self.count)
        session.document_changed.connect(self._on_document_changed)
        session.state_changed.connect(self._on_state_changed)

    @property
    def has_text(self) -> bool:
        """Whether a text is open."""
        return bool(self._session.source)

    @property
    def is_growing(self) -> bool:
        """Whether more suspects may be found without any action of the user."""
        return self.loading or (self._session.analysing and self._session.reading.share < 1)

    @Slot()
    def count(self) -> None:
        """Count now."""
        self._later.stop()
        self.counts = counts_of(self._session)
        self.counted.emit()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.how == "typed":
            # Each key press postpones it, so that typing never waits for it.
            self._later.start()
        else:
            self.count()

    @Slot()
    def _on_state_changed(self) -> None:
        if not self._session.analysing:
            self.count()
        elif not self._later.isActive():
            self._later.start()
