"""Labels that give way where there is little room."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.ui.widgets.elided import ElidedLabel

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
