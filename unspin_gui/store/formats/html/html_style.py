"""What declarations of a style say, as a browser reads it (CSS 2.2, 4.1.8 and 6.4)."""

import re
from typing import NamedTuple

from unspin_gui.store.formats.tags import tags

COMMENT = re.compile(r"/\*[\s\S]*?(?:\*/|\Z)")
_DECLARATION = re.compile(r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|\([^)]*+(?:\)|\Z)|[^;\"'(]++)+")
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z")
_KEYWORDS = {
    "display": tags(
        "none block inline inline-block flex inline-flex grid inline-grid flow-root contents",
        "list-item run-in table inline-table table-row-group table-header-group",
        "table-footer-group table-row table-cell table-column-group table-column table-caption",
        "ruby ruby-base ruby-text ruby-base-container ruby-text-container math flow",
        "inherit initial unset revert revert-layer",
    ),
    "visibility": tags("visible hidden collapse inherit initial unset revert revert-layer"),
}
"""The words that values consist of; a browser ignores a declaration with others."""
_LINES = tags("none underline overline line-through inherit initial unset revert revert-layer")
"""Words of which a text decoration has one, besides a colour and the like."""
_OF_BROWSERS = re.compile(r"-(?:webkit|moz|ms|o)-[a-z-]+")


class Declared(NamedTuple):
    """The value of a property, and whether it is marked as important."""

    value: str
    is_important: bool = False


def declared(style: str) -> dict[str, Declared]:
    """The values of "display", "visibility" and "text-decoration" that a style declares.

    "text-decoration-line" counts as "text-decoration". Of several declarations the last one
    applies, unless an earlier one is important.
    """
    values = dict[str, Declared]()
    for declaration in _DECLARATION.findall(COMMENT.sub(" ", style.lower())):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        bare = _IMPORTANT.sub("", value)
        name = name.removesuffix("-line")
        if name == "text-decoration":
            if _LINES.isdisjoint(bare.split()):
                continue
        elif name not in _KEYWORDS or not _is_known(bare, _KEYWORDS[name]):
            continue
        told = Declared(bare, bare != value)
        if told.is_important or name not in values or not values[name].is_important:
            values[name] = told
    return values


def _is_known(value: str, keywords: frozenset[str]) -> bool:
    words = value.split()
    return bool(words) and all(
        word in keywords or _OF_BROWSERS.fullmatch(word) is not None for word in words
    )
