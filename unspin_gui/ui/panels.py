"""The bars and dialogs of the window that are opened on demand."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from unspin_gui.ui.find_bar import FindBar
from unspin_gui.ui.finder import Finder

if TYPE_CHECKING:
    from unspin_gui.ui.main_window import MainWindow


class Panels(QObject):
    """Makes each of them when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.find_bar = FindBar()
        window.foot.addWidget(self.find_bar)
        self.finder = Finder(window.session, window.desk.corrected, self.find_bar)

    def table(self) -> dict[str, Callable[[], object]]:
        """What the actions that open something do."""
        desk = self._window.desk
        return {
            "actionFind": lambda: self.finder.open_for(desk.focused),
            "actionReplace": lambda: self.finder.open_for(desk.corrected, replace=True),
            "actionFindNext": self.finder.find_next,
            "actionFindPrevious": self.finder.find_previous,
        }
