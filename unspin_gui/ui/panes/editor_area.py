"""The two panes side by side, each under its file's name, with the overview between them."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from unspin_gui.core.document.change import Change
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.corrected_pane import CorrectedPane
from unspin_gui.ui.panes.glance import Glance
from unspin_gui.ui.panes.line_numbers import LineNumbers
from unspin_gui.ui.panes.overview import OverviewStrip
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.reading_width import ReadingWidth
from unspin_gui.ui.panes.scroll_link import ScrollLink
from unspin_gui.ui.panes.source_pane import SourcePane
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.elided import ElidedLabel
from unspin_gui.ui.widgets.theme import Theme


class EditorArea(QWidget):
    """Source on the left, overview, corrected text on the right."""

    def __init__(
        self, session: Session, review: ReviewLoop, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.review = review
        self.source = SourcePane(session, theme)
        self.corrected = CorrectedPane(session, theme)
        self.overview = OverviewStrip(session, review, theme)
        self.source_label = _label(self.tr("File of the source"), self.source)
        self.corrected_label = _label(self.tr("File of the corrected text"), self.corrected)
        self.widths = (ReadingWidth(self.source), ReadingWidth(self.corrected))
        self.numbers = tuple(map(LineNumbers, self.panes, self.widths))
        self.link = ScrollLink(self.source, self.corrected, self)
        self.glance = Glance(session, self.panes, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self._left = self._source_and_overview()
        self._right = _column(self.corrected_label, self.corrected)
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(self._right)
        self._left.lower()  # first for screen readers too: the splitter reverses the order
        self.splitter.setSizes([1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        review.revealed.connect(self._on_revealed)
        session.document_changed.connect(self._on_document_changed)
        for pane in self.panes:
            pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
            pane.cursorPositionChanged.connect(self._on_caret_moved)

    @property
    def panes(self) -> tuple[Pane, Pane]:
        """The source pane and the corrected pane."""
        return self.source, self.corrected

    @property
    def focused(self) -> Pane:
        """The pane with the focus, otherwise the corrected one if it is shown."""
        alone = self._right.isHidden()
        return self.source if alone or self.source.hasFocus() else self.corrected

    def set_text_font(self, font: QFont) -> None:
        """Show both texts in this font."""
        for pane in self.panes:
            pane.set_text_font(font)

    def set_wrap(self, *, wrap: bool) -> None:
        """Wrap long lines at the edge of the pane, or scroll."""
        mode = QPlainTextEdit.LineWrapMode
        for pane in self.panes:
            pane.setLineWrapMode(mode.WidgetWidth if wrap else mode.NoWrap)
        for width in self.widths:
            width.fit()

    def set_reading_width(self, *, limited: bool) -> None:
        """Keep lines to a length that is easy to read, or use the full width."""
        for width in self.widths:
            width.set_limited(limited=limited)

    def set_line_numbers(self, *, shown: bool) -> None:
        """Number the paragraphs."""
        for numbers in self.numbers:
            numbers.set_shown(shown=shown)

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Set the text direction: left to right, right to left, or automatic for each paragraph."""
        for pane in self.panes:
            option = QTextOption(pane.document().defaultTextOption())
            if (
                option.textDirection() != direction
            ):  # otherwise Qt lays everything out again for nothing
                option.setTextDirection(direction)
                pane.document().setDefaultTextOption(option)

    def set_view(self, *, marks: bool, original: bool) -> None:
        """Show or hide the marks; `original` hides the corrected text."""
        for pane in self.panes:
            pane.highlighter.show_marks = marks
            pane.highlighter.repaint_all()
        self._left.setVisible(marks or original)
        self._right.setVisible(not original)
        self.link.level_again()

    def set_show_kept(self, *, shown: bool) -> None:
        """Show or hide the places that the user keeps as they are."""
        for pane in self.panes:
            pane.highlighter.show_kept = shown
            pane.highlighter.repaint_all()

    def _source_and_overview(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.source, 1)
        row.addWidget(self.overview)
        return _column(self.source_label, box)

    @Slot(object)
    def _on_revealed(self, span: Span) -> None:
        for pane in self.panes:
            pane.reveal(span)
        self.link.level()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.how == "opened":
            for pane in self.panes:
                pane.put_caret(0)
        elif change.how in ("undone", "redone") and not self._is_in_view(change):
            self.review.show_change(change)
            if change.patches:
                first = change.patches[0]
                self.corrected.put_caret(first.span.start + len(first.added))
        if _divides_otherwise(change):
            self.link.level_again()
        else:
            self.link.level()

    def _is_in_view(self, change: Change) -> bool:
        """Whether one of several changed places is on screen, so view and caret need not move."""
        if len(change.spans) < 2 or self.review.by_keys:
            return False
        return any(span.overlaps(self.session.visible) for span in change.spans)

    @Slot()
    def _on_caret_moved(self) -> None:
        for pane in self.panes:
            if pane is self.sender() and pane.holds_session_size():
                here = Span(pane.caret, pane.caret)
                self.review.follow(pane.side.to_source(here), pane.mark_on(here))

    @Slot()
    def _on_scrolled(self) -> None:
        self.session.visible = self.source.visible_source()
        self.overview.show_viewport()


def _divides_otherwise(change: Change) -> bool:
    """Whether paragraphs may correspond to other ones than before."""
    return any(
        "\n" in decision.text or "\n" in document.source[slice(*decision.span)]
        for document in (change.before, change.after)
        for span in change.spans
        for decision in document.touching(span)
    )


def _label(name: str, pane: Pane) -> ElidedLabel:
    label = ElidedLabel(name=name)
    label.setBuddy(pane)
    label.setContentsMargins(20, 7, 12, 7)
    label.setObjectName("pathLabel")
    return label


def _column(label: ElidedLabel, pane: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label)
    column.addWidget(pane, 1)
    return box
