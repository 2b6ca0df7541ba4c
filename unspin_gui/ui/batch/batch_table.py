"""The table of the batch dialog, whose fixes are chosen from the suggestions or typed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from unspin_gui.ui.batch.batch_model import (
    COUNT,
    FIX,
    ORIGIN,
    PHRASE,
    RIGHT,
    SUGGESTIONS_ROLE,
    BatchModel,
)

_Index = QModelIndex | QPersistentModelIndex
_Trigger = QAbstractItemView.EditTrigger
_WIDTHS = {COUNT: "00 of 00", RIGHT: "100 %..", ORIGIN: "my glossary, typed"}
"""Sample contents of the columns of figures."""


class BatchTable(QTableView):
    """F2 edits the fix of the row, whichever cell is current; a click opens the list.

    `wide` are the columns that share the room left by the figures.
    """

    def __init__(
        self,
        model: BatchModel,
        name: str,
        label: str,
        wide: Sequence[int] = (PHRASE, FIX),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(model)
        self._set_up(wide)
        self.setItemDelegateForColumn(FIX, _FixDelegate(self))
        self.drops_list = False
        self.setEditTriggers(
            _Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.SelectedClicked
        )

    def _set_up(self, wide: Sequence[int]) -> None:
        lines, head, metrics = self.verticalHeader(), self.horizontalHeader(), self.fontMetrics()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        lines.hide()
        lines.setDefaultSectionSize(metrics.height() + 11)
        head.setHighlightSections(False)
        for column in wide:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, sample in _WIDTHS.items():
            head.resizeSection(column, metrics.horizontalAdvance(sample) + 14)

    @property
    def is_editing(self) -> bool:
        """Whether a fix is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def edit(self, index: _Index, *how: object) -> bool:  # type: ignore[override]
        """Start editing; with the mouse the suggestions open at once (called by Qt)."""
        self.drops_list = bool(how) and how[0] in (_Trigger.DoubleClicked, _Trigger.SelectedClicked)
        return bool(super().edit(index, *how))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start editing (called by Qt)."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_F2 and index.isValid():
            fix = index.siblingAtColumn(FIX)
            self.setCurrentIndex(fix)
            self.edit(fix)
        else:
            super().keyPressEvent(event)


class _FixDelegate(QStyledItemDelegate):
    """Edits a fix in a field with the suggestions of its phrase."""

    def __init__(self, table: BatchTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: _Index,
    ) -> QWidget:
        """A field that takes any text (called by Qt)."""
        field = QComboBox(parent)
        phrase = index.model().index(index.row(), PHRASE).data()
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setAccessibleName(self.tr("Fix for “{0}”").format(phrase))
        field.addItems(index.data(SUGGESTIONS_ROLE))
        field.activated.connect(self._on_chosen)
        if self._table.drops_list:
            QTimer.singleShot(0, field, field.showPopup)
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Put the current fix into the field (called by Qt)."""
        if isinstance(editor, QComboBox):
            fix = str(index.data(Qt.ItemDataRole.EditRole))
            editor.setCurrentIndex(editor.findText(fix))
            editor.setEditText(fix)
            field = editor.lineEdit()
            if field is not None:
                field.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:  # noqa: ARG002
        """Apply the content of the field (called by Qt)."""
        if isinstance(editor, QComboBox):
            self._table.model().setData(index, editor.currentText())

    @Slot()
    def _on_chosen(self) -> None:
        field = self.sender()
        if isinstance(field, QComboBox):
            self.commitData.emit(field)
            self.closeEditor.emit(field)
