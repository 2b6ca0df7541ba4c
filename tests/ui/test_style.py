"""Controls can be told apart from their ground in every look."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QProxyStyle,
    QPushButton,
    QSlider,
    QStyle,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from unspin_gui.ui.widgets.palettes import LOOKS, VISIBLE, contrast
from unspin_gui.ui.widgets.style import CalmStyle
from unspin_gui.ui.widgets.theme import Theme


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("kind", [QCheckBox, QLineEdit, QPushButton, QSlider])
def test_the_outline_of_a_control_shows(
    qtbot: QtBot, qapp: QApplication, look: str, kind: type[QWidget]
) -> None:
    theme = Theme(qapp)
    theme.set_choice(look)
    widget = kind()
    if isinstance(widget, QSlider):
        widget.setOrientation(Qt.Orientation.Horizontal)
    qtbot.addWidget(widget)
    widget.resize(80, 26)
    picture = widget.grab().toImage()
    ground = QColor(LOOKS[look].window)
    best = max(
        contrast(picture.pixelColor(x, y), ground)
        for x in range(min(20, picture.width()))
        for y in range(picture.height())
    )
    assert best >= VISIBLE - 0.4


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_menu_has_a_border_and_lines(qtbot: QtBot, qapp: QApplication, look: str) -> None:
    Theme(qapp).set_choice(look)
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("One", "Two"):
        menu.addAction(text)
        menu.addSeparator()
    picture, ground = menu.grab().toImage(), QColor(LOOKS[look].raised)
    middle = picture.width() - 12
    assert contrast(picture.pixelColor(0, 9), ground) >= VISIBLE - 0.4
    column = [picture.pixelColor(middle, y) for y in range(2, picture.height() - 2)]
    assert sum(colour != ground for colour in column) == 1


def test_a_tick_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(qapp).set_choice("dark")
    box = QCheckBox()
    qtbot.addWidget(box)
    before = box.grab().toImage()
    box.setChecked(True)
    assert box.grab().toImage() != before


class _Pictured(QProxyStyle):
    """A desktop's own style, which says yes to everything."""

    def styleHint(self, *_about: object) -> int:
        return 1


def test_buttons_of_dialogs_have_no_pictures_whatever_the_desktop_says(qtbot: QtBot) -> None:
    desktop, style = _Pictured("Fusion"), CalmStyle()
    style.setBaseStyle(_Pictured("Fusion"))
    for used, pictured in ((desktop, True), (style, False)):
        box = QDialogButtonBox()
        qtbot.addWidget(box)
        box.setStyle(used)
        for one in QDialogButtonBox.StandardButton:
            box.addButton(one)
        assert any(not button.icon().isNull() for button in box.buttons()) == pictured
    assert not style.standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).isNull()


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_table_with_the_focus_is_told_by_its_frame(
    qtbot: QtBot, qapp: QApplication, look: str
) -> None:
    Theme(qapp).set_choice(look)
    both = QWidget()
    table, field = QTableWidget(2, 2, both), QLineEdit(both)
    table.setGeometry(10, 10, 120, 90)
    field.setGeometry(10, 110, 120, 26)
    qtbot.addWidget(both)
    both.show()
    both.activateWindow()

    painted = Painted()
    table.installEventFilter(painted)
    table.setFocus()
    qtbot.waitUntil(lambda: table.hasFocus() and painted.times > 0)
    focused, painted.times = both.grab().toImage().pixelColor(10, 50), 0
    assert contrast(focused, QColor(LOOKS[look].window)) >= VISIBLE - 0.4
    field.setFocus()
    qtbot.waitUntil(lambda: painted.times > 0)  # though nothing else has changed in it
    assert both.grab().toImage().pixelColor(10, 50) != focused


class Painted(QObject):
    """Counts how often the frame of a widget is painted."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False
