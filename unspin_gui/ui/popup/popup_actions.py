"""The actions of the suggestion popup, in words that say how far each reaches."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from unspin_gui.ui.popup.popup_keys import Act
from unspin_gui.ui.popup.popup_parts import ActionButton
from unspin_gui.ui.widgets.theme import Theme


class PopupActions(QWidget):
    """All actions are always there, with or without suggestions.

    Signals:
        chosen(str): the name of an action (popup_keys.Act, or "entry").
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, ActionButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for place, (name, text, key) in enumerate(self._texts()):
            row = ActionButton(theme, text, key)
            row.setObjectName(f"popup_{name}")
            row.clicked.connect(self._on_clicked)
            self.rows[name] = row
            grid.addWidget(row, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _texts(self) -> tuple[tuple[Act | str, str, str], ...]:
        return (
            ("identical", self.tr("Accept all identical"), self.tr("Shift+Enter")),
            ("restore", self.tr("Restore original"), "R"),
            ("here", self.tr("Ignore here"), "I"),
            ("document", self.tr("Ignore in this document"), "D"),
            ("never", self.tr("Never flag (glossary)"), "N"),
            ("entry", self.tr("Edit glossary entry…"), ""),
            ("cite", self.tr("Copy for a comment"), "C"),
        )

    def wanted_width(self) -> int:
        """Wide enough for two columns of words with their keys."""
        return 2 * max(row.sizeHint().width() for row in self.rows.values())

    def name_for(self, identical: int, *, decided: bool) -> None:
        """Adapt the words to a place: the number of identical places, and whether it is decided."""
        row = self.rows["identical"]
        several = self.tr("Accept all %Ln identical", "", identical)
        row.rename(several if identical > 1 else self.tr("Accept all identical"))
        row.setEnabled(identical > 1)
        self.rows["restore"].setEnabled(decided)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.objectName().removeprefix("popup_"))


class Rule(QWidget):
    """A thin line between parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line (called by Qt)."""
        QPainter(self).fillRect(event.rect(), self._theme.colour("line"))
