"""Files that are dropped on the window, wherever, are opened."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.positions import cursor_over
from unspin_gui.ui.window.main_window import MainWindow

# PySide6 6.12 wants a QPointF, which earlier ones refuse.
pytestmark = pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)


def drop(
    on: QWidget,
    data: QMimeData,
    offered: Qt.DropAction = COPY,
    held: Qt.KeyboardModifier = NONE,
) -> Qt.DropAction | None:
    """Drop like Qt does: on the first widget, from there upwards, that takes it; how it did."""
    at = QPointF(on.rect().center())
    enter = QDragEnterEvent(at.toPoint(), offered, data, LEFT, held)
    widget: QWidget | None = on
    while widget is not None:
        enter.ignore()
        if widget.acceptDrops():
            QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            event = QDropEvent(at, offered, data, LEFT, held)
            QApplication.sendEvent(widget, event)
            return event.dropAction()
        widget = widget.parentWidget()
    return None


@pytest.mark.parametrize("place", ["start", "source", "corrected", "list"])
def test_a_file_is_opened(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path, place: str
) -> None:
    first, other = tmp_path / "first.txt", tmp_path / "other.txt"
    first.write_text("One text.", encoding="utf-8")
    other.write_text("Another text.", encoding="utf-8")
    window = open_main(*(() if place == "start" else (first,)))
    places = {
        "start": window.parts.views.start_page.viewport(),
        "source": window.parts.views.editors.source.viewport(),
        "corrected": window.parts.views.editors.corrected.viewport(),
        "list": window.parts.views.suspects.table.viewport(),
    }
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    drop(places[place], data)
    qtbot.waitUntil(lambda: window.session.source == "Another text.")
    assert window.session.corrected == "Another text."
    assert not window.session.decisions


@pytest.mark.parametrize(("word", "place"), [("First", 56), ("last", 0), ("last", 20)])
def test_moved_words_leave_alone_what_lies_between(
    open_main: Callable[..., MainWindow], tmp_path: Path, word: str, place: int
) -> None:
    text = "First the husband or wife forces, a calendar year ago, at last."
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    window = open_main(path)
    pane = window.parts.views.editors.corrected
    start = text.index(word)
    pane.setTextCursor(
        cursor_over(pane.document(), Span(start, start + len(word)), pane.side.offsets)
    )
    pane.move_selection(place)
    without = text.replace(word, "")
    at = place if place < start else place - len(word)
    assert window.session.corrected == without[:at] + word + without[at:]
    assert pane.held_between(0, len(text)) == window.session.corrected
    assert len(window.session.suspects) == (1 if place == 20 else 2)
    window.session.undo()
    assert window.session.corrected == text


def test_dropped_words_are_typed(open_main: Callable[..., MainWindow], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One text.", encoding="utf-8")
    window = open_main(path)
    data = QMimeData()
    data.setText(" More.")
    drop(window.parts.views.editors.corrected.viewport(), data)
    assert window.session.corrected == "One text. More."


@pytest.mark.parametrize("place", ["start", "source", "list"])
def test_text_from_elsewhere_is_reviewed(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path, place: str
) -> None:
    first = tmp_path / "first.txt"
    first.write_text("One text.", encoding="utf-8")
    window = open_main(*(() if place == "start" else (first,)))
    views = window.parts.views
    places = {
        "start": views.start_page.viewport(),
        "source": views.editors.source.viewport(),
        "list": views.suspects.table.viewport(),
    }
    data = QMimeData()
    data.setText("Another text.\r\nTwo lines.")
    drop(places[place], data)
    qtbot.waitUntil(lambda: window.session.source == "Another text.\nTwo lines.")
    assert window.parts.services.workspace.is_open
    assert views.pages.currentWidget() is views.editors
    assert not window.session.decisions


def test_a_dropped_link_is_no_text(open_main: Callable[..., MainWindow]) -> None:
    window = open_main()
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/article")])
    data.setText("https://example.org/article")
    drop(window.parts.views.start_page.viewport(), data)
    assert not window.parts.services.workspace.is_open


def test_what_is_dropped_stays_where_it_came_from(
    qtbot: QtBot, open_main: Callable[..., MainWindow]
) -> None:
    """A program whose offer to move is accepted deletes what was dragged."""
    window = open_main()
    page = window.parts.views.start_page.viewport()
    data = QMimeData()
    data.setText("Another text.")
    shift = Qt.KeyboardModifier.ShiftModifier  # with which Qt proposes to move
    assert drop(page, data, MOVE, shift) is None
    assert drop(page, data, COPY | MOVE, shift) == COPY
    qtbot.waitUntil(lambda: window.session.source == "Another text.")
