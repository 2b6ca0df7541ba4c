"""The bars of the list of suspects: tabs and filters."""

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from unspin_gui.application.suspect_rows import Filter

Tab = Literal["open", "done", "ignored"]
TABS: tuple[Tab, ...] = ("open", "done", "ignored")
_LEAST_FILTER = "some words"
"""What can be read of the filter at least."""


class SuspectFilterBar(QWidget):
    """Text, kind and least score; each tab remembers its own kind.

    Signals:
        changed(): the filter has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab: Tab = "open"
        self._kinds: dict[Tab, str] = dict.fromkeys(TABS, "")
        self.text = QLineEdit()
        self.text.setObjectName("suspectFilter")
        self.text.setPlaceholderText(self.tr("Filter"))
        self.text.setAccessibleName(self.tr("Filter by phrase or fix"))
        self.text.setClearButtonEnabled(True)
        self.kind = QComboBox()
        self.kind.setObjectName("suspectKind")
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.score = QSpinBox()
        self.score.setObjectName("suspectScore")
        self.score.setRange(0, 100)
        self.score.setSingleStep(5)
        self.score.setSuffix(self.tr(" %"))
        self.score.setPrefix("≥ ")
        self.score.setSpecialValueText(self.tr("Any score"))
        self.score.setAccessibleName(self.tr("Lowest score"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._arrange(is_narrow=False)
        self._pause = QTimer(self, singleShot=True, interval=120)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(self._pause.start)
        self.score.valueChanged.connect(self._pause.start)
        self.kind.activated.connect(self._on_kind)
        self.show_tab("open")

    def _arrange(self, *, is_narrow: bool) -> None:
        """Put all beside one another or, where that leaves no room to type, the field above."""
        self._is_narrow = is_narrow
        self._grid.addWidget(self.text, 0, 0, 1, 3 if is_narrow else 1)
        self._grid.addWidget(self.kind, int(is_narrow), 0 if is_narrow else 1, 1, 1 + is_narrow)
        self._grid.addWidget(self.score, int(is_narrow), 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room to type (called by Qt)."""
        super().resizeEvent(event)
        least = self.fontMetrics().horizontalAdvance(_LEAST_FILTER)
        beside = self.kind.sizeHint().width() + self.score.sizeHint().width()
        is_narrow = event.size().width() < least + beside
        if is_narrow is not self._is_narrow:
            self._arrange(is_narrow=is_narrow)

    def show_tab(self, tab: Tab) -> None:
        """Offer the kinds of a tab."""
        self._tab = tab
        self.kind.clear()
        for value, text in self._kinds_of(tab):
            self.kind.addItem(text, value)
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._kinds[tab])))
        names = {"open": self.tr("Kind"), "done": self.tr("State"), "ignored": self.tr("Scope")}
        self.kind.setAccessibleName(names[tab])
        self.score.setVisible(tab == "open")

    def _kinds_of(self, tab: Tab) -> tuple[tuple[str, str], ...]:
        if tab == "open":
            return (
                ("", self.tr("All kinds")),
                ("known", self.tr("Known")),
                ("near", self.tr("Near")),
                ("unfit", self.tr("Does not fit")),
            )
        if tab == "done":
            return (
                ("", self.tr("All states")),
                ("accepted", self.tr("Accepted")),
                ("edited", self.tr("Edited")),
            )
        return (
            ("", self.tr("All scopes")),
            ("here", self.tr("Here")),
            ("document", self.tr("In this document")),
            ("never", self.tr("Never flagged")),
        )

    def filter_of(self, tab: Tab) -> Filter:
        """The filter of a tab."""
        score = self.score.value() / 100 if tab == "open" else 0.0
        return Filter(self.text.text().strip(), self._kinds[tab], score)

    def clear(self) -> None:
        """Show everything again."""
        self._kinds = dict.fromkeys(TABS, "")
        self.text.clear()
        self.score.setValue(0)
        self.show_tab(self._tab)
        self.changed.emit()

    @Slot()
    def _on_kind(self) -> None:
        self._kinds[self._tab] = str(self.kind.currentData(Qt.ItemDataRole.UserRole) or "")
        self.changed.emit()
