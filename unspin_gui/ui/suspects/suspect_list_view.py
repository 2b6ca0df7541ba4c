"""The widgets of the list of suspects: tabs, filter, table, and the buttons below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from unspin_gui.ui.suspects.rest_menu import RestMenu
from unspin_gui.ui.suspects.suspect_bar import TABS, SuspectFilterBar, Tab
from unspin_gui.ui.suspects.suspects_model import SuspectModel
from unspin_gui.ui.suspects.suspects_table import SuspectTable
from unspin_gui.ui.widgets.elided import ElidedButton, ElidedLabel

_LEAST_BUTTON = 64
"""Pixels; beside a narrow list the texts need the room more than the words of its buttons."""


class SuspectListView(QWidget):
    """The widgets, laid out; `choices` shows the suggestions that digits select."""

    def __init__(self, model: SuspectModel, rest: RestMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.tabs = QTabBar()
        self.bar = SuspectFilterBar()
        self.table = SuspectTable()
        self.first = ElidedButton()
        self.second = ElidedButton()
        self.rest = ElidedButton(self.tr("Rest"))
        rest.setParent(self.rest, rest.windowFlags())  # the button does not keep a reference to it
        self.rest.setMenu(rest)
        self.choices = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self.summary = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._name()
        self.table.setModel(model)
        self.table.set_widths()
        self._lay_out()

    def _name(self) -> None:
        self.tabs.setObjectName("suspectTabs")
        self.tabs.setAccessibleName(self.tr("Which suspects"))
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for _tab in TABS:
            self.tabs.addTab("")
        names = ("suspectFirst", "suspectSecond", "suspectRest")
        for button, name in zip((self.first, self.second, self.rest), names, strict=True):
            button.setObjectName(name)
        self.rest.setToolTip(self.tr("Ignore what is left, or what scores low"))
        self.rest.setAccessibleName(self.tr("Ignore the rest"))
        self.choices.setObjectName("suspectChoices")
        self.choices.setAccessibleDescription(self.tr("A digit chooses one of these"))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for button in (self.first, self.second, self.rest):
            button.setMinimumWidth(_LEAST_BUTTON)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.summary)
        column.addWidget(self.choices)
        column.addLayout(foot)
        self.setFocusProxy(self.table)

    def sizeHint(self) -> QSize:
        """Wide enough for all columns (called by Qt)."""
        return QSize(420, 500)

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return TABS[max(0, self.tabs.currentIndex())]
