"""Lets several programs with one home teach one glossary at the same time; counts what is lost.

usage: python tools/bench/together.py [--programs 3] [--pairs 20] [--rounds 3] [--seed N]

Each process opens a window (offscreen) on a text of its own, accepts fixes that are learnt, and
saves after every few of them at random moments. Once all have ended, every pair must be in the
glossary, and every fix in the corrected text of its process. Prints one line of JSON; the exit
status is 1 where anything was lost.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from unspin_gui.app import open_window
from unspin_gui.application import knowledge_loading, layers
from unspin_gui.core.document.decision import Decision, Pair
from unspin_gui.core.text.spans import Span
from unspin_gui.store.glossary import glossary_file

_SAVED_EVERY = 4
_LONGEST_REST = 60
"""Milliseconds between two acts, at most."""
_LONGEST_ROUND = 180
"""Seconds after which a process hangs."""


def pairs_of(program: int, count: int) -> list[Pair]:
    """What a program teaches: phrases that no other has."""
    names = [f"{program}{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(count)]
    return [Pair(f"zorb{name} plimf{name}", f"word{name} number{name}") for name in names]


def text_of(program: int, folder: Path) -> Path:
    """The text of a program."""
    return folder / f"text{program}.txt"


def work(folder: Path, program: int, count: int, seed: int) -> None:
    """Run one process: resolve all phrases of its text, and save."""
    knowledge_loading.read_language = lambda _cache=None: lambda known: known
    layers.starter_glossaries = lambda: ()
    rng = random.Random(seed)  # noqa: S311 - no secret
    _app = QApplication(sys.argv[:1])
    window = open_window([text_of(program, folder)], home=folder / "home")
    while window.property("analysing") or not window.session.document.source:
        QTest.qWait(_LONGEST_REST)
    source = window.session.document.source
    for number, pair in enumerate(pairs_of(program, count), 1):
        at = source.index(pair.phrase)
        span = Span(at, at + len(pair.phrase))
        window.session.decide((Decision(span, pair.fix, learn=pair),))
        QTest.qWait(rng.randint(1, _LONGEST_REST))
        if number % _SAVED_EVERY == 0 or number == count:
            window.parts.actions["actionSave"].trigger()
    while window.isWindowModified():
        QTest.qWait(_LONGEST_REST)
    window.close()
    while window.isVisible():
        QTest.qWait(_LONGEST_REST)


def lost(folder: Path, programs: int, count: int, seed: int) -> tuple[int, int, int]:
    """How many pairs and fixes a round lost, and how many of its processes failed."""
    for program in range(programs):
        lines = [f"A {pair.phrase} here." for pair in pairs_of(program, count)]
        text_of(program, folder).write_text("\n".join(lines), encoding="utf-8")
    context = get_context("spawn")
    arguments = [(folder, program, count, seed + program) for program in range(programs)]
    processes = [context.Process(target=work, args=one) for one in arguments]
    for process in processes:
        process.start()
    for process in processes:
        process.join(_LONGEST_ROUND)
    failed = sum(process.exitcode != 0 for process in processes)
    glossary = glossary_file.read(folder / "home" / "data" / "glossary.yaml").glossary
    known = {(entry.phrase, fix) for entry in glossary.entries for fix in entry.fixes}
    pairs = fixes = 0
    for program in range(programs):
        path = text_of(program, folder)
        made = path.with_name(f"{path.stem}.corrected.txt").read_text(encoding="utf-8")
        pairs += sum(pair not in known for pair in pairs_of(program, count))
        fixes += sum(pair.fix not in made for pair in pairs_of(program, count))
    return pairs, fixes, failed


def main() -> int:
    """Run the rounds and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=3)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    flags = parser.parse_args()
    sums = [0, 0, 0]
    for number in range(flags.rounds):
        with tempfile.TemporaryDirectory() as name:
            seed = flags.seed + 100 * number
            found = lost(Path(name), flags.programs, flags.pairs, seed)
        sums = [total + one for total, one in zip(sums, found, strict=True)]
    figures = dict(zip(("pairs_lost", "fixes_lost", "failed"), sums, strict=True))
    print(json.dumps({"programs": flags.programs, "rounds": flags.rounds, **figures}))
    return int(any(sums))


if __name__ == "__main__":
    sys.exit(main())
