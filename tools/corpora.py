"""Make corpora of whole documents, genuine and spun, with known lengths and changed shares.

usage: corpora.py DOWNLOADS OUT.jsonl [--honest N] [--spun N] [--use train|test|all]
           [--short] [--seed N]

DOWNLOADS holds the packages that `prose.py` reads. Each line of OUT is a document: id, text, kind
of prose, `spun`, `share` (of its words, changed) and `words`. Lengths are drawn from 60 to 5,000
words (with --short from 30 to 120), shares from 3 to 45 %. No paragraph is used twice. `test` takes
the documents that no training saw, `train` the others. Only for measuring and fitting; the prose is
by others and must not be passed on.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from math import exp, log
from pathlib import Path
from random import Random
from typing import Any

from prose import WORDS, collect, part
from spin import draw_style, spin

from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.language.load import load_reader
from unspin_gui.paths import resources

LENGTHS = (
    (60, 150, 0.40),
    (150, 400, 0.33),
    (400, 1000, 0.18),
    (1000, 2500, 0.06),
    (2500, 5000, 0.03),
)
"""Words from, to, and the share of documents of such lengths."""
LEAST_SHARE, MOST_SHARE = 0.03, 0.45
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_COUNTED = 0.6
"""`spin` changes about this part of the rate of a style."""


class Prose:
    """Paragraphs of each kind, handed out once."""

    def __init__(self, texts: dict[str, list[str]], use: str, random: Random) -> None:
        self._left = {}
        for kind, documents in texts.items():
            mine = [
                text
                for text in documents
                if use == "all" or (part(text) == "measure") == (use == "test")
            ]
            random.shuffle(mine)
            if mine:
                self._left[kind] = [p for text in mine for p in text.split("\n\n")][::-1]
        self._random = random

    def take(self, words: int) -> tuple[str, str] | None:
        """Return a kind and a document of about this many words; None if no kind has enough."""
        enough = 7 * words
        kinds = [k for k, left in self._left.items() if sum(map(len, left[-400:])) > enough]
        if not kinds:
            return None
        kind = self._random.choice(kinds)
        taken, size, left = [], 0, self._left[kind]
        while left and size < words:
            sentences = _SENTENCE.split(left.pop())
            kept = []
            while sentences and size < words:
                kept.append(sentences.pop(0))
                size += len(WORDS.findall(kept[-1]))
            taken.append(" ".join(kept))
        return kind, "\n\n".join(taken)


def length(random: Random, *, short: bool) -> int:
    """A number of words."""
    if short:
        return random.randint(30, 120)
    low, high, _ = random.choices(LENGTHS, [weight for *_, weight in LENGTHS])[0]
    return int(exp(random.uniform(log(low), log(high))))


def documents(
    prose: Prose, reader: NoisyChannelReader, honest: int, spun: int, random: Random, *, short: bool
) -> Iterator[dict[str, Any]]:
    """The documents in random order."""
    wanted = [False] * honest + [True] * spun
    random.shuffle(wanted)
    for number, is_spun in enumerate(wanted):
        if (taken := prose.take(length(random, short=short))) is None:
            return
        kind, text = taken
        share = 0.0
        if is_spun:
            rate = exp(random.uniform(log(LEAST_SHARE), log(MOST_SHARE))) / _COUNTED
            text, places = spin(text, reader, replace(draw_style(random), rate=rate), random)
            changed = sum(len(WORDS.findall(text[p.start : p.end])) for p in places)
            share = changed / max(1, len(WORDS.findall(text)))
        row = {"id": f"d{number:06}", "text": text, "kind": kind, "spun": is_spun}
        yield {**row, "share": round(share, 4), "words": len(WORDS.findall(text))}


def main() -> None:
    """Collect the prose, make the documents, write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--honest", type=int, default=3000)
    parser.add_argument("--spun", type=int, default=300)
    parser.add_argument("--use", choices=("train", "test", "all"), default="test")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    random = Random(args.seed)  # noqa: S311
    prose = Prose(collect(args.downloads, fetch=False), args.use, random)
    made = documents(
        prose, load_reader(resources()), args.honest, args.spun, random, short=args.short
    )
    rows = list(made)
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    args.out.write_text("".join(lines), encoding="utf-8")
    spun = [row["share"] for row in rows if row["spun"]]
    total = sum(row["words"] for row in rows)
    print(
        f"{len(rows)} documents, {len(spun)} spun, {total} words, shares to {max(spun, default=0)}"
    )


if __name__ == "__main__":
    main()
