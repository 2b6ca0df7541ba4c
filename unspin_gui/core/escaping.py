"""Text as it can be shown without deceiving: what is hidden in it is written out."""

from unspin_gui.core.invisibles import invisibles


def escaped(text: str) -> str:
    """The text with direction controls and zero-width signs as their code points."""
    if text.isascii():
        return text
    parts, at = [], 0
    for item in invisibles(text):
        if item.kind != "look-alike":
            parts += [text[at : item.span.start], *map(_written_out, text[slice(*item.span)])]
            at = item.span.end
    return "".join([*parts, text[at:]])


def _written_out(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"
