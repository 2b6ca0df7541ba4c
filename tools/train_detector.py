"""Train the detector's weights on synthetic spins of genuine prose and on annotated articles.

usage: train_detector.py DOWNLOADS OUT.json [--fetch] [--dev DIR] [--leave FOLDER] [--words N]
           [--spins FILE]

DOWNLOADS holds, or with --fetch receives, the packages of `packages.py` that `prose.py` reads. DIR
holds annotated articles NAME.txt with NAME.gold.tsv (and NAME.optional.tsv): start, end, spun,
originals. With --leave each article is judged by weights trained without it: these go to
FOLDER/NAME.weights.json, the report to FOLDER/NAME.json, the figures are printed. FILE holds what
published spinners made of the same prose; `published_spins.py`, which says what it needs, makes it
where it is not there. Seeded: the same packages and articles give the same weights. Needs numpy,
scipy, lightgbm 4.7.0. Four steps: a conditional logit finds the original among the candidates of a
spun place; boosted trees say whether a span was spun; regressions, whether a document was, and the
prior that it and a passage give to their spans; small trees rerank the first candidates.
"""

import argparse
import json
import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

import document_fitting
import fitting
import measure
import numpy as np
from annotated import Article, Examples, Group, examples, load_articles
from mixtures import mixtures
from prose import collect, part
from spin import Spun, draw_style, spin

from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees, Linear
from unspin_gui.core.noisy_channel.embeddings import WordVectors
from unspin_gui.core.noisy_channel.features import CANDIDATE_FEATURES
from unspin_gui.core.noisy_channel.parameters import Parameters
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.language.load import COMPANY, load_words

ROOT = Path(__file__).resolve().parents[1]
CANDIDATES_SHARE, SPANS_SHARE, RANK_SHARE = 1.5, 1.5, 2.0
"""The weight of the annotated articles relative to the synthetic ones."""
FIRST_GROUPS, RANK_GROUPS = 2500, 5000
"""Spun places that the candidates' weights, and the second look at candidates, are trained on."""
MORE = 1.5
"""Words of further genuine documents, as a multiple of those that are spun."""
PROCESSES = 2
T, R = TypeVar("T"), TypeVar("R")


def synthetic(
    prose: dict[str, list[str]], use: str, words: int, reader: NoisyChannelReader
) -> list[tuple[Article, Article]]:
    """Return genuine documents for a use and a spin of each, evenly from all kinds of prose."""
    random, out = Random(2), list[tuple[Article, Article]]()  # noqa: S311
    pool = [(kind, text) for kind, texts in prose.items() for text in texts if part(text) == use]
    random.shuffle(pool)
    room = dict.fromkeys(prose, words / len(prose) * 1.6)
    left = float(words)
    for kind, text in pool:
        size = len(text.split())
        if size > room[kind] or left < 0:
            continue
        room[kind] -= size
        left -= size
        spun, places = spin(text, reader, draw_style(random), random)
        out.append((Article.synthetic(kind, text, []), Article.synthetic(kind, spun, places)))
    return out


def genuine(prose: dict[str, list[str]], words: int) -> Iterable[Article]:
    """More genuine documents, evenly from all kinds of prose, the last of each kind first."""
    for kind, texts in prose.items():
        left = words / len(prose)
        for text in reversed([text for text in texts if part(text) == "documents"]):
            if left > 0:
                left -= len(text.split())
                yield Article.synthetic(kind, text, [])


