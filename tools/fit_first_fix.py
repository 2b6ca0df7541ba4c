"""Fit how likely a suspect's first fix is right, and measure Accept All by it.

usage: fit_first_fix.py ARTICLES WEIGHTS SPINS.jsonl [--test SPINS.jsonl]

ARTICLES holds annotated articles (see `annotated`), WEIGHTS/NAME.weights.json the detector's
weights trained without each of them, as `train_detector.py --leave WEIGHTS` writes them. SPINS is
what `published_spins.py` made; only its texts for "documents" are read, which the spans' weights
were not trained on, with the genuine text of each. Prints the constants of
`core/detection/first_fix.py`; then, each article and spinner judged by a regression fitted without
it, how far the probability holds, and for texts and bounds the word error rate and the changes to
genuine words. The texts of --test, in the same form, are measured and never fitted on. Needs numpy
and scipy; draws nothing at random.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, product
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
from annotated import WORD, Article, load_articles
from document_fitting import logistic
from spin import Spun

from unspin_gui import language
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.first_fix import FEATURES, first_fix_features
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.noisy_channel.boosted_trees import Linear
from unspin_gui.core.noisy_channel.parameters import parse_parameters
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader

ROOT = Path(__file__).resolve().parents[1]
LEAST, PENALTY, PROCESSES = 0.2, 1.0, 2
BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9)
_READINGS = 32


class Mark(NamedTuple):
    """A suspect: its span, score, features, first fix, whether that is right, or harms."""

    start: int
    end: int
    score: float
    row: tuple[float, ...]
    fix: str
    right: bool


class Text(NamedTuple):
    """A scored text of a group: its marks, and how many of its words are wrong."""

    group: str
    article: Article
    marks: list[Mark]


def marks_of(article: Article, reader: NoisyChannelReader) -> list[Mark]:
    """Return the marks of an article that has places with another original wording."""
    knowledge, found = Knowledge(reader=reader, options=Options(min_score=LEAST)), []
    for suspect in detect(article.text, knowledge):
        if suspect.candidates:
            (start, end), fix = suspect.span, suspect.candidates[0].text
            right = plain(fix) in originals(article, start, end)
            found.append(Mark(start, end, suspect.score, first_fix_features(suspect), fix, right))
    return found


def plain(text: str) -> tuple[str, ...]:
    """The words of a text, for comparison."""
    return tuple(word.lower().replace("’", "'") for word in WORD.findall(text))


def originals(article: Article, start: int, end: int) -> set[tuple[str, ...]]:
    """Return the possible originals of a span that covers changed places, none of them in part."""
    places = sorted({p for p in article.spun if p.start < end and p.end > start})
    if not places or places[0].start < start or max(p.end for p in places) > end:
        return set()
    groups = [[*group] for _, group in groupby(places, lambda place: (place.start, place.end))]
    found, text = set[tuple[str, ...]](), article.text
    for chosen in [*product(*groups)][:_READINGS]:
        out, at = list[str](), start
        for place in chosen:
            out += [text[at : place.start], place.originals[0]]
            at = place.end
        found.add(plain(" ".join([*out, text[at:end]])))
    return found


# ---- texts ----------------------------------------------------------------------------------


def annotated_texts(folder: Path, weights: Path, reader: NoisyChannelReader) -> Iterator[Text]:
    """Yield the articles, each scored with weights that were not trained on it."""
    for article in load_articles(folder):
        data = json.loads((weights / f"{article.name}.weights.json").read_text(encoding="utf-8"))
        unseen = replace(reader, parameters=parse_parameters(data))
        yield Text(article.name, article, marks_of(article, unseen))


def _published(path: Path, use: str | None) -> Iterator[tuple[str, Article]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if use is None or row["use"] == use:
            places = [Spun(a, b, (old,)) for a, b, old in row["places"]]
            yield row["spinner"], Article.synthetic(row["kind"], row["text"], places)
            genuine = row.get("original", row.get("orig"))
            yield "genuine", Article.synthetic(row["kind"], genuine, [])


def _prepare() -> None:
    global _reader  # noqa: PLW0603 - what a process keeps
    _reader = language.load_reader(ROOT / "resources")


def _judged(item: tuple[str, Article]) -> Text:
    return Text(item[0], item[1], marks_of(item[1], _reader))


def published_texts(path: Path, use: str | None) -> list[Text]:
    """Return what published spinners made, and the genuine texts."""
    items = {(group, article.text): (group, article) for group, article in _published(path, use)}
    with get_context("spawn").Pool(PROCESSES, _prepare) as pool:
        return pool.map(_judged, [*items.values()], chunksize=8)


# ---- fitting --------------------------------------------------------------------------------


def fitted(texts: Iterable[Text], articles: set[str]) -> Linear:
    """Fit the regression; the annotated articles together count as much as all other texts."""
    rows, right, known = _table(texts, articles)
    weight = np.where(known, (~known).sum() / max(1, known.sum()), 1.0)
    return logistic(rows, right, PENALTY, weight)


def _table(texts: Iterable[Text], articles: set[str]) -> tuple[np.ndarray, ...]:
    marks = [(mark, text.group in articles) for text in texts for mark in text.marks]
    rows = np.array([mark.row for mark, _ in marks]).reshape(-1, len(FEATURES))
    return rows, np.array([m.right for m, _ in marks]), np.array([known for _, known in marks])


def probabilities(model: Linear, text: Text) -> np.ndarray:
    """The probability of each mark of a text that its first fix is right."""
    rows = np.array([mark.row for mark in text.marks]).reshape(-1, len(FEATURES))
    return np.asarray(1 / (1 + np.exp(-model(rows.astype(np.float32)))))


# ---- measuring ------------------------------------------------------------------------------


def reliability(judged: Sequence[tuple[Text, np.ndarray]]) -> Iterator[str]:
    """Yield, for each range of probabilities, how many first fixes are right."""
    pairs = [(p, m) for text, some in judged for p, m in zip(some, text.marks, strict=True)]
    for low, high in pairwise((0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)):
        here = [(p, mark.right) for p, mark in pairs if low <= p < high]
        if here:
            said, were = np.mean(here, axis=0)
            yield f"{low:.1f}-{min(high, 1):.1f} {len(here):6} said {said:.3f} right {were:.3f}"


def taken(judged: Sequence[tuple[Text, np.ndarray]], bound: float, *, old: bool) -> str:
    """Say what accepting all first fixes above a threshold gives; `old`: by the mark's score."""
    before = after = words = right = many = 0
    for text, shares in judged:
        wrong = {place[:2] for place in text.article.spun}
        words += len(WORD.findall(text.article.text))
        before += len(wrong)
        after += len(wrong)
        for mark, share in zip(text.marks, shares, strict=True):
            if (mark.score if old else share) >= bound:
                many += 1
                right += mark.right
                here = {(a, b) for a, b in wrong if mark.start < b and mark.end > a}
                after += -len(here) if mark.right else not here
    return (
        f"{bound:.2f} {many:5} taken, {right / max(many, 1):6.1%} right,"
        f" wrong places {before / words:.4f} -> {after / words:.4f}"
    )


