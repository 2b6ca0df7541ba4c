"""The summary once nothing is left to review. It is not modal, and can be switched off."""

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from unspin_gui.core.document.document import Document
from unspin_gui.ui.base.counting import counted
from unspin_gui.ui.widgets.banner import Banner, cross
from unspin_gui.ui.widgets.labels import announce, button


class ReviewSummary(NamedTuple):
    """The outcome for the suspects of a text, and how many pairs the glossary learnt."""

    accepted: int
    edited: int
    kept: int
    learnt: int


def summary_of(document: Document, ignored: int, learnt: int) -> ReviewSummary:
    """Count the decisions; `ignored` places count as kept because of their phrase."""
    states = [decision.state for decision in document.decisions]
    kept = states.count("kept") + ignored
    return ReviewSummary(states.count("accepted"), states.count("edited"), kept, learnt)


class FinishBar(Banner):
    """Says what was done, with a button to save it.

    Signals:
        save_requested(): the corrected text should be saved.
        silenced(): the summary should not be shown again.
    """

    save_requested = Signal()
    silenced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "done", parent)
        self.setObjectName("finishBar")
        self.again = QCheckBox(self.tr("Do not show again"))
        self.again.setObjectName("finishSilence")
        self.again.toggled.connect(self._on_toggled)
        self.save = button(self.tr("Save"), self._on_save)
        self.save.setObjectName("finishSave")
        self.close_button = cross("finishClose", self.tr("Close the summary"))
        self.close_button.clicked.connect(self.hide)
        for widget in (self.again, self.save, self.close_button):
            self.row.addWidget(widget)
        self.hide()

    def show_summary(self, summary: ReviewSummary) -> None:
        """Say that nothing is left, and what was done."""
        total = summary.accepted + summary.edited + summary.kept
        text = counted(
            total,
            self.tr("All done: 1 place settled. "),
            self.tr("All done: {0} places settled. "),
        )
        text += self.tr("{0} accepted, {1} edited, {2} kept. ").format(*summary[:3])
        text += counted(
            summary.learnt,
            self.tr("The glossary learnt 1 pair."),
            self.tr("The glossary learnt {0} pairs."),
        )
        self.set_text(text)
        self.show()
        announce(self, text)

    @Slot()
    def _on_save(self) -> None:
        self.hide()
        self.save_requested.emit()

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001
        if on:
            self.hide()
            self.silenced.emit()
