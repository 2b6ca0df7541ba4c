"""Measures what a reader finds in annotated articles and in genuine prose."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from annotated import WORD, Article

from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Document
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.noisy_channel.second_reading import SecondReading

LEAST, SHOWN = 0.02, 0.5
"""Suspects are measured from the first score, shown from the second."""


def report(
    name: str, text: str, reader: NoisyChannelReader, second: SecondReading | None = None
) -> dict[str, Any]:
    """What a reader alone finds in a text, in the form of `check --format json`."""
    knowledge = Knowledge(reader=reader, second=second, options=Options(min_score=LEAST))
    document = Document(text)
    suspects = []
    for suspect in detect(text, knowledge):
        start, end = suspect.span.start, suspect.span.end
        fixes = [{"text": fix.text} for fix in suggest(suspect, document, knowledge)]
        found = {"start": start, "end": end, "text": suspect.phrase, "score": suspect.score}
        suspects.append({**found, "suggestions": fixes})
    return {"file": name, "suspects": suspects}


def alarms(
    texts: Sequence[str], reader: NoisyChannelReader, second: SecondReading | None = None
) -> tuple[int, int]:
    """The suspects shown in genuine texts, and the number of words in these."""
    knowledge = Knowledge(reader=reader, second=second)
    found = sum(len(detect(text, knowledge)) for text in texts)
    return found, sum(len(WORD.findall(text)) for text in texts)


class Measured(NamedTuple):
    """A scored article: for each word that counts, its score and whether it was changed.

    Of the spun `places`, `fixed` have one of their originals among five suggestions, `first` as the
    first of these.
    """

    name: str
    words: list[tuple[float, bool]]
    first: int
    fixed: int
    places: int

    @classmethod
    def of(cls, article: Article, found: dict[str, Any]) -> "Measured":
        """The measure of a report."""
        changed = {place[0] for place in article.changed}
        rows = []
        for word in WORD.finditer(article.text):
            start, end = word.span()
            neutral = any(a < end and b > start for a, b in article.neutral)
            if start in changed or not neutral:
                over = [
                    s["score"] for s in found["suspects"] if s["start"] < end and s["end"] > start
                ]
                rows.append((max(over, default=0.0), start in changed))
        offers = {
            (s["start"], s["end"]): [fix["text"].lower() for fix in s["suggestions"]]
            for s in found["suspects"]
        }
        wanted: dict[tuple[int, int], set[str]] = {}
        for place in article.spun:
            wanted.setdefault((place.start, place.end), set()).update(place.originals)
        hits = [
            (
                not originals.isdisjoint(offers.get(span, [])[:1]),
                not originals.isdisjoint(offers.get(span, [])),
            )
            for span, originals in wanted.items()
        ]
        first, fixed = (sum(column) for column in zip(*hits, strict=True))
        return cls(article.name, rows, first, fixed, len(hits))


def table(found: Sequence[Measured]) -> Iterator[str]:
    """Figures for each article and for all together, and how well calibrated the scores are."""
    yield "article   words  precision recall   F0.5     AP  fix@1  fix@5"
    whole = Measured(
        "all",
        [word for one in found for word in one.words],
        sum(one.first for one in found),
        sum(one.fixed for one in found),
        sum(one.places for one in found),
    )
    yield from map(_row, [*found, whole])
    yield "score      words   changed"
    bounds = (0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001)
    for low, high in pairwise(bounds):
        here = [spun for score, spun in whole.words if low <= score < high]
        yield f"{low:4.2f}-{high:4.2f} {len(here):6} {sum(here) / max(len(here), 1):9.2f}"


def _row(one: Measured) -> str:
    shown = [spun for score, spun in one.words if score >= SHOWN]
    spun = sum(changed for _, changed in one.words)
    precision, recall = sum(shown) / max(len(shown), 1), sum(shown) / max(spun, 1)
    f = 1.25 * precision * recall / max(0.25 * precision + recall, 1e-9)
    places = max(one.places, 1)
    figures = f"{precision:9.3f} {recall:6.3f} {f:6.3f} {_average_precision(one.words):6.3f}"
    fixes = f"{one.first / places:6.3f} {one.fixed / places:6.3f}"
    return f"{one.name:8} {len(one.words):6} {figures} {fixes}"


def _average_precision(words: Sequence[tuple[float, bool]]) -> float:
    ranked = sorted((word for word in words if word[0] > 0), key=lambda word: -word[0])
    seen, total = 0, 0.0
    for n, (_, spun) in enumerate(ranked, 1):
        if spun:
            seen += 1
            total += seen / n
    return total / max(sum(spun for _, spun in words), 1)
