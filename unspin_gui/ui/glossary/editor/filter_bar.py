"""The filters of the glossary editor: text, kind of entry, glossary."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from unspin_gui.application.entry_table import Layer, Show


class EntryFilterBar(QWidget):
    """Signals: changed(): the filter has changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setObjectName("glossaryFilter")
        self.words.setAccessibleName(self.tr("Filter"))
        self.words.setPlaceholderText(self.tr("Filter: phrase, fix, note or tag"))
        self.words.setClearButtonEnabled(True)
        self.layer = QComboBox()
        self.layer.setAccessibleName(self.tr("Glossary"))
        self.layer.addItem(self.tr("All glossaries"), "")
        self.kind = QComboBox()
        self.kind.setObjectName("glossaryShow")
        self.kind.setAccessibleName(self.tr("Which entries"))
        kinds: tuple[tuple[Show, str], ...] = (
            ("all", self.tr("All entries")),
            ("clashes", self.tr("Only with clashes")),
            ("here", self.tr("Only those in this text")),
            ("unused", self.tr("Only never used")),
            ("off", self.tr("Only switched off")),
            ("ordinary", self.tr("Only ordinary words")),
        )
        for kind, text in kinds:
            self.kind.addItem(text, kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.kind)
        row.addWidget(self.layer)
        self.words.textChanged.connect(self.changed)
        self.kind.currentIndexChanged.connect(self.changed)
        self.layer.currentIndexChanged.connect(self.changed)

    def show_clashes(self) -> None:
        """Show only entries with conflicts."""
        self.kind.setCurrentIndex(self.kind.findData("clashes"))

    def show_ordinary(self) -> None:
        """Show only entries of ordinary words that are flagged in every text."""
        self.kind.setCurrentIndex(self.kind.findData("ordinary"))

    def offer(self, layers: Sequence[Layer]) -> None:
        """Offer these glossaries, given lowest first."""
        names = [layer.name for layer in reversed(layers)]
        shown = [self.layer.itemData(k) for k in range(1, self.layer.count())]
        if names != shown:
            while self.layer.count() > 1:
                self.layer.removeItem(1)
            for name in names:
                self.layer.addItem(name, name)
