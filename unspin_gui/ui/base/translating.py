"""Translates texts for code that is not a Qt object."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the language in use, or in English if it has no translation."""
    return QCoreApplication.translate("", text)
