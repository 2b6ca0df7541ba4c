"""Opening, saving and closing as the user sees them: questions, messages and consequences."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from unspin_gui.core.errors import UnspinError
from unspin_gui.paths import resources
from unspin_gui.ui.base.clipboard import files_of, plain_text
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.wording import error_in_words, in_words
from unspin_gui.ui.files.changed_on_disk import OnDisk
from unspin_gui.ui.files.encoding_choice import ChoosingEncoding
from unspin_gui.ui.files.leaving import LeavingFiles
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from unspin_gui.application.recovering import Restored
    from unspin_gui.store.review.decisions_file import Recalled
    from unspin_gui.store.review.journal import Recovered

_OF_ANOTHER = ("open", "clipboard", "saved", "export", "tracked", "elsewhere", "restored")
"""Messages about the previous text, or about another one that could not be opened."""


class FileCommands(LeavingFiles):
    """The file commands of one window.

    Signals: new_window_requested(Path): review this file in a window of its own.
    list_requested(tuple[Path, ...]): work through these files and folders.
    """

    new_window_requested = Signal(object)
    list_requested = Signal(object)

    def __init__(self, services: Services, feedback: Feedback) -> None:
        super().__init__(services, feedback)
        self.encoding = ChoosingEncoding(services, feedback)
        self.encoding.failed.connect(self.tell_failed)
        self.on_disk = OnDisk(services, feedback)
        self._work.opened.connect(self._on_opened)
        self._work.reread.connect(self._on_reread)
        self._work.failed.connect(self.tell_failed)
        self._work.leave_requested.connect(self.when_settled)
        services.library.failed.connect(self._on_library_failed)
        services.library.changed.connect(self._on_library_changed)
        services.recovery.failed.connect(self._on_library_failed)
        services.preferences.failed.connect(self._on_settings_failed)
        services.recovery.restore_wanted.connect(self.restore)
        services.recovery.elsewhere.connect(self._on_elsewhere)

    # ---- opening ------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Review a file, or the texts in a folder, after asking about unsaved work."""
        if path.is_dir():
            self.open_all((path,))
        else:
            self.when_settled(lambda: self._work.open(path))

    def ask_open(self) -> None:
        """Let the user choose files, several to be worked through as a list."""
        from unspin_gui.store.formats import ENDINGS  # noqa: PLC0415 - not needed to start

        known = " ".join(f"*{ending}" for ending in ENDINGS)
        filters = self.tr("All files (*);;Documents ({0})").format(known)
        self._feedback.prompts.ask_open_paths(self._folder, self.open_all, filters)

    def ask_open_folder(self) -> None:
        """Let the user choose a folder, whose texts are worked through as a list."""
        self.ask_folder(self.tr("Open folder"), lambda one: self.open_all((one,)))

    def ask_folder(self, title: str, done: Callable[[Path], object]) -> None:
        """Let the user choose a folder, starting near the last text."""
        self._feedback.prompts.ask_folder(title, self._folder, done)

    @property
    def _folder(self) -> Path:
        """Return the folder in which the user probably wants to choose."""
        recent = [Path(name) for name in self._services.preferences.settings.recent[:1]]
        last = [self._work.path] if self._work.path else recent
        return last[0].parent if last else Path.home()

    def open_all(self, paths: Sequence[Path], *, apart: bool | None = None) -> None:
        """Open files and folders: one file here, several as a list in this window.

        With `apart`, each in a window of its own; by default while the Shift key is held.
        """
        held = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        if bool(held) if apart is None else apart:
            for path in paths:
                self.new_window_requested.emit(path)
        elif len(paths) == 1 and not paths[0].is_dir():
            self.open(paths[0])
        elif paths:
            self.when_settled(lambda: self.list_requested.emit(tuple(paths)))

    def open_clipboard(self) -> None:
        """Review the text on the clipboard, or the files that were copied."""
        self.open_data(QGuiApplication.clipboard().mimeData())

    def open_data(self, data: QMimeData | None, *, apart: bool = False) -> None:
        """Review what was copied or dropped: files (`apart`: each in its own window) or text."""
        text = plain_text(data)
        if files := files_of(data):
            self.open_all(files, apart=apart)
        elif text.strip():
            self.when_settled(lambda: self._work.open_text(text, self.tr("Pasted text")))
        else:
            self._feedback.messages.info(
                self.tr("The clipboard contains no text."), key="clipboard"
            )

    def open_sample(self) -> None:
        """Review the sample article."""
        self.open(resources() / "samples" / "sample.txt")

    def reload(self) -> None:
        """Reread the source; decisions that still fit are kept."""
        self._work.reload()

    @Slot()
    def _on_opened(self) -> None:
        self._services.recovery.begin(self._work.path, self._work.title, self._work.origin)
        self._tell_recalled()
        for key in _OF_ANOTHER:
            self._feedback.messages.dismiss(key)
        path = self._work.opened_from
        if path and self._work.resumed is None and not path.is_relative_to(resources()):
            preferences = self._services.preferences
            recent = preferences.settings.with_recent(path.absolute()).recent
            preferences.change(recent=recent)

    def _tell_recalled(self) -> None:
        """Say what was recalled from an earlier session."""
        recalled, messages = self._work.earlier.recalled, self._feedback.messages
        messages.dismiss("recalled")
        messages.dismiss("notices")
        if notices := self._notices():
            messages.info(" ".join(notices), key="notices")
        messages.dismiss("decisions")
        if problems := self._work.told:
            messages.warn(" ".join(map(error_in_words, problems)), key="decisions")
        is_back = self._work.resumed is not None and self._work.resumed.is_back
        if recalled is None or is_back:
            return
        back = [self.tr("%Ln decisions from last time are back.", "", len(recalled.decisions))]
        if lost := recalled.lost:
            back.append(self.tr("The text has changed; %Ln decisions no longer fit.", "", lost))
        again = Choice(self.tr("Start over"), self._start_over)
        messages.info(" ".join(back), again, key="recalled")

    def _notices(self) -> list[str]:
        """What the user should know about the file that was opened."""
        from unspin_gui.store.formats import is_read_only  # noqa: PLC0415 - not needed to start

        notices = [*map(in_words, self._work.file.notices)] if self._work.file else []
        if self._work.file and not self._services.session.source.strip():
            notices.append(self.tr("This file contains no text."))
        if self._work.file and is_read_only(self._work.file.kind):
            only_read = self.tr(
                "This file can only be read: its corrected text is saved as text or as a "
                "Word document."
            )
            notices.insert(0, only_read)
        file = self._work.text_file
        if file is not None and file.damaged:
            text = self.tr(
                "%Ln places could not be read and are shown as “\ufffd”; "
                "where you save changes, that is what is saved.",
                "",
                file.damaged,
            )
            notices.append(text)
        return notices

    @Slot(object)
    def _on_reread(self, recalled: "Recalled") -> None:
        """Report what became of the decisions when the file was reread."""
        notices = [self.tr("Reloaded; %Ln decisions kept.", "", len(recalled.decisions))]
        if lost := recalled.lost:
            notices.append(self.tr("%Ln decisions no longer fit and were dropped.", "", lost))
        self._feedback.messages.dismiss("open")
        show = self._feedback.messages.warn if recalled.lost else self._feedback.messages.info
        show(" ".join(notices), key="recalled")

    def _start_over(self) -> None:
        self._work.earlier.start_over()

    @Slot(object)
    def restore(self, recovered: "Recovered") -> None:
        """Continue with recovered work, after asking about unsaved work here."""
        from unspin_gui.ui.files.restored_words import words_of  # noqa: PLC0415 - hardly ever needed

        def settle(back: "Restored | None" = None) -> None:
            if self._services.recovery.flush():
                self._services.recovery.settle(recovered)
            if back is not None and (message := words_of(back, recovered.title)):
                self._feedback.messages.warn(message, key="restored")

        if recovered.document.source:
            self.when_settled(lambda: self._work.restore(recovered, settle))
        else:
            label = self.tr("restore unsaved changes of the glossary")
            self._services.session.edit_glossary(recovered.document.edits, label)
            settle()

    @Slot(object)
    def _on_elsewhere(self, path: Path) -> None:
        text = self.tr("“{0}” is also open in another window: whichever is saved last wins.")
        self._feedback.messages.warn(text.format(path.name), key="elsewhere")

    @Slot(object)
    def tell_failed(self, error: UnspinError) -> None:
        """Say why a file was not opened, and what can be done."""
        from unspin_gui.store.files.encodings import (  # noqa: PLC0415 - not needed to start
            NulBytesError,
            UndecodableError,
        )
        from unspin_gui.store.formats import MarkupError  # noqa: PLC0415 - as above

        choices = []
        if isinstance(error, UndecodableError | NulBytesError):
            path = Path(error.path)
            tried = error.encoding if isinstance(error, UndecodableError) else "utf-8"
            choices = [
                Choice(self.tr("Open Anyway"), lambda: self._work.open(path, replace=True)),
                Choice(self.tr("Encoding…"), lambda: self.encoding.choose(path, tried)),
            ]
        if isinstance(error, MarkupError):
            path = Path(error.path)
            again = Choice(self.tr("Open as Text"), lambda: self._work.open(path, as_text=True))
            choices = [again]
        self._feedback.messages.error(error_in_words(error), *choices, key="open")

    @Slot(object)
    def _on_library_failed(self, error: UnspinError) -> None:
        broken = self._services.library.broken
        key = "broken" if broken and broken.error is error else str(error)
        self._feedback.messages.warn(error_in_words(error), key=key)

    @Slot(object)
    def _on_settings_failed(self, error: UnspinError) -> None:
        self._feedback.messages.warn(error_in_words(error), key="settings")

    @Slot()
    def _on_library_changed(self) -> None:
        if self._services.library.broken is None:
            self._feedback.messages.dismiss("broken")

    # ---- saving -------------------------------------------------------------------------

    def save(self) -> bool:
        """Save the corrected text and what was learnt; return whether both are on disk."""
        return self.saving.save()

    def ask_save_as(self) -> None:
        """Let the user choose where to save the corrected text."""
        self.saving.ask_save_as()

    def save_to(self, path: Path) -> bool:
        """Write the corrected text to `path` and the glossary to its file."""
        return self.saving.save_to(path)

    def save_glossary(self) -> bool:
        """Write what was learnt to the user's glossary; returns whether it is on disk."""
        return self.saving.save_glossary()
