"""What deceives the eye is shown in both panes, told in a bar, and repaired in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.window.main_window import MainWindow

# Cyrillic a and o; zero width; right-to-left override; and a suspect with a Cyrillic letter.
TEXT = (
    "One p\u0430ypal and g\u043eogle.\nTwo zero\u200bwidth.\nThree user\u202eresu\u202c.\n"
    "The husband or wife f\u043erces left.\nHonest naïve café \U0001f468\u200d\U0001f469.\n"
)
CLEAN = (
    "One paypal and google.\nTwo zerowidth.\nThree userresu.\n"
    "The husband or wife f\u043erces left.\nHonest naïve café \U0001f468\u200d\U0001f469.\n"
)


@pytest.fixture
def window(qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = open_main(path)
    qtbot.waitUntil(window.parts.invisibles.bar.isVisible)
    return window


def test_they_are_counted_and_repaired_as_one_step(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.parts.invisibles.bar
    assert bar.label.text() == (
        "This text contains 3 words with look-alike letters from another alphabet, "
        "1 invisible character, 2 characters that change the text direction."
    )
    assert [s.phrase for s in window.session.suspects] == ["husband or wife f\u043erces"]
    qtbot.mouseClick(bar.repair, Qt.MouseButton.LeftButton)
    assert window.session.corrected == CLEAN
    assert bar.label.text().startswith("This text contains 1 word ")
    window.parts.services.review.accept(window.session.suspects[0], "partner forces")
    assert not bar.isVisible()
    window.parts.actions["actionUndo"].trigger()
    window.parts.actions["actionUndo"].trigger()
    assert window.session.corrected == TEXT


def test_show_goes_from_place_to_place(qtbot: QtBot, window: MainWindow) -> None:
    bar, source = window.parts.invisibles.bar, window.parts.views.editors.source
    seen = []
    for _ in range(7):
        qtbot.mouseClick(bar.show_next, Qt.MouseButton.LeftButton)
        seen.append(window.parts.views.status.said.text().partition(":")[0])
    assert seen == ["1/6", "2/6", "3/6", "4/6", "5/6", "6/6", "1/6"]
    assert source.caret == TEXT.index(" and")


def drawn(pane: Pane) -> QImage:
    return pane.viewport().grab().toImage()


def differs(one: QImage, two: QImage, pane: Pane, span: Span) -> bool:
    """Whether two pictures of a pane differ within a few pixels of a span of the source."""
    rect = pane.rects(span)[0].adjusted(-3, 0, 8, 0)
    ratio = one.devicePixelRatio()
    return any(
        one.pixel(round(x * ratio), round(y * ratio))
        != two.pixel(round(x * ratio), round(y * ratio))
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    )


def test_both_panes_mark_each_place_and_nothing_honest(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    deceiving = [
        TEXT.index(part) for part in ("p\u0430y", "g\u043eo", "\u200bw", "\u202e", "\u202c")
    ]
    for pane in window.parts.views.editors.panes:
        marked = drawn(pane)
        with monkeypatch.context() as patch:
            patch.setattr("unspin_gui.ui.panes.pane.paint_invisibles", lambda *_: None)
            plain = drawn(pane)
        for place in deceiving:
            assert differs(marked, plain, pane, Span(place, place + 1)), (pane, place)
        start = TEXT.index("Honest")
        assert not differs(marked, plain, pane, Span(start, len(TEXT) - 1))


def test_what_is_typed_or_pasted_is_marked_too(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = window.parts.views.editors.corrected
    end = TEXT.index("Honest")
    window.session.rewrite(Span(end, end), "p\u0430sted ")
    marked = drawn(pane)
    monkeypatch.setattr("unspin_gui.ui.panes.pane.paint_invisibles", lambda *_: None)
    rect = pane.rects(Span(end, end))[0]
    assert marked.copy(rect) != drawn(pane).copy(rect) or marked != drawn(pane)


def test_suggestions_never_hide_a_sign(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path, mine: Path
) -> None:
    mine.write_text('- spun: "calendar year"\n  fix: "ye\\u00adar"\n', encoding="utf-8")
    path = tmp_path / "text.txt"
    path.write_text("A calendar year ago.", encoding="utf-8")
    window = open_main(path)
    window.parts.actions["actionNextSuspect"].trigger()
    window.parts.actions["actionShowSuggestions"].trigger()
    qtbot.waitUntil(window.parts.popup_control.popup.isVisible)
    item = window.parts.popup_control.popup.findChild(QListWidget, "suggestionList").item(0)
    assert item.text() == "ye\u00adar"
    assert "ye[U+00AD]ar" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    window.parts.popup_control.popup.close()


def test_a_text_without_them_shows_no_bar(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Честно: naïve café — \u05d0\u200f.", encoding="utf-8")
    window = open_main(path)
    answered: list[str] = []
    window.parts.services.tasks.start(lambda: "done", answered.append, print)
    qtbot.waitUntil(lambda: bool(answered))
    assert not window.parts.invisibles.bar.isVisible()
