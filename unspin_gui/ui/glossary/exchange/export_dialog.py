"""Exports the user's pairs for another program, and says first what its format cannot hold."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.entry_table import Layer
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store import exchange
from unspin_gui.store.exchange import FORMATS, Loss
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.base.wording import error_in_words, in_words
from unspin_gui.ui.glossary.editor.entry_acts import GlossaryOwner
from unspin_gui.ui.widgets.labels import plain_label, resize_on_screen
from unspin_gui.ui.widgets.message_bar import MessageBar
from unspin_gui.ui.widgets.rows_model import RowsModel, TableRow
from unspin_gui.ui.widgets.rows_table import RowsTable

_PAUSE = 150
"""Milliseconds without typing in the filter before the export is worked out."""
_LOW = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class _Prospect(NamedTuple):
    """What would be written, and what would be lost."""

    entries: tuple[Entry, ...]
    losses: tuple[Loss, ...]
    left_out: int


class ExportDialog(QDialog):
    """Not modal.

    Signals:
        exported(Path): the file was written.
    """

    exported = Signal(object)

    def __init__(
        self, owner: GlossaryOwner, tasks: Tasks, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export pairs"))
        self._owner, self._tasks, self._prompts = owner, tasks, prompts.over(self)
        self.prospect: _Prospect | None = None
        self._asked: object = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.look)
        self._build()
        self._connect()
        self._fill_layers()
        resize_on_screen(self, 760, 560)
        self.look()

    # ---- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self.messages = MessageBar()
        self.messages.setSizePolicy(_LOW)
        self.layer, self.format, self.filter = QComboBox(), QComboBox(), QLineEdit()
        self.layer.setObjectName("exportLayer")
        self.format.setObjectName("exportFormat")
        self.filter.setObjectName("exportFilter")
        self.filter.setPlaceholderText(self.tr("Words in the phrase, a fix, the note or a tag"))
        self.filter.setClearButtonEnabled(True)
        for one in FORMATS.values():
            self.format.addItem(f"{in_words(one.label)} ({one.suffix})", one.name)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Entries of"), self.layer)
        form.addRow(self.tr("&Only with"), self.filter)
        form.addRow(self.tr("&Format"), self.format)
        headers = (self.tr("Phrase"), self.tr("What this format cannot hold"))
        self.table = RowsTable(RowsModel(headers, self), "exportLosses", self.tr("Losses"))
        self.table.set_widths(("a phrase of four or five words", ""), stretched=(1,))
        self.told = plain_label(self.tr("Looking through the entries…"))
        self.told.setObjectName("exportTold")
        self.remark = plain_label("")
        self.remark.setObjectName("exportRemark")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.messages)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.remark)
        column.addWidget(self.table, 1)
        column.addWidget(self._foot())
        self.write.setDefault(True)

    def _foot(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.write: QPushButton = buttons.addButton(self.tr("E&xport…"), role)
        self.write.setObjectName("exportWrite")
        self.write.setEnabled(False)
        buttons.accepted.connect(self.ask_path)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.layer.currentIndexChanged.connect(self.look)
        self.format.currentIndexChanged.connect(self.look)
        self.filter.textChanged.connect(self._soon.start)
        self._owner.glossaries_changed.connect(self._on_glossaries_changed)

    def _fill_layers(self) -> None:
        """Offer the user's own glossary, then the others, then all enabled ones together."""
        chosen = self.layer.currentData()
        self.layer.clear()
        for layer in reversed(self._owner.layers()):
            count = len(layer.glossary)
            self.layer.addItem(f"{layer.name} ({number(count)})", layer.name)
        self.layer.addItem(self.tr("All glossaries that are switched on"), "")
        self.layer.setCurrentIndex(max(0, self.layer.findData(chosen)))

    # ---- looking ahead ------------------------------------------------------------------

    @Slot()
    def _on_glossaries_changed(self) -> None:
        if self.isVisible():
            self._fill_layers()

    def show_filtered(self, words: str) -> None:
        """Offer the entries with these words, as filtered in the glossary editor."""
        self._fill_layers()
        self.filter.setText(words)
        self.look()

    @Slot()
    def look(self) -> None:
        """Work out what would be written and lost, off the GUI thread."""
        name, words, form = self.layer.currentData(), self.filter.text(), self.format.currentData()
        if name is None:
            return
        layers = [one for one in self._owner.layers() if _is_wanted(one, name)]
        asked = self._asked = object()

        def done(prospect: _Prospect) -> None:
            if asked is self._asked:
                self._show(prospect)

        self._tasks.start(lambda: _prospect(layers, words, form), done, self._on_failed)

    def _show(self, prospect: _Prospect) -> None:
        self.prospect = prospect
        self.table.rows.set_rows(
            TableRow([loss.entry.phrase, "; ".join(map(in_words, loss.what))], loss)
            for loss in prospect.losses
        )
        count = len(prospect.entries) - prospect.left_out
        message = self.tr("E&xport %Ln pairs…", "", count) if count else self.tr("E&xport…")
        self.write.setText(message)
        self.write.setEnabled(bool(count))
        self.told.setText(self._words(prospect))
        self.remark.setText(in_words(FORMATS[self.format.currentData()].remark))
        self.remark.setVisible(bool(self.remark.text()))
        self.table.say_when_empty(self.tr("Nothing is lost.") if count else "")

    def _words(self, prospect: _Prospect) -> str:
        count, losses = len(prospect.entries), len(prospect.losses)
        if not count:
            return self.tr("No entry matches.")
        if not losses:
            return self.tr("The format can hold everything in these %Ln entries.", "", count)
        message = self.tr("Of {0} entries, %Ln lose something in this format.", "", losses)
        parts = [message.format(number(count))]
        if left_out := prospect.left_out:
            parts.append(self.tr("%Ln entries are left out altogether.", "", left_out))
        return " ".join(parts)

    # ---- writing ------------------------------------------------------------------------

    @Slot()
    def ask_path(self) -> None:
        """Let the user choose where to write."""
        form = FORMATS[self.format.currentData()]
        mine = next(layer for layer in self._owner.layers() if layer.writable)
        folder = mine.path.parent if mine.path else Path.home()
        filters = f"{in_words(form.label)} (*{form.suffix});;{self.tr('All files (*)')}"
        suggestion = folder / f"{self.tr('exported glossary')}{form.suffix}"
        title = self.tr("Export pairs")
        self._prompts.ask_save_path(title, suggestion, self.write_to, filters)

    def write_to(self, path: Path) -> None:
        """Write the entries to a file, off the GUI thread."""
        prospect, form = self.prospect, self.format.currentData()
        if prospect is None:
            return
        agreed = bool(path.suffix)  # the file dialog has asked about this name
        if not agreed:
            path = path.with_suffix(FORMATS[form].suffix)
        mine = next(layer.path for layer in self._owner.layers() if layer.writable)
        used = {os.path.realpath(one.path) for one in self._owner.layers() if one.path}
        if os.path.realpath(path) in used:
            reason = self.tr("this is a glossary in use; choose another name for the export")
            self._on_failed(StoreError(path, reason))
            return

        def work() -> None:
            exchange.write(path, prospect.entries, form, overwrite=agreed, source=mine)

        self._tasks.start(work, lambda _none: self._on_written(path), self._on_failed)

    def _on_written(self, path: Path) -> None:
        self.messages.clear()
        self.exported.emit(path)
        self.accept()

    def _on_failed(self, error: UnspinError) -> None:
        self.messages.error(error_in_words(error), key="export")


def _is_wanted(layer: Layer, name: str) -> bool:
    return layer.name == name if name else layer.enabled


def _prospect(layers: Sequence[Layer], words: str, form: str) -> _Prospect:
    entries = tuple(
        entry for layer in layers for entry in layer.glossary.entries if _has(entry, words)
    )
    losses = exchange.losses(entries, form)
    left_out = sum(loss.what[0].startswith("the whole entry") for loss in losses)
    return _Prospect(entries, losses, left_out)


def _has(entry: Entry, words: str) -> bool:
    """Whether each of the words occurs somewhere in an entry."""
    text = "\n".join((entry.phrase, *entry.fixes, entry.note, *entry.tags)).casefold()
    return all(word in text for word in words.casefold().split())
