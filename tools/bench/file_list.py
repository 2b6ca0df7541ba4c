"""Measures a list of files: filling it, moving on, working through it, memory.

usage: python tools/bench/file_list.py [--files N] [--list N] [--text FILE]

`--list` files are only listed; `--files` are worked through by keys: a fix is accepted in each,
then it is finished, and all are opened again. Every file is the text of `--text` (by default the
sample) under its own heading. Moving on is compared with opening the same files alone, in the same
run: milliseconds from the key or the call until the first marks are in the panes. Each part runs in
a process of its own.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from unspin_gui.app import open_window
from unspin_gui.paths import resources
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.window.main_window import MainWindow


def until(is_done: Callable[[], object], seconds: float = 600) -> float:
    """Run the event loop until `is_done`; returns its longest turn, in milliseconds."""
    longest, end = 0.0, time.monotonic() + seconds
    while not is_done():
        began = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, 1000 * (time.perf_counter() - began))
        time.sleep(0.0005)
        if time.monotonic() > end:
            raise TimeoutError
    return longest


def memory() -> float:
    """Return the current resident memory, in megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def written(folder: Path, count: int, text: str) -> Path:
    """Write `count` different texts; return their folder."""
    folder.mkdir()
    for number in range(count):
        (folder / f"text {number}.txt").write_text(f"Text number {number}\n\n{text}", "utf-8")
    return folder


def owner_of(window: MainWindow) -> QueueOwner:
    """The list of a window."""
    until(lambda: window.parts.queue.commands is not None)
    commands = window.parts.queue.commands
    assert commands is not None  # noqa: S101 - tells the type checker
    return commands.owner


def is_settled(window: MainWindow) -> bool:
    """Whether the open text was read to its end."""
    return not window.property("analysing") and window.parts.services.workspace.is_open


def listing(folder: Path, home: Path) -> dict[str, float]:
    """Time filling the list alone."""
    window = open_window(home=home)
    until(lambda: not window.property("analysing"))
    count, began = len(list(folder.iterdir())), time.perf_counter()
    window.parts.files.open_all([folder], apart=False)
    owner = owner_of(window)
    longest = until(lambda: len(owner.queue) == count and not owner.filling.is_filling)
    spent = time.perf_counter() - began
    window.parts.files.give_up()
    window.close()
    return {"listed": count / spent, "turn": longest}


def alone(folder: Path, home: Path, rounds: int) -> dict[str, float]:
    """Median milliseconds until the first marks of a file opened alone, and the memory."""
    window = open_window([folder / "text 0.txt"], home=home)
    until(lambda: is_settled(window))
    times = []
    for number in range(1, rounds + 1):
        began, session = time.perf_counter(), window.session
        source = session.source
        window.open_file(folder / f"text {number}.txt")
        until(lambda: session.source != source and session.suspects)  # noqa: B023
        times.append(1000 * (time.perf_counter() - began))
        until(lambda: is_settled(window))
    used = memory()
    window.parts.files.give_up()
    window.close()
    return {"alone": statistics.median(times), "one": used}


def worked_through(folder: Path, home: Path, count: int) -> dict[str, float]:
    """Accept a fix in each file and move on; return milliseconds until the next first marks."""
    window = open_window([folder], home=home)
    owner, session, times, used = owner_of(window), window.session, list[float](), 0.0
    review = window.parts.services.review
    until(lambda: is_settled(window))
    for number in range(count):
        until(lambda: all(key in owner.ahead._ready for key in owner.ahead._next))  # noqa: SLF001
        suspect = session.suspects[0]
        review.accept(suspect, session.suggestions(suspect, 1)[0].text)
        source, began = session.source, time.perf_counter()
        window.parts.actions["actionFinishFile"].trigger()
        if number < count - 1:
            until(lambda: session.source != source and session.suspects)  # noqa: B023
            times.append(1000 * (time.perf_counter() - began))
        until(lambda: is_settled(window))
        used = max(used, memory())
    window.parts.files.give_up()
    window.close()
    high = sorted(times)[int(0.95 * len(times))]
    return {"next": statistics.median(times), "next95": high, "all": used}


def opened_again(folder: Path, home: Path) -> dict[str, float]:
    """Return what the list says at the next start."""
    window = open_window([folder], home=home)
    owner = owner_of(window)
    until(lambda: not owner.filling.is_filling)
    states = [row.state for row in owner.queue]
    done = sum(row.done for row in owner.queue)
    window.close()
    return {"finished": states.count("finished"), "done": done}


PARTS = ("list", "alone", "files")


def part(name: str, base: Path, count: int) -> dict[str, float]:
    """Measure one part in this process; returns its figures."""
    app = QApplication([])
    folder, home = base / ("many" if name == "list" else "some"), base / f"home-{name}"
    if name == "list":
        return listing(folder, home)
    if name == "alone":
        return alone(folder, home, min(20, count - 1))
    found = worked_through(folder, home, count)
    app.processEvents()
    return found | opened_again(folder, home)


def main() -> None:
    """Measure each part in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--list", type=int, default=2000)
    parser.add_argument("--text", type=Path, default=resources() / "samples" / "sample.txt")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--base", type=Path, help=argparse.SUPPRESS)
    flags = parser.parse_args()
    if flags.part:
        print(json.dumps(part(flags.part, flags.base, flags.files)))
        return
    text = flags.text.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        base, told = Path(name), dict[str, float]()
        written(base / "many", flags.list, text)
        written(base / "some", flags.files, text)
        for each in PARTS:
            command = [sys.executable, __file__, "--part", each, "--base", name]
            command += ["--files", str(flags.files)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
            told |= json.loads(done.stdout)
    print(f"listed {flags.list} files: {told['listed']:.0f} a second")
    print(f"  longest turn of the window {told['turn']:.0f} ms")
    print(f"first marks: alone {told['alone']:.0f} ms, next of the list {told['next']:.0f} ms")
    print(f"  ratio {told['next'] / told['alone']:.2f}, p95 of the list {told['next95']:.0f} ms")
    print(f"memory: one file {told['one']:.0f} MB, {flags.files} files {told['all']:.0f} MB")
    print(f"  ratio {told['all'] / told['one']:.2f}")
    print(f"opened again: {told['finished']} finished of {flags.files}, {told['done']} decisions")


if __name__ == "__main__":
    main()
