"""The widgets of Accept All in all files, laid out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.ui.batch.batch_model import COUNT, FIX, ORIGIN, PHRASE, SCORE
from unspin_gui.ui.batch.batch_places import PlaceList
from unspin_gui.ui.batch.batch_table import BatchTable
from unspin_gui.ui.queue.accept_model import FILE, FilesBatchModel
from unspin_gui.ui.widgets.labels import plain_label, resize_on_screen

_THRESHOLD = 90


class AcceptView(QDialog):
    """The table of phrases, the sentences of the selected one, ticks and buttons."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("acceptInFiles")
        self.setWindowTitle(self.tr("Accept all in all files"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = FilesBatchModel(self)
        self.table = BatchTable()
        self.sentences = PlaceList()
        self.told = plain_label("")
        self.told.setObjectName("acceptTold")
        self.threshold = QSpinBox()
        self.threshold.setObjectName("acceptThreshold")
        self.remember = QCheckBox(self.tr("&Remember in glossary"))
        self._build()
        resize_on_screen(self, 940, 640)

    def _build(self) -> None:
        self._build_table()
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
        column.addLayout(self._tick_row())
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentences)
        column.addLayout(foot)

    def _tick_row(self) -> QHBoxLayout:
        self.all = QPushButton(self.tr("Tick &all"))
        self.none = QPushButton(self.tr("Tick &none"))
        label = QLabel(self.tr("Tick my glossary, and scores &from"))
        label.setBuddy(self.threshold)
        self.threshold.setRange(50, 100)
        self.threshold.setValue(_THRESHOLD)
        self.threshold.setSuffix(self.tr(" %"))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.threshold)
        row.addStretch(1)
        for button in (self.all, self.none):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _build_table(self) -> None:
        table, metrics = self.table, self.fontMetrics()
        table.setObjectName("acceptTable")
        table.setAccessibleName(self.tr("Phrases of all files and their fixes"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(metrics.height() + 11)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column in (PHRASE, FIX, FILE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, sample in {COUNT: "00 of 00", SCORE: "100 %..", ORIGIN: "my glossary"}.items():
            header.resizeSection(column, metrics.horizontalAdvance(sample) + 14)

    def sizeHint(self) -> QSize:
        """Room for a dozen phrases (called by Qt)."""
        return QSize(940, 640)
