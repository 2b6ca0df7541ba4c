"""The parts of a page that a browser does not display: where they begin and end."""

import re
from dataclasses import dataclass, field

from unspin_gui.store.formats.html.html_part import OpenPart, is_empty
from unspin_gui.store.formats.html.html_sheets import StyleSheets
from unspin_gui.store.formats.html.html_tokens import HtmlToken, attributes
from unspin_gui.store.formats.tags import tags

ALWAYS = tags(
    "script style template noscript iframe noembed noframes object audio video canvas svg math",
    "textarea select datalist xmp applet meter progress rp rt rtc",
)
"""Elements whose text is never displayed as such, or is displayed above the line."""
_AS_BROWSERS_DO = "revert"
_QUOTED = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)")
_VISIBLE = {"visible", "initial", "revert", "revert-layer"}


@dataclass(slots=True)
class Hidden:
    """The hidden part that is currently open, if any; with `heads`, page heads are hidden.

    Of its elements, a state says which are hidden with all within them ("none"), which take up room
    and may hold visible ones ("room"), and which are displayed after all ("shown").
    """

    sheets: StyleSheets
    heads: bool = False
    part: OpenPart = field(default_factory=OpenPart)
    takes_room: bool = False  # what was held last

    def begins(self, token: HtmlToken, tag: str, *, is_xml: bool) -> bool:
        """Whether a start tag opens a hidden element, which then becomes the open part."""
        name = token.name
        if self.part.name or is_empty(name, tag, is_xml=is_xml):
            return False
        state = "none" if self.heads and name == "head" else self._state(name, tag)
        if state in {"", "shown"}:
            return False
        self.part.begin(name, state)
        return True

    def holds(self, token: HtmlToken, source: str) -> bool:
        """Whether a token belongs to the hidden part, end tag included, and is not displayed."""
        if not self.part.name:
            return False
        if token.kind == "open":
            if self.part.ends_before(token.name):
                return False
            state: str | None = self._inner(token.name, source[token.start : token.end])
            self.part.opened(token.name, state or "")
        elif token.kind == "close":
            state = self.part.closed(token.name)
        else:
            state = self.part.state
        self.takes_room = state == "room"
        return state not in {None, "shown"}

    def _inner(self, name: str, tag: str) -> str:
        """The state of an element that begins within the part."""
        around = self.part.state
        if around != "none":
            return self._state(name, tag) or around
        is_summary = not self.part.inside and (self.part.name, name) == ("details", "summary")
        return "shown" if is_summary else "none"

    def _state(self, name: str, tag: str) -> str:
        """The state that an element has of its own; empty if it is that of its surroundings."""
        if name in ALWAYS:
            return "none"
        bare = _QUOTED.sub("=", tag.lower()).rstrip("/>").split()[1:]
        said = {word.partition("=")[0] for word in bare}
        if name == "details" and "open" not in said:
            return "none"
        is_closed = "hidden" in said or (name == "dialog" and "open" not in said)
        if not is_closed and "style" not in said and not self.sheets:
            return ""
        own, style = attributes(tag), self.sheets.style_of(name, tag)
        display = style.get("display", _AS_BROWSERS_DO)
        # A display of its own overrides the browser's, except for contents hidden until found.
        is_found = own.get("hidden", "").lower() != "until-found"
        if display == "none" or (is_closed and not (is_found and display != _AS_BROWSERS_DO)):
            return "none"
        visibility = style.get("visibility", "")
        if visibility in {"hidden", "collapse"}:
            return "room"
        return "shown" if visibility in _VISIBLE else ""
