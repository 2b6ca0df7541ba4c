"""What the window says by itself: hints on the sample, and a summary when nothing is left."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from unspin_gui.paths import resources
from unspin_gui.ui.help.finish_bar import FinishBar, summary_of
from unspin_gui.ui.help.hints import Hints, sample_hints
from unspin_gui.ui.suspects.progress import counts_of

if TYPE_CHECKING:
    from unspin_gui.ui.window.main_window import MainWindow


class Guidance(QObject):
    """Never in the way: each part can be put away for good."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._left = 0
        self.finish = FinishBar()
        window.foot.addWidget(self.finish)
        self.finish.save_requested.connect(window.actions_["actionSave"].trigger)
        self.finish.silenced.connect(self._on_silenced)
        self._session.state_changed.connect(self._on_state_changed)
        self.hints = Hints(window)
        self.hints.dismissed.connect(self._on_dismissed)
        window.workspace.opened.connect(self._on_opened)

    @Slot()
    def _on_state_changed(self) -> None:
        session = self._session
        if session.analysing or self._window.library.loading:
            return
        before, self._left = self._left, len(session.suspects)
        resolved = counts_of(session).resolved
        if before and not self._left and resolved and self._window.settings.finish_summary:
            learnt = len(session.entry_changes)
            self.finish.show_summary(summary_of(session.document, len(session.ignored), learnt))
        elif self._left:
            self.finish.hide()

    @Slot()
    def _on_silenced(self) -> None:
        self._window.change_settings(replace(self._window.settings, finish_summary=False))

    @Slot()
    def _on_opened(self) -> None:
        self._left = 0
        self.finish.hide()
        self.hints.pause()
        path = self._window.workspace.path
        if path is not None and path.is_relative_to(resources()):
            # Shown once the desk has taken the place of the start page.
            QTimer.singleShot(0, self, self._show_hints)

    def _show_hints(self) -> None:
        window = self._window
        hints = sample_hints(
            window.actions_, window.desk.source, window.desk.corrected, window.list
        )
        self.hints.start(hints, window.settings.hints_dismissed)

    @Slot(str)
    def _on_dismissed(self, key: str) -> None:
        settings = self._window.settings
        if key not in settings.hints_dismissed:
            dismissed = (*settings.hints_dismissed, key)
            self._window.change_settings(replace(settings, hints_dismissed=dismissed))