def main() -> None:
    """Judge, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("spins", type=Path)
    parser.add_argument("--test", type=Path)
    args = parser.parse_args()
    reader = language.load_reader(ROOT / "resources")
    known = [*annotated_texts(args.articles, args.weights, reader)]
    names = {text.group for text in known}
    texts = [*known, *published_texts(args.spins, "documents")]
    whole = fitted(texts, names)
    print("WEIGHTS, BIAS =", tuple(round(float(w), 3) for w in whole.weight), round(whole.bias, 3))
    unseen = []
    for group in dict.fromkeys(text.group for text in texts):
        model = fitted([text for text in texts if text.group != group], names)
        unseen += [(text, probabilities(model, text)) for text in texts if text.group == group]
    parts = {"articles": [one for one in unseen if one[0].group in names]}
    for text, shares in unseen:
        if text.group not in names:
            parts.setdefault(text.group, []).append((text, shares))
    if args.test:
        for text in published_texts(args.test, None):
            part = parts.setdefault(f"test {text.group}", [])
            part.append((text, probabilities(whole, text)))
    for name, judged in parts.items():
        print(name, *reliability(judged), sep="\n  ")
        for old in (True, False):
            print("  by score" if old else "  by probability")
            print("   ", *(taken(judged, bound, old=old) for bound in BOUNDS), sep="\n    ")


if __name__ == "__main__":
    main()
