"""Headings, items and cells look like ones in both panes, level as everything else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QTextBlock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.decision import Decision
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.block_layout import blank_above
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
PAGE = """<!DOCTYPE html><html><body><h1>A title</h1><p>A plain paragraph.</p>
<h2>A section</h2><p>Another one.</p><ul><li>first item<ul><li>nested</li></ul></li></ul>
<table><tr><td>cell</td></tr></table><p>Last words.</p></body></html>"""


@pytest.fixture
def window(qtbot: QtBot, open_main: Open, tmp_path: Path) -> MainWindow:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return open_main(path)


def paint(window: MainWindow) -> None:
    QApplication.processEvents()
    for pane in window.parts.views.editors.panes:
        pane.viewport().repaint()


def block_of(pane: Pane, start: str) -> QTextBlock:
    block = pane.document().firstBlock()
    while block.isValid() and not block.text().startswith(start):
        block = block.next()
    assert block.isValid(), start
    return block


def is_bold(pane: Pane, start: str) -> bool:
    weights = [part.format.fontWeight() for part in block_of(pane, start).layout().formats()]
    return QFont.Weight.Bold in weights


def looks(pane: Pane, start: str) -> tuple[bool, bool, float]:
    """Whether a paragraph is bold and has a blank above it, and how far it is indented."""
    block = block_of(pane, start)
    indent = block.layout().lineAt(0).x() - pane.document().documentMargin()
    return is_bold(pane, start), blank_above(block) > 0, indent


@pytest.mark.parametrize("locked", [True, False])
def test_roles_are_seen_in_both_panes(window: MainWindow, locked: bool) -> None:
    editors = window.parts.views.editors
    editors.link.locked = locked
    paint(window)
    for pane in editors.panes:
        assert looks(pane, "A title") == (True, False, 0)  # the first has nothing above it
        assert looks(pane, "A plain") == (False, True, 0)
        assert looks(pane, "A section") == (True, True, 0)
        assert looks(pane, "first item") == (False, True, 7)
        assert looks(pane, "nested") == (False, True, 14)
        assert looks(pane, "cell") == (False, True, 7)
        assert looks(pane, "Last") == (False, True, 0)


def test_they_last_when_the_paragraph_is_typed_in_and_marks_are_hidden(
    qtbot: QtBot, window: MainWindow
) -> None:
    editors = window.parts.views.editors
    pane = editors.corrected
    paint(window)
    for start in ("A section", "first item", "A plain"):
        expected = looks(pane, start)
        pane.put_caret(window.session.corrected.index(start) + len(start))
        qtbot.keyClicks(pane, " more")
        paint(window)
        assert looks(pane, start) == expected
    editors.set_view(marks=False, original=False)
    paint(window)
    assert looks(pane, "A section") == (True, True, 0)


def test_paragraphs_with_roles_are_level(window: MainWindow) -> None:
    session, editors = window.session, window.parts.views.editors
    start = session.source.index("plain")
    session.decide(Decision(Span(start, start + 5), "long wording " * 12, "edited"))
    paint(window)
    for name in ("A section", "first item", "cell", "Last"):
        tops = [
            pane.block_top(block_of(pane, name)) + blank_above(block_of(pane, name))
            for pane in editors.panes
        ]
        assert abs(tops[0] - tops[1]) <= 1, name


def test_a_markdown_list_is_indented_and_its_heading_bold(open_main: Open, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Notes\n\nWords.\n\n- an item\n", encoding="utf-8")
    window = open_main(path)
    paint(window)
    for pane in window.parts.views.editors.panes:
        assert is_bold(pane, "# Notes")
        assert looks(pane, "- an item") == (False, True, 7)
