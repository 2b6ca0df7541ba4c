"""Accept all…: review the best fixes for all suspects and accept them as one undo step."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.sentence_preview import in_sentence
from unspin_gui.core.document.document import Decision
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.batch.batch_model import (
    FIX,
    BatchModel,
    BatchRow,
    batch_rows,
)
from unspin_gui.ui.batch.batch_places import MOST_PLACES, PlaceList
from unspin_gui.ui.batch.batch_table import BatchTable
from unspin_gui.ui.batch.tick_row import TickRow
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.labels import plain_label
from unspin_gui.ui.widgets.row_selection import select_row

_PLACES = 4
"""Lines for the places of a phrase; the phrases get the rest of the room."""


class BatchDialog(QDialog):
    """Shows every open phrase with its fix; only ticked ones are replaced.

    Decided places are no longer suspects, so none of them can be affected. Use `open()`.

    Signals:
        replaced(int): how many places were replaced.
    """

    replaced = Signal(int)

    def __init__(self, session: Session, review: ReviewLoop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchDialog")
        self.setWindowTitle(self.tr("Accept all"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = session
        self.review = review
        self.model = BatchModel(self._rows(), self)
        self.table = BatchTable(self.model, "batchTable", self.tr("Phrases and their fixes"))
        self.ticks = TickRow(self.model, "batchThreshold")
        self.places = PlaceList()
        self.remember = QCheckBox(self.tr("Remember in &glossary"))
        self.remember.setChecked(review.remember)
        self.told = plain_label("")
        self.coming = plain_label("")
        self.coming.setObjectName("batchComing")
        self._build()
        self._connect()
        self.ticks.tick()
        self._on_reading()
        if self.model.rows:
            select_row(self.table, 0)
        else:
            self._on_row()
        self.table.setFocus()

    def _rows(self) -> list[BatchRow]:
        session = self.session
        suspects = [suspect for suspect in session.suspects if self.review.filter(suspect)]
        glossaries = session.knowledge.glossaries if session.knowledge else ()
        return batch_rows(suspects, {glossary.name for glossary in glossaries if glossary.mine})

    # ---- building -----------------------------------------------------------------------

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._places_box())
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setSizes([1000, _PLACES * (self.fontMetrics().height() + 11)])
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.replace = self.buttons.addButton("", role)
        self.replace.setObjectName("batchReplace")
        foot = QHBoxLayout()
        foot.addWidget(self.remember)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.ticks)
        column.addWidget(self.coming)
        column.addWidget(split, 1)
        column.addLayout(foot)
        self.replace.setDefault(True)

    def _places_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.told)
        column.addWidget(self.places, 1)
        return box

    def _connect(self) -> None:
        self.model.ticks_changed.connect(self._on_ticks)
        self.model.places_changed.connect(self._on_row)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.places.left_out.connect(self._on_left_out)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.session.suspects_found.connect(self._on_found)
        self.session.state_changed.connect(self._on_reading)
        self.table.itemDelegateForColumn(FIX).closeEditor.connect(self._on_found)

    def sizeHint(self) -> QSize:
        """Room for a dozen phrases (called by Qt)."""
        return QSize(820, 600)

    def showEvent(self, event: QShowEvent) -> None:
        """Use the full width for the sentences (called by Qt)."""
        super().showEvent(event)
        self._on_row()

    # ---- following ----------------------------------------------------------------------

    @Slot()
    def _on_found(self) -> None:
        """Add what has been found since, without disturbing a fix being edited."""
        rows = self._rows()
        places = [row.suspects for row in rows]
        if self.table.is_editing or places == [row.suspects for row in self.model.rows]:
            return
        number = self.table.currentIndex().row()
        current = self.model.rows[number].phrase if number >= 0 else ""
        self.model.take(rows)
        self.ticks.tick()
        phrases = [row.phrase for row in rows]
        select_row(self.table, phrases.index(current) if current in phrases else 0)

    @property
    def _left(self) -> int:
        """How many paragraphs have not been analysed yet."""
        opinions = self.session.opinions
        share = self.session.reading.share if opinions else 0.0
        return round((1 - share) * len(opinions.passages))

    @Slot()
    def _on_reading(self) -> None:
        """Say how much remains to be analysed."""
        left = self._left
        self.coming.setVisible(self.session.analysing and left > 0)
        self.coming.setText(
            self.tr("%Ln paragraphs are still being read; there may be more.", "", left)
        )
        if not self.model.rows:
            self._on_row()

    @Slot()
    def _on_ticks(self) -> None:
        count, phrases = len(self.model.taken), self.model.phrases
        inside = self.tr("%Ln phrases", "", phrases)
        text = self.tr("&Replace {0} in {1}").format(number(count), inside)
        self.replace.setText(text if count else self.tr("&Replace"))
        self.replace.setEnabled(bool(count))

    @Slot()
    def _on_row(self) -> None:
        """Show the places of the selected phrase as they would read."""
        number = self.table.currentIndex().row()
        if not 0 <= number < len(self.model.rows):
            self.places.show_places((), set())
            reading = self.session.analysing and self._left
            nothing = self.tr("Nothing is left to replace.")
            self.told.setText(self.tr("Nothing has been found so far.") if reading else nothing)
            return
        row, source = self.model.rows[number], self.session.source
        room = max(60, self.places.width() // max(1, self.fontMetrics().averageCharWidth()) - 6)
        sentences = []
        for suspect in row.suspects[:MOST_PLACES]:
            text = row.wording(suspect, source) if row.fix else suspect.phrase
            decision = self.session.fix(suspect, text, remember=False)
            sentences.append(in_sentence(self.session.document, decision, room))
        self.places.show_places(sentences, row.left_out)
        self.told.setText(self._told(row.phrase, len(row.suspects)))

    def _told(self, phrase: str, places: int) -> str:
        if places > MOST_PLACES:
            text = self.tr("“{0}”: the first {1} of %Ln places as they will read", "", places)
            return text.format(phrase, number(MOST_PLACES))
        return self.tr("“{0}” as it will read; untick a place to leave it as it is").format(phrase)

    @Slot(object)
    def _on_left_out(self, places: set[int]) -> None:
        number = self.table.currentIndex().row()
        if 0 <= number < len(self.model.rows):
            self.model.leave_out(number, places)

    # ---- taking -------------------------------------------------------------------------

    def decisions(self) -> list[Decision]:
        """The decisions for everything ticked and still open."""
        source, remember = self.session.source, self.remember.isChecked()
        still = {suspect.span for suspect in self.session.suspects}
        wishes = (
            (suspect, row.wording(suspect, source))
            for row, suspect in self.model.taken
            if suspect.span in still and source[slice(*suspect.span)] == suspect.phrase
        )
        return self.session.fixes(wishes, remember=remember)

    def accept(self) -> None:
        """Replace everything ticked, as one undo step, and close (called by the button)."""
        decisions, phrases = self.decisions(), self.model.phrases
        if decisions:
            inside = self.tr("%Ln phrases", "", phrases)
            self.session.decide(decisions, self.tr("accept fixes of {0}").format(inside))
            self.replaced.emit(len(decisions))
            self.review.tell_act(self.tr("%Ln replaced", "", len(decisions)))
        super().accept()
