"""Closes the program at random moments while it opens, reads and saves; counts what goes wrong.

usage: python tools/bench/close.py [--rounds N] [--seed N]

Each round starts the program (offscreen) on a text of its own, uses it for a moment, then closes
its window or sends it SIGTERM, possibly in the middle of a save. Errors are: an exit status other
than 0, output on the error stream, an incomplete file, text that should have been saved or kept in
the journal and is missing. Prints one line of JSON; the exit status is 1 if anything went wrong or
if ending took more than two seconds of processor time.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from kill import damaged_in, edit, furnish, know_little, save
from PySide6.QtCore import QTimer

from unspin_gui import app
from unspin_gui.store.review import journal
from unspin_gui.ui.base.unsaved import CloseAnswer
from unspin_gui.ui.window.main_window import MainWindow

_LONGEST = 2.0
_HARMLESS = "This plugin does not support"  # printed by the offscreen platform


def use(window: MainWindow, rng: random.Random) -> None:
    """Act like a person for a moment, then close."""
    answer = CloseAnswer(text=rng.random() < 0.6, glossary=rng.random() < 0.6)
    window.parts.feedback.prompts.ask_unsaved = lambda _unsaved, done: done(answer)  # type: ignore[method-assign]
    steps = QTimer(window, singleShot=True)

    def step() -> None:
        if not window.property("analysing"):
            act: Callable[..., None] = rng.choice((edit, edit, save))
            act(window, lambda _told: None, rng)
            if act is save and rng.random() < 0.3:
                QTimer.singleShot(0, window, window.parts.actions["actionSave"].trigger)
        steps.start(rng.randint(0, 30))

    def leave() -> None:
        steps.stop()
        by_signal = rng.random() < 0.4
        kept = "journal" if by_signal else "file" if answer.text else ""
        dirty = window.session.history.is_dirty
        report = {"kept": kept if dirty else "", "text": window.session.corrected}
        print(json.dumps(report | {"cpu": time.process_time()}), flush=True)
        if by_signal:
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            window.close()

    steps.timeout.connect(step)
    steps.start(0)
    QTimer.singleShot(rng.randint(0, 900), window, leave)


def live(folder: Path, seed: int) -> int:
    """Run the program itself, in a process of its own."""
    know_little()
    os.environ["UNSPIN_HOME"] = str(folder / "home")
    really = MainWindow.furnish

    def furnish_and_use(window: MainWindow) -> None:
        really(window)
        use(window, random.Random(seed))  # noqa: S311 - no secret

    MainWindow.furnish = furnish_and_use  # type: ignore[method-assign]
    return app.run([str(folder / "text.txt")])


def wrong_in(folder: Path, seed: int) -> tuple[list[str], float]:
    """Return what went wrong in one round, and the processor time of closing in seconds."""
    furnish(folder)
    command = [sys.executable, __file__, "--live", str(folder), "--seed", str(seed)]
    before = os.times()
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    after = os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    wrong = [] if done.returncode == 0 else [f"status {done.returncode}"]
    wrong += [line for line in done.stderr.split("\n") if line and _HARMLESS not in line]
    if damaged_in(folder):
        wrong.append("a file is damaged")
    if not done.stdout:
        return [*wrong, "ended before it was closed"], 0.0
    report = json.loads(done.stdout)
    if report["kept"] and report["text"] not in texts_in(folder, report["kept"]):
        wrong.append(f"the text is not in the {report['kept']}")
    return wrong, used - report["cpu"]


def texts_in(folder: Path, kept: str) -> list[str]:
    """Return the texts that a round left in the corrected file or, if that counts, in the journal.

    A save that was in progress when the signal came is completed.
    """
    target = folder / "text.corrected.txt"
    texts = [target.read_text(encoding="utf-8")] if target.exists() else []
    if kept == "journal":
        left = journal.left_behind(folder / "home" / "state" / "journals")
        texts += [one.document.corrected for one in left]
    return texts


def main() -> int:
    """Run the rounds and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--live", type=Path, help=argparse.SUPPRESS)
    wanted = options.parse_args()
    if wanted.live:
        return live(wanted.live, wanted.seed)
    wrong, longest = list[str](), 0.0
    for n in range(wanted.rounds):
        with tempfile.TemporaryDirectory() as folder:
            some, used = wrong_in(Path(folder), wanted.seed * 1000 + n)
        wrong += [f"round {n}: {one}" for one in some]
        longest = max(longest, round(used, 3))
    print(json.dumps({"rounds": wanted.rounds, "wrong": wrong, "longest_end_cpu_s": longest}))
    return 1 if wrong or longest > _LONGEST else 0


if __name__ == "__main__":
    sys.exit(main())
