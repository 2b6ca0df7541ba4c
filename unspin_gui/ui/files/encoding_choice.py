"""Lets the user choose the encoding in which a file is read."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from unspin_gui.ui.files.encoding_dialog import EncodingChoice, EncodingDialog

_KEY = "guessed"


class ChoosingEncoding(QObject):
    """Reports that an encoding was guessed, and lets the user choose another.

    Signals: failed(UnspinError): the file could not be read.
    """

    failed = Signal(object)

    def __init__(self, services: Services, feedback: Feedback) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._work = services.workspace
        self.dialog: EncodingDialog | None = None
        self._work.opened.connect(self._on_opened)

    @Slot()
    def ask(self) -> None:
        """Reread the source in an encoding that the user chooses; decisions are kept."""
        file = self._work.text_file
        if self._work.opened_from and file:
            self.choose(self._work.opened_from, file.encoding)
        else:
            self._feedback.tell(self.tr("Only a plain text file can be read in another encoding"))

    def choose(self, path: Path, present: str) -> None:
        """Show the file in different encodings."""
        from unspin_gui.application.opening import bytes_of  # noqa: PLC0415 - not needed to start

        self._services.tasks.start(
            lambda: bytes_of(path),
            lambda data: self._show(path, data, present),
            self.failed.emit,
        )

    def _show(self, path: Path, data: bytes, present: str) -> None:
        from unspin_gui.ui.files.encoding_dialog import EncodingDialog  # noqa: PLC0415 - not needed to start

        def read(choice: "EncodingChoice") -> None:
            self._feedback.messages.dismiss(_KEY)
            if path == self._work.opened_from:
                self._work.reload(choice.encoding, replace=choice.replace)
            else:
                self._work.open(path, choice.encoding, replace=choice.replace)

        self.dialog = EncodingDialog(path.name, data, present, self._feedback.over)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.chosen.connect(read)
        self.dialog.open()

    @Slot()
    def _on_opened(self) -> None:
        """Report a guessed encoding that nobody has confirmed yet."""
        self._feedback.messages.dismiss(_KEY)
        work, file = self._work, self._work.text_file
        chosen = work.opened_from is None or work.wish_for(work.opened_from).encoding is not None
        names_it = work.file is not None and work.file.kind in {"html", "xml"}
        from unspin_gui.store.files import encodings  # noqa: PLC0415 - not needed to start

        if file is None or not encodings.is_guess(file.encoding):
            return
        if chosen or names_it or work.earlier.recalled:
            return
        text = self.tr("The file does not say its encoding; it is read as {0}.")
        change = Choice(self.tr("Change…"), self.ask)
        self._feedback.messages.info(text.format(encodings.label(file.encoding)), change, key=_KEY)
