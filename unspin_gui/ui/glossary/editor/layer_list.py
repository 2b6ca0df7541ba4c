"""The list of glossaries: which are enabled, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from unspin_gui.application.entry_table import Layer
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.widgets.labels import button, plain_label, quiet


@dataclass(frozen=True, slots=True)
class LayerOrder:
    """The names of the read-only glossaries, lowest first, and of those that are disabled."""

    names: tuple[str, ...]
    off: tuple[str, ...]


class LayerList(QWidget):
    """The glossaries, highest layer first; the user's own is always on top and always enabled.

    Signals: order_changed(LayerOrder): the user enabled, disabled or moved one.
    """

    order_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setObjectName("layerList")
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Glossaries"))
        label = plain_label(self.tr("Glossaries, the strongest on top"))
        label.setBuddy(self.list)
        row = QHBoxLayout()
        self.up = button(self.tr("Move &Up"), self._on_up)
        self.down = button(self.tr("Move D&own"), self._on_down)
        row.addWidget(self.up)
        row.addWidget(self.down)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(quiet(self.tr("Where two contain the same phrase, the upper one wins.")))
        self._layers: tuple[Layer, ...] = ()
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.itemChanged.connect(self._on_item_changed)

    def set_layers(self, layers: Sequence[Layer]) -> None:
        """Show these, given lowest first."""
        row = self.list.currentRow()
        self._layers = tuple(reversed(layers))
        self.list.clear()
        for layer in self._layers:
            self.list.addItem(_item(layer))
        self.list.setCurrentRow(min(max(row, 0), len(layers) - 1))

    def _order(self, layers: Sequence[Layer], off: set[str]) -> LayerOrder:
        names = tuple(layer.name for layer in reversed(layers) if not layer.writable)
        return LayerOrder(names, tuple(name for name in names if name in off))

    def _off(self) -> set[str]:
        return {layer.name for layer in self._layers if not layer.enabled}

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        name = self._layers[self.list.row(item)].name
        off = self._off() - {name}
        if item.checkState() == Qt.CheckState.Unchecked:
            off.add(name)
        if off != self._off():
            order = self._order(self._layers, off)
            QTimer.singleShot(0, self, lambda: self.order_changed.emit(order))

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.up.setEnabled(self._can_swap(row - 1))
        self.down.setEnabled(self._can_swap(row))

    def _can_swap(self, upper: int) -> bool:
        pair = self._layers[upper : upper + 2] if upper >= 0 else ()
        return len(pair) == 2 and not any(layer.writable for layer in pair)

    def _on_up(self) -> None:
        self._swap(self.list.currentRow() - 1)
        self.list.setCurrentRow(self.list.currentRow() - 1)

    def _on_down(self) -> None:
        self._swap(self.list.currentRow())
        self.list.setCurrentRow(self.list.currentRow() + 1)

    def _swap(self, upper: int) -> None:
        if self._can_swap(upper):
            layers = list(self._layers)
            layers[upper : upper + 2] = reversed(layers[upper : upper + 2])
            self.order_changed.emit(self._order(layers, self._off()))


def _item(layer: Layer) -> QListWidgetItem:
    item = QListWidgetItem(
        f"{layer.name} ({number(len(layer.glossary))})" if len(layer.glossary) else layer.name
    )
    item.setToolTip(str(layer.path or ""))
    item.setCheckState(Qt.CheckState.Checked if layer.enabled else Qt.CheckState.Unchecked)
    if layer.writable:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
