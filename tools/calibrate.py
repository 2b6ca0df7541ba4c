"""Fit what a document's figures mean: its probability, and which documents a sketch lets pass.

usage: calibrate.py CORPUS.jsonl... [--figures FILE.npz] [--write]

The corpora hold whole documents, as `corpora.py` makes them. They are read in full, which takes
long, and what comes of it is kept in FILE.npz: remove that after the detector was trained anew.
With --write the results go to `resources/language`: calibration.json and sketch.json. Prints how
far the probability can be trusted (each document judged by weights fitted without its fold), how
many spun documents are found where one honest document in a thousand is, and what the sketch loses
and saves. Needs numpy, scipy and lightgbm.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import document_fitting
import fitting
import lightgbm
import numpy as np

from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.application.screening.options import LIKELY
from unspin_gui.core.detection import detector
from unspin_gui.core.detection.knowledge import Options
from unspin_gui.core.noisy_channel import calibration, sketch
from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees, Linear
from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
from unspin_gui.core.noisy_channel.evidence_reader import EvidenceReader
from unspin_gui.language.load import load_words
from unspin_gui.paths import resources

FOLDS, PROCESSES = 7, 2
HONEST = 10.0
"""Honest documents for each spun one, in the corpus that probabilities are for."""
LOST, FALSE = 0.015, 0.001
"""The share of found documents that the sketch may lose; of honest ones that a bound lets pass."""
LENGTHS = (0, 150, 400, 1000, 5001)
SHARES = (0.0, 0.05, 0.1, 0.2, 0.35, 1.0)
_STEPS, _PENALTY, _NEAR = 250, 1.0, 1.5


class Figures(NamedTuple):
    """Of each document: log odds (not a number where nothing can be told), words, and the truth."""

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
    found = _figures(documents, args.figures)
    calibrated, shares = fit_calibration(found)
    print("\n".join([*reliability(found, shares), *detection(found, shares)]))
    fitted, told = fit_sketch(documents, found, shares)
    print("\n".join(told))
    if args.write:
        folder = resources() / "language"
        for name, data in (("calibration", _linear(calibrated)), ("sketch", fitted)):
            text = json.dumps(data) + "\n"
            (folder / f"{name}.json").write_text(text, encoding="utf-8")


def _rows(path: Path) -> Iterator[dict]:
    yield from map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1])


# ---- the probability ------------------------------------------------------------------------


def _figures(documents: Sequence[dict], path: Path) -> Figures:
    if not path.is_file():
        with get_context("spawn").Pool(PROCESSES, _prepare) as pool:
            logits = pool.map(_logit, [row["text"] for row in documents], chunksize=20)
        names = ("words", "spun", "share")
        truth = {name: np.array([row[name] for row in documents]) for name in names}
        np.savez(path, logit=np.array(logits), **truth)
    kept = np.load(path)
    return Figures(*(kept[name] for name in Figures._fields))


def _prepare() -> None:
    global _knowledge  # noqa: PLW0603 - what a process keeps
    loaded = load_knowledge(["none"], Options(sources=frozenset({"unfit"}))).knowledge
    _knowledge = replace(loaded, reader=EvidenceReader.of(loaded.reader))


def _logit(text: str) -> float:
    findings = detector.read(text, _knowledge)
    evidence = sum((one.evidence for one in findings if one.evidence), DocumentEvidence())
    if _knowledge.reader.document_prior([evidence]) is None:
        return float("nan")
    return float(_knowledge.reader.parameters.document(evidence.features()[None])[0])


def fit_calibration(found: Figures) -> tuple[Linear, np.ndarray]:
    """The calibration, and each document's probability by one fitted without its fold."""
    told, spun = np.isfinite(found.logit), found.spun
    rows = calibration.features(np.nan_to_num(found.logit), found.words).astype(np.float64)
    weight = _weights(spun) * told

    def fit(use: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        return document_fitting.logistic(rows[use], spun[use], _PENALTY, weight[use])

    logits = _unseen(fit, rows.astype(np.float32))
    model = document_fitting.logistic(rows, spun, _PENALTY, weight)
    return model, np.where(told, 1 / (1 + np.exp(-logits)), 0.0)


def _weights(spun: np.ndarray) -> np.ndarray:
    return np.where(spun, (~spun).sum() / HONEST / max(1, spun.sum()), 1.0)


def _unseen(fit: Callable, rows: np.ndarray) -> np.ndarray:
    """What each row gets from a model fitted without its fold."""
    fold, result = np.arange(len(rows)) % FOLDS, np.zeros(len(rows))
    for n in range(FOLDS):
        result[fold == n] = fit(fold != n)(rows[fold == n])
    return result


def reliability(found: Figures, shares: np.ndarray) -> Iterator[str]:
    """Of documents with such a probability, how many were spun."""
    weight = _weights(found.spun)
    yield "probability   documents  said  were spun"
    for low, high in pairwise((0, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01)):
        here = (shares >= low) & (shares < high)
        if here.any():
            told = (np.average(each[here], weights=weight[here]) for each in (shares, found.spun))
            said, were = told
            yield f"{low:.2f} - {min(high, 1):.2f} {here.sum():10} {said:9.3f} {were:6.3f}"


def detection(found: Figures, shares: np.ndarray) -> Iterator[str]:
    """The share of spun documents found at a bound that few honest ones pass."""
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


# ---- the sketch -----------------------------------------------------------------------------


def fit_sketch(
    documents: Sequence[dict], found: Figures, shares: np.ndarray
) -> tuple[dict, list[str]]:
    """The sketch as JSON, and what it loses and saves.

    It learns to say what the whole detector says of a document; what that says most clearly counts
    least.
    """
    model, channel, _ = load_words(resources())
    texts = [row["text"] for row in documents]
    rows = sketch.features(texts, model, channel.inflow(model.unigram))
    odds = np.log(np.clip(shares, 1e-6, 1 - 1e-6) / np.clip(1 - shares, 1e-6, 1))
    weight = np.where(np.abs(odds - _logit_of(LIKELY)) < _NEAR, 4.0, 1.0)

    def fit(use: np.ndarray) -> BoostedTrees:
        return _trees(rows[use], np.clip(odds, -5, 3)[use], weight[use])

    logits, likely = _unseen(fit, rows), shares >= LIKELY
    threshold = float(np.quantile(logits[likely], LOST))
    scale = document_fitting.logistic(logits[:, None], found.spun, _PENALTY, _weights(found.spun))
    whole = fit(np.ones(len(rows), bool))
    trees = {"trees": whole.trees, "bias": whole.bias}
    data = {**trees, "threshold": round(threshold, 4), "scale": _linear(scale)}
    return data, list(_savings(logits, threshold, likely, found))


def _logit_of(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _trees(rows: np.ndarray, target: np.ndarray, weight: np.ndarray) -> BoostedTrees:
    bias = round(float(np.average(target, weights=weight)), 6)
    options = {
        **fitting.BOOSTING, "objective": "regression", "learning_rate": 0.06, "num_leaves": 8,
        "max_depth": 4, "min_data_in_leaf": 30, "lambda_l2": 10.0, "feature_fraction": 0.4,
        "boost_from_average": False,
    }  # fmt: skip
    data = lightgbm.Dataset(rows, target, weight=weight, init_score=np.full(len(rows), bias))
    return fitting.boost(options, data, _STEPS, bias)


def _savings(
    logits: np.ndarray, threshold: float, likely: np.ndarray, found: Figures
) -> Iterator[str]:
    """How much is read in full at several bounds, and how many found documents are lost."""
    yield "bound   found documents lost   other documents read   their words"
    for bound in (threshold, *np.quantile(logits[likely], [0.0, 0.02, 0.05])):
        read, rest = logits >= bound, ~likely
        lost, many = (likely & ~read).sum(), (read & rest).sum() / rest.sum()
        words = found.words[read & rest].sum() / found.words[rest].sum()
        yield f"{bound:6.2f} {lost:8} of {likely.sum():<5} {many:16.1%} {words:16.1%}"


def _linear(model: Linear) -> dict:
    return {"weight": [round(float(w), 5) for w in model.weight], "bias": round(model.bias, 5)}


if __name__ == "__main__":
    main()
