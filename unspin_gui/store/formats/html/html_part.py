"""A part of a page that a start tag opens: where it ends, and what is open within it."""

from collections import Counter
from dataclasses import dataclass, field

from unspin_gui.store.formats.tags import tags

_EMPTY = tags(
    "area base br col embed hr img input link meta param source track wbr basefont bgsound frame",
    "keygen",
)
ENDED_BY = {
    "li": tags("li"),
    "dt": tags("dt dd"),
    "dd": tags("dt dd"),
    "tr": tags("tr tbody tfoot thead"),
    "td": tags("td th tr"),
    "th": tags("td th tr"),
    "option": tags("option optgroup"),
    **dict.fromkeys(("rp", "rt", "rtc"), tags("rb rp rt rtc")),
    "p": tags(
        "address article aside blockquote details div dl fieldset figcaption figure footer form h1",
        "h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul",
    ),
}
"""Elements whose end tag may be omitted, and the tags that end them."""


def is_empty(name: str, tag: str, *, is_xml: bool) -> bool:
    """Whether a start tag is that of an element without contents, which no end tag follows."""
    return name in _EMPTY or (tag.endswith("/>") and (is_xml or name in {"svg", "math"}))


@dataclass(slots=True)
class OpenPart:
    """The part that is currently open, if any, with its state and those of elements in it."""

    name: str = ""
    own_state: str = ""
    inside: list[tuple[str, str]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)  # how many of each are inside

    @property
    def state(self) -> str:
        """The state of the innermost element."""
        return self.inside[-1][1] if self.inside else self.own_state

    @property
    def innermost(self) -> str:
        """The name of the innermost element."""
        return self.inside[-1][0] if self.inside else self.name

    def begin(self, name: str, state: str = "") -> None:
        """Begin with a start tag."""
        self.name, self.own_state, self.inside, self.names = name, state, [], Counter()

    def end(self) -> None:
        """End, whatever is open."""
        self.name = ""

    def ends_before(self, name: str) -> bool:
        """Whether a start tag ends the part; it ends what was left open within it."""
        while self.inside and name in ENDED_BY.get(self.inside[-1][0], ()):
            self._pop()
        if not self.inside and name in ENDED_BY.get(self.name, ()):
            self.end()
            return True
        return False

    def opened(self, name: str, state: str = "") -> None:
        """Note a start tag within the part, after `ends_before`."""
        if name not in _EMPTY:
            self.inside.append((name, state))
            self.names[name] += 1

    def closed(self, name: str) -> str | None:
        """Note an end tag; returns the state of what it ends, None if the part had ended before."""
        if name in _EMPTY:
            return self.state
        if self.names[name]:
            while (ended := self._pop())[0] != name:
                pass
            return ended[1]
        if name == self.name:
            self.end()
        elif self.name in ENDED_BY:  # the enclosing element ends
            self.end()
            return None
        return self.own_state

    def _pop(self) -> tuple[str, str]:
        ended = self.inside.pop()
        self.names[ended[0]] -= 1
        return ended
