"""A whole review by mouse alone: no key reaches the program."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reviewing import KEYS, Hand, none_of

from unspin_gui.core.suspects import Suspect
from unspin_gui.ui.batch.batch_dialog import BatchDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier
ONE_BY_ONE = 25
"""How many places are settled by themselves before the rest is settled at once."""


class Mouse(Hand):
    """Clicks on what a person sees."""

    def __call__(self, widget: QWidget, at: QPoint | None = None, *, shift: bool = False) -> None:
        held = SHIFT if shift else Qt.KeyboardModifier.NoModifier
        left = Qt.MouseButton.LeftButton
        self.qtbot.mouseClick(widget, left, held, at or widget.rect().center())

    def tool(self, name: str) -> None:
        self(self.window.parts.actions.tool_bar.widgetForAction(self.window.parts.actions[name]))

    def row(self, number: int, *, shift: bool = False) -> None:
        table, model = (
            self.window.parts.views.suspects.table,
            self.window.parts.views.suspects.model,
        )
        table.scrollTo(model.index(number, 0))
        self(table.viewport(), table.visualRect(model.index(number, 0)).center(), shift=shift)

    def mark(self, suspect: Suspect, side: int) -> None:
        pane = self.window.parts.views.editors.panes[side]
        self(pane.viewport(), pane.rects(suspect.span)[0].center())
        assert self.window.parts.popup_control.popup.isVisible()

    def suggestion(self, number: int) -> None:
        shown = self.window.parts.popup_control.popup.list
        self(shown.viewport(), shown.visualItemRect(shown.item(number)).center())


def settle_one(mouse: Mouse, way: int) -> None:
    """Settle the first suspect in one of the ways there are."""
    window = mouse.window
    before = len(mouse.session.suspects)
    mouse.row(0)
    suspect = mouse.session.suspects[0]
    assert mouse.session.current == suspect.span
    if way == 3:
        mouse.tool("actionIgnoreHere")
    else:
        mouse.mark(suspect, way % 2)
        if way == 0 and window.parts.popup_control.popup.list.count():
            mouse.suggestion(window.parts.popup_control.popup.list.count() - 1)
        else:
            mouse(
                window.parts.popup_control.popup.body.rows.rows["document" if way == 1 else "here"]
            )
    mouse.resolved(before)


def settle_the_rest(mouse: Mouse) -> None:
    """Everything that has a good fix by the table, what is left by the list."""
    mouse.tool("actionAcceptAll")
    mouse(mouse.window.findChild(BatchDialog).replace)
    mouse.settle()
    while mouse.session.suspects:
        mouse.row(0)
        mouse.row(mouse.window.parts.views.suspects.model.rowCount() - 1, shift=True)
        mouse(mouse.window.parts.views.suspects.second)
        mouse.settle()


def test_from_open_to_save_without_a_key(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own_home: Path
) -> None:
    with none_of(qapp, KEYS):
        mouse = Mouse(qtbot, tmp_path, own_home)
        mouse.settle()
        mouse.tool("actionOpen")
        qtbot.waitUntil(lambda: bool(mouse.session.source))
        mouse.settle()
        assert len(mouse.session.suspects) > 10
        for turn in range(min(ONE_BY_ONE, len(mouse.session.suspects) // 2)):
            settle_one(mouse, turn % 4)
            mouse.settle()
        mouse.tool("actionUndo")
        mouse.tool("actionRedo")
        settle_the_rest(mouse)
        mouse(mouse.window.parts.guidance.finish.save)
        mouse.check_files()
    mouse.close()
