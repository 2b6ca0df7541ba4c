"""Fit the calibration of documents, and the sketch that decides which to read in full.

usage: calibrate.py CORPUS.jsonl... [--figures FILE.npz] [--write]

The corpora hold whole documents, as `corpora.py` makes them. They are read in full, which takes
long, and the results are kept in FILE.npz until the detector is retrained. With --write the fits go
to `resources/language`: calibration.json and sketch.json. Prints how far the probability can be
trusted (each document is judged by weights fitted without its fold), how many spun documents are
found at the threshold that one genuine document in a thousand exceeds, and what the sketch loses
and saves. Needs numpy, scipy and lightgbm.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import document_fitting
import numpy as np
import sketch_fitting
from sketch_fitting import FOLDS, PENALTY, linear

from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.core.detection import detector
from unspin_gui.core.detection.knowledge import Options
from unspin_gui.core.noisy_channel import calibration
from unspin_gui.core.noisy_channel.boosted_trees import Linear
from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader, SpanReading
from unspin_gui.core.noisy_channel.scoring import score_spans
from unspin_gui.core.noisy_channel.sentences import read_sentences
from unspin_gui.core.noisy_channel.sketch.documents import Eye
from unspin_gui.core.text.prose import prose_passages
from unspin_gui.language.load import fingerprint
from unspin_gui.paths import resources

PROCESSES = 2
HONEST = 10.0
"""Genuine documents for each spun one, in the corpus that probabilities refer to."""
FALSE = 0.001
"""The share of genuine documents that exceed a threshold."""
LENGTHS = (0, 150, 400, 1000, 5001)
SHARES = (0.0, 0.05, 0.1, 0.2, 0.35, 1.0)


class Figures(NamedTuple):
    """For each document: log odds (NaN if there is no verdict), words, and the truth."""

    logit: np.ndarray
    words: np.ndarray
    spun: np.ndarray
    share: np.ndarray


def main() -> None:
    """Read, fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--figures", type=Path, default=Path("figures.npz"))
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    documents = [row for path in args.corpora for row in _rows(path)]
    kept = _figures(documents, args.figures)
    found = Figures(*(kept[name] for name in Figures._fields))
    calibrated, shares = fit_calibration(found)
    print("\n".join([*reliability(found, shares), *detection(found, shares)]))
    looked = sketch_fitting.Looked(*(kept[name] for name in sketch_fitting.Looked._fields))
    fitted, told = sketch_fitting.fit(looked, shares, found.words, found.spun)
    print("\n".join(told))
    if args.write:
        folder = resources() / "language"
        made_for = {"made for": fingerprint(resources())}
        for name, data in (("calibration", linear(calibrated)), ("sketch", fitted)):
            text = json.dumps({**made_for, **data}) + "\n"
            (folder / f"{name}.json").write_text(text, encoding="utf-8")


def _rows(path: Path) -> Iterator[dict]:
    yield from map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1])


# ---- the probability ------------------------------------------------------------------------


def _figures(documents: Sequence[dict], path: Path) -> Mapping[str, np.ndarray]:
    """The fields of `Figures` and `sketch_fitting.Looked`, from the file if that is up to date."""
    made_for = np.array(fingerprint(resources()))
    if not path.is_file() or np.load(path)["made_for"] != made_for:
        with get_context("spawn").Pool(PROCESSES, _prepare) as pool:
            read = pool.map(_read, [row["text"] for row in documents], chunksize=20)
        logits, sums, rows, odds = zip(*read, strict=True)
        names = ("words", "spun", "share")
        truth = {name: np.array([row[name] for row in documents]) for name in names}
        owner = np.repeat(np.arange(len(read)), [len(one) for one in odds])
        seen = {"sums": sums, "rows": rows, "odds": odds}
        looked = {name: np.concatenate(tables) for name, tables in seen.items()}
        np.savez(path, made_for=made_for, logit=np.array(logits), owner=owner, **truth, **looked)
    return np.load(path)


@dataclass(frozen=True, slots=True, eq=False)
class _Listening(NoisyChannelReader):
    """Reads only for evidence, and remembers the log odds of single words."""

    heard: list[np.ndarray] = field(default_factory=list)

    def read(
        self, texts: Sequence[str], counts: Mapping[str, int]
    ) -> list[tuple[tuple[SpanReading, ...], DocumentEvidence]]:
        scored = score_spans(texts, counts, self.models)
        if scored is not None:
            odds = np.full(len(scored.sentences.ids), np.nan, np.float32)
            single = scored.spans.size == 1
            odds[scored.spans.first[single]] = scored.logits[single]
            self.heard.append(odds)
        return [((), evidence) for evidence in self._evidence(texts, scored)]


