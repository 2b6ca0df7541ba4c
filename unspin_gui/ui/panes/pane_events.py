"""What the panes report of the pointer."""

from typing import NamedTuple

from PySide6.QtCore import QPoint

from unspin_gui.core.document.marks import Mark


class MenuWish(NamedTuple):
    """The mark under the pointer, if any, and where the menu should open."""

    mark: Mark | None
    at: QPoint


class Pointed(NamedTuple):
    """Where the pointer is over a pane's viewport, and whether a button is held."""

    at: QPoint
    is_pressed: bool
