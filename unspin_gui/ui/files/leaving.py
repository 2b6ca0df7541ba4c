"""Leaving a text: what to ask, what to remember, and what to keep of a list of files."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.unsaved import CloseAnswer, Unsaved
from unspin_gui.ui.session.services import Services

if TYPE_CHECKING:
    from unspin_gui.ui.files.saving import Saving


class FileList(Protocol):
    """The files worked through in one window, as far as leaving one of them is concerned."""

    @property
    def holds_current(self) -> bool:
        """Whether the open text is in the list."""

    @property
    def unsaved(self) -> str:
        """Describe the unsaved work in all of them; empty if there is none."""

    def keep_current(self) -> None:
        """Keep the decisions on the open file, whatever comes next."""

    def save_all(self, then: Callable[[], object], *, with_glossary: bool) -> None:
        """Save the corrected texts of all of them, then call `then`."""


class LeavingFiles(QObject):
    """Deals with unsaved work; `list` has the files that the window works through, if any."""

    def __init__(self, services: Services, feedback: Feedback) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._work = services.workspace
        self._session = services.session
        self._settled = False
        self.list: FileList | None = None

    @cached_property
    def saving(self) -> "Saving":
        """The object that saves text and glossary."""
        from unspin_gui.ui.files.saving import Saving  # noqa: PLC0415 - not needed to start

        return Saving(self._services, self._feedback)

    @Slot(object)
    def when_settled(self, go_on: Callable[[], object]) -> None:
        """Call `go_on` once the current review is saved or discarded, or if nothing is unsaved.

        The review still exists: its journal is removed when another takes its place.
        """
        if self.list is not None and self.list.holds_current:
            self.list.keep_current()
            go_on()
        elif self.may_close(lambda: self.when_settled(go_on)):
            self._settled = False
            self._remember()
            go_on()

    def may_close(self, again: Callable[[], object]) -> bool:
        """Return True if nothing is unsaved; otherwise ask, and call `again` after the answer."""
        text, glossary = self._unsaved_text(), self._services.library.is_dirty
        if self._settled or not (text or glossary):
            return True
        name = self._services.library.path.name if glossary else ""
        unsaved = Unsaved(text=text, glossary=name, kept=self._is_listed and bool(text))
        self._feedback.prompts.ask_unsaved(unsaved, lambda answer: self._leave(answer, again))
        return False

    @property
    def _is_listed(self) -> bool:
        """Whether the open text, if any, is one of a list."""
        return self.list is not None and (self.list.holds_current or not self._work.is_open)

    def _unsaved_text(self) -> str:
        """Describe what is not saved: the open text, or files of the list."""
        if self.list is not None and self._is_listed:
            return self.list.unsaved
        return self._work.title if self._session.history.is_dirty else ""

    def give_up(self) -> None:
        """Close without asking, whatever is unsaved."""
        self._settled = True

    def _leave(self, answer: CloseAnswer, again: Callable[[], object]) -> None:
        def go_on() -> None:
            self._settled = True
            again()
            self._settled = False

        def soon() -> None:
            # Not from within the close event that asked: Qt does not close a window recursively.
            QTimer.singleShot(0, self, go_on)

        if answer.text and self.list is not None and self._is_listed:
            self.list.save_all(soon, with_glossary=answer.glossary)
        elif answer.text:
            self.saving.save(soon, with_glossary=answer.glossary)
        elif not answer.glossary or self.saving.save_glossary():
            soon()

    def put_away(self) -> None:
        """Remove the journal of the current review, since the window closes normally."""
        self._remember()
        self.saving.guarded(self._services.recovery.end)

    def _remember(self) -> None:
        """Remember the decisions on the current text unless they are discarded."""
        if self.list is not None and self.list.holds_current:
            self.list.keep_current()
        elif not self._session.history.is_dirty:
            self.saving.remember()
