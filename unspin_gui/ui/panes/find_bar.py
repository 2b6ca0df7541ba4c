"""The bar for finding and replacing: fields, options and the result in words."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from unspin_gui.ui.panes.search import Hits, Query
from unspin_gui.ui.widgets.labels import button, claims_escape, plain_label


class FindBar(QFrame):
    """What to search for and how; a Finder does the work.

    Signals:
        query_changed(): the search has changed.
        next_wanted(), previous_wanted(), replace_wanted(), replace_all_wanted(), close_wanted().
    """

    query_changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find and replace"))
        self.needle = self._field(self.tr("Find"), "findText")
        self.new = self._field(self.tr("Replace with"), "replaceText")
        self.case = self._switch("Aa", self.tr("Match case (Alt+C)"), "findCase", "Alt+C")
        self.word = self._switch("“ab”", self.tr("Whole words only (Alt+W)"), "findWord", "Alt+W")
        self.pattern = self._switch(
            ".*", self.tr("Regular expression (Alt+X)"), "findPattern", "Alt+X"
        )
        self.count = self._count_label()
        self._lay_out()
        self.needle.textChanged.connect(self.query_changed)
        for switch in (self.case, self.word, self.pattern):
            switch.toggled.connect(self.query_changed)
        self.hide()

    @property
    def query(self) -> Query:
        """The search that the fields describe."""
        return Query(
            self.needle.text(),
            case=self.case.isChecked(),
            word=self.word.isChecked(),
            pattern=self.pattern.isChecked(),
        )

    def open_with(self, text: str, *, replace: bool) -> None:
        """Show the bar and search for `text`, if any; `replace` shows the second row."""
        for widget in self._replace_row:
            widget.setVisible(replace)
        self.show()
        if text:
            self.needle.setText(text)
        self.needle.setFocus()
        self.needle.selectAll()

    def show_hits(self, hits: Hits, current: int) -> None:
        """Say how many matches there are and which one is current."""
        self.count.setText(self._count_text(hits, current))
        for widget in (*self._arrows, self.replace_button, self.replace_all_button):
            widget.setEnabled(bool(hits.spans))

    def _count_text(self, hits: Hits, current: int) -> str:
        if hits.error:
            return self.tr("Not a valid pattern: {0}").format(hits.error)
        if not self.needle.text():
            return ""
        if not hits.spans:
            return self.tr("The pattern takes too long") if hits.cut else self.tr("Not found")
        more = "+" if hits.cut else ""
        return f"{current + 1}/{len(hits.spans)}{more}"

    def _field(self, name: str, object_name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(object_name)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(220)
        return field

    def _switch(self, text: str, tip: str, name: str, key: str) -> QToolButton:
        switch = QToolButton()
        switch.setObjectName(name)
        switch.setText(text)
        switch.setToolTip(tip)
        switch.setAccessibleName(tip)
        switch.setCheckable(True)
        switch.setAutoRaise(True)
        switch.setShortcut(key)
        switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return switch

    def _count_label(self) -> QLabel:
        label = plain_label("")
        label.setWordWrap(False)
        label.setObjectName("findCount")
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance("20000 / 20000+ "))
        return label

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setHorizontalSpacing(6)
        previous = self._arrow("↑", self.tr("Previous (Shift+F3)"), self.previous_wanted)
        following = self._arrow("↓", self.tr("Next (F3)"), self.next_wanted)
        self.replace_button = button(self.tr("&Replace"), self.replace_wanted.emit)
        self.replace_all_button = button(self.tr("Replace &All"), self.replace_all_wanted.emit)
        self.replace_button.setObjectName("replaceOne")
        self.replace_all_button.setObjectName("replaceAll")
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.case, self.word, self.pattern, previous, following):
            row.addWidget(widget)
        row.addWidget(self.count)
        row.addStretch(1)
        close = self._arrow("×", self.tr("Close (Esc)"), self.close_wanted)
        row.addWidget(close)
        below = QHBoxLayout()
        below.addWidget(self.replace_button)
        below.addWidget(self.replace_all_button)
        below.addStretch(1)
        grid.addWidget(self.needle, 0, 0)
        grid.addLayout(row, 0, 1)
        grid.addWidget(self.new, 1, 0)
        grid.addLayout(below, 1, 1)
        grid.setColumnStretch(1, 1)
        self._arrows = (previous, following)
        self._replace_row = (self.new, self.replace_button, self.replace_all_button)
        switches = (self.case, self.word, self.pattern)
        order = (self.needle, *self._replace_row, *switches, *self._arrows, close)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _arrow(self, text: str, tip: str, wanted: SignalInstance) -> QToolButton:
        arrow = QToolButton()
        arrow.setText(text)
        arrow.setToolTip(tip)
        arrow.setAccessibleName(tip)
        arrow.setAutoRaise(True)
        arrow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        arrow.clicked.connect(wanted)
        return arrow

    def event(self, event: QEvent) -> bool:
        """Esc closes it (called by Qt)."""
        return claims_escape(event) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line above (called by Qt)."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Return finds the next match, Shift+Return the previous (called by Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _on_return(self, *, back: bool) -> None:
        focus: QObject | None = self.focusWidget()
        if isinstance(focus, QPushButton | QToolButton):
            focus.click()
        elif focus is self.new:
            self.replace_wanted.emit()
        else:
            (self.previous_wanted if back else self.next_wanted).emit()
