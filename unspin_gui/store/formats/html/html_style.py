"""What declarations of a style say, as a browser reads it (CSS 2.2, 4.1.8 and 6.4)."""

import re
from typing import NamedTuple

from unspin_gui.store.formats.tags import tags

STRING = r"\"(?:[^\"\\\n]|\\[\s\S])*+\"?|'(?:[^'\\\n]|\\[\s\S])*+'?"
"""A string of CSS, which the end of its line ends if no quotation mark does."""
_COMMENT = re.compile(rf"({STRING})|/\*[\s\S]*?(?:\*/|\Z)")
_DECLARATION = re.compile(r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|\([^)]*+(?:\)|\Z)|[^;\"'(]++)+")
_IMPORTANT = re.compile(r"!\s*+important\Z")
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
_WIDE = tags("inherit initial unset revert revert-layer")
_UNKNOWN = re.compile(r"\b(?:var|env|attr|if)\(")
"""Functions whose values only a browser knows; what is declared with one is not ignored."""
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
    for declaration in _DECLARATION.findall(without_comments(style.lower())):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        bare = _IMPORTANT.sub("", value).rstrip()
        told = Declared("var()" if _UNKNOWN.search(bare) else bare, bare != value)
        for property_ in _properties(name.removesuffix("-line"), told.value):
            earlier = values.get(property_)
            if told.is_important or not earlier or not earlier.is_important:
                values[property_] = told
    return values


def without_comments(css: str) -> str:
    """Return a style or sheet with a space for each comment; strings stay as they are."""
    return _COMMENT.sub(lambda match: match[1] or " ", css)


def _properties(name: str, value: str) -> tuple[str, ...]:
    """The properties that a declaration determines, if a browser does not ignore it."""
    if name == "all":
        return ("display", "visibility", "text-decoration") if value in _WIDE else ()
    if name == "text-decoration":
        known = value == "var()" or not _LINES.isdisjoint(value.split())
    else:
        known = name in _KEYWORDS and (value == "var()" or _is_known(value, _KEYWORDS[name]))
    return (name,) if known else ()


def _is_known(value: str, keywords: frozenset[str]) -> bool:
    words = value.split()
    return bool(words) and all(
        word in keywords or _OF_BROWSERS.fullmatch(word) is not None for word in words
    )
