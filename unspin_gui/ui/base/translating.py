"""Texts in the language of the window, for what is no object of Qt."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the language that is in use; in English where it has no translation."""
    return QCoreApplication.translate("", text)
