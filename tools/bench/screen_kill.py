"""Kill the driver of a screening, its workers, or both, at random moments, then resume it.

usage: screen_kill.py FOLDER [--kills 50] [--seed 7]

The corpus and the results are made in FOLDER. Prints how many rows were lost or written twice, and
whether the rows equal those of an undisturbed run, byte for byte. Linux only.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

DOCUMENTS, PART = 3000, 10
PROSE = "the ship is in the way of a system that we talk about on the way to the market"


def corpus(folder: Path, random: Random) -> list[str]:
    """Make a corpus and a glossary; returns the command that screens it."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = (" ".join(random.choices(PROSE.split(), k=60)) + "." for _ in range(DOCUMENTS))
    lines = [json.dumps({"id": f"d{n}", "text": text}) for n, text in enumerate(texts)]
    (folder / "corpus.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "words.yaml").write_text(
        '- spun: "in the way"\n  fix: "on the way"\n', encoding="utf-8"
    )
    command = [sys.executable, "-m", "unspin_gui", "screen", str(folder / "corpus.jsonl")]
    command += ["--depth", "known", "--glossary", str(folder / "words.yaml")]
    return [*command, "--part-size", str(PART), "--workers", "2", "--out"]


def workers(driver: int) -> list[int]:
    """The worker processes of a driver."""
    children = Path(f"/proc/{driver}/task/{driver}/children").read_text().split()
    return [int(one) for one in children if b"spawn_main" in _command(one)]


def _command(process: str) -> bytes:
    return Path(f"/proc/{process}/cmdline").read_bytes()


def disturb(driver: subprocess.Popen, random: Random, kills: Counter, most: int) -> None:
    """Kill until the driver is dead, or done."""
    while driver.poll() is None and kills.total() < most:
        time.sleep(random.uniform(0, 0.25))
        what = random.choice(["driver", "worker", "both"])
        try:
            alive = workers(driver.pid)
            if what != "driver":
                os.kill(random.choice(alive), signal.SIGKILL)
            if what != "worker":
                driver.kill()
                driver.wait()
        except (OSError, IndexError):
            continue
        kills[what] += 1


def main() -> None:
    """Disturb, resume, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    random, kills = Random(args.seed), Counter[str]()  # noqa: S311
    command, out, calm = corpus(args.folder, random), args.folder / "out", args.folder / "calm"
    for folder in (out, calm):
        shutil.rmtree(folder, ignore_errors=True)
    parts = lambda folder: sorted(folder.glob("rows/part-*.jsonl"))  # noqa: E731
    while kills.total() < args.kills:
        before, since = len(parts(out)), time.monotonic()
        driver = subprocess.Popen([*command, str(out)], stdout=subprocess.DEVNULL)
        while driver.poll() is None and len(parts(out)) <= before and time.monotonic() < since + 60:
            time.sleep(0.02)
        disturb(driver, random, kills, args.kills)
        driver.wait()
        if len(parts(out)) > 0.97 * DOCUMENTS / PART:
            for path in random.sample(parts(out), DOCUMENTS // PART // 2):
                path.unlink()  # so that there is work again
    for folder in (out, calm):
        subprocess.run([*command, str(folder)], check=True, stdout=subprocess.DEVNULL)
    lines = [line for path in parts(out) for line in path.read_text().split("\n") if line]
    names = Counter(json.loads(line)["doc"] for line in lines)
    same = [p.read_bytes() for p in parts(out)] == [p.read_bytes() for p in parts(calm)]
    print(f"kills: {dict(kills)}")
    print(f"rows lost: {DOCUMENTS - len(names)}, written twice: {names.total() - len(names)}")
    print(f"the same bytes as an undisturbed run: {same}")


if __name__ == "__main__":
    main()