def real(path: Path, use: str) -> list[tuple[Article, Article]]:
    """Return genuine documents for a use and what published spinners made of them."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["use"] == use:
            places = [Spun(start, end, (old,)) for start, end, old in row["places"]]
            spun = Article.synthetic(row["kind"], row["text"], places)
            out.append((Article.synthetic(row["kind"], row["original"], []), spun))
    return out


def at_once(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """Apply the work to all items, in several processes; the order is kept.

    The processes inherit the work, with the language data in it, instead of being sent it.
    """
    global _work  # noqa: PLW0603 - what the processes inherit
    _work = work
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        return pool.map(_apply, items, chunksize=4)


def _apply(item: T) -> R:
    return _work(item)


def first_weights() -> Parameters:
    """The parameters assumed before training."""
    prior = {
        "gain": 0.6,
        "near": 2.0,
        "synonym": 1.0,
        "similar": 1.0,
        "degree": -0.6,
        "alike": 3.0,
        "around gain": 3.0,
        "text gain": 2.0,
    }
    candidate = np.array([prior.get(name, 0.0) for name in CANDIDATE_FEATURES], np.float32)
    nothing, silent = BoostedTrees((), 0.0), document_fitting.silent_document()
    return Parameters(
        Linear(candidate, 0.0), nothing, silent, document_fitting.silent_prior(), nothing
    )


class Trainer:
    """The four steps; results that do not depend on single annotated articles are cached."""

    def __init__(
        self,
        reader: NoisyChannelReader,
        made: list[Article],
        documents: list[Article],
        dev: list[Article],
    ) -> None:
        self.first, self.dev = reader, dev
        spun = [article for article in made if article.spun]
        groups = _groups(at_once(partial(examples, reader=reader), spun[: len(spun) // 4]))
        known = _groups([examples(article, reader) for article in dev])
        weight = fitting.conditional_logit(groups[:FIRST_GROUPS], known, CANDIDATES_SHARE)
        self.candidate = Linear(np.round(weight, 4).astype(np.float32), 0.0)
        self.made = at_once(partial(examples, reader=self.knowing()), made)
        whole = partial(examples, reader=self.knowing(), candidates=False)
        self.documents = at_once(whole, documents)
        self.seen = {article.name: examples(article, self.knowing()) for article in dev}
        reader = self.knowing(fitting.boosted(self.made, [*self.seen.values()], SPANS_SHARE))
        self.unseen = dict(zip(self.seen, at_once(self.judged_unseen, [*self.seen]), strict=True))
        again = at_once(partial(examples, reader=reader), spun[: len(spun) // 2])
        self.again = [group for example in again for group in example.again][:RANK_GROUPS]

    def knowing(self, trees: BoostedTrees | None = None) -> NoisyChannelReader:
        """The reader with the weights of candidates, and with trees for the spans."""
        start = self.first.parameters
        parameters = replace(start, candidate=self.candidate, span=trees or start.span)
        return replace(self.first, parameters=parameters)

    def judged_unseen(self, name: str) -> document_fitting.Judged:
        """Return an annotated article as judged by trees trained on all others."""
        others = [example for other, example in self.seen.items() if other != name]
        trees = fitting.boosted(self.made, others, SPANS_SHARE)
        return document_fitting.Judged.by(self.seen[name], trees, self.first.model.unigram)

    def parameters(self, *without: str) -> Parameters:
        """All parameters, trained without some of the annotated articles.

        The few weights of candidates are those from all articles, since others would require
        reading all synthetic articles again.
        """
        dev = [example for name, example in self.seen.items() if name not in without]
        trees = fitting.boosted(self.made, dev, SPANS_SHARE)
        reader = self.knowing(trees)
        again = [examples(article, reader) for article in self.dev if article.name not in without]
        known = [group for example in again for group in example.again]
        rank = fitting.ranker(self.again, known, RANK_SHARE)
        unigram = self.first.model.unigram
        made = [document_fitting.Judged.by(document, trees, unigram) for document in self.documents]
        known = [self.unseen[name] for name in self.seen if name not in without]
        document, prior = document_fitting.document_models(made, known)
        return Parameters(self.candidate, trees, document, prior, rank)


def _groups(found: Iterable[Examples]) -> list[Group]:
    return [group for example in found for group in example.groups]


def leave_one_out(trainer: Trainer, folder: Path, dev: Path) -> None:
    """Judge every annotated article with weights trained without it, and print the result."""
    folder.mkdir(parents=True, exist_ok=True)
    measured = partial(_measured_unseen, trainer=trainer, folder=folder, dev=dev)
    found = at_once(measured, trainer.dev)
    print("\n".join(measure.table(found)), flush=True)


def _measured_unseen(
    article: Article, trainer: Trainer, folder: Path, dev: Path
) -> measure.Measured:
    parameters = trainer.parameters(article.name)
    weights = json.dumps(fitting.as_json(parameters))
    (folder / f"{article.name}.weights.json").write_text(weights, encoding="utf-8")
    reader = replace(trainer.first, parameters=parameters)
    for path in dev.glob(f"{article.name}*.txt"):
        report = measure.report(path.name, path.read_text(encoding="utf-8"), reader)
        (folder / f"{path.stem}.json").write_text(json.dumps(report), encoding="utf-8")
    return measure.Measured.of(article, measure.report(article.name, article.text, reader))


def alarms(prose: dict[str, list[str]], reader: NoisyChannelReader) -> Iterable[str]:
    """Yield how much genuine prose is marked as spun, a line for each kind."""
    held = [(kind, [t for t in texts if part(t) == "measure"][:3]) for kind, texts in prose.items()]
    counts = at_once(partial(measure.alarms, reader=reader), [texts for _, texts in held])
    for (kind, _), (found, words) in zip(held, counts, strict=True):
        yield f"{kind:14} {found:4} alarms in {words:6} words: {1000 * found / words:5.1f} / 1000"
    found, words = (sum(column) for column in zip(*counts, strict=True))
    yield f"{'all':14} {found:4} alarms in {words:6} words: {1000 * found / words:5.1f} / 1000"


def main() -> None:
    """Collect, train, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--leave", type=Path)
    parser.add_argument("--spins", type=Path)
    parser.add_argument("--words", type=int, default=60_000)
    args = parser.parse_args()
    started = time.monotonic()
    model, channel, data = load_words(ROOT / "resources", more=(COMPANY,))
    reader = NoisyChannelReader(
        model, channel, WordVectors(data, model, channel.common), first_weights()
    )
    prose = collect(args.downloads, fetch=args.fetch)
    spans = synthetic(prose, "spans", args.words, reader)
    whole = synthetic(prose, "documents", args.words, reader)
    if args.spins:
        if not args.spins.is_file():
            program = Path(__file__).with_name("published_spins.py")
            fetch = ["--fetch"] if args.fetch else []
            command = [sys.executable, program, args.downloads, args.spins, *fetch]
            subprocess.run(command, check=True)
        spans += real(args.spins, "spans")
        whole += real(args.spins, "documents")
    Random(3).shuffle(spans)  # noqa: S311
    made = [article for pair in spans for article in pair]
    documents = [*mixtures(whole, Random(4)), *genuine(prose, MORE * args.words)]  # noqa: S311
    trainer = Trainer(reader, made, documents, load_articles(args.dev) if args.dev else [])
    print(
        f"collected {len(made) + len(documents)} documents in {time.monotonic() - started:.0f} s",
        flush=True,
    )
    parameters = trainer.parameters()
    args.out.write_text(json.dumps(fitting.as_json(parameters)) + "\n", encoding="utf-8")
    print("\n".join(alarms(prose, replace(reader, parameters=parameters))), flush=True)
    if args.leave:
        leave_one_out(trainer, args.leave, args.dev)
    print(f"{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
