"""Saving as the user sees it: what is asked, what is told when it fails, and what can be done."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.paths import resources
from unspin_gui.settings import Settings
from unspin_gui.store import atomic, formats
from unspin_gui.store.encodings import EncodingLossError
from unspin_gui.store.failures import (
    AlreadyThereError,
    ChangedOnDiskError,
    LockedError,
    ReplaceRefusedError,
)
from unspin_gui.store.settings_file import save_settings
from unspin_gui.store.text_file import TextFile
from unspin_gui.ui.looks.message_bar import Choice

if TYPE_CHECKING:
    from unspin_gui.ui.main_window import MainWindow


class _Attempt(NamedTuple):
    """How the corrected text is to be written; what the user answers goes into the next one."""

    path: Path
    expect: str | None = None
    encoding: str | None = None
    lose: bool = False


class Saving(QObject):
    """Saves text, glossary and preferences of one window, each for itself.

    Whatever fails is told in one sentence; what was not saved stays unsaved.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._work = window.workspace
        self._then: Callable[[], object] = _nothing
        self._with_glossary = True

    # ---- the corrected text -------------------------------------------------------------

    def save(self, then: Callable[[], object] | None = None, *, with_glossary: bool = True) -> bool:
        """Save the corrected text to its place, and what was learnt; whether both are on disk.

        `then` is called once they are, also when the user had to be asked something first.
        """
        self._then, self._with_glossary = then or _nothing, with_glossary
        target = self._work.default_target()
        if not self._work.is_open:
            return False
        if target is None or target.is_relative_to(resources()):
            self._ask_save_as()
            return False
        if self._work.target is not None:
            return self.save_to(target)
        if atomic.is_there(target):
            return self._over_another(target)
        return self.save_to(target, expect=atomic.ABSENT)

    def ask_save_as(self) -> None:
        """Let the user choose where the corrected text goes."""
        self._then, self._with_glossary = _nothing, True
        self._ask_save_as()

    def _ask_save_as(self) -> None:
        target = self._work.default_target()
        if target is None or target.is_relative_to(resources()):
            target = Path.home() / (target.name if target else "corrected.txt")
        self._window.prompts.ask_save_path(self.tr("Save corrected text"), target, self.save_to)

    def _over_another(self, target: Path) -> bool:
        """Ask before a file is overwritten that this review did not make."""
        try:
            there = atomic.token_on_disk(target)
        except StoreError as error:
            self._failed(_Attempt(target), error)
            return False
        self._window.prompts.ask_overwrite(target, lambda: self.save_to(target, expect=there))
        return False

    def save_to(self, path: Path, *, expect: str | None = None) -> bool:
        """Write the corrected text to `path` and the glossary to its file; whether both are done.

        `expect` is the content token of the file that may be overwritten (None: the one that was
        read or written last, if `path` is that file).
        """
        expect = self._work.expected_at(path) if expect is None else expect
        return self._try(_Attempt(path, expect, self._work.encoding_at(path)))

    def _try(self, attempt: _Attempt) -> bool:
        path, expect, encoding, lose = attempt

        def write() -> None:
            self._refuse(path)
            self._work.save(path, encoding, lose=lose, expect=expect)

        return self._saved(attempt, write)

    def _refuse(self, path: Path) -> None:
        """Raise StoreError where the corrected text would not be what its name or place says."""
        library, real = self._window.library, os.path.realpath(path)
        if real in map(os.path.realpath, (library.path, *(one.path for one in library.others))):
            raise StoreError(path, "this is a glossary in use; choose another name for the text")
        if self._work.file is not None:
            formats.refuse_misnamed(path, self._work.file)

    def _saved(self, attempt: _Attempt, write: Callable[[], None]) -> bool:
        with self._work.holding():
            done = self._write_all(attempt, write)
        if done:
            then, self._then = self._then, _nothing
            then()
        return done

    def _write_all(self, attempt: _Attempt, write: Callable[[], None]) -> bool:
        """Text, decisions and glossary, each for itself; whether all that is wanted is on disk."""
        try:
            write()
        except StoreError as error:
            self._failed(attempt, error)
            if self._with_glossary:
                self.save_glossary()
            return False
        window = self._window
        window.messages.dismiss("saved")
        window.review.told.emit(self.tr("Saved as {0}").format(attempt.path.name))
        self.guarded(window.safekeeping.saved)
        self.guarded(self._work.remember)
        return self.save_glossary() if self._with_glossary else True

    def _failed(self, attempt: _Attempt, error: StoreError) -> None:
        """The text is not saved: ask what to do, or tell why."""
        if isinstance(error, EncodingLossError):
            self._ask_loss(attempt, error)
        elif isinstance(error, ChangedOnDiskError | AlreadyThereError):
            self._window.prompts.ask_changed_on_disk(
                attempt.path, lambda: self._overwrite(attempt), self._ask_save_as
            )
        else:
            self._tell(attempt, error)

    def _overwrite(self, attempt: _Attempt) -> bool:
        """Overwrite what is on disk now, and nothing newer."""
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
        self._window.prompts.ask_encoding_loss(label, "".join(error.characters), answered)

    def _tell(self, attempt: _Attempt, error: StoreError) -> None:
        choices = [Choice(self.tr("Save As…"), self._ask_save_as)]
        if isinstance(error, LockedError):
            choices.insert(0, Choice(self.tr("Try Again"), lambda: self._try(attempt)))
        if isinstance(error, ReplaceRefusedError):
            choices.append(Choice(self.tr("Write in Place…"), lambda: self._ask_in_place(attempt)))
        text = self.tr("Not saved. {0}").format(error)
        self._window.messages.error(text, *choices, key="saved")

    def _ask_in_place(self, attempt: _Attempt) -> None:
        path, _expect, encoding, lose = attempt
        backup = _free_name(self._window.paths.copies, path.name)
        self._window.prompts.confirm(
            self.tr("Write into “{0}” itself?").format(path.name),
            self.tr(
                "This folder lets no file be replaced. The present text is copied to {0} first; "
                "if the power fails while writing, that copy is what is left."
            ).format(backup),
            self.tr("&Write in Place"),
            lambda: self._saved(
                attempt, lambda: self._work.save_in_place(path, backup, encoding, lose=lose)
            ),
        )

    # ---- the rest -----------------------------------------------------------------------

    def save_glossary(self) -> bool:
        """Write what was learnt into the user's glossary; whether it is on disk."""
        try:
            self._window.library.save()
        except UnspinError as error:
            again = Choice(self.tr("Try Again"), self.save_glossary)
            text = self.tr("The glossary is not saved. {0}").format(error)
            self._window.messages.error(text, again, key="glossary")
            return False
        self._window.messages.dismiss("glossary")
        return True

    def save_settings(self, settings: Settings) -> None:
        """Write the preferences."""
        try:
            told = save_settings(self._window.paths.settings, settings)
        except StoreError as error:
            told = error
        if told is not None:
            self._window.messages.warn(str(told), key="settings")

    def guarded(self, act: Callable[[], object]) -> None:
        """Do something that the review can go on without."""
        try:
            act()
        except StoreError as error:
            self._window.messages.warn(str(error), key="state")


def _nothing() -> None:
    """Nothing follows."""


def _free_name(folder: Path, name: str) -> Path:
    """A name in `folder` that is not taken."""
    candidates = [folder / (f"{n}-{name}" if n else name) for n in range(1000)]
    return next((one for one in candidates if not atomic.is_there(one)), candidates[-1])
