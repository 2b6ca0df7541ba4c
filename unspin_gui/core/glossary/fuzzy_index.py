"""Finds near matches of phrases: misspelt, joined, split, or with one word replaced.

The vocabulary is compared first, as in the filtering methods of approximate string matching
(Navarro, "A Guided Tour to Approximate String Matching", 2001): each distinct word of the text is
compared once with one word of each phrase, its longest (the anchor), and so are neighbouring words
joined; only windows around words like an anchor are compared whole. On 10,000 words and 10,000
phrases that is about a hundred times faster than comparing every window with every phrase, and
misses only a few matches in a thousand. All windows of a batch are held as columns of numbers,
since handling them one by one took ten times as long.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.core.text.tokens import POSSESSIVE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

WORD_CUT = 80
"""Least similarity of a word to its anchor, 0..100, for the window around it to be compared."""
_CHUNK = 256
_SHIFTS = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
"""How many words a window may have more or fewer than the phrase, before and after its anchor."""


class NearPlace(NamedTuple):
    """Words `[first, last)` of a run that are similar to a phrase, by `ratio` (0..100)."""

    run: int
    first: int
    last: int
    phrase: int
    ratio: float


class _Windows(NamedTuple):
    """Windows of words of a batch, and the phrases they may be similar to, as columns."""

    begin: "Numbers"
    end: "Numbers"
    phrase: "Numbers"


class NearIndex:
    """An index of phrases for approximate search; built once, it caches the words it has seen.

    Phrases are folded; a phrase of a single word must have at least eight letters.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        import numpy as np  # noqa: PLC0415 - costs start-up time

        self.phrases = [_plain(phrase) for phrase in phrases]
        self._homes: dict[str, list[int]] = {}
        stands: list[tuple[int, int, int]] = []
        for number, phrase in enumerate(self.phrases):
            if " " in phrase or len(phrase) >= 8:
                self._add(number, phrase.split(" "), stands)
        columns = np.array(stands, np.int64).reshape(-1, 3).T
        self._phrase, self._before, self._after = columns
        sizes = np.array([len(phrase) for phrase in self.phrases], np.int64)
        self._length: Numbers = sizes[self._phrase]
        self._anchors = sorted(self._homes, key=len)
        self._lengths = [len(anchor) for anchor in self._anchors]
        self._near: dict[str, list[int]] = {}

    def _add(self, number: int, words: list[str], stands: list[tuple[int, int, int]]) -> None:
        """Record an anchor: its phrase, and how many words come before and after it."""
        count = len(words)
        longest = max(range(count), key=lambda at: len(words[at]))
        anchors = [(words[longest], longest, count - longest - 1)]
        anchors += [(words[at] + words[at + 1], at, count - at - 2) for at in range(count - 1)]
        if count > 2:
            anchors.append(("".join(words), 0, 0))
        for anchor, before, after in anchors:
            self._homes.setdefault(anchor, []).append(len(stands))
            stands.append((number, before, after))

    def find(self, runs: Sequence[Sequence[str]], threshold: float) -> list[NearPlace]:
        """Find the places in runs of folded words whose similarity is at least `threshold`.

        Of overlapping places of one phrase only the most similar is returned.
        """
        self._meet({word for run in runs for word in run})
        at, width, home = self._anchored(runs)
        if not home:
            return []
        import numpy as np  # noqa: PLC0415 - costs start-up time
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        words = _Words(runs)
        windows = self._windows(words, np.array(at), np.array(width), np.array(home), threshold)
        texts = words.between(windows)
        ratios = process.cpdist(
            texts,
            [self.phrases[phrase] for phrase in windows.phrase.tolist()],
            scorer=fuzz.ratio,
            score_cutoff=threshold,
            dtype=np.float32,
        )
        like = ratios >= threshold
        return _best(words.places(_Windows(*(column[like] for column in windows)), ratios[like]))

    def _anchored(self, runs: Sequence[Sequence[str]]) -> tuple[list[int], list[int], list[int]]:
        """As columns: the first word of each anchor's match, its number of words, its phrase."""
        at, width, home = list[int](), list[int](), list[int]()
        first = 0
        for run in runs:
            for here, word in enumerate(run):
                # two words that are an anchor once joined: "block chain"
                glued = self._homes.get(word + run[here + 1], ()) if here + 1 < len(run) else ()
                for size, homes in ((1, self._near[word]), (2, glued)):
                    if homes:
                        at += [first + here] * len(homes)
                        width += [size] * len(homes)
                        home += homes
            first += len(run)
        return at, width, home

    def _windows(
        self, words: "_Words", at: "Numbers", width: "Numbers", home: "Numbers", threshold: float
    ) -> _Windows:
        """The windows around anchors whose length is possible for their phrase."""
        import numpy as np  # noqa: PLC0415 - costs start-up time

        length, phrase = self._length[home], self._phrase[home]
        # The similarity 2 * common / (one + other) can reach the threshold only for these lengths.
        least = length * threshold / (200 - threshold)
        most = length * (200 - threshold) / threshold
        before, after = at - self._before[home], at + width + self._after[home]
        low, high = words.run_start[at], words.run_end[at]
        parts = []
        for more_before, more_after in _SHIFTS:
            begin, end = before - more_before, after + more_after
            fits = (begin >= low) & (end <= high) & (begin <= at) & (end >= at + width)
            size = words.ends[np.where(fits, end, 1) - 1] - words.starts[np.where(fits, begin, 0)]
            fits &= (least <= size) & (size <= most)
            parts.append(_Windows(begin[fits], end[fits], phrase[fits]))
        return _Windows(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _meet(self, words: set[str]) -> None:
        """Record the anchors that words not seen before are similar to."""
        new = sorted(words - self._near.keys(), key=len)
        for at in range(0, len(new), _CHUNK):
            self._compare(new[at : at + _CHUNK])

    def _compare(self, words: list[str]) -> None:
        """Compare words, sorted by length, with the anchors of a length similar enough."""
        import numpy as np  # noqa: PLC0415 - both cost start-up time
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        least = len(words[0]) * WORD_CUT / (200 - WORD_CUT)
        most = len(words[-1]) * (200 - WORD_CUT) / WORD_CUT
        first, last = bisect_left(self._lengths, least), bisect_right(self._lengths, most)
        anchors = self._anchors[first:last]
        for word in words:
            self._near[word] = []
        if anchors:
            ratios: NDArray[np.uint8] = process.cdist(
                words, anchors, scorer=fuzz.ratio, score_cutoff=WORD_CUT, dtype=np.uint8
            )
            rows, columns = ratios.nonzero()
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                self._near[words[row]] += self._homes[anchors[column]]


class _Words:
    """The words of all runs in a row, numbered from 0."""

    def __init__(self, runs: Sequence[Sequence[str]]) -> None:
        import numpy as np  # noqa: PLC0415 - costs start-up time

        self._text = " ".join(word for run in runs for word in run)
        sizes = np.array([len(word) for run in runs for word in run], np.int64)
        self.ends: Numbers = np.cumsum(sizes + 1) - 1
        self.starts: Numbers = self.ends - sizes
        counts = np.array([len(run) for run in runs], np.int64)
        last = np.cumsum(counts)
        self._run: Numbers = np.repeat(np.arange(len(runs)), counts)
        self.run_start: Numbers = (last - counts)[self._run]
        self.run_end: Numbers = last[self._run]

    def between(self, windows: _Windows) -> list[str]:
        """The text of each window."""
        text = self._text
        starts, ends = self.starts[windows.begin], self.ends[windows.end - 1]
        return [text[s:e] for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]

    def places(self, windows: _Windows, ratios: "NDArray[np.float32]") -> list[NearPlace]:
        """Turn windows into places, with their words numbered within their runs."""
        start = self.run_start[windows.begin]
        columns = (
            *(self._run[windows.begin], windows.begin - start, windows.end - start),
            *(windows.phrase, ratios),
        )
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [NearPlace(*row) for row in rows]


def _best(places: Iterable[NearPlace]) -> list[NearPlace]:
    """Of the overlapping places of one phrase keep the most similar, then the shortest."""
    kept: dict[tuple[int, int], list[NearPlace]] = {}
    for place in sorted(places, key=lambda p: (-p.ratio, p.last - p.first, p.run, p.first)):
        others = kept.setdefault((place.run, place.phrase), [])
        if all(place.last <= other.first or other.last <= place.first for other in others):
            others.append(place)
    return sorted(place for group in kept.values() for place in group)


def _plain(phrase: str) -> str:
    return " ".join(norm for norm in phrase.split(" ") if norm != POSSESSIVE)


def indel_similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """The similarity of two words, or of two sequences of words, 0..1, by insertions and deletions.

    Normalised indel similarity, twice the length of the longest common subsequence over both
    lengths together. Both arguments must be strings, or both sequences of words.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    return Indel.normalized_similarity(one, other)
