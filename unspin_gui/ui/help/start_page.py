"""Shown while no text is open: open one, paste one, try the sample, or continue."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.ui.help.card import Card
from unspin_gui.ui.widgets.labels import heading, plain_label, quiet

_WIDTH = 720
_MOST = 6


class StartPage(QScrollArea):
    """The first page. Files can be dropped anywhere; the window accepts them.

    Signals:
        open_requested(), paste_requested(), sample_requested().
        recent_requested(Path): a file from the list.
    """

    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: list[QWidget] = []
        self._by_name: dict[str, Card] = {}
        self._recent = QGridLayout()
        self._recent.setColumnStretch(1, 1)
        self._recent.setVerticalSpacing(2)
        self._recent_title = heading(self.tr("Recent"), 1.05)
        body = QWidget()
        body.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(heading("unspin", 2.4))
        column.addWidget(
            plain_label(
                self.tr(
                    "Repairs spun text: wording that a machine seems to have replaced is "
                    "marked, with suggestions for the original. One click corrects it, "
                    "and your glossary learns the pair."
                )
            )
        )
        column.addSpacing(14)
        column.addLayout(self._cards())
        column.addSpacing(4)
        column.addWidget(quiet(self.tr("Or drop a file or a text anywhere in this window.")))
        column.addSpacing(18)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch(1)
        column.addWidget(quiet(self.tr("Works offline. Nothing you open leaves this computer.")))
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 40, 32, 24)
        row.addStretch(1)
        row.addWidget(body, 20)
        row.addStretch(1)
        self.setWidget(page)
        self.set_recent(())

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        cards = (
            ("startOpen", self.tr("Open"), self.tr("A text from your disk")),
            ("startPaste", self.tr("Paste"), self.tr("The text you copied last")),
            ("startSample", self.tr("Try the sample"), self.tr("A short spun article")),
        )
        wanted = (self.open_requested, self.paste_requested, self.sample_requested)
        for (name, title, detail), signal in zip(cards, wanted, strict=True):
            card = Card(title, detail)
            card.setObjectName(name)
            self._by_name[name] = card
            card.clicked.connect(signal)
            row.addWidget(card)
        return row

    def show_keys(self, **keys: str) -> None:
        """Show the keys equivalent to some cards, by the cards' names."""
        for name, key in keys.items():
            self._by_name[name].set_keys(key)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Show these files, most recent first."""
        for old in self._shown:
            self._recent.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for row, path in enumerate(paths[:_MOST]):
            folder = quiet(_short(path.parent))
            folder.setWordWrap(False)
            entry = self._entry(path)
            self._recent.addWidget(entry, row, 0, Qt.AlignmentFlag.AlignLeft)
            self._recent.addWidget(folder, row, 1)
            self._shown += [entry, folder]
        self._recent_title.setVisible(bool(paths))

    def _entry(self, path: Path) -> QToolButton:
        entry = _RecentFile()
        entry.setText(path.name.replace("&", "&&"))
        entry.setObjectName("recentFile")
        entry.setAutoRaise(True)
        entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        entry.setCursor(Qt.CursorShape.PointingHandCursor)
        entry.setStatusTip(str(path))
        entry.setAccessibleDescription(str(path.parent))
        entry.setProperty("path", str(path))
        entry.clicked.connect(self._on_recent)
        return entry

    @Slot()
    def _on_recent(self) -> None:
        self.recent_requested.emit(Path(self.sender().property("path")))


class _RecentFile(QToolButton):
    """A button that both Return and Space press."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it (called by Qt)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _short(folder: Path) -> str:
    home = Path.home()
    return str(Path("~", folder.relative_to(home)) if folder.is_relative_to(home) else folder)
