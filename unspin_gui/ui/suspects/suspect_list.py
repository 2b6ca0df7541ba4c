"""The list of suspects: open, done and ignored, grouped by phrase."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from unspin_gui.application.suspect_rows import OpenRows, SuspectRow, done_rows, ignored_rows
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.session.places_in_words import place_in_words
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.suspects.progress import Progress
from unspin_gui.ui.suspects.rest_menu import RestMenu
from unspin_gui.ui.suspects.row_acts import SuspectActs
from unspin_gui.ui.suspects.suspect_list_view import SuspectListView
from unspin_gui.ui.suspects.suspects_model import FIX, PHRASE, PLACE, SCORE, STATE, SuspectModel
from unspin_gui.ui.suspects.suspects_table import WIDEST_SCORE
from unspin_gui.ui.widgets.row_selection import select_row
from unspin_gui.ui.widgets.theme import Theme

_NARROW, _WIDE = 380, 440


class SuspectList(SuspectListView):
    """Follows the session with a short delay, so that many changes cost one update."""

    def __init__(
        self,
        session: Session,
        review: ReviewLoop,
        theme: Theme,
        progress: Progress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(SuspectModel(theme), RestMenu(review), parent)
        self.model.setParent(self)
        self.session = session
        self.progress = progress
        self.review = review
        self.acts = SuspectActs(session, review)
        self._open_rows = OpenRows()
        self._opened: Span | None = None
        self._later = QTimer(self, singleShot=True, interval=80)
        self._later.timeout.connect(self.refresh)
        self._connect(theme)
        self._on_filter()
        self._on_counted()
        self.refresh()

    def _connect(self, theme: Theme) -> None:
        self.session.document_changed.connect(self._on_changed)
        self.session.suspects_found.connect(self._on_changed)
        self.session.current_changed.connect(self._on_current)
        self.progress.counted.connect(self._on_counted)
        theme.changed.connect(self._on_changed)
        self.tabs.currentChanged.connect(self._on_tab)
        self.bar.changed.connect(self._on_filter)
        self.table.clicked.connect(self._on_clicked)
        self.table.doubleClicked.connect(self._on_double_click)
        self.table.entered.connect(self._on_entered)
        self.table.picked.connect(self._on_picked)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.first.clicked.connect(self._on_first)
        self.second.clicked.connect(self._on_second)

    # ---- what is shown ------------------------------------------------------------------

    @property
    def selected(self) -> list[SuspectRow]:
        """The selected rows, from the top."""
        selection = self.table.selectionModel().selection()
        ranges = [selection.at(k) for k in range(selection.count())]
        numbers = {n for part in ranges for n in range(part.top(), part.bottom() + 1)}
        return [self.model.rows[number] for number in sorted(numbers)]

    @Slot()
    def refresh(self) -> None:
        """Show the current state."""
        self._later.stop()
        if self.model.document.source is not self.session.source:
            self._show_columns()  # another text may have pages
        self.model.document = self.session.document
        self.model.show_rows(self._rows())
        if self.table.set_most(number(max((row.times for row in self.model.rows), default=0))):
            self._show_columns()
        self._on_current()  # its row may have appeared just now, as when an act is undone
        self._tell()

    @Slot()
    def _on_counted(self) -> None:
        names = (self.tr("Open"), self.tr("Done"), self.tr("Ignored"))
        for tab, (name, count) in enumerate(zip(names, self.progress.counts, strict=True)):
            self.tabs.setTabText(tab, f"{name}  {number(count)}")
        if self._later.isActive() and not self.session.analysing:
            self.refresh()

    def _rows(self) -> Sequence[SuspectRow]:
        document = self.session.document
        if self.tab == "open":
            return self._open_rows.rows(self.session.suspects)
        if self.tab == "done":
            return done_rows(document)
        return ignored_rows(document, self.session.ignored)

    def _tell(self) -> None:
        """Label the buttons with what they do, and say how much is shown."""
        rows = self.model.rows
        places = sum(row.times for row in rows)
        parts = (
            self.tr("%Ln places", "", places),
            self.tr("%Ln phrases", "", len(rows)),
        )
        nothing = "" if self.progress.is_growing else self.tr("Nothing here")
        self.summary.setText(", ".join(parts) if rows else nothing)
        selected = self.selected
        first, second = self.acts.names(self.tab, selected)
        for button, name in ((self.first, first), (self.second, second)):
            button.setVisible(bool(name))
            button.setText(name)
            button.setEnabled(bool(selected))
        self.first.setEnabled(self.acts.can_first(self.tab, selected))
        self.rest.setVisible(self.tab == "open" and bool(self.model.rows))
        numbered = enumerate(self.acts.choices(selected), 1)
        self.choices.setText("   ".join(f"{number} {text}" for number, text in numbered))

    # ---- following ----------------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        # Each change postpones it, so that typing never waits for it.
        if self.isVisible():
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up (called by Qt)."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show states as icons alone if there is little room (called by Qt)."""
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        """Always tell the scope of ignored rows; other states only if there is room for words."""
        document, width = self.session.document, self.width()
        place = place_in_words(document.place_at(len(document.source)))
        samples = dict[int, str]()
        if self.tab == "ignored":
            samples[STATE] = self.tr("in this document")
        if document.places:
            samples[PLACE] = place
        if self.tab == "open":
            samples[SCORE] = WIDEST_SCORE
        if self.tab != "ignored" and width >= _NARROW:
            samples[STATE] = self.tr("does not fit")
        if width >= _WIDE:
            samples[PLACE] = place
        self.table.show_columns(samples)

    @Slot()
    def _on_current(self) -> None:
        """Select the row of the current mark, unless several are selected in the list."""
        current = self.session.current
        is_several = self.table.hasFocus() and len(self.selected) > 1
        if current is None or is_several or not self.isVisible():
            return
        number = self.model.number_at(current)
        chosen = self.table.selectionModel()
        if number is not None and not chosen.isRowSelected(number, QModelIndex()):
            select_row(self.table, number)
            self.table.scrollTo(self.model.index(number, PHRASE))

    @Slot()
    def _on_tab(self) -> None:
        self.bar.show_tab(self.tab)
        self.table.setColumnHidden(FIX, self.tab == "ignored")
        self._show_columns()
        self.model.set_filter(self.bar.filter_of(self.tab))
        self.table.clearSelection()
        self.refresh()

    @Slot()
    def _on_filter(self) -> None:
        self.model.set_filter(self.bar.filter_of(self.tab))
        self.review.filter = self.bar.filter_of("open").lets_suspect
        self._tell()

    @Slot()
    def _on_selection(self) -> None:
        """Report the selected rows; if the list has the focus, show the place of a single one."""
        self._tell()
        if self.table.hasFocus():
            self._show_place()

    def _show_place(self) -> None:
        rows = self.selected
        if len(rows) == 1 and rows[0].spans and self.session.current not in rows[0].spans:
            self.review.reveal(rows[0].spans[0])

    # ---- acts ---------------------------------------------------------------------------

    def work(self, act: Callable[[Sequence[SuspectRow]], object]) -> None:
        """Do an action on the selected rows, then select the next row and keep the focus."""
        rows = self.selected
        if not rows:
            return
        number = next(k for k, row in enumerate(self.model.rows) if row is rows[0])
        act(rows)
        self.refresh()
        if self.tab == "open" and self.model.rows:
            select_row(self.table, min(number, len(self.model.rows) - 1))
            self._show_place()

    @Slot()
    def _on_entered(self) -> None:
        if self.tab == "open":
            self.work(self.acts.accept)
        else:
            self._open(self.table.currentIndex(), by_keys=True)

    @Slot(int)
    def _on_picked(self, number: int) -> None:
        if number < len(self.acts.choices(self.selected)):
            self.work(lambda rows: self.acts.choose(rows, number))

    @Slot()
    def _on_clicked(self) -> None:
        """Show the first place of a row, unless several rows are being selected."""
        self._show_place()

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        self._open(index, by_keys=False)

    def _open(self, index: QModelIndex, *, by_keys: bool) -> None:
        """Open the popup on a place of a row."""
        row = self.model.row(index)
        if not row.spans:
            return
        self._opened = self._place_in(row)
        if self.tab == "ignored":
            self.review.reveal(self._opened)
        else:
            self.review.show_popup(self._opened, by_keys=by_keys)

    def _place_in(self, row: SuspectRow) -> Span:
        """The current place if it belongs to the row; the next one if it was opened before."""
        current = self.session.current
        if current not in row.spans:
            return row.spans[0]
        k = row.spans.index(current) + (current == self._opened)
        return row.spans[k % len(row.spans)]

    @Slot()
    def _on_first(self) -> None:
        self.work(lambda rows: self.acts.first(self.tab, rows))

    @Slot()
    def _on_second(self) -> None:
        self.work(self.acts.ignore_here)

    @Slot(QPoint)
    def _on_menu(self, point: QPoint) -> None:
        rows = self.selected
        if not rows:
            return
        menu = QMenu(self)
        menu.setObjectName("suspectMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.acts.fill_menu(menu, self.tab, rows)
        menu.popup(self.table.viewport().mapToGlobal(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del ignores here (called by Qt)."""
        if event.key() == Qt.Key.Key_Delete and self.tab == "open" and self.selected:
            self.work(self.acts.ignore_here)
        else:
            super().keyPressEvent(event)
