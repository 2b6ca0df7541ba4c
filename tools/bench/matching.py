"""Measures how fast and how completely phrases are found, exactly and by similarity.

usage: matching.py GLOSSARY.yaml TEXT... [--words N] [--phrases N]

The texts are repeated to N words and spiced with slips of the glossary's phrases. Figures are
processor seconds in this one process, median of three; compare ratios, not absolutes.
"""

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.fuzzy_index import NearIndex
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import fold, tokens
from unspin_gui.store.glossary import glossary_file

THRESHOLD = 88
SAMPLE = 200
SLIPS = 100
"""One slip in this many words."""


def seconds(act: Callable[[], Any], times: int = 3) -> float:
    """The median processor seconds of an action."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        act()
        spent.append(time.process_time() - began)
    return median(spent)


SHAPES: dict[str, Callable[[str, int], str]] = {
    "a letter dropped": lambda p, at: p[:at] + p[at + 1 :],
    "a letter doubled": lambda p, at: p[:at] + p[at - 1 :],
    "a letter more": lambda p, at: p[:at] + "x" + p[at:],
    "another letter": lambda p, at: p[:at] + "x" + p[at + 1 :],
    "two letters swapped": lambda p, at: p[: at - 1] + p[at] + p[at - 1] + p[at + 1 :],
    "words joined": lambda p, _: p.replace(" ", "", 1),
    "all words joined": lambda p, _: p.replace(" ", ""),
    "a word split": lambda p, at: p[:at] + " " + p[at:],
    "an ending": lambda p, _: p + "s",
}
"""Kinds of slips in a phrase, at a position inside it."""


def slipped(dice: random.Random, phrase: str) -> str:
    """The phrase with a random slip."""
    return SHAPES[dice.choice(list(SHAPES))](phrase, dice.randrange(1, len(phrase)))


def spiced(words: list[str], phrases: list[str], count: int) -> list[str]:
    """Repeat the words given to `count` words, with slips of phrases among them."""
    dice = random.Random(7)  # noqa: S311 - the same data each time, no secrets
    out: list[str] = []
    while len(out) < count:
        at = len(out) % max(1, len(words) - SLIPS)
        out += words[at : at + SLIPS] + slipped(dice, dice.choice(phrases)).split()
    return out[:count]


def windows_of(run: list[str]) -> list[str]:
    """Every distinct window of one to five words."""
    return sorted({" ".join(run[at : at + n]) for at in range(len(run)) for n in range(1, 6)})


def by_length(windows: list[str], phrases: list[str]) -> set[tuple[str, str]]:
    """All similar pairs, found by comparing each window with the phrases of suitable length."""
    ordered = sorted(phrases, key=len)
    lengths = np.array([len(phrase) for phrase in ordered])
    found = set()
    for size in sorted({len(window) for window in windows}):
        some = [window for window in windows if len(window) == size]
        least = size * THRESHOLD / (200 - THRESHOLD)
        first, last = np.searchsorted(lengths, [least, size * size / least + 1e-9])
        if first == last:
            continue
        ratios = process.cdist(
            some, ordered[first:last], scorer=fuzz.ratio, score_cutoff=THRESHOLD, dtype=np.float32
        )
        for row, column in zip(*np.nonzero(ratios), strict=True):
            found.add((some[row], ordered[first + column]))
    return found


def covered(truth: set[tuple[str, str]], found: set[tuple[str, str]]) -> float:
    """The share of true pairs whose phrase was found at an overlapping place, or the exact one."""
    near: dict[str, list[str]] = {}
    for window, phrase in found:
        near.setdefault(phrase, []).append(window)
    hits = sum(
        any(window in other or other in window for other in near.get(phrase, ()))
        for window, phrase in truth
    )
    return hits / max(1, len(truth))


def bench_near(run: list[str], phrases: list[str]) -> None:
    """Near matching against naive extract and length-bucketed cdist, with recall."""
    windows = windows_of(run)
    some = random.Random(3).sample(windows, min(SAMPLE, len(windows)))  # noqa: S311

    def naive() -> None:
        for window in some:
            process.extract(window, phrases, scorer=fuzz.ratio, score_cutoff=THRESHOLD, limit=None)

    slow = seconds(naive, 1) * len(windows) / len(some)
    truth = by_length(windows, phrases)
    bucketed = seconds(lambda: by_length(windows, phrases), 1)
    cold = seconds(lambda: NearIndex(phrases).find([run], THRESHOLD))
    index = NearIndex(phrases)
    places = index.find([run], THRESHOLD)
    warm = seconds(lambda: index.find([run], THRESHOLD))
    found = {(" ".join(run[p.first : p.last]), phrases[p.phrase]) for p in places}
    print(f"near: {len(run)} words x {len(phrases)} phrases, {len(windows)} windows")
    print(f"  extract for each window (sampled) {slow:8.2f} s")
    print(f"  cdist by length                   {bucketed:8.2f} s")
    for state, spent in (("cold with its index", cold), ("warm", warm)):
        times = f"{slow / spent:5.0f} x, {bucketed / spent:.1f} x"
        print(f"  words first, {state:21}{spent:8.2f} s  {times}")
    print(f"  recall {covered(truth, found):.4f} of {len(truth)}")


def bench_shapes(run: list[str], phrases: list[str], count: int = 300) -> None:
    """How many slips of each kind are found, of those similar enough to be intended."""
    dice, index = random.Random(11), NearIndex(phrases)  # noqa: S311 - the same each time
    for shape, slip in SHAPES.items():
        meant = found = 0
        for number in dice.choices(range(len(phrases)), k=count):
            phrase = phrases[number]
            words = slip(phrase, dice.randrange(1, len(phrase))).split()
            if " ".join(words) == phrase or fuzz.ratio(" ".join(words), phrase) < THRESHOLD:
                continue
            at = dice.randrange(len(run) - 5)
            places = index.find([[*run[at : at + 5], *words, *run[at : at + 5]]], THRESHOLD)
            meant += 1
            found += any(place.phrase == number for place in places)
        print(f"  {shape:22} {found} of {meant}")


def bench_exact(run: list[str], phrases: list[str]) -> None:
    """The trie: the time to build it, and its speed on a text."""
    text = " ".join(run)
    entries = [Entry(phrase, ("x",)) for phrase in phrases]
    glossary = Glossary("bench", entries)
    built = seconds(lambda: Glossary("bench", entries).indexes)
    read = seconds(lambda: list(glossary.find(tokens(text), text)))
    grown = seconds(lambda: glossary.plus([Entry("a b", ("c",))]).indexes)
    print(
        f"exact: {len(phrases)} phrases built in {built:.3f} s, one more in {grown * 1000:.2f} ms"
    )
    print(f"  {len(run) / read / 1000:.0f} thousand words/s, tokens included")


def main() -> None:
    """Run all benchmarks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("glossary", type=Path)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--phrases", type=int, default=10_000)
    flags = parser.parse_args()
    entries = glossary_file.read(flags.glossary).glossary.entries
    phrases = [p for p in dict.fromkeys(fold(e.phrase) for e in entries) if " " in p or len(p) > 7]
    if flags.phrases > len(phrases):
        parts = [phrase.split(" ") for phrase in phrases]
        dice = random.Random(5)  # noqa: S311
        while len(phrases) < flags.phrases:
            phrases.append(" ".join([dice.choice(parts)[0], *dice.choice(parts)[-2:]]))
        phrases = list(dict.fromkeys(phrases))
    phrases = phrases[: flags.phrases]
    words = [t.norm for path in flags.texts for t in tokens(path.read_text(encoding="utf-8"))]
    run = spiced([word for word in words if word[0].isalnum()], phrases, flags.words)
    bench_exact(run, phrases)
    bench_near(run, phrases)
    bench_shapes(run, phrases)


if __name__ == "__main__":
    main()
