"""The parts of the suggestion popup: its list, its rows of actions, its preview."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from unspin_gui.application.sentence_preview import InSentence
from unspin_gui.core.suspects import Suggestion
from unspin_gui.core.text.display_text import escaped
from unspin_gui.ui.session.provenance import source_in_words
from unspin_gui.ui.widgets.labels import scaled
from unspin_gui.ui.widgets.palettes import mixed
from unspin_gui.ui.widgets.theme import Theme

SOURCE_ROLE = Qt.ItemDataRole.UserRole + 1
CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 2
_OWN_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_PAD = 10
_NUMBER = 22
_TYPICAL = "the quick brown fox jumps over the lazy dog and runs on "

Index = QModelIndex | QPersistentModelIndex


class SuggestionList(QListWidget):
    """Up to five suggestions; all keys but the arrows go to the popup."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestionList")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setItemDelegate(SuggestionDelegate(theme, self))
        self.viewport().setAutoFillBackground(False)
        self.itemEntered.connect(self.setCurrentItem)
        self._speak = QTimer(self, singleShot=True, interval=0)
        self._speak.timeout.connect(self._on_speak)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_suggestions(self, suggestions: tuple[Suggestion, ...], chosen: str | None) -> None:
        """List these; `chosen` is the current text if the place is decided."""
        self.clear()
        for number, suggestion in enumerate(suggestions, 1):
            item = QListWidgetItem(suggestion.text)
            is_chosen = suggestion.text == chosen
            item.setData(SOURCE_ROLE, source_in_words(suggestion.source))
            item.setData(CHOSEN_ROLE, is_chosen)
            spoken = f"{number}: {escaped(suggestion.text)}, {source_in_words(suggestion.source)}"
            if is_chosen:
                spoken = self.tr("{0}, current choice").format(spoken)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip("")
            self.addItem(item)
        rows = max(1, self.count())
        self.setFixedHeight(rows * row_height(self) + 2)
        self.setCurrentRow(0 if self.count() else -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make a screen reader say the selected suggestion (called by Qt)."""
        super().focusInEvent(event)
        self._speak.start()  # after Qt has announced that the list as a whole has the focus

    @Slot()
    def _on_speak(self) -> None:
        if self.hasFocus() and self.currentRow() >= 0:
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(self.currentRow())
            QAccessible.updateAccessibility(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the arrow keys only (called by Qt)."""
        if event.key() in _OWN_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the list, or say that there are no suggestions (called by Qt)."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            rect = self.viewport().rect().adjusted(_PAD, 0, -_PAD, 0)
            text = self.tr("No suggestion. Tab: type your own wording.")
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), text)


def row_height(widget: QWidget) -> int:
    """The height of a row of the popup, in the widget's font."""
    return widget.fontMetrics().height() + 10


class SuggestionDelegate(QStyledItemDelegate):
    """Draws number, wording and origin as plain text."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows have the same height (called by Qt)."""
        return QSize(100, row_height(self._list))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one suggestion (called by Qt)."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, quiet = self._theme.colour("text"), self._theme.colour("muted")
        if state & QStyle.StateFlag.State_Selected:
            ground, text, quiet = _selected(self._theme, focus=self._list.hasFocus())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 4, 4)
        self._draw(painter, rect, index, text, quiet)
        painter.restore()

    def _draw(
        self, painter: QPainter, rect: QRect, index: Index, text: QColor, quiet: QColor
    ) -> None:
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        chosen = bool(index.data(CHOSEN_ROLE))
        font, small = self._list.font(), scaled(self._list.font(), 0.86)
        painter.setFont(small)
        painter.setPen(quiet)
        tag = str(index.data(SOURCE_ROLE) or "")
        if chosen:
            tag = self.tr("current choice")
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        right = painter.boundingRect(inner, middle | int(Qt.AlignmentFlag.AlignRight), tag)
        right.setLeft(max(right.left(), inner.left() + inner.width() * 3 // 5))
        tag = painter.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, right.width())
        painter.drawText(right, middle | int(Qt.AlignmentFlag.AlignRight), tag)
        painter.setFont(font)
        painter.drawText(inner, middle, "✓" if chosen else str(index.row() + 1))
        font.setWeight(QFont.Weight.DemiBold if index.row() == 0 else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(text)
        words = inner.adjusted(_NUMBER, 0, -right.width() - _PAD, 0)
        fix = escaped(str(index.data(Qt.ItemDataRole.DisplayRole)))
        elide = Qt.TextElideMode.ElideMiddle
        fix = painter.fontMetrics().elidedText(fix.replace("\n", " "), elide, words.width())
        painter.drawText(words, middle | int(Qt.TextFlag.TextSingleLine), fix)


def _selected(theme: Theme, *, focus: bool) -> tuple[QColor, QColor, QColor]:
    """The background, text and secondary text of a selected row."""
    if focus:
        ground, text = theme.colour("accent"), theme.colour("on_accent")
        return ground, text, mixed(text, ground, 0.12)
    base, text = theme.colour("raised"), theme.colour("text")
    return mixed(base, theme.colour("accent"), 0.14), text, theme.colour("muted")


class ActionButton(QPushButton):
    """An action in words, with its key at the right."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._key = key
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setAccessibleName(text)
        if key:
            self.setAccessibleDescription(self.tr("Key: {0}").format(key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def rename(self, text: str) -> None:
        """Show and announce another text."""
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """As wide as both texts together (called by Qt)."""
        widths = self.fontMetrics().horizontalAdvance(self.text() + self._key)
        return QSize(widths + 2 * _PAD + 18, row_height(self) - 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked (called by Qt)."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Look as before (called by Qt)."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw text and key (called by Qt)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, quiet = self._theme.colour("text"), self._theme.colour("muted")
        rect = self.rect().adjusted(0, 1, 0, -1)
        if not self.isEnabled():
            text = quiet = mixed(self._theme.colour("raised"), text, 0.5)
        elif self.hasFocus() or self.isDown():
            ground, text, quiet = _selected(self._theme, focus=True)
            _fill(painter, rect, ground)
        elif self.underMouse():
            _fill(painter, rect, _selected(self._theme, focus=False)[0])
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.setPen(text)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setPen(quiet)
        painter.setFont(scaled(self.font(), 0.86))
        sides = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
        painter.drawText(inner, sides, self._key)


def _fill(painter: QPainter, rect: QRect, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 4, 4)


class FixPreview(QLabel):
    """The sentence as it would read, with the change in bold, in at most two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def room(self, width: int) -> int:
        """How many code points fit into two lines of this width."""
        per_sign = self.fontMetrics().horizontalAdvance(_TYPICAL) / len(_TYPICAL)
        return max(40, round(1.8 * width / max(1.0, per_sign)))

    def show_sentence(self, sentence: InSentence | None) -> None:
        """Show a sentence, or nothing."""
        self.setText(sentence.rich if sentence else "")
        self.setAccessibleName(sentence.plain if sentence else "")
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 2)
