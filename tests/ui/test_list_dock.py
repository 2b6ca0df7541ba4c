"""The list at the side can be put away and comes back by its action."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QToolButton

from unspin_gui.ui.window.main_window import MainWindow


def test_its_cross_puts_it_away_for_good(
    open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    window = open_main(path)
    window.parts.views.dock.findChild(QToolButton, "suspectDockClose").click()
    assert not window.parts.views.dock.isVisible()
    assert not window.preferences.settings.show_list
    window.parts.services.review.next()
    window.parts.services.review.accept_best()
    assert not window.parts.views.dock.isVisible()
    window.parts.actions["actionShowList"].trigger()
    assert window.parts.views.dock.isVisible()
