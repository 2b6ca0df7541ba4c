"""Unsaved work from an earlier session."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.ui.files.recovery_bar import Leftover, RecoveryBar

OLD = Leftover(Path("a"), "<b>old</b>.txt", datetime(2026, 1, 1, 9, 0, tzinfo=UTC).timestamp())
NEW = Leftover(Path("b"), "new.txt", datetime(2026, 1, 2, 14, 2, tzinfo=UTC).timestamp(), 12)


@pytest.fixture
def bar(qtbot: QtBot) -> RecoveryBar:
    bar = RecoveryBar()
    qtbot.addWidget(bar)
    bar.set_leftovers([OLD, NEW])
    return bar


@pytest.mark.parametrize("act", ["restore", "discard", "show"])
def test_choices_name_the_leftover(bar: RecoveryBar, qtbot: QtBot, act: str) -> None:
    newest = bar.findChildren(QPushButton, f"recovery{act.title()}")[0]
    with qtbot.waitSignal(getattr(bar, f"{act}_requested")) as told:
        qtbot.mouseClick(newest, Qt.MouseButton.LeftButton)
    assert told.args == [NEW]
    assert bar.leftovers == (NEW, OLD)


def test_it_goes_when_all_is_settled(bar: RecoveryBar) -> None:
    bar.settle(NEW)
    assert bar.leftovers == (OLD,)
    bar.settle(OLD)
    assert not bar.isVisible()


def test_nothing_left_over_shows_nothing(qtbot: QtBot) -> None:
    bar = RecoveryBar()
    qtbot.addWidget(bar)
    bar.set_leftovers([])
    assert not bar.isVisible()
