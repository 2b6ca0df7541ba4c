"""Measures how fast the window is, as ratios to what Qt alone takes in the same run.

usage: python tools/bench/window.py [--rounds N] [start] [text]

`start`: a start of the program until its window is painted, and until all is in it, beside
`import PySide6.QtWidgets` and the least a PySide6 program with a key can do; all with compiled
modules. `text`: a text of 1 MB (made-up sentences) and a glossary of 10,000 phrases,
1,000 of them in 10,000 places of the text: keys, opening, accepting a thousand, the whole analysis,
memory.
Milliseconds are wall time, with the CPU time of the whole process in brackets: on a busy machine
the latter is what to compare, but it counts the worker too.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from unspin_gui.app import open_window
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.ui.window.main_window import MainWindow

_LETTERS = "etaoinshrdlucmfwypvbgkqjxz"


def made_text(dice: random.Random, size: int, phrases: list[str]) -> str:
    """About `size` code points of sentences of made-up words, six phrases to a paragraph."""
    words = made_words(dice, 20_000)
    often = [1 / (place + 10) for place in range(len(words))]
    lines, length = list[str](), 0
    while length < size:
        parts = [*dice.choices(words, often, k=70), *dice.choices(phrases, k=6)]
        lines.append(" ".join(dice.sample(parts, len(parts))) + ".")
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def made_words(dice: random.Random, count: int) -> list[str]:
    """Words whose letters are as frequent as in English."""
    weights = range(len(_LETTERS), 0, -1)
    return ["".join(dice.choices(_LETTERS, weights, k=dice.randint(2, 11))) for _ in range(count)]


def made_phrases(dice: random.Random, count: int) -> list[str]:
    """Phrases of two words."""
    words = made_words(dice, 5_000)
    return [" ".join(dice.sample(words, 2)) for _ in range(count)]


class Clock:
    """Wall and CPU milliseconds since it was created."""

    def __init__(self) -> None:
        self._began = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Milliseconds: (wall, CPU of the process)."""
        wall, cpu = self._began
        return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


Times = list[tuple[float, float]]


def keys(pane: QPlainTextEdit, count: int) -> Times:
    """The times from `count` key presses until painted; the event loop idles in between."""
    times = []
    for _ in range(count):
        clock = Clock()
        QTest.keyClick(pane, Qt.Key.Key_A)
        pane.viewport().repaint()
        times.append(clock.read())
        turns(0.03)
    return times


def turns(seconds: float) -> float:
    """Run the event loop for this long; returns its longest iteration, in milliseconds."""
    longest, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        clock = Clock()
        QApplication.processEvents()
        longest = max(longest, clock.read()[0])
    return longest


def until(is_done: Callable[[], bool]) -> float:
    """Run the event loop until `is_done`; returns its longest iteration, in milliseconds."""
    longest = 0.0
    while not is_done():
        longest = max(longest, turns(0.02))
    return longest


def told(name: str, times: Times, floor: float | None = None) -> float:
    """Print a row; returns the median of the CPU time."""
    wall, cpu = (sorted(column) for column in zip(*times, strict=True))
    middle, high = statistics.median(wall), wall[int(0.95 * len(wall))]
    own, own_high = statistics.median(cpu), cpu[int(0.95 * len(cpu))]
    ratio = f"  {own / floor:5.2f} x floor" if floor else ""
    print(f"{name:46} p50 {middle:7.1f} ({own:7.1f})  p95 {high:7.1f} ({own_high:7.1f}){ratio}")
    return own


def bare_editor(text: str) -> QPlainTextEdit:
    """The editor that the panes are compared with."""
    bare = QPlainTextEdit()
    bare.resize(600, 800)
    bare.setPlainText(text)
    bare.show()
    keys(bare, 5)
    return bare


def opened(text: str) -> tuple[MainWindow, float]:
    """The window with this text on screen, and the CPU milliseconds that opening it took."""
    window = open_window(home=tempfile.mkdtemp())
    until(lambda: not window.property("analysing"))
    window.session.know(Knowledge())
    clock = Clock()
    window.parts.services.workspace.open_text(text, "bench")
    window.parts.views.editors.corrected.viewport().repaint()
    window.parts.views.editors.source.viewport().repaint()
    cost = clock.read()[1]
    until(lambda: not window.session.analysing)
    window.session.know(Knowledge())
    until(lambda: not window.session.analysing)
    return window, cost


def with_text(rounds: int) -> None:
    """Measure everything on one megabyte of text."""
    dice = random.Random(1)  # noqa: S311
    phrases = made_phrases(dice, 10_000)
    text = made_text(dice, 1_000_000, phrases[:1_000])
    glossary = Glossary("bench", [Entry(phrase, ("fix it",)) for phrase in phrases], mine=True)
    bare = bare_editor(text)
    count = 10 * rounds
    floor = told("key: bare QPlainTextEdit", keys(bare, count))
    plain = told("setPlainText of one editor", [_plain_text(bare, text) for _ in range(rounds)])
    window, cost = opened(text)
    print(f"opening in both panes: {cost:.0f} ms of CPU")
    pane = window.parts.views.editors.corrected
    keys(pane, 5)
    told("key: window without knowledge", keys(pane, count), floor)
    clock = Clock()
    window.session.know(Knowledge((glossary,)))
    while window.session.reading.share == 1 and window.session.analysing:
        QApplication.processEvents()
    told("key: while analysis runs", keys(pane, count), floor)
    print("  still analysing:", window.session.analysing)
    longest = until(lambda: not window.session.analysing)
    wall, cpu = clock.read()
    print(f"whole analysis: {wall / 1000:.1f} s, {cpu / 1000:.1f} s of CPU; turn {longest:.0f} ms")
    print(f"  {len(window.session.suspects)} suspects, memory {_memory():.0f} MB")
    told("key: all suspects found, idle", keys(pane, count), floor)
    told("list of suspects: refresh", [_refreshed(window) for _ in range(rounds)])
    told("scroll step", [_scrolled(pane, step) for step in range(count)])
    _accept_singly(window)
    _accept(window, plain)
    _cancel(window, glossary)
    window.session.close()


