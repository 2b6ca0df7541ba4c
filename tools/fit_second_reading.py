"""Fit and measure the mix of the two readings on annotated articles, each left out in turn.

usage: fit_second_reading.py MODEL.gguf ARTICLES WEIGHTS OUT.json [--answers FILE] [--more FILE]

ARTICLES holds NAME.txt with NAME.gold.tsv (see `annotated`), and honest texts NAME.clean.txt;
WEIGHTS/NAME.weights.json are the detector's weights trained without that article, as
`train_detector.py --leave WEIGHTS` writes them: on weights that have seen an article the mix would
learn to trust them too much. The answers of the model are kept in a FILE, so that fitting again
takes seconds. --more names further whole documents, an object a line with `text`, `kind` and `spun`
(0 or 1), as `corpora.py` makes them: all say what the share of telling places means for a document,
and the genuine ones how rarely a place in such texts is spun. The marks in each kind of these are
counted with a mix that is fitted without it. Needs numpy and scipy.

Both mixes are logistic regressions. That for places is fitted on top of what the document says of
them, or it would raise most in genuine documents what the document has lowered. OUT also receives
the answers of a plain model (see `plain_model`), which are compared when a model is loaded.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, NamedTuple

import measure
import numpy as np
from annotated import WORD, Article, load_articles
from plain_model import PlainModel
from remembered_model import Remembering
from scipy.optimize import minimize

from unspin_gui import language
from unspin_gui.core.detection.detector import read
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.noisy_channel.boosted_trees import Linear
from unspin_gui.core.noisy_channel.causal_model import (
    CausalModel,
    Surprise,
)
from unspin_gui.core.noisy_channel.parameters import parse_parameters
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader, SpanReading
from unspin_gui.core.noisy_channel.second_reading import (
    DOCUMENT_FEATURES,
    MIX_FEATURES,
    Mix,
    SecondReading,
    document_features,
    mix_features,
)
from unspin_gui.language.neural.model import load_model
from unspin_gui.language.neural.self_check import answers_of

ROOT = Path(__file__).resolve().parents[1]
OWN, AFTER = 0.7, 0.5
"""The weights of gains in the order of candidates; chosen on the same articles (two numbers)."""
PENALTY, DOCUMENT_PENALTY = 0.01, 0.5
"""Pulls the weights towards 0: perfectly separable documents would not limit them."""
GENUINE = 10.0
"""Genuine documents for each spun one, as `calibrate.py` supposes."""
CHECK = (
    "The ferry leaves the old harbour at six, long before the shops open, and it is seldom "
    "full. On most mornings there are a few nurses going home from the night shift, a teacher "
    "with a bag of notebooks, and two or three men who work on the far bank and have done so "
    "for years. Nobody says much. The captain, who knows them all by name, waits another minute"
    " when he sees somebody running down the hill, and nobody minds that either. In winter the "
    "crossing takes longer because of the ice, and the passengers stand close to the stove in "
    "the small cabin, drinking tea from paper cups. The town has talked about a bridge for a "
    "generation. There are plans in the library, drawn by an engineer who died before the money"
    " was found, and every few years a new council looks at them and promises to begin."
)


class Heard(NamedTuple):
    """A text read twice: the features of its places, their labels (-1: does not count).

    `offset` is what the document adds to the log odds of each place.
    """

    name: str
    article: str
    rows: np.ndarray
    label: np.ndarray
    offset: np.ndarray
    document: tuple[float, float]
    spun: bool


class Listener(SecondReading):
    """Stores the features of every reading that it revises in its reason."""

    def _mixed(self, reading: SpanReading, surprise: Surprise) -> SpanReading:
        stored = json.dumps(mix_features(reading, surprise))
        return reading._replace(reason=reading.reason._replace(preferred=stored))


def heard(
    name: str, text: str, article: Article | None, reader: NoisyChannelReader, model: CausalModel
) -> Heard:
    """Return the places of a text that are read twice; without an article none of them is spun."""
    listener = Listener(model, silent_mix())
    findings = read(text, Knowledge(reader=reader, second=listener))
    whole = reduce(add, [one.evidence for one in findings if one.evidence])
    prior = reader.document_prior([one.evidence for one in findings], second=listener)
    rows, label, offset = [], [], []
    for n, finding in enumerate(findings):
        for suspect, _ in finding.pending if prior else ():
            stored = getattr(suspect.reason, "preferred", "")
            if stored and prior:
                rows.append(json.loads(stored))
                label.append(_label(suspect.span.start, suspect.span.end, article))
                offset.append(prior.offsets[n])
    share = min(max(prior.probability if prior else 0.5, 1e-6), 1 - 1e-6)
    document = document_features(float(np.log(share / (1 - share))), whole)
    table = np.array(rows, np.float32).reshape(-1, len(MIX_FEATURES))
    places = table, np.array(label, int), np.array(offset, float)
    return Heard(name, name.partition(".")[0], *places, document, article is not None)


def silent_mix(spun: Linear | None = None, document: Linear | None = None) -> Mix:
    """A mix of these regressions."""
    nothing = Linear(np.zeros(len(MIX_FEATURES), np.float32), 0.0)
    same = Linear(np.array([1.0, 0.0], np.float32), 0.0)
    return Mix(spun or nothing, document or same, OWN, AFTER)


def _label(start: int, end: int, article: Article | None) -> int:
    if article is None:
        return 0
    words = [m.span() for m in WORD.finditer(article.text) if m.start() < end and m.end() > start]
    if not set(words).isdisjoint(article.changed):
        return 1
    return -any(a < end and b > start for a, b in article.neutral)


def fitted(some: Sequence[Heard]) -> Linear:
    """Fit the mix for places on some texts."""
    label = np.concatenate([one.label for one in some])
    rows, offset = (np.concatenate(part)[label >= 0] for part in _columns(some))
    return _logistic(rows, label[label >= 0], np.ones(len(rows)), PENALTY, offset)


def _columns(some: Sequence[Heard]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    return [one.rows for one in some], [one.offset for one in some]


def fitted_documents(some: Sequence[Heard]) -> Linear:
    """Fit the mix for documents, with spun ones as rare as assumed."""
    label = np.array([one.spun for one in some], float)
    genuine = GENUINE / max((1 - label).sum(), 1)
    weight = np.where(label > 0, 1 / max(label.sum(), 1), genuine) / (1 + GENUINE)
    rows = np.array([one.document for one in some])
    return _logistic(rows, label, weight * len(some), DOCUMENT_PENALTY)


def _logistic(
    rows: np.ndarray,
    label: np.ndarray,
    weight: np.ndarray,
    penalty: float,
    offset: np.ndarray | float = 0.0,
) -> Linear:
    table = np.column_stack([rows, np.ones(len(rows))])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = table @ w + offset
        pull = penalty * np.append(w[:-1], 0)
        miss = weight * (1 / (1 + np.exp(-z)) - label)
        value = weight @ (np.logaddexp(0, z) - label * z) + pull @ w
        return float(value), table.T @ miss + 2 * pull

    w = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x
    return Linear(np.round(w[:-1], 4).astype(np.float32), round(float(w[-1]), 4))


def measured(
    article: Article, reader: NoisyChannelReader, second: SecondReading | None
) -> measure.Measured:
    """The figures of an article."""
    return measure.Measured.of(article, measure.report(article.name, article.text, reader, second))


def main() -> None:
    """Read all texts twice, measure each with a mix fitted on the others, and write the mix."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--answers", type=Path)
    parser.add_argument("--more", type=Path)
    args = parser.parse_args()
    model = Remembering(load_model(args.model, CHECK), args.answers)
    usual = language.load_reader(ROOT / "resources")
    readers, found, once = dict[str, NoisyChannelReader](), list[Heard](), list[measure.Measured]()
    articles = load_articles(args.articles)
    for article in articles:
        path = args.weights / f"{article.name}.weights.json"
        weights = json.loads(path.read_text(encoding="utf-8"))
        readers[article.name] = reader = replace(usual, parameters=parse_parameters(weights))
        once.append(measured(article, reader, None))
        for path in sorted(args.articles.glob(f"{article.name}*.txt")):
            text = path.read_text(encoding="utf-8")
            spun = article if path.stem == article.name else None
            found.append(heard(path.stem, text, spun, reader, model))
            print(path.stem, len(found[-1].label), "places", flush=True)
        model.save()
    more = list(_more(args.more, usual, model))
    genuine = [one for one in more if not one.spun]
    twice = []
    for article in articles:
        others = [one for one in [*found, *genuine] if one.article != article.name]
        second = SecondReading(model, silent_mix(fitted(others)))
        twice.append(measured(article, readers[article.name], second))
    model.save()
    print("\n".join(["read once", *measure.table(once), "read twice", *measure.table(twice)]))
    _print_alarms(found, genuine, args.more, usual, model)
    whole = [*found, *more]
    mix = silent_mix(fitted([*found, *genuine]), fitted_documents(whole))
    for n, name in enumerate(DOCUMENT_FEATURES):
        print(f"documents, area under the curve by {name}: {_area(whole, n):.3f}")
    model.save()
    args.out.write_text(json.dumps(_as_json(mix, args.model), indent=1) + "\n", encoding="utf-8")


