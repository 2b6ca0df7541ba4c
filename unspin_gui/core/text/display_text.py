"""Makes text safe to display: hidden characters are written out."""

from unspin_gui.core.text.patterns import pattern

_CONTROLS = pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def escaped(text: str) -> str:
    """Replace direction controls and zero-width characters by their code points."""
    if text.isascii():
        return text
    from unspin_gui.core.text.invisibles import invisibles  # noqa: PLC0415 - slow, seldom needed

    parts, at = [], 0
    for item in invisibles(text):
        if item.kind != "look-alike":
            parts += [text[at : item.span.start], *map(_written_out, text[slice(*item.span)])]
            at = item.span.end
    return "".join([*parts, text[at:]])


def one_line(text: str) -> str:
    """Escape the text, and write line ends and other control characters as code points too."""
    return _CONTROLS.sub(lambda found: _written_out(found[0]), escaped(text))


def _written_out(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"
