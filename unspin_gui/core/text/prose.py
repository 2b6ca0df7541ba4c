"""Selects the prose of a source: everything else is blanked before the text is examined.

Every code point keeps its place. What is left out within a paragraph becomes a character that no
word and no phrase extends across, except that the markup of links and single words becomes spaces;
lines with nothing else become blank lines.
"""

from collections.abc import Iterable, Sequence
from re import Match

from unspin_gui.core.text.addresses import addresses
from unspin_gui.core.text.passages import Passage, split_passages
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span, merged
from unspin_gui.core.text.token_pattern import without_tags

LEFT_OUT = "\ufffc"
"""Marks the start of something left out."""
_LINE = pattern(r"[^\n]+")
_LINES = pattern(r"[^\n]+|\n")
_NOTHING = pattern(rf"\s*+{LEFT_OUT}[\s{LEFT_OUT}]*+")


def prose_passages(source: str, skip: Iterable[Span] = ()) -> tuple[Passage, ...]:
    """Split the source into passages, with everything that is not prose blanked.

    `skip` lists the spans that the file format does not regard as prose.
    """
    skip = merged(skip)
    return split_passages(_masked(source, merged([*skip, *addresses(_apart(source, skip))])))


def prose_of(passages: Iterable[Passage]) -> str:
    """Return the prose of all passages, for questions about the whole document."""
    return "\n".join(passage.text for passage in passages)


def _apart(source: str, skip: Sequence[Span]) -> str:
    r"""Blank what is skipped, so that no word touches it.

    Otherwise "intelligence\cite{a}" would be taken for a path.
    """
    parts, at = list[str](), 0
    for start, end in skip:
        parts += [source[at:start], _LINE.sub(_blank, source[start:end])]
        at = end
    return "".join([*parts, source[at:]])


def _blank(match: Match[str]) -> str:
    return " " * len(match[0])


def _masked(source: str, skip: Iterable[Span]) -> str:
    text, parts, at = without_tags(source), list[str](), 0
    for start, end in skip:
        parts.append(text[at:start])
        if text[start:end].strip(" \u00ad") or not source[start:end].strip(" "):
            parts += [_blanked(piece) for piece in _LINES.findall(source, start, end)]
        else:
            parts.append(text[start:end])
        at = end
    lines = "".join([*parts, text[at:]]).split("\n")
    return "\n".join(" " * len(line) if _NOTHING.fullmatch(line) else line for line in lines)


def _blanked(piece: str) -> str:
    return piece if piece == "\n" else LEFT_OUT + " " * (len(piece) - 1)
