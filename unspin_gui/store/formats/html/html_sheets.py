"""The style sheets within a page, as far as they hide elements or strike them out.

What hides an element must be certain: a rule that always applies, with a selector that the start
tag alone answers. A rule that may not hold (for some screens, for what is around an element) hides
nothing, but where it would show the element again, that counts. What a pointer or a key does later
is passed over.
"""

import html
import re
from collections import defaultdict
from itertools import count
from typing import NamedTuple

from unspin_gui.store.formats.html.html_rules import StyleRule, Weight, applies, rules_of
from unspin_gui.store.formats.html.html_style import Declared, declared
from unspin_gui.store.formats.html.html_tokens import attributes

_MOST = 100
"""How many rules about one class, identifier or element are considered; if more, it is left alone.
"""
_AS_A_WHOLE = {"html", "body"}
"""Elements that a page hides only until its scripts have run."""


class _Winner(NamedTuple):
    rank: tuple[bool, Weight, int]
    told: Declared


class StyleSheets:
    """The rules of a page read so far."""

    def __init__(self) -> None:
        self._rules: dict[str, list[StyleRule]] = defaultdict(list)
        self._numbers = count()
        self._known: dict[tuple[str, str, str], dict[str, Declared]] = {}

    def __bool__(self) -> bool:
        """Whether there is any rule."""
        return bool(self._rules)

    def add(self, css: str, media: str = "") -> None:
        """Add the rules of another sheet, which is for these media."""
        self._known.clear()
        for rule in rules_of(css, self._numbers, holds=applies(media)):
            self._rules[rule.key].append(rule)

    def style_of(self, name: str, tag: str) -> dict[str, str]:
        """Return the values, in the form of `declared`, for an element, by its start tag."""
        own = attributes(tag)
        inline = declared(html.unescape(own.get("style", "")))
        ruled = self._ruled(name, own) if self._rules and name not in _AS_A_WHOLE else {}
        for property_, told in ruled.items():
            if property_ not in inline or (
                told.is_important and not inline[property_].is_important
            ):
                inline[property_] = told
        return {property_: told.value for property_, told in inline.items()}

    def _ruled(self, name: str, own: dict[str, str]) -> dict[str, Declared]:
        key = name, own.get("id", ""), own.get("class", "")
        if key not in self._known:
            self._known[key] = self._winners(*key)
        return self._known[key]

    def _winners(self, name: str, identifier: str, classes: str) -> dict[str, Declared]:
        said = {f".{one}" for one in html.unescape(classes).split()}
        said |= {f"#{html.unescape(identifier)}"} if identifier else set()
        winners = dict[str, _Winner]()
        for key in (*said, name, ""):
            rules = self._rules.get(key, ())
            if len(rules) > _MOST:
                return {}
            for rule in rules:
                if rule.name in {"", name} and rule.said <= said:
                    _weigh(rule, winners)
        return {property_: winner.told for property_, winner in winners.items()}


def strikes(style: dict[str, str]) -> bool:
    """Whether a style strikes text out."""
    return "line-through" in style.get("text-decoration", "")


def _weigh(rule: StyleRule, winners: dict[str, _Winner]) -> None:
    for property_, told in rule.declared.items():
        if not rule.is_sure and _hides(property_, told.value):
            continue
        rank = told.is_important, rule.weight, rule.order
        if property_ not in winners or rank >= winners[property_].rank:
            winners[property_] = _Winner(rank, told)


def _hides(property_: str, value: str) -> bool:
    return bool(re.search("none|hidden|collapse|line-through", value)) and not (
        property_ == "text-decoration" and value == "none"
    )
