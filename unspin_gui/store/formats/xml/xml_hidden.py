"""How a flat OpenDocument file says its text is shown."""

import re
from collections.abc import Iterable, Iterator

from unspin_gui.store.formats.odt.odf_styles import Look, OdfStyle, OdfStyles, is_hidden
from unspin_gui.store.formats.xml.xml_tokens import XmlToken

_ATTRIBUTE = re.compile(r"\s([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TAG = re.compile(r"<([^\s/>]+)")


class FlatLooks:
    """The look of each element of a flat OpenDocument file."""

    def __init__(self, source: str, pieces: Iterable[XmlToken]) -> None:
        self._source = source
        self._styles = OdfStyles.of(_styles(source, pieces))

    def look(self, token: XmlToken, around: Look) -> Look | None:
        """How text in an element is shown, by its start tag; None if nothing in it is."""
        tag, own = _read(self._source, token)
        return None if is_hidden(tag, own) else self._styles.look(tag, own, around)


def _styles(source: str, pieces: Iterable[XmlToken]) -> Iterator[OdfStyle]:
    style: OdfStyle | None = None
    for token in pieces:
        if token.name == "style" and token.kind in {"open", "empty"}:
            style = OdfStyle.of(_read(source, token)[1], {})
            if token.kind == "empty":
                yield style
        elif token.name == "text-properties" and token.kind != "close" and style is not None:
            style = style._replace(text=_read(source, token)[1])
        elif token.name == "style" and style is not None:
            yield style
            style = None


def _read(source: str, token: XmlToken) -> tuple[str, dict[str, str]]:
    """The name of a start tag with its prefix, and its attributes as written."""
    match = _TAG.match(source, token.start)
    found = _ATTRIBUTE.finditer(source, token.start, token.end)
    own = {one[1]: one[2] if one[3] is None else one[3] for one in found}
    return match[1] if match else "", own
