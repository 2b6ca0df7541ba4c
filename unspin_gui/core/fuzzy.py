"""Places that are like a phrase but not it: misspelt, joined, split, or with another word.

Vocabulary first: each distinct word of the text is compared once with one word of each phrase
(its anchor, the longest one) and with its glued neighbours; only windows around such words
are compared whole. On 10,000 words and 10,000 phrases it is about forty times faster than
comparing every window with every phrase, and finds all but a few in a thousand of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.core.words import POSSESSIVE

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORD_CUT = 80
"""How like its anchor a word must be, 0..100, for the window around it to be looked at."""
_CHUNK = 256
_SHIFTS = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
"""How many words more or less a window may have before and after its anchor."""


class NearPlace(NamedTuple):
    """Words `[first, last)` of a run that are `ratio` (0..100) like a phrase."""

    run: int
    first: int
    last: int
    phrase: int
    ratio: float


class _Home(NamedTuple):
    """Where an anchor stands: in which phrase, with how many words before and after it."""

    phrase: int
    before: int
    after: int


class NearIndex:
    """Phrases that are searched for by likeness; built once, remembers the words it has met.

    Phrases are folded; one of a single word needs eight letters.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = [_plain(phrase) for phrase in phrases]
        self._homes: dict[str, list[_Home]] = {}
        for number, phrase in enumerate(self.phrases):
            if " " in phrase or len(phrase) >= 8:
                self._add(number, phrase.split(" "))
        self._anchors = sorted(self._homes, key=len)
        self._lengths = [len(anchor) for anchor in self._anchors]
        self._near: dict[str, tuple[str, ...]] = {}

    def _add(self, number: int, words: list[str]) -> None:
        count = len(words)
        longest = max(range(count), key=lambda at: len(words[at]))
        self._homes.setdefault(words[longest], []).append(
            _Home(number, longest, count - longest - 1)
        )
        for at in range(count - 1):
            self._homes.setdefault(words[at] + words[at + 1], []).append(
                _Home(number, at, count - at - 2)
            )

    def find(self, runs: Sequence[Sequence[str]], threshold: float) -> list[NearPlace]:
        """The places of at least `threshold` likeness in runs of folded words.

        Of places that overlap only the likest is given for each phrase.
        """
        self._meet({word for run in runs for word in run})
        pairs: dict[tuple[str, int], list[tuple[int, int, int]]] = {}
        for number, run in enumerate(runs):
            for window, phrase, first, last in self._windows(run, threshold):
                pairs.setdefault((window, phrase), []).append((number, first, last))
        return _best(self._measured(pairs, threshold))

    def _measured(
        self, pairs: dict[tuple[str, int], list[tuple[int, int, int]]], threshold: float
    ) -> Iterator[NearPlace]:
        """The places whose window is really like its phrase."""
        if not pairs:
            return
        import numpy as np  # noqa: PLC0415 - both cost start-up time
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        ratios = process.cpdist(
            [window for window, _ in pairs],
            [self.phrases[phrase] for _, phrase in pairs],
            scorer=fuzz.ratio,
            score_cutoff=threshold,
            dtype=np.float32,
        )
        for (pair, places), ratio in zip(pairs.items(), ratios.tolist(), strict=True):
            if ratio >= threshold:
                yield from (NearPlace(*place, pair[1], ratio) for place in places)

    def _windows(self, run: Sequence[str], threshold: float) -> Iterator[tuple[str, int, int, int]]:
        """(window, phrase, first, last) around every word of the run that is like an anchor."""
        text = " ".join(run)
        starts, at = [], 0
        for word in run:
            starts.append(at)
            at += len(word) + 1
        ends = [start + len(word) for start, word in zip(starts, run, strict=True)]
        phrases, count = self.phrases, len(run)
        for first, last, home in self._anchored(run):
            length = len(phrases[home.phrase])
            least, most = (
                length * threshold / (200 - threshold),
                length * (200 - threshold) / threshold,
            )
            for more_before, more_after in _SHIFTS:
                begin = first - home.before - more_before
                end = last + home.after + more_after
                if begin < 0 or end > count or begin >= end or begin > first or end < last:
                    continue
                if least <= ends[end - 1] - starts[begin] <= most:
                    yield text[starts[begin] : ends[end - 1]], home.phrase, begin, end

    def _anchored(self, run: Sequence[str]) -> Iterator[tuple[int, int, _Home]]:
        """Words `[first, last)` of the run, and a home of an anchor that they are like."""
        homes = self._homes
        for at, word in enumerate(run):
            for anchor in self._near[word]:
                for home in homes[anchor]:
                    yield at, at + 1, home
        for at in range(len(run) - 1):
            for home in homes.get(run[at] + run[at + 1], ()):
                yield at, at + 2, home

    def _meet(self, words: set[str]) -> None:
        """Remember the anchors that words not met before are like."""
        new = sorted(words - self._near.keys(), key=len)
        for at in range(0, len(new), _CHUNK):
            self._compare(new[at : at + _CHUNK])

    def _compare(self, words: list[str]) -> None:
        """Compare words, ordered by length, with the anchors of a length that can be like."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        least = len(words[0]) * WORD_CUT / (200 - WORD_CUT)
        most = len(words[-1]) * (200 - WORD_CUT) / WORD_CUT
        first, last = bisect_left(self._lengths, least), bisect_right(self._lengths, most)
        anchors = self._anchors[first:last]
        found: list[list[str]] = [[] for _ in words]
        if anchors:
            import numpy as np  # noqa: PLC0415

            ratios: NDArray[np.uint8] = process.cdist(
                words, anchors, scorer=fuzz.ratio, score_cutoff=WORD_CUT, dtype=np.uint8
            )
            rows, columns = ratios.nonzero()
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                found[row].append(anchors[column])
        self._near.update((word, tuple(near)) for word, near in zip(words, found, strict=True))


def _best(places: Iterable[NearPlace]) -> list[NearPlace]:
    """Of the overlapping places of one phrase the likest, then the shortest."""
    kept: dict[tuple[int, int], list[NearPlace]] = {}
    for place in sorted(places, key=lambda p: (-p.ratio, p.last - p.first, p.run, p.first)):
        others = kept.setdefault((place.run, place.phrase), [])
        if all(place.last <= other.first or other.last <= place.first for other in others):
            others.append(place)
    return sorted(place for group in kept.values() for place in group)


def _plain(phrase: str) -> str:
    return " ".join(norm for norm in phrase.split(" ") if norm != POSSESSIVE)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two words, or two rows of words, are: 0..1, by what must be taken out and put in.

    Both must be texts, or both rows of words.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    return Indel.normalized_similarity(one, other)
