"""Counts how often, and when last, the user accepts or rejects each glossary entry."""

import logging
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.core.document.change import Change, differing
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.tokens import fold
from unspin_gui.store.glossary.usage import Count, Counted, Usage, add_usage, load_usage
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.session import Session

_LOG = logging.getLogger(__name__)
_PAUSE = 5000
"""Milliseconds after the last action before the counts are written."""


class _Use(NamedTuple):
    """A glossary phrase that was accepted or rejected somewhere."""

    phrase: str
    how: Literal["accepted", "rejected"]


class UsageLog(QObject):
    """Follows a session and writes its counts to a file.

    An undone action is not counted, even if it was written already; decisions made before the
    document was opened are not counted again. `failed` carries messages about a file that could not
    be used.
    """

    failed = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._path = path
        self._earlier: frozenset[object] = frozenset()
        self._document = session.document
        self._uses: dict[Decision, _Use | None] = {}
        self._written = Counter[_Use]()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.flush)
        session.document_changed.connect(self._on_document_changed)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.how == "opened":
            self.flush()
            self._begin(self._session.document)
        else:
            self._document = self._session.document
            self._note_new(differing(change.before, change.after)[1])
            self._soon.start()

    def _begin(self, document: Document) -> None:
        """Start with another document, whose earlier decisions were counted when they were made."""
        self._document = document
        self._earlier = frozenset((*document.decisions, *document.ignored, *document.never))
        self._uses, self._written = {}, Counter()

    def _note_new(self, come: Iterable[Decision]) -> None:
        """Look up the entries of new decisions while their suspects are still known."""
        seen, earlier = self._uses, self._earlier
        new = [d for d in come if d not in seen and d not in earlier]
        if new:
            suspects = self._session.opinions.all
            for one in new:
                start, end = one.span
                first = bisect_left(suspects, start, key=_start_of)
                last = bisect_left(suspects, end, lo=first, key=_start_of)
                inside = (s.entry for s in suspects[first:last] if s.entry is not None)
                entry = next(inside, None)
                seen[one] = _use_of(one, fold(entry.phrase) if entry else "")

    def _counted(self) -> Counter[_Use]:
        """What has been done with each phrase in this document so far."""
        document = self._document
        present = (self._uses.get(decision) for decision in document.decisions)
        counted = Counter(use for use in present if use is not None)
        silenced = {*document.ignored, *document.never} - self._earlier
        counted.update(_Use(str(phrase), "rejected") for phrase in silenced)
        return counted

    # ---- the file -----------------------------------------------------------------------

    @Slot()
    def flush(self) -> None:
        """Write what was counted since the last time, off the GUI thread."""
        news = self._news()
        if news:
            self._tasks.start(lambda: add_usage(self._path, news), self._on_counted, _log)

    def close(self) -> None:
        """Write the rest at once."""
        self._soon.stop()
        news = self._news()
        if news:
            try:
                self._on_counted(self._tasks.wait(lambda: add_usage(self._path, news)))
            except StoreError as error:
                _log(error)

    def read(self, done: Callable[[Usage], object]) -> None:
        """Pass on all counts, this session's included."""
        news, path = self._news(), self._path

        def work() -> Counted:
            return add_usage(path, news) if news else Counted(load_usage(path))

        def go_on(counted: Counted) -> None:
            self._on_counted(counted)
            done(counted.usage)

        self._tasks.start(work, go_on, _log)

    def _on_counted(self, counted: Counted) -> None:
        if counted.told is not None:
            self.failed.emit(counted.told)

    def _news(self) -> list[tuple[str, Count]]:
        counted, written = self._counted(), self._written
        self._written = counted
        today = time.strftime("%Y-%m-%d")
        news = []
        for use in {*counted, *written}:
            more = counted[use] - written[use]
            if more:
                last = today if more > 0 else ""
                is_accepted = use.how == "accepted"
                count = Count(more if is_accepted else 0, 0 if is_accepted else more, last)
                news.append((use.phrase, count))
        return news


def _use_of(decision: Decision, phrase: str) -> _Use | None:
    """Return what a decision says about the entry for this phrase, or the pair it teaches."""
    if decision.state == "accepted":
        phrase = phrase or (fold(decision.learn.phrase) if decision.learn else "")
    if not phrase or decision.state == "edited":
        return None
    return _Use(phrase, "accepted" if decision.state == "accepted" else "rejected")


def _log(error: UnspinError) -> None:
    _LOG.warning("what was counted could not be written: %s", error)


def _start_of(suspect: Suspect) -> int:
    return suspect.span.start
