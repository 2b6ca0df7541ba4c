"""Measures the time from a key press until it is painted, with and without the second reading.

usage: python tools/bench/deep_keys.py MODEL.gguf TEXT [--blocks N] [--keys N]

TEXT is repeated, each paragraph with its own number, until it is long enough to keep the model
reading. Blocks of keys with and without the model alternate in one window, so that other load
affects both. Each key waits until the second reading has run for a moment, so that it is pressed
during the reading; those without it wait as long.

Milliseconds are wall time, which is what a user feels, with the CPU time of the GUI thread in
brackets. Beside the ratios is the range of 90 % of them when the blocks are resampled (bootstrap):
it is wide if the machine is busy.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window import turns, until

from unspin_gui.app import open_window
from unspin_gui.ui.window.main_window import MainWindow

_LONG = 30_000
"""Code points: more than is read twice while the keys of a block are pressed."""
_MOMENT = 0.3
_DRAWS = 2_000

Key = tuple[float, float]
"""Milliseconds until it is painted: wall time, and CPU time of the thread."""


class Typist:
    """Presses keys in a window, with or without the second reading."""

    def __init__(self, model: Path, text: str) -> None:
        self.window: MainWindow = open_window(home=tempfile.mkdtemp())
        self._services = self.window.parts.services
        until(lambda: not self.window.property("analysing"))
        self._services.workspace.open_text(text, "bench")
        self._services.second.get(model)
        until(lambda: self._services.second.is_loaded)
        self.longest = 0.0

    def block(self, keys: int, *, twice: bool) -> list[Key]:
        """Press `keys` keys, after a first one that is not typical."""
        self._services.second.use(wanted=twice)
        until(lambda: self._services.second.is_loaded is twice)
        return [self._press(twice=twice) for _ in range(keys + 1)][1:]

    def _press(self, *, twice: bool) -> Key:
        session, pane = self._services.session, self.window.parts.views.editors.corrected
        until(lambda: not session.analysing and (session.reading.again is not None) is twice)
        self.longest = max(self.longest, turns(_MOMENT))
        if twice and session.reading.again is None:
            sys.exit("the whole text has been read twice: take a longer one")
        began = time.perf_counter(), time.thread_time()
        QTest.keyClick(pane, Qt.Key.Key_A)
        pane.viewport().repaint()
        return 1000 * (time.perf_counter() - began[0]), 1000 * (time.thread_time() - began[1])


def long_text(text: str) -> str:
    """Repeat the text; no two paragraphs are the same, so that each is read."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    copies = _LONG // len(text) + 1
    return "\n\n".join(f"{one} [{n}]" for n in range(copies) for one in paragraphs)


def high(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(0.95 * len(times))]


def walls(blocks: list[list[Key]]) -> list[float]:
    """The wall times of some blocks together."""
    return [wall for block in blocks for wall, _ in block]


def told(name: str, blocks: list[list[Key]]) -> None:
    """Print a row."""
    wall, own = walls(blocks), [cpu for block in blocks for _, cpu in block]
    each = sorted(statistics.median(walls([block])) for block in blocks)
    print(
        f"key, {name:22} p50 {statistics.median(wall):6.2f} ({statistics.median(own):5.2f}) ms  "
        f"p95 {high(wall):6.2f} ({high(own):5.2f}) ms  "
        f"p50 of the blocks {each[0]:.2f} to {each[-1]:.2f}"
    )


def ratios(without: list[list[Key]], twice: list[list[Key]]) -> None:
    """Print the ratios of p50 and p95, and their ranges when blocks are resampled."""
    dice, pairs = random.Random(1), list(zip(without, twice, strict=True))  # noqa: S311
    for name, of in (("p50", statistics.median), ("p95", high)):
        found = []
        for _ in range(_DRAWS):
            drawn = dice.choices(pairs, k=len(pairs))
            one, other = (of(walls(list(blocks))) for blocks in zip(*drawn, strict=True))
            found.append(other / one)
        found.sort()
        ratio = of(walls(twice)) / of(walls(without))
        low, most = found[_DRAWS // 20], found[-_DRAWS // 20]
        print(f"{name}: {ratio:.2f} times without (90 % of draws {low:.2f} to {most:.2f})")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("--blocks", type=int, default=8, help="with the model, and without it")
    parser.add_argument("--keys", type=int, default=15, help="in a block")
    args = parser.parse_args()
    application = QApplication([])
    typist = Typist(args.model, long_text(args.text.read_text(encoding="utf-8")))
    found: dict[bool, list[list[Key]]] = {False: [], True: []}
    for _ in range(args.blocks):
        for twice, blocks in found.items():
            blocks.append(typist.block(args.keys, twice=twice))
    told("without", found[False])
    told("while it reads twice", found[True])
    ratios(found[False], found[True])
    print(f"longest turn of the event loop between the keys: {typist.longest:.0f} ms")
    typist.window.session.close()
    typist.window.parts.services.second.close()
    del application


if __name__ == "__main__":
    main()
