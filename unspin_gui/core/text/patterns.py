"""Regular expressions that are compiled when they are first used.

Compiling those of this package takes longer than showing the window, which needs none of them
before a text is open.
"""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Pattern:
    """Compiles at the first use, then takes over the bound methods of the `re.Pattern`."""

    def __init__(self, text: str, flags: int) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._made_of)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled, and raises `re.error`, at its first use."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
