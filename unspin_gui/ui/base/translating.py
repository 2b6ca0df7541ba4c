"""Translates texts for code that is not a Qt object."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """The text in the language in use, or in English if it has no translation.

    `n` takes the place of `%n` and decides between the plural forms.
    """
    return QCoreApplication.translate("", text, comment, n)
