"""What readers call a place in a document: its page, cue, chapter or line."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

PlaceKind = Literal["page", "cue", "chapter", "line"]

_CITED = {"page": "p.", "chapter": "ch."}


class Place(NamedTuple):
    """A numbered part of a document, from `start` (in code points of the text) to the next one.

    `number` is the number that the document itself or its readers use, from 1 if they count.
    """

    start: int
    kind: PlaceKind
    number: int

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def cited(self) -> str:
        """The place as a comment on a text refers to it: "p. 4"."""
        return f"{_CITED.get(self.kind, self.kind)} {self.number}"

    def cites(self, phrase: str, expected: str = "") -> str:
        """A line about a phrase at this place: "p. 4: 'spun words', expected 'plain words'"."""
        message = f"{self.cited}: '{' '.join(phrase.split())}'"
        return (
            f"{message}, expected '{' '.join(expected.split())}'" if expected.strip() else message
        )


def place_at(places: Sequence[Place], offset: int) -> Place | None:
    """The place that contains `offset`; None before the first. `places` are ordered by start."""
    following = bisect_right(places, offset, key=_start)
    return places[following - 1] if following else None


def line_starts(text: str) -> list[int]:
    """Where each line of a text starts."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _start(place: Place) -> int:
    return place.start
