"""Unprompted guidance: hints on the sample, and a summary once nothing is left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from unspin_gui.core.suspects import Suspect
from unspin_gui.paths import resources
from unspin_gui.ui.help.finish_bar import FinishBar, summary_of
from unspin_gui.ui.help.hints import Hint, Hints
from unspin_gui.ui.session.ignored_in_row import USUAL, weak_rest
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.suspects.progress import counts_of

_SEVERAL = 5
"""This many weak marks justify an offer to ignore them all."""


def are_weak(suspects: Sequence[Suspect]) -> bool:
    """Whether nearly all of the open places score low, and there are several.

    As long as more than a fifth score high, the review is not near its end: in a spun text even
    most of the weak marks are right.
    """
    weak = len(weak_rest(suspects, USUAL).suspects)
    return weak >= _SEVERAL and 5 * weak >= 4 * len(suspects)


class Guidance(QObject):
    """Shows hints and the summary; each can be dismissed for good."""

    def __init__(
        self, services: Services, over: QWidget, hints_of_sample: Callable[[], tuple[Hint, ...]]
    ) -> None:
        super().__init__(over)
        self._services = services
        self._hints_of_sample = hints_of_sample
        self._session = services.session
        self._left = 0
        self.finish = FinishBar()
        self.finish.silenced.connect(self._on_silenced)
        self.finish.ignore_requested.connect(self._on_ignore_requested)
        services.review.popup_done.connect(self._on_state_changed)
        self._session.state_changed.connect(self._on_state_changed)
        self.hints = Hints(over)
        self.hints.dismissed.connect(self._on_dismissed)
        services.workspace.opened.connect(self._on_opened)
        services.workspace.corrected.saved.connect(self.finish.on_saved)

    @Slot()
    def _on_state_changed(self) -> None:
        """Say that only weak marks, or none, are left; not during a review by keys."""
        session, services = self._session, self._services
        if session.analysing or services.library.loading or services.review.by_keys:
            return
        before, self._left = self._left, len(session.suspects)
        resolved = counts_of(session).resolved
        is_wanted = bool(resolved) and services.preferences.settings.finish_summary
        if before and not self._left and is_wanted:
            learnt = len(session.entry_changes)
            self.finish.show_summary(summary_of(session.document, len(session.ignored), learnt))
        elif is_wanted and are_weak(session.suspects) and not self.finish.is_put_away:
            self.finish.show_rest(session.suspects)
        elif self._left:
            self.finish.hide()

    @Slot(int)
    def _on_ignore_requested(self, percent: int) -> None:
        review = self._services.review
        review.keep_rest(weak_rest(self._session.suspects, percent))

    @Slot()
    def _on_silenced(self) -> None:
        self._services.preferences.change(finish_summary=False)

    @Slot()
    def _on_opened(self) -> None:
        self._left = 0
        self.finish.is_put_away = False
        self.finish.hide()
        self.hints.pause()
        path = self._services.workspace.path
        if path is not None and path.is_relative_to(resources()):
            # Shown once the texts have replaced the start page.
            QTimer.singleShot(0, self, self._show_hints)

    def _show_hints(self) -> None:
        dismissed = self._services.preferences.settings.hints_dismissed
        self.hints.start(self._hints_of_sample(), dismissed)

    @Slot(str)
    def _on_dismissed(self, key: str) -> None:
        settings = self._services.preferences.settings
        if key not in settings.hints_dismissed:
            dismissed = (*settings.hints_dismissed, key)
            self._services.preferences.change(hints_dismissed=dismissed)
