"""The language of a report."""

from collections.abc import Callable
from typing import NamedTuple

from unspin_gui.core.document.places import Place


def in_english(value: object) -> str:
    """A message, a reason, an error or a place in English."""
    return value.cited if isinstance(value, Place) else str(value)


class Wording(NamedTuple):
    """A language: its code, and functions for messages, reasons, errors, places and numbers."""

    language: str = "en"
    tell: Callable[[object], str] = in_english
    number: Callable[[int], str] = "{:,}".format


ENGLISH = Wording()
