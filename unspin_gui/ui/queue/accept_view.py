"""The widgets of Accept All in all files, laid out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.ui.batch.batch_model import FIX, PHRASE
from unspin_gui.ui.batch.batch_places import PlaceList
from unspin_gui.ui.batch.batch_table import BatchTable
from unspin_gui.ui.batch.tick_row import TickRow
from unspin_gui.ui.queue.accept_model import FILE, FilesBatchModel
from unspin_gui.ui.widgets.labels import plain_label, resize_on_screen


class AcceptView(QDialog):
    """The table of phrases, the sentences of the selected one, ticks and buttons."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("acceptInFiles")
        self.setWindowTitle(self.tr("Accept all in all files"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = FilesBatchModel(self)
        label = self.tr("Phrases of all files and their fixes")
        self.table = BatchTable(self.model, "acceptTable", label, (PHRASE, FIX, FILE))
        self.ticks = TickRow(self.model, "acceptThreshold")
        self.sentences = PlaceList()
        self.told = plain_label("")
        self.told.setObjectName("acceptTold")
        self.remember = QCheckBox(self.tr("&Remember in glossary"))
        self._build()
        resize_on_screen(self, 940, 640)

    def _build(self) -> None:
        self.sentences.setObjectName("acceptPlaces")
        self.sentences.setFixedHeight(4 * (self.fontMetrics().height() + 11))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.replace = self.buttons.addButton(self.tr("&Replace"), role)
        self.replace.setObjectName("acceptReplace")
        self.replace.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.remember)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.ticks)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentences)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Room for a dozen phrases (called by Qt)."""
        return QSize(940, 640)
