"""Shows by an example which side of a file's pairs is the phrase, with a button to swap them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from unspin_gui.application.import_plan import ImportPlan
from unspin_gui.ui.widgets.labels import button, plain_label

_LONGEST = 60


class DirectionRow(QWidget):
    """The first pair in words, and a button that exchanges phrases and fixes.

    Signals: swapped(): the user wants the other direction.
    """

    swapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = plain_label("")
        self.told.setObjectName("importDirection")
        self.swap = button(self.tr("S&wap Direction"), self.swapped.emit)
        self.swap.setObjectName("importSwap")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.told, 1)
        row.addWidget(self.swap)
        self.show_plan(None)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Say which side of the first pair is the phrase."""
        first = plan.first[0] if plan and plan.first else None
        self.swap.setEnabled(first is not None or bool(plan and plan.preview))
        if first is None:
            self.told.setText("")
            return
        message = self.tr("“{0}” is spun and becomes “{1}”")
        self.told.setText(message.format(_shortened(first.phrase), _shortened(first.fixes[0])))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
