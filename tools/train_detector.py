"""Train the detector's weights on synthetic spins of honest prose and on annotated articles.

usage: train_detector.py PROSE.json OUT.json [--dev DIR] [--leave FOLDER] [--words N]

PROSE.json is made by `prose.py`; one document in eight is held out for measuring. DIR holds
annotated articles NAME.txt with NAME.gold.tsv (and NAME.optional.tsv): start, end, spun, originals.
With --leave, FOLDER/NAME.json receives weights trained without the article NAME. Seeded; needs
numpy, scipy, scikit-learn and lightgbm. Four steps: a conditional logit says which candidate stood
at a spun place; boosted trees say whether a span was spun; a regression, whether a document was;
small trees look at the first candidates again.
"""

import argparse
import json
import time
import zlib
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import fitting
import numpy as np
from annotated import Article, examples, load_articles
from spin import draw_style, spin

from unspin_gui.core.context import ContextReader
from unspin_gui.language import load_reader

ROOT = Path(__file__).resolve().parents[1]
DEV_SHARE_CANDIDATES, DEV_SHARE_SPANS, DEV_SHARE_RANK = 0.6, 0.3, 0.6
"""Weight of the annotated articles against that of the synthetic ones."""


def synthetic(prose: dict[str, list[str]], words: int, reader: ContextReader) -> list[Article]:
    """Honest documents and a spin of each, evenly from all kinds of prose."""
    random, out = Random(2), list[Article]()  # noqa: S311
    pool = [(kind, text) for kind, texts in prose.items() for text in texts]
    random.shuffle(pool)
    room = dict.fromkeys(prose, words / len(prose) * 1.6)
    left = float(words)
    for kind, text in pool:
        size = len(text.split())
        if zlib.crc32(text.encode()) % 8 == 0 or size > room[kind] or left < 0:
            continue
        room[kind] -= size
        left -= size
        spun, places = spin(text, reader, draw_style(random), random)
        out += [Article.synthetic(kind, text, []), Article.synthetic(kind, spun, places)]
    return out


MOST_GROUPS = 5000
"""Spun places that the second look at candidates is trained on."""


class Trainer:
    """The three steps, over collected examples."""

    def __init__(self, reader: ContextReader, made: list[Article], dev: list[Article]) -> None:
        self.dev = dev
        spun = (g for a in made if a.spun for g in examples(a, reader).groups)
        self.made_groups = list(islice(spun, 2500))
        self.dev_groups = {a.name: examples(a, reader).groups for a in dev}
        self.reader = reader
        self.candidate = self.candidates("")
        whole = fitting.with_candidate(reader, self.candidate)
        self.made = [examples(a, whole) for a in made]

    def candidates(self, without: str) -> np.ndarray:
        """Weights of the candidates' features."""
        dev = [g for name, groups in self.dev_groups.items() if name != without for g in groups]
        return fitting.conditional_logit(self.made_groups, dev, DEV_SHARE_CANDIDATES)

    def weights(self, without: str = "") -> dict[str, Any]:
        """All weights, trained without one of the annotated articles."""
        candidate = self.candidates(without) if without else self.candidate
        reader = fitting.with_candidate(self.reader, candidate)
        dev = [examples(a, reader) for a in self.dev if a.name != without]
        trees = fitting.boosted(self.made, dev, DEV_SHARE_SPANS)
        whole = fitting.document_model(self.made, dev, trees)
        made_again = [g for example in self.made for g in example.again][:MOST_GROUPS]
        rank = fitting.ranker(made_again, [g for e in dev for g in e.again], DEV_SHARE_RANK)
        return fitting.as_json(candidate, trees, whole, rank)


def main() -> None:
    """Collect, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prose", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--leave", type=Path)
    parser.add_argument("--words", type=int, default=180_000)
    args = parser.parse_args()
    started = time.monotonic()
    reader = load_reader(ROOT / "resources")
    dev = load_articles(args.dev) if args.dev else []
    made = synthetic(json.loads(args.prose.read_text(encoding="utf-8")), args.words, reader)
    trainer = Trainer(reader, made, dev)
    print(f"collected {len(made)} documents in {time.monotonic() - started:.0f} s", flush=True)
    args.out.write_text(json.dumps(trainer.weights()) + "\n", encoding="utf-8")
    for article in dev if args.leave else ():
        weights = json.dumps(trainer.weights(article.name))
        (args.leave / f"{article.name}.json").write_text(weights, encoding="utf-8")
        print(f"without {article.name}: {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
