"""The choice of a file's encoding: a list, with a preview of the text in the selected one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import encodings
from unspin_gui.ui.base.wording import in_words
from unspin_gui.ui.panes.positions import shown
from unspin_gui.ui.widgets.labels import heading, plain_label, resize_on_screen

_MOST_BYTES = 4_000_000
_MOST_LINES = 200
_WIDEST = 400
_CODEC = Qt.ItemDataRole.UserRole


class EncodingChoice(NamedTuple):
    """An encoding; with `replace` invalid bytes become replacement characters."""

    encoding: str
    replace: bool = False


class EncodingDialog(QDialog):
    """Shows a file in the selected encoding, lines with non-ASCII characters first.

    Signals: chosen(EncodingChoice).
    """

    chosen = Signal(object)

    def __init__(self, name: str, data: bytes, present: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("encodingDialog")
        self.setWindowTitle(self.tr("Encoding"))
        self._data = data[:_MOST_BYTES]
        self._damaged = 0
        self.list = QListWidget()
        self.list.setObjectName("encodingList")
        self.list.setAccessibleName(self.tr("Encodings"))
        self.list.setMaximumWidth(280)
        self.preview = QPlainTextEdit()
        self.preview.setObjectName("encodingPreview")
        self.preview.setAccessibleName(self.tr("The text in this encoding"))
        self.preview.setReadOnly(True)
        self.note = plain_label("")
        self.note.setObjectName("encodingNote")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("How should “{0}” be read?").format(name), 1.2))
        column.addLayout(row, 1)
        column.addWidget(self.note)
        column.addWidget(self._buttons())
        resize_on_screen(self, 860, 520)
        self._fill(present)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.take = box.addButton(self.tr("&Use This Encoding"), role.AcceptRole)
        self.take.setObjectName("takeButton")
        box.addButton(self.tr("&Cancel"), role.RejectRole).setObjectName("cancelButton")
        box.accepted.connect(self._on_accepted)
        box.rejected.connect(self.reject)
        return box

    def _fill(self, present: str) -> None:
        names = dict(encodings.ENCODINGS)
        if present not in names:
            names = {present: encodings.label(present), **names}
        for codec, label in names.items():
            item = QListWidgetItem(label)
            item.setData(_CODEC, codec)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_accepted)
        self.list.setCurrentRow(list(names).index(present))
        self.list.setFocus()

    @property
    def encoding(self) -> str:
        """The selected codec."""
        item = self.list.currentItem()
        return str(item.data(_CODEC)) if item else "utf-8"

    @Slot()
    def _on_chosen(self) -> None:
        """Preview the text in the selected encoding."""
        try:
            read = encodings.decode("", self._data, self.encoding, replace=True)
        except StoreError as error:
            self.preview.setPlainText(in_words(error.reason))
            self.take.setEnabled(False)
            return
        self.take.setEnabled(True)
        self._damaged = read.damaged
        self.preview.setPlainText(shown("\n".join(_telling_lines(read.text))))
        self.note.setText(self._note())
        anyway = self.tr("&Read Anyway")
        self.take.setText(anyway if self._damaged else self.tr("&Use This Encoding"))

    def _note(self) -> str:
        if not self._damaged:
            return self.tr("Every byte is text in this encoding.")
        return self.tr(
            "%Ln places are not text in this encoding. They are shown as “\ufffd”, "
            "and are saved that way where you change the text.",
            "",
            self._damaged,
        )

    @Slot()
    def _on_accepted(self) -> None:
        if self.take.isEnabled():
            self.accept()
            self.chosen.emit(EncodingChoice(self.encoding, bool(self._damaged)))


def _telling_lines(text: str) -> list[str]:
    """Return the first lines with their numbers, starting with those that distinguish encodings."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    telling = list(_numbered(one for one in lines if not one[1].isascii()))
    plain = list(_numbered(one for one in lines if one[1].isascii()))
    return (telling[:_MOST_LINES] + plain)[:_MOST_LINES]


def _numbered(lines: Iterable[tuple[int, str]]) -> Iterator[str]:
    for number, line in lines:
        text = line.rstrip("\r")
        first = next((k for k, sign in enumerate(text) if not sign.isascii()), 0)
        start = max(0, first - _WIDEST // 2)
        yield f"{number}: {text[start : start + _WIDEST]}"
