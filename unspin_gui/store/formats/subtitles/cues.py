"""Finds the cues of SubRip and WebVTT files: what is shown on the screen at one time.

Everything else in the files (times, numbers, notes, styles) is left alone. SubRip files are read as
players read them: a blank line within a cue does not end it, unless a number and a time follow.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span

_MOMENT = r"(?:\d+:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?"
_TIME = pattern(rf"[ \t]*{_MOMENT}[ \t]*-->[ \t]*{_MOMENT}(?:[ \t].*)?\Z")
_NUMBER = pattern(r"[ \t\ufeff]*(\d{1,9})[ \t]*\Z")
_SIGNATURE = pattern(r"WEBVTT(?:[ \t\n]|\Z)")
_TIMES = pattern(rf"^[ \t]*{_MOMENT}[ \t]*-->[ \t]*{_MOMENT}", re.MULTILINE)


class Cue(NamedTuple):
    """The number of a cue, its own or else its place in the order, and its lines of text."""

    number: int
    lines: tuple[Span, ...]


def is_signed(source: str) -> bool:
    """Whether a file begins as WebVTT has to."""
    return bool(_SIGNATURE.match(source))


def has_times(source: str) -> bool:
    """Whether a file has a line with the times of a cue."""
    return bool(_TIMES.search(source))


def is_subrip(source: str) -> bool:
    """Whether the first time of a file is written as in SubRip files only, with a comma."""
    first = _TIMES.search(source)
    return first is not None and "," in first[0]


def cues(source: str, *, is_vtt: bool) -> Iterator[Cue]:
    """The cues in order, those without text too."""
    lines = _lines(source)
    times = [n for n, line in enumerate(lines) if _TIME.match(source[slice(*line)])]
    ends = [*(_before(source, lines, at, is_vtt=is_vtt) for at in times[1:]), len(lines)]
    for order, (at, end) in enumerate(zip(times, ends, strict=False), 1):
        own = _NUMBER.match(source[slice(*lines[at - 1])]) if at else None
        text = lines[at + 1 : end]
        if is_vtt:
            blank = next((n for n, line in enumerate(text) if not line.size), len(text))
            text = text[:blank]
        shown = tuple(line for line in text if source[slice(*line)].strip())
        yield Cue(int(own[1]) if own and not is_vtt else order, shown)


def _lines(source: str) -> list[Span]:
    found, at = list[Span](), 0
    for line in source.split("\n"):
        found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


def _before(source: str, lines: list[Span], time: int, *, is_vtt: bool) -> int:
    """Where the text before a line of times ends: at the number or name of the cue, if any."""
    if time and _NUMBER.match(source[slice(*lines[time - 1])]):
        return time - 1
    has_name = time >= 2 and lines[time - 1].size and not lines[time - 2].size
    return time - 1 if has_name and is_vtt else time
