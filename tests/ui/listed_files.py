"""A window with a list of files, and the hand of its user."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Decision, Pair
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.window.main_window import MainWindow

MARKED = "The husband or wife forces met. They met a calendar year ago in town number {0}."
PLAIN = "Nothing in this text number {0} is of any interest."
Opener = Callable[..., MainWindow]


def make_folder(made: Path) -> Path:
    """Three texts with two marks each, and one without any."""
    made.mkdir()
    for number in (1, 2, 4):
        (made / f"{number}.txt").write_text(MARKED.format(number), encoding="utf-8")
    (made / "3.txt").write_text(PLAIN.format(3), encoding="utf-8")
    return made


def owner_of(window: MainWindow) -> QueueOwner:
    commands = window.parts.queue.commands
    assert commands is not None
    return commands.owner


class Hand:
    """Does in a window with a list what a user does, and waits for what happens."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.session = qtbot, window, window.session
        self.owner = owner_of(window)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is read any more, ahead included."""
        ahead, window = self.owner.ahead, self.window
        self.qtbot.waitUntil(
            lambda: (
                not (
                    window.property("analysing")
                    or not ahead.is_resting
                    or ahead.left
                    or (window.parts.queue.commands and window.parts.queue.commands.is_busy)
                )
            ),
            timeout=60_000,
        )
        self.owner.follow()

    def press(self, name: str) -> None:
        self.window.parts.actions[name].trigger()
        self.settle()

    @property
    def name(self) -> str:
        return self.owner.current.path.name if self.owner.current else ""

    def open(self, name: str) -> None:
        self.owner.open(next(row.key for row in self.owner.queue if row.name == name))
        self.settle()

    def accept(self) -> None:
        suspect = self.session.suspects[0]
        best = self.session.suggestions(suspect, 1)[0].text
        self.window.parts.services.review.accept(suspect, best)
        self.settle()

    def state(self, name: str) -> tuple[str, int | None, int, bool]:
        self.owner.follow()
        row = next(row for row in self.owner.queue if row.name == name)
        return row.state, row.suspects, row.done, row.unsaved

    @property
    def table(self) -> QTableView:
        table = self.window.findChild(QTableView, "fileList")
        assert isinstance(table, QTableView)
        self.window.parts.queue.dock.flush()  # type: ignore[union-attr]
        return table

    def column(self, number: int, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
        model = self.table.model()
        return [model.index(row, number).data(role) for row in range(model.rowCount())]


def teach(hand: Hand, phrase: str, fix: str) -> None:
    """Replace a phrase that nobody knows yet, and let the glossary learn it."""
    start = hand.session.source.index(phrase)
    span = Span(start, start + len(phrase))
    hand.session.decide(Decision(span, fix, "accepted", Pair(phrase, fix)))
    hand.settle()
