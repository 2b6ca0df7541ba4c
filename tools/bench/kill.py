"""Kills the program at random moments while it is used and while it saves; counts what is lost.

usage: python tools/bench/kill.py [--editing N] [--saving N] [--seed N] [--jobs N]

Each round forks a process that opens a window (offscreen) on a text of its own. In the first kind
it accepts fixes and types until SIGKILL; then its journal is read back and compared with what the
process had reported before. In the second kind it saves continuously; then text, glossary and
journal are read. `--jobs` rounds run at the same time, by default as many as there are processors.
Prints one line of JSON; the exit status is 1 if anything was lost or damaged.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from unspin_gui.app import open_window
from unspin_gui.application import knowledge_loading, layers
from unspin_gui.store.files import temp_files
from unspin_gui.store.glossary import glossary_file
from unspin_gui.store.review import journal
from unspin_gui.ui.window.main_window import MainWindow

GLOSSARY = '- spun: "husband or wife forces"\n  fix: "partner forces"\n'
LINES = 80
TEXT = "".join(f"{n}: the husband or wife forces met.\n" for n in range(LINES)) + "End:"
_LONGEST_LOSS = 1.5
_MOST_ACTS, _LONGEST_REST = 20, 20
"""The most actions of a process, and the longest rest between them in milliseconds."""


class Told(NamedTuple):
    """What a process reported: when, the fixes accepted, the text typed."""

    at: float
    accepted: list[list[Any]]
    typed: str


def accepted_of(window: MainWindow) -> list[list[Any]]:
    """The accepted fixes, as JSON values."""
    return [[*d.span, d.text] for d in window.session.decisions if d.state == "accepted"]


def edit(window: MainWindow, tell: Callable[[object], None], rng: random.Random) -> None:
    """Do what a person would: accept a fix, or type a word; and report it."""
    pane = window.parts.views.editors.corrected
    if rng.random() < 0.5 and window.session.suspects:
        window.parts.services.review.accept(rng.choice(window.session.suspects), "partner forces")
    else:
        pane.put_caret(len(window.session.corrected))
        QTest.keyClicks(pane, rng.choice("abcdefgh") * rng.randint(1, 5))
    typed = window.session.corrected.rpartition("End:")[2]
    tell(Told(time.monotonic(), accepted_of(window), typed))


def save(window: MainWindow, tell: Callable[[object], None], rng: random.Random) -> None:
    """Teach the glossary something, change the text, and save both."""
    if window.session.suspects:
        word = "".join(rng.choices("abcdefgh", k=6))
        window.parts.services.review.accept(rng.choice(window.session.suspects), f"partner {word}")
    tell("saving")
    window.parts.actions["actionSave"].trigger()


def live(folder: Path, pipe: int, seed: int, act: Callable[..., None]) -> None:
    """The forked process: a window that is used until it is killed."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    app = QApplication(["unspin"])
    window = open_window([folder / "text.txt"], home=folder / "home")

    def tell(what: object) -> None:
        os.write(pipe, json.dumps(what).encode() + b"\n")

    def step() -> None:
        # Wait only for the first suspects, as people do.
        if window.session.suspects or not window.property("analysing"):
            act(window, tell, rng)
        timer.start(rng.randint(0, _LONGEST_REST))

    timer = QTimer(window, singleShot=True)
    timer.timeout.connect(step)
    timer.start(0)
    app.exec()


