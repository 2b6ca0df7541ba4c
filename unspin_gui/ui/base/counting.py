"""Counts in the user's notation; counts with a noun take the plural forms of Qt (`%n`)."""

from PySide6.QtCore import QLocale


def number(count: int) -> str:
    """A whole number with the separators of the language in use."""
    return QLocale().toString(count)
