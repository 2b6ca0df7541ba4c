"""Recognises text files that are not prose: data, programs, and markup no reader here supports.

Their words are meant for a program as often as for a person, and only a parser of the format can
tell which.
"""

import re
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.patterns import pattern
from unspin_gui.store.formats.opened import Kind

_ENDINGS = {
    Message("an OpenDocument XML file"): "fodg",
    Message("XML"): "xsl xslt xsd ditamap opml kml gpx mml plist xaml wsdl musicxml",
    Message("LaTeX"): "sty cls dtx bib bbl",
    Message("a list of translations"): "tmx tbx strings properties arb resx",
    Message("data"): (
        "json jsonl ndjson json5 geojson ipynb yaml yml toml ini cfg conf env csv tsv ics vcf"
        " desktop lock pem ldif sql"
    ),
    Message("markup"): (
        "rst rest adoc asciidoc textile org pod texi texinfo man roff mediawiki wiki mdx typ"
        " eml mbox"
    ),
    Message("subtitles"): "ass ssa sub sbv lrc ttml smi",
    Message("a program"): (
        "py pyw pyi js mjs cjs jsx ts tsx css scss sass less c h cc cpp cxx hpp cs java kt"
        " go rs rb php pl pm sh bash zsh fish bat cmd ps1 r m lua swift scala hs ml ex exs clj vue"
        " svelte tf diff patch cmake gradle groovy dart jl f90 asm vb pas el lisp"
    ),
}
_BY_ENDING = {f".{end}": name for name, ends in _ENDINGS.items() for end in ends.split()}
_STARTS = (
    (
        pattern(r"%!PS|#!/|<\?php\b|-----BEGIN [A-Z ]+-----|BEGIN:V[A-Z]+\n"),
        Message("data or a program"),
    ),
    (pattern(r"@[A-Za-z]+\s*\{[^\n]*,\n"), Message("LaTeX")),
)
_BEFORE_ROOT = pattern(r"(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?! html)[^\[>]*+>)*+")
_HTML = pattern(r"<!doctype html|<html[\s>]", re.IGNORECASE)
_XML = pattern(r"<\?xml\b|<!DOCTYPE (?!html)", re.IGNORECASE)
_SUBTITLES = pattern(r"WEBVTT(?:[ \t\n]|\Z)|\s*(?:\d+[ \t]*\n)?(?:\d+:)?\d\d?:\d\d[,.]\d+[ \t]*-->")
_LATEX = pattern(
    r"^\s*\\(?:documentclass|documentstyle|begin|usepackage|(?:sub)*section\*?|chapter\*?|input"
    r"|include|newcommand)\s*[\[{]",
    re.MULTILINE,
)
_PO = pattern(r'^msgid\s+".*\n(?:".*\n)*(?:msgid_plural .*\n(?:".*\n)*)?msgstr', re.MULTILINE)
_ELEMENT = pattern(r"<([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>")
HEAD = 20_000
"""How much of a text is examined."""


class MarkupError(StoreError):
    """A text whose words may be meant for a program; it is read only on request."""

    def __init__(self, path: object, markup: str) -> None:
        super().__init__(
            path,
            Message(
                "this is {0}, not prose: which of its words are meant for readers cannot "
                "be determined; save its text as .txt, .md or .html, or have it read as "
                "text",
                markup,
            ),
        )
        self.markup = markup


def structure_of(start: str, end: str) -> Kind | None:
    """Return the format of a text, by its start and its end; None if it is unknown."""
    start = start.lstrip("\ufeff \t\n")
    root = _BEFORE_ROOT.match(start)
    if _HTML.match(start) or (root and _HTML.match(start, root.end())):
        return "html"
    if _XML.match(start):
        return "xml"
    if _SUBTITLES.match(start):
        return "subtitles"
    element = _ELEMENT.match(start)
    if element and end.rstrip().endswith(f"</{element[1]}>"):
        return "xml"
    return "latex" if _LATEX.search(start) else None


def is_named_markup(path: str | Path) -> bool:
    """Whether the name of a file promises data, a program or markup that no reader here knows."""
    return Path(path).suffix.lower() in _BY_ENDING


def markup_of(path: Path, text: str) -> str:
    """What kind of non-prose a text file is, for use in a sentence; empty for prose."""
    named = _BY_ENDING.get(path.suffix.lower())
    if named:
        return named
    start = text[:HEAD].lstrip()
    for opening, name in _STARTS:
        if opening.match(start):
            return name
    if _PO.search(start):
        return "a list of translations"
    return "data" if _is_json(text) else ""


def _is_json(text: str) -> bool:
    start = text[:200].lstrip()
    if not re.match(r"\{\s*[\"}]|\[\s*[\[{\"\d\]]", start):
        return False
    import json  # noqa: PLC0415 - hardly any text gets this far

    for one in (text, start.partition("\n")[0]):
        try:
            return isinstance(json.loads(one), dict | list)
        except (ValueError, RecursionError):
            continue
    return False