def furnish(folder: Path) -> None:
    """Create the text and the glossary of a round."""
    (folder / "home" / "data").mkdir(parents=True)
    (folder / "home" / "data" / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")


def know_little() -> None:
    """Use no language data and shipped glossaries, to start faster: rounds need neither."""
    knowledge_loading.read_language = lambda _cache=None: lambda known: known
    layers.starter_glossaries = lambda: ()


def round_of(folder: Path, seed: int, act: Callable[..., None]) -> tuple[list[Any], float]:
    """Let a process act and kill it at a random moment; returns its report, and when it died."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    furnish(folder)
    inlet, outlet = os.pipe()
    child = os.fork()
    if not child:
        os.close(inlet)
        signal.alarm(60)
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 2)
        live(folder, outlet, seed, act)
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet, "rb") as lines:
        lines_read = [lines.readline() for _ in range(rng.randint(1, _MOST_ACTS))]
        time.sleep(rng.uniform(0.002, 0.05))
        os.kill(child, signal.SIGKILL)
        died = time.monotonic()
        os.waitpid(child, 0)
        lines_read += lines.read().split(b"\n")
    return [json.loads(line) for line in lines_read if line.strip()], died


def lost_while_editing(seed: int) -> tuple[int, float]:
    """The reported fixes, and the seconds of reported typing, that a killed process lost."""
    with tempfile.TemporaryDirectory() as folder:
        lines, died = round_of(Path(folder), seed, edit)
        left = journal.left_behind(Path(folder) / "home" / "state" / "journals")
    reports = [Told(*line) for line in lines]
    if len(left) != 1 or left[0].document.source != TEXT:
        return len(reports[-1].accepted), died - reports[0].at
    document = left[0].document
    accepted = [[*d.span, d.text] for d in document.decisions if d.state == "accepted"]
    typed = document.corrected.rpartition("End:")[2]
    lost = sum(one not in accepted for one in reports[-1].accepted)
    shorter, longer = sorted((typed, reports[-1].typed), key=len)
    if not longer.startswith(shorter):
        return lost, died - reports[0].at
    late = [one.at for one in reports if len(one.typed) > len(typed)]
    return lost, died - late[0] if late else 0.0


def damaged_while_saving(seed: int) -> tuple[int, int]:
    """The number of files that a killed save damaged, and of temporary ones it left."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        round_of(folder, seed, save)
        damaged = damaged_in(folder)
        folders = [folder, *(path for path in (folder / "home").rglob("*") if path.is_dir())]
        return damaged, sum(temp_files.sweep(one) for one in folders)


def damaged_in(folder: Path) -> int:
    """How many files of a round are damaged."""
    damaged = 0
    target = folder / "text.corrected.txt"
    if target.exists():
        lines = target.read_text(encoding="utf-8").split("\n")
        damaged += len(lines) != LINES + 1 or not lines[-1].startswith("End:")
    damaged += (folder / "text.txt").read_text(encoding="utf-8") != TEXT
    glossary = glossary_file.read(folder / "home" / "data" / "glossary.yaml").glossary
    damaged += "husband or wife forces" not in {entry.phrase for entry in glossary.entries}
    for record in (folder / "home" / "state" / "journals").glob("*.journal"):
        damaged += record.stat().st_size > 0 and journal.replay(record) is None
    for record in (folder / "home" / "state" / "decisions").glob("*.json"):
        json.loads(record.read_bytes())
    return damaged


def rounds(
    work: Callable[[int], tuple[float, float]], seeds: Iterable[int], jobs: int
) -> Iterator[tuple[float, float]]:
    """Yield the result of each round; several run at a time, each in a process of its own."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
        yield from pool.map(work, seeds)


def main() -> int:
    """Run the rounds and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    options.add_argument("--editing", type=int, default=20)
    options.add_argument("--saving", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    wanted = options.parse_args()
    know_little()
    figures = {"editing": wanted.editing, "fixes_lost": 0, "typing_lost_s": 0.0}
    figures |= {"saving": wanted.saving, "damaged": 0, "left_over": 0}
    first = wanted.seed * 1000
    seeds = range(first, first + wanted.editing)
    for fixes, seconds in rounds(lost_while_editing, seeds, wanted.jobs):
        figures["fixes_lost"] += fixes
        figures["typing_lost_s"] = max(figures["typing_lost_s"], round(seconds, 3))
    seeds = range(first, first + wanted.saving)
    for damaged, swept in rounds(damaged_while_saving, seeds, wanted.jobs):
        figures["damaged"] += damaged
        figures["left_over"] += swept
    print(json.dumps(figures))
    bad = figures["fixes_lost"] or figures["damaged"]
    return 1 if bad or figures["typing_lost_s"] > _LONGEST_LOSS else 0


if __name__ == "__main__":
    sys.exit(main())