def _plain_text(bare: QPlainTextEdit, text: str) -> tuple[float, float]:
    clock = Clock()
    bare.setPlainText(text)
    bare.viewport().repaint()
    return clock.read()


def _refreshed(window: MainWindow) -> tuple[float, float]:
    clock = Clock()
    window.parts.views.suspects.refresh()
    return clock.read()


def _scrolled(pane: QPlainTextEdit, step: int) -> tuple[float, float]:
    clock = Clock()
    pane.verticalScrollBar().setValue(3 * step)
    pane.viewport().repaint()
    return clock.read()


def _accept_singly(window: MainWindow) -> None:
    """Accept fixes one after another, each painted: the memory of the history."""
    session, after = window.session, list[float]()
    for number, suspect in enumerate(session.suspects[:501]):
        session.decide([session.fix(suspect, "fix it")])
        window.parts.views.editors.corrected.viewport().repaint()
        turns(0.01)
        if number in {0, 500}:
            until(lambda: not session.analysing)
            after.append(_memory())
    print(f"memory after 500 fixes more, one by one: {after[1] / after[0]:.2f} of that after one")


def _accept(window: MainWindow, plain: float) -> None:
    """Accept a thousand fixes at once, and undo them."""
    session = window.session
    some = session.suspects[:1000]
    decisions = [session.fix(suspect, "fix it") for suspect in some]
    for name, act in (
        ("accept", lambda: session.decide(decisions)),
        ("undo", session.undo),
    ):
        session.cancel_analysis()
        clock = Clock()
        act()
        window.parts.views.editors.corrected.viewport().repaint()
        told(f"{name} {len(some)} at once (x setPlainText)", [clock.read()], plain)
        print(f"  longest turn after it: {turns(0.5):.0f} ms")
    until(lambda: not session.analysing)


def _cancel(window: MainWindow, glossary: Glossary) -> None:
    session = window.session
    session.know(Knowledge((Glossary("again", glossary.entries),)))
    turns(2)
    clock = Clock()
    session.cancel_analysis()
    session.close()
    print(f"cancelled after {clock.read()[0]:.0f} ms")


def _memory() -> float:
    """Return the current resident memory of the process, in megabytes."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def timed(code: str, folder: str) -> tuple[float, float]:
    """Wall and CPU milliseconds that a fresh interpreter takes for `code`."""
    env = {**os.environ, "UNSPIN_HOME": f"{folder}/home", "PYTHONPYCACHEPREFIX": f"{folder}/pyc"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    before, began = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=env, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - began, os.times()
    cpu = after.children_user + after.children_system
    return 1000 * wall, 1000 * (cpu - before.children_user - before.children_system)


_PROGRAM = """
import os
from unspin_gui import app
go_on = app._go_on
def measured(application, window):
    {0}
    os._exit(0)
app._go_on = measured
from unspin_gui.__main__ import main
main([])
"""
_BARE = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter
app = QApplication([])
window = QMainWindow()
panes = QSplitter()
for pane in (QPlainTextEdit(), QPlainTextEdit()):
    panes.addWidget(pane)
window.setCentralWidget(panes)
window.menuBar().addMenu("File").addAction("Quit").setShortcut(Qt.Key.Key_F1)
window.show()
window.repaint()
import os
os._exit(0)
"""


def starting(rounds: int) -> None:
    """Time starting until the window is painted, compared with importing QtWidgets alone."""
    codes = {
        "start: import PySide6.QtWidgets": "import PySide6.QtWidgets",
        "start: bare two panes and a key, painted": _BARE,
        "start: window painted": _PROGRAM.format("pass"),
        "start: window with all its parts painted": _PROGRAM.format(
            "go_on(application, window); window.repaint()"
        ),
    }
    times: dict[str, Times] = {name: [] for name in codes}
    with tempfile.TemporaryDirectory() as folder:
        for code in codes.values():
            timed(code, folder)
        for _ in range(rounds):
            for name, code in codes.items():
                times[name].append(timed(code, folder))
    floor = None
    for name, some in times.items():
        own = told(name, some, floor)
        floor = floor or own


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("what", nargs="*", choices=["start", "text", []], default=[])
    options = parser.parse_args()
    what = options.what or ["start", "text"]
    if "start" in what:
        starting(options.rounds)
    if "text" in what:
        application = QApplication([])
        with_text(options.rounds)
        del application


if __name__ == "__main__":
    main()
