"""Regular expressions that are compiled when they are first used.

Compiling those of this package takes longer than showing the window, which needs none of them
before a text is open.
"""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Pattern:
    """Becomes as fast as a `re.Pattern` with its first use: it takes over its bound methods."""

    def __init__(self, text: str, flags: int) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._made_of)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression; an error in it is raised at its first use."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
