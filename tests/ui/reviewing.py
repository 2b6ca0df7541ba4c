"""What the whole reviews by one hand share: the article, the hand, and watching for the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fakes import give_answers
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.paths import resources
from unspin_gui.ui.window.main_window import MainWindow

_SEED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "seed.txt"
_ARTICLE = _SEED if _SEED.exists() else resources() / "samples" / "sample.txt"
_Type = QEvent.Type
KEYS = frozenset({_Type.KeyPress, _Type.KeyRelease, _Type.ShortcutOverride, _Type.Shortcut})
MOUSE = frozenset(
    {
        _Type.MouseButtonPress,
        _Type.MouseButtonRelease,
        _Type.MouseButtonDblClick,
        _Type.MouseMove,
        _Type.Wheel,
    }
)


class Watch(QObject):
    """Counts the events of some kinds in the application."""

    def __init__(self, kinds: frozenset[QEvent.Type]) -> None:
        super().__init__()
        self.seen = 0
        self._kinds = kinds

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() in self._kinds
        return False


@contextmanager
def none_of(app: QApplication, kinds: frozenset[QEvent.Type]) -> Iterator[None]:
    """No event of these kinds may reach the application meanwhile."""
    watch = Watch(kinds)
    app.installEventFilter(watch)
    try:
        yield
    finally:
        app.removeEventFilter(watch)
    assert watch.seen == 0


class Hand:
    """Whoever reviews: keys or mouse, on a window that has nothing open yet.

    The dialog of the system that asks for a file answers with a copy of the article.
    """

    def __init__(self, qtbot: QtBot, folder: Path, home: Path) -> None:
        self.qtbot = qtbot
        self.article = folder / "article.txt"
        self.article.write_bytes(_ARTICLE.read_bytes())
        self.window: MainWindow = open_window((), home=home)
        give_answers(self.window, open_paths=(self.article,))
        self.session = self.window.session

    def settle(self) -> None:
        """Wait until everything is read."""
        self.qtbot.waitUntil(lambda: not self.window.property("analysing"), timeout=60_000)

    def resolved(self, before: int) -> None:
        """Wait until fewer places are open than before."""
        self.qtbot.waitUntil(lambda: len(self.session.suspects) < before)

    def check_files(self) -> None:
        """The article is as it was, and beside it lies what the window shows."""
        saved = self.article.with_name("article.corrected.txt")
        self.qtbot.waitUntil(saved.exists)
        assert self.article.read_bytes() == _ARTICLE.read_bytes()
        assert saved.read_bytes() == self.session.corrected.encode()
        assert saved.read_bytes() != self.article.read_bytes()

    def close(self) -> None:
        """Close the window without a question."""
        self.window.parts.files.give_up()
        self.window.close()
