"""How long a key takes until it is painted, and a start until the window is there.

usage: python tools/bench/window.py [--rounds N]

Prints ratios to a bare QPlainTextEdit and to `import PySide6.QtWidgets`, measured in the same
run, medians and 95th percentiles in milliseconds. The text is 1 MB of made-up sentences, the
glossary has 10,000 phrases, 1,000 of them in the text.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from unspin_gui.core.glossary import Entry, Glossary
from unspin_gui.core.knowledge import Knowledge
from unspin_gui.ui.corrected_pane import CorrectedPane
from unspin_gui.ui.session import Session
from unspin_gui.ui.source_pane import SourcePane
from unspin_gui.ui.theme import Theme

_SYLLABLES = ["ba", "ko", "ri", "tel", "sun", "mar", "den", "vo", "lis", "per"]


def made_text(rng: random.Random, size: int) -> str:
    """About `size` code points of sentences of made-up words, in paragraphs of 80 words."""
    words = ["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(20_000)]
    lines = []
    while sum(map(len, lines)) < size:
        lines.extend(" ".join(rng.choices(words, k=80)) + "." for _ in range(100))
    return "\n".join(lines)


def made_glossary(rng: random.Random, text: str) -> Glossary:
    """10,000 phrases of two words, 1,000 of which stand in the text."""
    words = text.replace(".", "").split()
    entries = [Entry(" ".join(rng.choices(words, k=2)) + "x", ("fix",)) for _ in range(9_000)]
    for _ in range(1_000):
        at = rng.randrange(len(words) - 2)
        entries.append(Entry(" ".join(words[at : at + 2]), ("fix",)))
    return Glossary("bench", entries)


def keys(pane: QPlainTextEdit, count: int) -> list[float]:
    """Milliseconds from each of `count` keys until it is painted."""
    times = []
    for _ in range(count):
        began = time.perf_counter()
        QTest.keyClick(pane, Qt.Key.Key_A)
        pane.viewport().repaint()
        times.append(1000 * (time.perf_counter() - began))
        QApplication.processEvents()
    return times


def told(name: str, times: list[float], floor: float | None = None) -> float:
    """Print a row; returns the median."""
    times = sorted(times)
    middle, high = statistics.median(times), times[int(0.95 * len(times))]
    ratio = f"  {middle / floor:5.1f} x floor" if floor else ""
    print(f"{name:44} p50 {middle:7.2f}  p95 {high:7.2f}{ratio}")
    return middle


def typing(count: int) -> None:
    """Key to paint: bare editor, both panes, both panes while suspects are looked for."""
    rng = random.Random(1)  # noqa: S311
    text = made_text(rng, 1_000_000)
    bare = QPlainTextEdit()
    bare.resize(600, 800)
    bare.setPlainText(text)
    bare.show()
    keys(bare, 5)
    floor = told("bare QPlainTextEdit, 1 MB", keys(bare, count))
    session, theme = Session(), Theme()
    panes = SourcePane(session, theme), CorrectedPane(session, theme)
    for pane in panes:
        pane.resize(600, 800)
        pane.show()
    session.open(text)
    keys(panes[1], 5)
    told("both panes", keys(panes[1], count), floor)
    session.know(Knowledge((made_glossary(rng, text),)))
    told("both panes, analysis running", keys(panes[1], count), floor)
    print("  still analysing:", session.analysing)
    while session.analysing:
        QApplication.processEvents()
    told(f"both panes, {len(session.suspects)} suspects", keys(panes[1], count), floor)
    session.close()


def timed(code: str) -> float:
    """Milliseconds a fresh interpreter takes for `code`."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "UNSPIN_HOME": home}
        subprocess.run([sys.executable, "-c", code], check=True, env=env)
    return 1000 * (time.perf_counter() - began)


_PAINTED = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from unspin_gui.app import open_window
window = open_window()
window.repaint()
import os
os._exit(0)
"""


def starting(rounds: int) -> None:
    """Start until the window is painted, beside importing QtWidgets alone."""
    measure: list[tuple[str, Callable[[], float]]] = [
        ("import PySide6.QtWidgets", lambda: timed("import PySide6.QtWidgets")),
        ("window painted", lambda: timed(_PAINTED)),
    ]
    times: dict[str, list[float]] = {name: [] for name, _ in measure}
    for _ in range(rounds):
        for name, run in measure:
            times[name].append(run())
    floor = told("import PySide6.QtWidgets", times["import PySide6.QtWidgets"])
    told("window painted", times["window painted"], floor)


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    starting(rounds)
    application = QApplication([])
    typing(20 * rounds)
    del application


if __name__ == "__main__":
    main()
