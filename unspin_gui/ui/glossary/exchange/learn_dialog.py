"""Learns from an original: proposes what each spun phrase replaced, for the user to select."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.learning_from_original import Offer, TextSide, compare, learning
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.clipboard import plain_text
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.base.wording import error_in_words
from unspin_gui.ui.glossary.editor.entry_acts import GlossaryOwner, own_glossary
from unspin_gui.ui.widgets.labels import button, plain_label, resize_on_screen
from unspin_gui.ui.widgets.message_bar import MessageBar
from unspin_gui.ui.widgets.row_selection import select_row
from unspin_gui.ui.widgets.rows_model import Figure, RowsModel, TableRow, text_of
from unspin_gui.ui.widgets.rows_table import RowsTable

_FIX = 1
_THRESHOLD = 70
_EXAMPLE = 400
_LOW = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class LearnDialog(QDialog):
    """Not modal.

    Signals:
        learnt(int): how many pairs were learnt.
    """

    learnt = Signal(int)

    def __init__(
        self, owner: GlossaryOwner, tasks: Tasks, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("learnDialog")
        self.setWindowTitle(self.tr("Learn from an original"))
        self._owner, self._tasks, self._prompts = owner, tasks, prompts.over(self)
        self._sides: list[TextSide | None] = [None, None]
        self._asked: object = None
        self._knowledge = Knowledge()
        headers = (self.tr("Spun phrase"), self.tr("Fix (F2 to change)"))
        figures = (self.tr("Places"), self.tr("Confidence"))
        learnt = self.tr("Learnt")
        self.model = RowsModel((*headers, *figures, learnt), self, ticks=True, editable=_FIX)
        self._build()
        self._connect()
        resize_on_screen(self, 860, 640)
        self._show_sides()
        self._show(())

    # ---- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self.messages = MessageBar()
        self.messages.setSizePolicy(_LOW)
        self.names = (plain_label(""), plain_label(""))
        self.table = RowsTable(self.model, "learnTable", self.tr("Pairs to learn"))
        samples = (
            "a phrase of four or five words",
            "",
            "Places",
            "Confidence",
            "for its context..",
        )
        self.table.set_widths(samples, stretched=(0, _FIX))
        self.table.set_sortable()
        self.told = plain_label("")
        self.told.setObjectName("learnTold")
        self.example = plain_label("", selectable=True)
        self.example.setObjectName("learnExample")
        self.example.setAccessibleName(self.tr("Context"))
        self.example.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.example.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setAccessibleName(self.tr("Comparing the texts"))
        self.busy.setTextVisible(False)
        self.busy.setMaximumHeight(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.messages)
        column.addLayout(self._side_rows())
        column.addLayout(self._tick_row())
        column.addWidget(self.busy)
        column.addWidget(self.table, 1)
        column.addWidget(self.example)
        column.addWidget(self.told)
        column.addWidget(self._foot())
        self.take.setDefault(True)

    def _side_rows(self) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        titles = (self.tr("Spun text"), self.tr("Its original"))
        texts = (
            (self.tr("&Choose File…"), self.tr("From Clip&board")),
            (self.tr("Choose &File…"), self.tr("From Clipboa&rd")),
        )
        self.choosers: list[QPushButton] = []
        for n, (title, (choose, paste)) in enumerate(zip(titles, texts, strict=True)):
            rows.addWidget(QLabel(title), n, 0)
            rows.addWidget(self.names[n], n, 1)
            for place, text, act in ((2, choose, self._ask), (3, paste, self._paste)):
                made = button(text, lambda act=act, n=n: act(n))  # type: ignore[misc]
                made.setAccessibleDescription(title)
                rows.addWidget(made, n, place)
                self.choosers.append(made)
        rows.setColumnStretch(1, 1)
        return rows

    def _tick_row(self) -> QHBoxLayout:
        self.threshold = QSpinBox()
        self.threshold.setObjectName("learnThreshold")
        self.threshold.setRange(50, 100)
        self.threshold.setValue(_THRESHOLD)
        self.threshold.setSuffix(self.tr(" %"))
        label = QLabel(self.tr("&Tick confidence from"))
        label.setBuddy(self.threshold)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.threshold)
        row.addStretch(1)
        row.addWidget(button(self.tr("Tick &all"), lambda: self._tick_all(on=True)))
        row.addWidget(button(self.tr("Tick &none"), lambda: self._tick_all(on=False)))
        return row

    def _foot(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take: QPushButton = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("learnTake")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.threshold.valueChanged.connect(self._on_threshold)
        self.model.ticks_changed.connect(self._tell)
        self.table.chosen.connect(self._on_row)

    # ---- the two texts ------------------------------------------------------------------

    def begin(self, spun: TextSide | None, knowledge: Knowledge | None = None) -> None:
        """Offer the open text as the spun one; `knowledge` decides what is worth learning."""
        self._knowledge = knowledge or Knowledge()
        self._sides = [spun, None]
        self._show_sides()
        self._compare()
        self.choosers[2 if spun else 0].setFocus()

    def set_side(self, number: int, side: TextSide) -> None:
        """Set the spun text (0) or its original (1); they are compared once both are known."""
        self._sides[number] = side
        self._show_sides()
        self._compare()

    def _ask(self, number: int) -> None:
        known = [side.path for side in self._sides if side and side.path]
        folder = known[0].parent if known else Path.home()
        title = (self.tr("Spun text"), self.tr("Its original"))[number]

        def chosen(path: Path) -> None:
            self.set_side(number, TextSide(path.name, path=path))

        self._prompts.ask_open_path(title, folder, chosen)

    def _paste(self, number: int) -> None:
        text = plain_text()
        if text.strip():
            self.set_side(number, TextSide(self.tr("Text on the clipboard"), text))
        else:
            self.messages.info(self.tr("The clipboard contains no text."), key="learn")

    def _show_sides(self) -> None:
        for label, side in zip(self.names, self._sides, strict=True):
            label.setText(side.name if side else self.tr("Not chosen yet."))

    def _compare(self) -> None:
        spun, original = self._sides
        asked = self._asked = object()
        self._show(())
        if spun is None or original is None:
            return
        mine, knowledge = own_glossary(self._owner), self._knowledge
        self.busy.show()
        self.told.setText(self.tr("Comparing the texts…"))

        def done(found: tuple[Offer, ...]) -> None:
            if asked is self._asked:
                self._show(found, compared=True)

        def failed(error: UnspinError) -> None:
            if asked is self._asked:
                self._show(())
                self.messages.error(error_in_words(error), key="learn")

        self._tasks.start(lambda: compare(spun, original, mine, knowledge), done, failed)

    # ---- the pairs ----------------------------------------------------------------------

    def _show(self, found: tuple[Offer, ...], *, compared: bool = False) -> None:
        self.busy.hide()
        self.messages.dismiss("learn")
        self.model.set_rows(self._row(one) for one in found)
        self._on_threshold()
        if found:
            select_row(self.table, 0)
        elif compared:
            self.told.setText(self.tr("Nothing new to learn from these two texts."))

    @Slot()
    def _on_threshold(self) -> None:
        least = self.threshold.value() / 100
        self.model.tick_where(lambda row: row.thing.is_sure and row.thing.confidence >= least)

    def _tick_all(self, *, on: bool) -> None:
        self.model.tick(self.model.rows, on=on)

    @Slot()
    def _tell(self) -> None:
        count, pairs = len(self.pairs), len(self.model.rows)
        self.take.setText(self.tr("&Learn %Ln pairs", "", count) if count else self.tr("&Learn"))
        self.take.setEnabled(bool(count))
        message = self.tr("{0} of %Ln pairs are ticked.", "", pairs).format(number(count))
        if not pairs:
            message = self.tr("Choose a spun text and the text it was made from.")
        self.told.setText(message)

    @Slot()
    def _on_row(self) -> None:
        """Show the sentence of the current pair."""
        row = self.table.current
        self.example.setText(row.thing.example[:_EXAMPLE] if row else "")

    @property
    def pairs(self) -> list[Offer]:
        """The ticked pairs, with the fixes as edited."""
        texts = ((row.thing, text_of(row.cells[_FIX])) for row in self.model.ticked)
        return [replace(offer, fix=fix) for offer, fix in texts if fix]

    def _row(self, one: Offer) -> TableRow:
        sure = Figure(f"{round(100 * one.confidence)} %", one.confidence)
        wider = self.tr("as “{0}”").format(one.lesson.pair.phrase)
        learnt = self.tr("everywhere") if one.is_sure else wider
        if one.lesson.form == "preference":
            learnt = self.tr("in its context")
        return TableRow([one.phrase, one.fix, Figure(str(one.count), one.count), sure, learnt], one)

    def accept(self) -> None:
        """Learn the ticked pairs as one undo step, and close (called by the button)."""
        original = self._sides[1]
        if original is None or not self.pairs:
            return
        source = self.tr("learnt from {0}").format(original.name)
        changes = learning(own_glossary(self._owner), self.pairs, source, self._knowledge)
        label = self.tr("learn %Ln pairs from {0}", "", len(self.pairs)).format(original.name)
        self._owner.edit_glossary(changes, label)
        self.learnt.emit(len(self.pairs))
        super().accept()
