"""Labels that give way where there is little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from unspin_gui.ui.widgets.elided import ElidedButton, ElidedCheckBox, ElidedLabel

LONG = "a name of a file that is far longer than the window will ever be wide.txt"


def test_a_long_text_takes_no_room_and_stays_whole(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText(LONG)
    label.resize(120, 20)
    assert label.minimumSizeHint().width() < 60
    assert label.text() == LONG
    assert label.shown.startswith("a n")
    assert label.shown.endswith(".txt")
    assert len(label.shown) < len(LONG)


def test_what_fits_is_not_cut(qtbot: QtBot) -> None:
    label = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
    qtbot.addWidget(label)
    label.setText("short")
    label.resize(label.sizeHint())
    assert label.shown == "short"


def test_a_box_to_tick_cuts_its_words_and_keeps_them_whole(qtbot: QtBot) -> None:
    box = ElidedCheckBox("Remember: R&&D, " + LONG)
    qtbot.addWidget(box)
    box.resize(160, 24)
    assert box.minimumSizeHint().width() < 80
    assert box.shown.startswith("Remember")
    assert box.shown.endswith("…")
    metrics = box.fontMetrics()
    assert metrics.horizontalAdvance(box.shown.replace("&&", "&")) < box.width()
    assert box.text().endswith(LONG)


def test_a_box_with_room_says_all(qtbot: QtBot) -> None:
    box = ElidedCheckBox("Remember in glossary")
    qtbot.addWidget(box)
    box.resize(400, 24)
    assert box.shown == box.text()


@pytest.mark.parametrize("has_menu", [False, True])
def test_a_narrow_button_keeps_the_beginning_of_its_words(qtbot: QtBot, has_menu: bool) -> None:
    made = ElidedButton("Ignore 2 here")
    qtbot.addWidget(made)
    if has_menu:
        made.setMenu(QMenu(made))
    made.resize(made.sizeHint())
    assert made.shown == "Ignore 2 here"
    made.resize(70, 26)
    assert made.shown.startswith("Ig")
    assert made.shown.endswith("…")
    assert made.fontMetrics().horizontalAdvance(made.shown) < 70 - (12 if has_menu else 4)
    assert not made.grab().isNull()
