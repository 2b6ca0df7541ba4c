"""The language of reports and comments: that of the window, except for tables (CSV).

Other programs read those, so they are always in English, from the titles to the reasons.
"""

from typing import get_args

from unspin_gui.core.document.places import Place
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.reasons import Reason
from unspin_gui.store.report import ENGLISH, Wording
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.languages import spoken
from unspin_gui.ui.base.wording import error_in_words, in_words
from unspin_gui.ui.session.places_in_words import place_in_words
from unspin_gui.ui.session.reasons import reason_in_words


def report_wording(*, table: bool = False) -> Wording:
    """Return the wording of a report written now, or of a table for other programs."""
    language = ENGLISH.language if table else spoken()
    return ENGLISH if language == ENGLISH.language else Wording(language, _told, number)


def _told(value: object) -> str:
    """A message, a reason, an error or a place in the words of the window."""
    if isinstance(value, get_args(Reason)):
        return reason_in_words(value)
    if isinstance(value, UnspinError):
        return error_in_words(value)
    if isinstance(value, Place):
        return place_in_words(value)
    return in_words(value) if isinstance(value, str) else str(value)
