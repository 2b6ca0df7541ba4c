"""Dates in the format of the user's system."""

from PySide6.QtCore import QDate, QLocale, Qt


def shown_day(day: QDate) -> str:
    """A date in figures: as in ISO 8601 if the system has no format of its own, "" for no date."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return day.toString(Qt.DateFormat.ISODate)
    return locale.toString(day, QLocale.FormatType.ShortFormat)
