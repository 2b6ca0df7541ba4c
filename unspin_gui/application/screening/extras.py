"""What keeps a screening from starting, such as an optional library that is missing."""

import sys

from unspin_gui.core.errors import StoreError


class CannotStartError(StoreError):
    """Something concerns the whole screening, so that rows with errors would not help."""


class NoFieldError(CannotStartError):
    """The records of a file have no text where it is looked for."""


def needed(path: object, what: str, library: str, extra: str) -> CannotStartError:
    """The error for something that an extra library reads or runs."""
    command = f'"{sys.executable}" -m pip install {library}'
    return CannotStartError(
        path, f"{what} need {library}; type: {command} (or unspin-gui[{extra}])"
    )
