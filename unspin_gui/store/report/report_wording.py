"""In which language a report is told."""

from collections.abc import Callable
from typing import NamedTuple

from unspin_gui.core.document.places import Place


def in_english(value: object) -> str:
    """A message, a reason, an error or a place in English."""
    return value.cited if isinstance(value, Place) else str(value)


class Wording(NamedTuple):
    """A language: its code, what words messages, reasons, errors and places, and what numbers."""

    language: str = "en"
    tell: Callable[[object], str] = in_english
    number: Callable[[int], str] = "{:,}".format


ENGLISH = Wording()
