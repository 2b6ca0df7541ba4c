"""Makes the viewport of a text or list known to Python before `viewport()` is called."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"
"""How Qt names every viewport."""


def know_viewport(area: QAbstractScrollArea) -> QWidget:
    """The viewport of `area`, found among its children.

    If a method is declared to return a QWidget, PySide creates the Python classes of all kinds of
    widgets to find the most specific one: 60 million instructions the first time (PySide6 6.11).
    Children are declared as QObject, for which no classes are created.
    """
    return area.findChild(QWidget, _NAME) or area.viewport()
