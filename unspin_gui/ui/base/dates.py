"""Days as the user's system writes them."""

from PySide6.QtCore import QDate, QLocale, Qt


def shown_day(day: QDate) -> str:
    """A day in figures; as in ISO 8601 where the system has no way of its own, "" for no day."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return day.toString(Qt.DateFormat.ISODate)
    return locale.toString(day, QLocale.FormatType.ShortFormat)
