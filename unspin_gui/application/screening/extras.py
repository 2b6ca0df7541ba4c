"""Errors that keep a screening from starting, such as a missing optional library."""

import sys

from unspin_gui.core.errors import StoreError


class CannotStartError(StoreError):
    """A problem of the whole screening, for which rows with errors would be no use."""


class NoFieldError(CannotStartError):
    """The records of a file have no text in the expected field."""


def needed(path: object, what: str, library: str, extra: str) -> CannotStartError:
    """Return the error for something that needs an optional library."""
    command = f'"{sys.executable}" -m pip install {library}'
    return CannotStartError(path, f"{what} need {library}; run: {command} (or unspin-gui[{extra}])")
