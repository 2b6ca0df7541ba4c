"""Run `screen` on a corpus with several numbers of workers: throughput, processor time and memory.

usage: screen_workers.py CORPUS.jsonl FOLDER [--documents N...] [--workers N...] [--depth D]
           [--rounds R] [--loop]

CORPUS is one of `tools/corpora.py`; of it the first N documents are screened, once for each number
of workers in each round, in turn. Prints the least wall and processor time (of all processes) and
the greatest memory: of the workers together as resident (what they share counts once for each) and
proportional (it counts once), and of the driver. Says whether all runs gave the same rows, byte for
byte. With --loop the same documents are also read by a plain loop over the detector in one process
(always in full). Linux only.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_LOOP = """
import json, sys
from unspin_gui.application.examination import examine
from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.core.detection.knowledge import Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Document
import gc
gc.set_threshold(100_000)  # as the commands do
knowledge = load_knowledge(None, Options()).knowledge
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["text"]
    document = Document(text)
    for suspect in examine(text, (), knowledge).suspects:
        suggest(suspect, document, knowledge, limit=1)
"""
_OFTEN = 0.2


class Run:
    """The figures of one command: seconds, and megabytes at their peak."""

    def __init__(self, command: list[str]) -> None:
        before, began = _spent(), time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.resident = self.proportional = self.driver = 0
        while process.poll() is None:
            workers = [_memory(one) for one in _workers(process.pid)]
            self.resident = max(self.resident, sum(one.get("Rss", 0) for one in workers))
            self.proportional = max(self.proportional, sum(one.get("Pss", 0) for one in workers))
            self.driver = max(self.driver, _memory(process.pid).get("Pss", 0))
            time.sleep(_OFTEN)
        self.wall, self.processor = time.monotonic() - began, _spent() - before
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _workers(driver: int) -> Iterator[int]:
    """The worker processes of a driver."""
    try:
        children = Path(f"/proc/{driver}/task/{driver}/children").read_text().split()
        for one in children:
            if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes():
                yield int(one)
    except OSError:
        return


def _memory(process: int) -> dict[str, int]:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().split("\n")[1:]
    except OSError:
        return {}
    return {line.split(":")[0]: int(line.split()[1]) >> 10 for line in lines if line}


def main() -> None:
    """Run everything in turn, print the best."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--depth", default="cascade")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--loop", action="store_true")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    lines = args.corpus.read_text(encoding="utf-8").split("\n")[:-1]
    for count in args.documents:
        path = args.folder / f"first-{count}.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines[:count]), encoding="utf-8")
        words = sum(json.loads(line)["words"] for line in lines[:count])
        print(f"{count:,} documents, {words:,} words, load {os.getloadavg()[0]:.1f}", flush=True)
        _measure(args, path, words)


def _measure(args: argparse.Namespace, path: Path, words: int) -> None:
    commands = {
        f"{n} workers": [
            *(sys.executable, "-m", "unspin_gui", "screen", str(path), "--restart"),
            *("--depth", args.depth, "--workers", str(n), "--out", str(args.folder / f"out-{n}")),
        ]
        for n in args.workers
    }
    if args.loop:
        commands["plain loop"] = [sys.executable, "-c", _LOOP, str(path)]
    runs = dict[str, list[Run]]()
    for _ in range(args.rounds):
        for name, command in commands.items():
            runs.setdefault(name, []).append(Run(command))
    for name, done in runs.items():
        wall, processor = (
            min(getattr(one, what) for one in done) for what in ("wall", "processor")
        )
        resident, proportional, driver = (
            max(getattr(one, what) for one in done)
            for what in ("resident", "proportional", "driver")
        )
        speed = f"{wall:7.1f} s, {processor:7.1f} CPU s, {words / processor:8,.0f} words a CPU s"
        memory = f"{resident} MB resident, {proportional} MB proportional, driver {driver} MB"
        print(f"{name:11} {speed}; workers {memory}", flush=True)
    rows = [_rows(args.folder / f"out-{n}") for n in args.workers]
    print("the same rows" if all(one == rows[0] for one in rows) else "THE ROWS DIFFER", flush=True)


def _rows(out: Path) -> list[bytes]:
    parts = sorted(out.glob("rows/part-*.jsonl"))
    return sorted(line for part in parts for line in part.read_bytes().split(b"\n"))


if __name__ == "__main__":
    main()