def _rows(path: Path | None) -> Iterator[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n") if path else []
    yield from (json.loads(line) for line in lines if line)


def _more(path: Path | None, reader: NoisyChannelReader, model: Remembering) -> Iterator[Heard]:
    for n, row in enumerate(_rows(path)):
        found = heard(str(n), row["text"], None, reader, model)
        yield found._replace(article=row["kind"], spun=bool(row["spun"]))
        if n % 20 == 0:
            model.save()


def _print_alarms(
    found: Sequence[Heard],
    genuine: Sequence[Heard],
    path: Path | None,
    reader: NoisyChannelReader,
    model: CausalModel,
) -> None:
    """Count the marks in genuine texts, each kind read with a mix fitted without it."""
    once, twice, words = 0, 0, 0
    for kind in sorted({one.article for one in genuine}):
        others = [*found, *(one for one in genuine if one.article != kind)]
        second = SecondReading(model, silent_mix(fitted(others)))
        texts = [row["text"] for row in _rows(path) if row["kind"] == kind and not row["spun"]]
        marks, here = measure.alarms(texts, reader)
        once, twice = once + marks, twice + measure.alarms(texts, reader, second)[0]
        words += here
    print(f"genuine texts: {once} marks in {words} words read once, {twice} read twice")


def _area(some: Sequence[Heard], feature: int) -> float:
    """The probability that a spun document has more of a feature than a genuine one."""
    spun = [one.document[feature] for one in some if one.spun]
    genuine = [one.document[feature] for one in some if not one.spun]
    wins = [(a > b) + (a == b) / 2 for a in spun for b in genuine]
    return sum(wins) / max(len(wins), 1)


def _as_json(mix: Mix, model: Path) -> dict[str, Any]:
    def linear(one: Linear) -> dict[str, Any]:
        return {"weight": [round(float(w), 4) for w in one.weight], "bias": one.bias}

    plain = PlainModel(model)
    answers = [round(float(value), 3) for value in answers_of(plain, CHECK)]
    return {
        "spun": linear(mix.spun),
        "document": linear(mix.document),
        "own": mix.own,
        "after": mix.after,
        "check": {"model": plain.identity, "text": CHECK, "answers": answers},
    }


if __name__ == "__main__":
    main()
