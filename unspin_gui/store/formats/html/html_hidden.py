"""The parts of a page that a browser does not display: where they begin and end."""

import re
from collections import Counter
from dataclasses import dataclass, field

from unspin_gui.store.formats.html.html_style import declared
from unspin_gui.store.formats.html.html_tokens import HtmlToken, attributes
from unspin_gui.store.formats.tags import tags

ALWAYS = tags(
    "script style template noscript iframe noembed noframes object audio video canvas svg math",
    "textarea select datalist xmp applet meter progress rp rt rtc",
)
"""Elements whose text is never displayed as such, or above the line."""
_EMPTY = tags(
    "area base br col embed hr img input link meta param source track wbr basefont bgsound frame",
    "keygen",
)
_ENDED_BY = {
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
_AS_BROWSERS_DO = "revert"
_QUOTED = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)")


@dataclass(slots=True)
class Hidden:
    """The hidden part that is open at present, if any; with `heads`, heads of pages are hidden."""

    heads: bool = False
    name: str = ""
    inside: list[str] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)  # how many of each are inside
    of_summary: bool = False  # a closed element displays its summary, which is being read

    def begins(self, token: HtmlToken, tag: str, *, is_xml: bool) -> bool:
        """Whether a start tag opens a hidden element, which then becomes the open part."""
        name = token.name
        if is_empty(name, tag, is_xml=is_xml):
            return False
        is_head = self.heads and name == "head"
        if not is_head and name not in ALWAYS and not _is_hidden(name, tag):
            return False
        self.name, self.inside, self.names = name, [], Counter()
        return True

    def holds(self, token: HtmlToken) -> bool:
        """Whether a token belongs to the hidden part; its end does."""
        if self.of_summary:
            self._after_summary(token)
            return False
        if not self.name:
            return False
        if token.kind == "open":
            return self._opened(token.name)
        return token.kind != "close" or self._closed(token.name)

    def _after_summary(self, token: HtmlToken) -> None:
        if token.kind == "close" and token.name == "summary":
            self.of_summary = False

    def _opened(self, name: str) -> bool:
        if not self.inside and name in _ENDED_BY.get(self.name, ()):
            self.name = ""
            return False
        if not self.inside and (self.name, name) == ("details", "summary"):
            self.of_summary = True
            return False
        if name not in _EMPTY:
            self.inside.append(name)
            self.names[name] += 1
        return True

    def _closed(self, name: str) -> bool:
        if name in _EMPTY:
            return True
        if self.names[name]:
            while (ended := self.inside.pop()) != name:
                self.names[ended] -= 1
            self.names[name] -= 1
            return True
        if name == self.name:
            self.name = ""
            return True
        if self.name in _ENDED_BY:  # the enclosing element ends
            self.name = ""
            return False
        return True


def is_empty(name: str, tag: str, *, is_xml: bool) -> bool:
    """Whether a start tag is that of an element without contents, which no end tag follows."""
    return name in _EMPTY or (tag.endswith("/>") and (is_xml or name in {"svg", "math"}))


def _is_hidden(name: str, tag: str) -> bool:
    bare = _QUOTED.sub("=", tag.lower()).rstrip("/>").split()[1:]
    said = {word.partition("=")[0] for word in bare}
    if name == "details" and "open" not in said:
        return True
    is_closed = "hidden" in said or (name == "dialog" and "open" not in said)
    if not is_closed and "style" not in said:
        return False
    own = attributes(tag)
    style = declared(own.get("style", ""))
    display = style.get("display", _AS_BROWSERS_DO)
    if display == "none" or style.get("visibility") in {"hidden", "collapse"}:
        return True
    # A display of its own outweighs those of browsers, but for contents hidden until found.
    is_found = own.get("hidden", "").lower() != "until-found"
    return is_closed and not (is_found and display != _AS_BROWSERS_DO)
