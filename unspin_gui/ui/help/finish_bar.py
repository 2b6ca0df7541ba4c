"""The summary once little or nothing is left to review. Not modal, and it can be switched off."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.session.ignored_in_row import ALL, USUAL, weak_rest
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
    """Says what was done, with a button to save it; or what is left, with buttons to ignore it.

    `is_put_away` is set once the user closes the latter, until the owner resets it.

    Signals:
        save_requested(): the corrected text should be saved.
        ignore_requested(int): the open places scoring below this percentage should be ignored.
        silenced(): the summary should not be shown again.
    """

    save_requested = Signal()
    ignore_requested = Signal(int)
    silenced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "done", parent)
        self.setObjectName("finishBar")
        self.is_put_away = False
        self.again = QCheckBox(self.tr("Do not show again"))
        self.again.setObjectName("finishSilence")
        self.again.toggled.connect(self._on_toggled)
        self.save = button(self.tr("Save"), self._on_save)
        self.save.setObjectName("finishSave")
        self.weak = button(self.tr("Ignore the rest"), partial(self.ignore_requested.emit, USUAL))
        self.weak.setObjectName("finishIgnoreWeak")
        self.all = button(self.tr("Ignore all"), partial(self.ignore_requested.emit, ALL))
        self.all.setObjectName("finishIgnoreAll")
        self.close_button = cross("finishClose", self.tr("Close the summary"))
        self.close_button.clicked.connect(self._on_closed)
        for widget in (self.weak, self.all, self.again, self.save, self.close_button):
            self.row.addWidget(widget)
        self.hide()

    def show_summary(self, summary: ReviewSummary) -> None:
        """Say that nothing is left, and what was done."""
        total = summary.accepted + summary.edited + summary.kept
        sentences = (
            self.tr("All done: %Ln places resolved.", "", total),
            self.tr("{0} accepted, {1} edited, {2} kept.").format(*map(number, summary[:3])),
            self.tr("The glossary learnt %Ln pairs.", "", summary.learnt),
        )
        self._tell(" ".join(sentences), is_done=True)

    def show_rest(self, suspects: Sequence[Suspect]) -> None:
        """Say how many weak marks are among those left, and offer to ignore them."""
        below = len(weak_rest(suspects, USUAL).suspects)
        text = self.tr(
            "%Ln places are left ({0} below {1} %), less certain than those you have seen.",
            "",
            len(suspects),
        )
        text = text.format(number(below), USUAL)
        self.weak.setText(self.tr("Ignore the %Ln below {0} %", "", below).format(USUAL))
        self.weak.setVisible(0 < below < len(suspects))
        self.all.setText(self.tr("Ignore all %Ln remaining", "", len(suspects)))
        self._tell(text, is_done=False)

    def _tell(self, text: str, *, is_done: bool) -> None:
        is_new = self.isHidden() or self.save.isVisibleTo(self) != is_done
        self.set_text(text)
        self.save.setVisible(is_done)
        self.all.setVisible(not is_done)
        if is_done:
            self.weak.hide()
        self.show()
        if is_new:
            announce(self, text)

    @Slot()
    def on_saved(self) -> None:
        """Hide the offer to save once the text has been saved elsewhere."""
        if self.save.isVisibleTo(self):
            self.hide()

    @Slot()
    def _on_closed(self) -> None:
        self.is_put_away = not self.save.isVisibleTo(self)
        self.hide()

    @Slot()
    def _on_save(self) -> None:
        self.hide()
        self.save_requested.emit()

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001
        if on:
            self.hide()
            self.silenced.emit()
