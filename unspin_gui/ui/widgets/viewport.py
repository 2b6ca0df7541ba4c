"""The viewport of a text or list, known to Python before `viewport()` is asked for."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"
"""How Qt names every viewport."""


def know_viewport(area: QAbstractScrollArea) -> QWidget:
    """The viewport of `area`, found among its children.

    Where a method is declared to return a QWidget, and returns nothing more special, PySide makes
    the Python classes of all kinds of widgets to see which of them it is: 60 million instructions
    the first time (PySide6 6.11). Children are declared as QObject, and none are made for them.
    """
    return area.findChild(QWidget, _NAME) or area.viewport()
