"""The row above a table of fixes that ticks them: those likely right, all or none."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from unspin_gui.ui.batch.batch_model import BatchModel
from unspin_gui.ui.widgets.labels import PushButton

_THRESHOLD = 50
"""Fixes that are more likely right than wrong: accepting these improves a text, as measured by
`tools/fit_first_fix.py`; genuine words are hardly ever among them.
"""


class TickRow(QWidget):
    """Ticks the rows of `model`; `name` is the objectName of the field with the probability."""

    def __init__(self, model: BatchModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.threshold = QSpinBox()
        self.threshold.setObjectName(name)
        self.threshold.setRange(10, 100)
        self.threshold.setValue(_THRESHOLD)
        self.threshold.setSuffix(self.tr(" %"))
        self.all = PushButton(self.tr("Tick &all"))
        self.none = PushButton(self.tr("Tick &none"))
        label = QLabel(self.tr("Tick my glossary, and fixes right at &least at"))
        label.setBuddy(self.threshold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.threshold)
        row.addStretch(1)
        for button in (self.all, self.none):
            row.addWidget(button)
        self.threshold.valueChanged.connect(self.tick)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)

    @Slot()
    def tick(self) -> None:
        """Tick fixes from the user's glossary, and those likely enough to be right."""
        self._model.tick_from(self.threshold.value() / 100)

    @Slot()
    def _on_all(self) -> None:
        self._model.tick_all(ticked=True)

    @Slot()
    def _on_none(self) -> None:
        self._model.tick_all(ticked=False)
