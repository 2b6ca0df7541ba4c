"""What the paragraphs of a page are: headings, items of lists, cells of tables."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from unspin_gui.core.document.roles import RoleKind
from unspin_gui.store.formats.tags import tags

_HEADINGS = tags("h1 h2 h3 h4 h5 h6")
_KINDS: dict[str, RoleKind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("li", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
}
_AROUND: dict[str, RoleKind] = {
    **dict.fromkeys(tags("ul ol dl menu dir"), "item"),
    "table": "cell",
}
"""Elements that contain others of a kind; the number of open ones is the level of these."""
_ENDS = {
    **dict.fromkeys(_HEADINGS, _HEADINGS),
    "li": tags("li"),
    "dd": tags("dd"),
    "dt": tags("dd"),
    **dict.fromkeys(("td", "th"), tags("td th")),
    "tr": tags("td th"),
}
"""Which open elements a start tag ends."""


class _Open(NamedTuple):
    name: str
    kind: RoleKind
    level: int


@dataclass(slots=True)
class OpenRoles:
    """The open elements that say what a paragraph is, innermost last.

    A mere container passes on what is around it.
    """

    open: list[_Open] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    holders: Counter[RoleKind] = field(default_factory=Counter)

    @property
    def innermost(self) -> tuple[RoleKind, int]:
        """Return the role and level of a paragraph that begins now."""
        if not self.open:
            return "text", 1
        _, kind, level = self.open[-1]
        return kind, level

    def begin(self, name: str) -> None:
        """Note a start tag."""
        if ended := _ENDS.get(name):
            while self.open and self.open[-1].name in ended:
                self._pop()
        kind = _KINDS.get(name)
        if kind is not None:
            level = int(name[1]) if kind == "heading" else max(1, self.holders[kind])
            self._push(_Open(name, kind, level))
        elif name in _AROUND:
            self._push(_Open(name, *self.innermost))
            self.holders[_AROUND[name]] += 1

    def end(self, name: str) -> None:
        """Note an end tag, which also ends what is open within its element."""
        if self.names[name]:
            while self._pop() != name:
                pass

    def _push(self, element: _Open) -> None:
        self.open.append(element)
        self.names[element.name] += 1

    def _pop(self) -> str:
        name = self.open.pop().name
        self.names[name] -= 1
        if name in _AROUND:
            self.holders[_AROUND[name]] -= 1
        return name