def _prepare() -> None:
    global _knowledge, _reader, _eye  # noqa: PLW0603 - what a process keeps
    loaded = load_knowledge(["none"], Options(sources=frozenset({"unfit"}))).knowledge
    r = loaded.reader
    _reader = _Listening(
        r.model, r.channel, r.vectors, r.parameters, r.kept, calibration=r.calibration
    )
    _knowledge, _eye = loaded._replace(reader=_reader), Eye.of(r)


def _read(text: str) -> tuple[float, np.ndarray, np.ndarray, np.ndarray]:
    """The log odds of a document, its sums, the rows of its words, and the log odds of these."""
    _reader.heard.clear()
    findings = detector.read(text, _knowledge)
    evidence = sum((one.evidence for one in findings if one.evidence), DocumentEvidence())
    has_prior = _reader.document_prior([evidence]) is not None
    features = evidence.features()[None]
    logit = float(_reader.parameters.document(features)[0]) if has_prior else float("nan")
    passages = [passage.text for passage in prose_passages(text)]
    words, odds = _eye.look([passages]), np.concatenate([*_reader.heard, np.zeros(0, np.float32)])
    if len(odds) == len(read_sentences(passages, _reader.model).ids):
        odds = odds[words.tokens]
    else:  # some of it is not English and was not read
        odds = np.full(len(words.tokens), np.nan, np.float32)
    return logit, words.sums, words.rows, odds


def fit_calibration(found: Figures) -> tuple[Linear, np.ndarray]:
    """The calibration, and each document's probability by one fitted without its fold."""
    told, spun = np.isfinite(found.logit), found.spun
    rows = calibration.features(np.nan_to_num(found.logit), found.words).astype(np.float64)
    weight = _weights(spun) * told

    def fit(use: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        return document_fitting.logistic(rows[use], spun[use], PENALTY, weight[use])

    logits = _unseen(fit, rows.astype(np.float32))
    model = document_fitting.logistic(rows, spun, PENALTY, weight)
    return model, np.where(told, 1 / (1 + np.exp(-logits)), 0.0)


def _weights(spun: np.ndarray) -> np.ndarray:
    return np.where(spun, (~spun).sum() / HONEST / max(1, spun.sum()), 1.0)


def _unseen(fit: Callable, rows: np.ndarray) -> np.ndarray:
    """Return the prediction for each row by a model fitted without its fold."""
    fold, result = np.arange(len(rows)) % FOLDS, np.zeros(len(rows))
    for n in range(FOLDS):
        result[fold == n] = fit(fold != n)(rows[fold == n])
    return result


def reliability(found: Figures, shares: np.ndarray) -> Iterator[str]:
    """Yield, for each range of probabilities, how many documents were spun."""
    weight = _weights(found.spun)
    yield "probability   documents  said  were spun"
    for low, high in pairwise((0, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01)):
        here = (shares >= low) & (shares < high)
        if here.any():
            means = (np.average(each[here], weights=weight[here]) for each in (shares, found.spun))
            said, were = means
            yield f"{low:.2f} - {min(high, 1):.2f} {here.sum():10} {said:9.3f} {were:6.3f}"


def detection(found: Figures, shares: np.ndarray) -> Iterator[str]:
    """Yield the share of spun documents found at a threshold that few genuine ones exceed."""
    bound = np.quantile(shares[~found.spun], 1 - FALSE)
    hit = shares > bound
    yield f"bound {bound:.3f}: 1 honest document in {1 / FALSE:.0f}"
    yield "words \\ changed " + " ".join(f"{a:5.0%}-{b:<4.0%}" for a, b in pairwise(SHARES))
    for low, high in (*pairwise(LENGTHS), (0, 10**6)):
        long = found.spun & (found.words >= low) & (found.words < high)
        cells = []
        for a, b in pairwise(SHARES):
            here = long & (found.share >= a) & (found.share < b)
            cells.append(f"{hit[here].mean():4.0%}/{here.sum():<5}" if here.any() else " " * 10)
        yield f"{low:6}-{high:<8} " + " ".join(cells)


if __name__ == "__main__":
    main()
