"""Saving as the user sees it: questions, error messages and remedies."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from unspin_gui.application.outputs import free_name, keep_copy
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.paths import resources
from unspin_gui.store import formats
from unspin_gui.store.files import atomic, text_file
from unspin_gui.store.files.encodings import EncodingLossError
from unspin_gui.store.files.failures import (
    AlreadyThereError,
    ChangedOnDiskError,
    GoneError,
    LockedError,
    NoAnswerError,
    ReplaceRefusedError,
    UncertainError,
)
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.review.decisions_file import MOST_TEXTS
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.wording import error_in_words
from unspin_gui.ui.files.places import refuse_place
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice


class _Attempt(NamedTuple):
    """How to write the corrected text; the user's answers go into the next attempt.

    `copy` is the path for a copy of a source that is overwritten.
    """

    path: Path
    expect: str | None = None
    encoding: str | None = None
    lose: bool = False
    copy: Path | None = None


class Saving(QObject):
    """Saves the text and the glossary of one window, each independently.

    Any failure is reported in one sentence; what was not saved remains unsaved.
    """

    def __init__(self, services: Services, feedback: Feedback) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._work = services.workspace
        self._corrected = services.workspace.corrected
        self._then: Callable[[], object] | None = None
        self._with_glossary = True

    # ---- the corrected text -------------------------------------------------------------

    def save(self, then: Callable[[], object] | None = None, *, with_glossary: bool = True) -> bool:
        """Save the corrected text and what was learnt; return whether both are on disk.

        `then` is called once they are, even if the user had to be asked something first.
        """
        self._then, self._with_glossary = then, with_glossary
        target = self._corrected.default_target()
        if not self._work.is_open:
            return False
        if target is None or target.is_relative_to(resources()):
            self._ask_save_as()
            return False
        if self._corrected.expected_at(target) is not None:
            return self.save_to(target)
        if atomic.is_there(target):
            return self._over_another(target)
        return self.save_to(target, expect=atomic.ABSENT)

    def ask_save_as(self) -> None:
        """Let the user choose where to save the corrected text."""
        self._then, self._with_glossary = None, True
        self._ask_save_as()

    def _ask_save_as(self) -> None:
        target = self._corrected.default_target()
        if target is None or target.is_relative_to(resources()):
            target = Path.home() / (target.name if target else "corrected.txt")
        file, filters = self._work.file, ""
        if file is not None and formats.is_read_only(file.kind):
            filters = self.tr("Text (*.txt);;Markdown (*.md);;Word document (*.docx)")
        elif file is not None and file.kind == "text":
            filters = self.tr("All files (*);;Word document (*.docx)")
        title = self.tr("Save corrected text")
        self._feedback.prompts.ask_save_path(title, target, self.save_to, filters)

    def _ask_save_plain(self) -> None:
        """Offer to save as plain text what a document of its format cannot hold."""
        target = (self._corrected.default_target() or Path("corrected")).with_suffix(".txt")
        self._feedback.prompts.ask_save_path(self.tr("Save as plain text"), target, self.save_to)

    def _over_another(self, target: Path) -> bool:
        """Ask before overwriting a file that this review did not make."""
        try:
            there = atomic.token_on_disk(target)
        except StoreError as error:
            self._failed(_Attempt(target), error)
            return False
        self._feedback.prompts.ask_overwrite(target, lambda: self.save_to(target, expect=there))
        return False

    def save_to(self, path: Path, *, expect: str | None = None) -> bool:
        """Write the corrected text to `path`, and the glossary; return whether both are on disk.

        `expect` is the content token of the file that may be overwritten (None: the one last read
        or written, if `path` is that file).
        """
        expect = self._corrected.expected_at(path) if expect is None else expect
        attempt = _Attempt(path, expect, self._corrected.encoding_at(path))
        file = self._work.file
        if file is not None and formats.is_read_only(file.kind):
            return self._try(attempt)  # which refuses to overwrite the source
        if self._corrected.target != path and self._corrected.is_source(path):
            self._ask_over_source(attempt)
            return False
        return self._try(attempt)

    def _ask_over_source(self, attempt: _Attempt) -> None:
        """Overwrite the source only if the user agrees, and keep a copy of it."""
        path = attempt.path
        copy = free_name(path.parent, f"{path.stem}.original", path.suffix)
        beside = text_file.default_target(path)
        self._feedback.prompts.ask_over_source(
            path, copy, lambda: self._try(attempt._replace(copy=copy)), lambda: self._beside(beside)
        )

    def _beside(self, target: Path) -> None:
        if atomic.is_there(target) and self._corrected.target != target:
            self._over_another(target)
        else:
            self.save_to(target)

    def _try(self, attempt: _Attempt) -> bool:
        path, expect, encoding, lose, copy = attempt

        def write() -> None:
            self.refuse(path)
            if copy is not None:
                self._services.tasks.wait(lambda: keep_copy(path, copy, expect))
            self._corrected.save(path, encoding, lose=lose, expect=expect)

        return self._saved(attempt, write)

    def refuse(self, path: Path) -> None:
        """Raise StoreError if a document would not be what its name or location suggests."""
        refuse_place(path, self._services.library)
        if self._work.file is not None:
            formats.refuse_misnamed(path, self._work.file)

    def _saved(self, attempt: _Attempt, write: Callable[[], None]) -> bool:
        with self._work.holding():
            done = self._write_all(attempt, write)
        if done:
            then, self._then = self._then, None
            if then is not None:
                then()
        return done

    def _write_all(self, attempt: _Attempt, write: Callable[[], None]) -> bool:
        """Write text, decisions and glossary independently; return whether all are on disk."""
        try:
            write()
        except StoreError as error:
            self._failed(attempt, error)
            if self._with_glossary:
                self.save_glossary()
            return False
        self._feedback.messages.dismiss("saved")
        message = self.tr("Saved as {0}").format(attempt.path.name)
        if attempt.copy is not None:
            message = self.tr("Saved as {0}; the source is kept as {1}")
            message = message.format(attempt.path.name, attempt.copy.name)
        self._feedback.tell(message)
        self.guarded(self._services.recovery.saved)
        self.remember()
        return self.save_glossary() if self._with_glossary else True

    def _failed(self, attempt: _Attempt, error: StoreError) -> None:
        """Handle a failure to save the text: ask what to do, or say why."""
        if isinstance(error, EncodingLossError):
            self._ask_loss(attempt, error)
        elif isinstance(error, GoneError):
            # Nothing would be lost: the file is written again, or the missing folder is reported.
            QTimer.singleShot(0, lambda: self._overwrite(attempt))
        elif isinstance(error, ChangedOnDiskError | AlreadyThereError):
            self._feedback.prompts.ask_changed_on_disk(
                attempt.path, lambda: self._overwrite(attempt), self._ask_save_as
            )
        else:
            self._tell(attempt, error)

    def _overwrite(self, attempt: _Attempt) -> bool:
        """Overwrite what is on disk now, but nothing newer."""
        try:
            there = atomic.token_on_disk(attempt.path)
        except StoreError as error:
            self._failed(attempt, error)
            return False
        return self._try(attempt._replace(expect=there))

    def _ask_loss(self, attempt: _Attempt, error: EncodingLossError) -> None:
        def answered(answer: str) -> None:
            if answer == "replace":
                self._try(attempt._replace(lose=True))
            else:
                self._try(attempt._replace(encoding=answer))

        file = self._work.file.file if self._work.file else None
        label = file.encoding_label if isinstance(file, TextFile) else ""
        self._feedback.prompts.ask_encoding_loss(label, "".join(error.characters), answered)

    def _tell(self, attempt: _Attempt, error: StoreError) -> None:
        choices = [Choice(self.tr("Save As…"), self._ask_save_as)]
        if isinstance(error, LockedError):
            choices.insert(0, Choice(self.tr("Try Again"), lambda: self._try(attempt)))
        file = self._work.file
        holds_any = file is None or formats.is_shown_as_written(file.kind)
        if not holds_any and not formats.is_plain(attempt.path):
            choices.append(Choice(self.tr("Save as Plain Text…"), self._ask_save_plain))
        if isinstance(error, ReplaceRefusedError):
            choices.append(Choice(self.tr("Write in Place…"), lambda: self._ask_in_place(attempt)))
        self._feedback.messages.error(
            _not_saved(self.tr("Not saved."), error), *choices, key="saved"
        )

    def _ask_in_place(self, attempt: _Attempt) -> None:
        path, _expect, encoding, lose, _copy = attempt
        backup = free_name(self._services.paths.copies, path.stem, path.suffix)
        self._feedback.prompts.confirm(
            self.tr("Write into “{0}” itself?").format(path.name),
            self.tr(
                "Files in this folder cannot be replaced. The current text is copied to "
                "{0} first; if the power fails while writing, that copy remains."
            ).format(backup),
            self.tr("&Write in Place"),
            lambda: self._saved(
                attempt, lambda: self._corrected.save_in_place(path, backup, encoding, lose=lose)
            ),
        )

    def remember(self) -> None:
        """Remember the decisions for the next time, and say if old ones had to make room."""
        work = self._work
        try:
            gone = work.earlier.remember(work.path, is_written=self._corrected.written is not None)
        except StoreError as error:
            self._feedback.messages.warn(error_in_words(error), key="state")
            return
        if gone:
            message = self.tr(
                "The decisions on the %Ln texts left unopened longest are forgotten; "
                "those on {0} others are kept.",
                "",
                gone,
            )
            self._feedback.messages.info(message.format(number(MOST_TEXTS)), key="thinned")

    # ---- the rest -----------------------------------------------------------------------

    def save_glossary(self) -> bool:
        """Write what was learnt to the user's glossary; returns whether it is on disk."""
        try:
            self._services.library.save()
        except UnspinError as error:
            again = Choice(self.tr("Try Again"), self.save_glossary)
            text = _not_saved(self.tr("The glossary is not saved."), error)
            self._feedback.messages.error(text, again, key="glossary")
            return False
        self._feedback.messages.dismiss("glossary")
        if not self._services.workspace.is_open:
            self.guarded(self._services.recovery.saved)
        return True

    def guarded(self, act: Callable[[], object]) -> None:
        """Do something that the review can continue without."""
        try:
            act()
        except StoreError as error:
            self._feedback.messages.warn(error_in_words(error), key="state")


def _not_saved(words: str, error: UnspinError) -> str:
    """Why something is not saved; the reason alone if it may yet be written."""
    unknown = isinstance(error, UncertainError | NoAnswerError)
    return " ".join([*([] if unknown else [words]), error_in_words(error)])
