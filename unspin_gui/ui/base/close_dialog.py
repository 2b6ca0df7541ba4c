"""Asks, before a text is closed, about all unsaved work at once: text and glossary."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.ui.base.unsaved import CloseAnswer, Unsaved
from unspin_gui.ui.widgets.labels import heading, plain_label


class CloseDialog(QDialog):
    """Offers to save what is ticked, discard everything, or stay.

    Signals: answered(CloseAnswer): not emitted if the user stays.
    """

    answered = Signal(object)

    def __init__(self, unsaved: Unsaved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closeDialog")
        self.setWindowTitle(self.tr("Unsaved work"))
        self._unsaved = unsaved
        self._save = QPushButton(self.tr("&Save"))
        self._text = self._tick(self.tr("Corrected text"), unsaved.text, "closeText")
        self._glossary = self._tick(self.tr("Glossary"), unsaved.glossary, "closeGlossary")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("Save before closing?"), 1.2))
        column.addWidget(plain_label(self._consequence()))
        for tick in (self._text, self._glossary):
            tick.toggled.connect(self._on_toggled)
            column.addWidget(tick)
        column.addSpacing(8)
        column.addWidget(self._buttons())
        self.setMinimumWidth(420)
        self._on_toggled()

    def _consequence(self) -> str:
        if not self._unsaved.kept:
            return self.tr("What is not ticked will be lost.")
        if not self._unsaved.glossary:
            return self.tr("Your decisions are kept in any case.")
        return self.tr(
            "Your decisions are kept in any case; what the glossary learnt only if it is ticked."
        )

    def _tick(self, what: str, name: str, object_name: str) -> QCheckBox:
        tick = QCheckBox(f"{what}: {name}".replace("&", "&&"))
        tick.setObjectName(object_name)
        tick.setChecked(bool(name))
        tick.setVisible(bool(name))
        return tick

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        box.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        discard = box.addButton(
            self.tr("&Discard All"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        stay = box.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        for made, name in ((self._save, "save"), (discard, "discard"), (stay, "cancel")):
            made.setObjectName(f"{name}Button")
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_save)
        discard.clicked.connect(self._on_discard)
        stay.clicked.connect(self.reject)
        return box

    def _on_toggled(self) -> None:
        both = self._text.isChecked() + self._glossary.isChecked()
        shown = bool(self._unsaved.text) + bool(self._unsaved.glossary)
        self._save.setEnabled(both > 0)
        self._save.setText(self.tr("&Save Both") if both == shown == 2 else self.tr("&Save"))

    def _on_save(self) -> None:
        self._answer(CloseAnswer(self._text.isChecked(), self._glossary.isChecked()))

    def _on_discard(self) -> None:
        self._answer(CloseAnswer(text=False, glossary=False))

    def _answer(self, answer: CloseAnswer) -> None:
        self.accept()
        self.answered.emit(answer)
