"""The places of one phrase in their sentences, each of which can be left out."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPalette, QStaticText
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from unspin_gui.application.sentence_preview import InSentence

RICH_ROLE = Qt.ItemDataRole.UserRole + 1
_ONE_LINE = 10_000.0
MOST_PLACES = 200
"""Further places of one phrase are replaced too, but not shown singly."""


class PlaceList(QListWidget):
    """Sentences, each with a check box.

    Signals:
        left_out(set[int]): the numbers of the unticked places.
    """

    left_out = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchPlaces")
        self.setAccessibleName(self.tr("Places of the selected phrase"))
        self.setItemDelegate(_SentenceDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._on_item_changed)

    def show_places(self, sentences: Sequence[InSentence], without: set[int]) -> None:
        """Show these; `without` has the numbers of the unticked ones."""
        self.clear()
        for number, sentence in enumerate(sentences):
            item = QListWidgetItem(sentence.plain)
            item.setData(RICH_ROLE, sentence.rich)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = number not in without
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.addItem(item)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        off = Qt.CheckState.Unchecked
        self.left_out.emit({n for n in range(self.count()) if self.item(n).checkState() == off})


class _SentenceDelegate(QStyledItemDelegate):
    """Draws check box and sentence; the sentence is HTML in which all text is escaped."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one place (called by Qt)."""
        look = QStyleOptionViewItem(option)
        self.initStyleOption(look, index)
        look.text = ""
        style = self._list.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, look, painter, self._list)
        element = QStyle.SubElement.SE_ItemViewItemText
        look.text = " "
        room: QRect = style.subElementRect(element, look, self._list)
        room.setRight(look.rect.right() - 6)
        text = QStaticText(str(index.data(RICH_ROLE)))
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setTextWidth(_ONE_LINE)
        chosen = bool(look.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(room)
        painter.setFont(look.font)
        painter.setPen(look.palette.color(role))
        top = room.center().y() - text.size().height() / 2
        painter.drawStaticText(QPointF(room.left() + 3, top), text)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line (called by Qt)."""
        return QSize(100, super().sizeHint(option, index).height() + 8)
