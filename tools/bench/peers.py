"""Compares exact phrase lists with other tools: the same text, the same list, whole processes.

usage: python tools/bench/peers.py FOLDER [--phrases N] [--words N] [--rounds N] [--install]

FOLDER holds the tools and the data made for them; --install puts them there by name: codespell,
typos and harper-py from PyPI, textlint and textlint-rule-terminology from npm (GNU diction is
taken from the system: apt-get install diction). Tools that are missing are left out. codespell
and typos look for single words and get a list of as many words; harper-py has rules of its own.
Prints processor seconds (user and system, median) and how many times those of the first row.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from statistics import median

_LONGEST = 120
"""Seconds after which a tool is stopped."""
_SYLLABLES = ["ba", "ko", "ri", "tel", "sun", "mar", "den", "vo", "lis", "per", "qua", "zent"]
_HARPER = """
import sys
from pathlib import Path
import harper
linter = harper.Linter()
for lint in linter.lint(Path(sys.argv[1]).read_text(encoding="utf-8")):
    print(lint.span())
"""


def made(folder: Path, phrases: int, words: int) -> None:
    """Write the text and the lists for every tool, always the same for the same numbers."""
    dice = random.Random(3)  # noqa: S311 - the same data each time, no secrets
    vocabulary = sorted(
        {"".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(60_000)}
    )
    listed = sorted(
        {" ".join(dice.choices(vocabulary, k=dice.randint(2, 4))) for _ in range(phrases)}
    )
    parts: list[str] = []
    for at in range(words // 100):
        sentence = [*dice.choices(vocabulary, k=98), dice.choice(listed)]
        dice.shuffle(sentence)
        parts.append(" ".join(sentence).capitalize() + "." + ("\n\n" if at % 3 == 2 else " "))
    (folder / "text.txt").write_text("".join(parts), encoding="utf-8")
    entries = "".join(f'- spun: "{phrase}"\n  fix: "fixed"\n' for phrase in listed)
    (folder / "list.yaml").write_text(entries, encoding="utf-8")
    single = dice.sample(vocabulary, min(phrases, len(vocabulary)))
    (folder / "words.txt").write_text("".join(f"{w}->fixed\n" for w in single), encoding="utf-8")
    typos = "[default.extend-words]\n" + "".join(f'{w} = "fixed"\n' for w in single)
    (folder / "typos.toml").write_text(typos, encoding="utf-8")
    (folder / "diction.txt").write_text("".join(f"{p}\tfixed\n" for p in listed), encoding="utf-8")
    terms = {"defaultTerms": False, "terms": [[phrase, "fixed"] for phrase in listed]}
    rules = json.dumps({"rules": {"terminology": terms}})
    (folder / ".textlintrc.json").write_text(rules, encoding="utf-8")


def commands(folder: Path) -> dict[str, list[str]]:
    """The command line of each installed tool."""
    venv, npm = folder / "venv" / "bin", folder / "node_modules" / ".bin"
    check = [sys.executable, "-m", "unspin_gui", "check"]
    ours = [*check, "--glossary", "list.yaml", "--sources"]
    found = {
        "this program, exact": [*ours, "mine", "text.txt"],
        "this program, exact and near": [*ours, "mine,near", "text.txt"],
        "typos (words)": [str(venv / "typos"), "--config", "typos.toml", "text.txt"],
        "codespell (words)": [str(venv / "codespell"), "-D", "words.txt", "text.txt"],
        "GNU diction": [shutil.which("diction") or "", "-f", "diction.txt", "-n", "text.txt"],
        "textlint terminology": [str(npm / "textlint"), "text.txt"],
        "harper-py (own rules)": [str(venv / "python"), "-c", _HARPER, "text.txt"],
    }
    return {name: line for name, line in found.items() if line[0] and Path(line[0]).exists()}


def install(folder: Path) -> None:
    """Install the tools into the folder, by name."""
    venv = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    names = ["codespell", "typos", "harper-py"]
    subprocess.run([str(venv / "bin" / "pip"), "install", "-q", *names], check=True)
    npm = [
        "npm",
        "install",
        "--silent",
        "--prefix",
        str(folder),
        "textlint",
        "textlint-rule-terminology",
    ]
    subprocess.run(npm, check=True)


def seconds(line: list[str], folder: Path) -> tuple[float, int]:
    """The processor seconds of one run, and the lines it printed; -1 if it was stopped."""
    lines = -1
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # As installed: with bytecode, and with buffered output.
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    env["OMP_NUM_THREADS"] = "1"
    with suppress(subprocess.TimeoutExpired):
        run = subprocess.run(
            line, cwd=folder, capture_output=True, check=False, env=env, timeout=_LONGEST
        )
        lines = run.stdout.count(b"\n")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, lines


def main() -> None:
    """Measure each tool in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--phrases", type=int, default=1_000)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--install", action="store_true")
    flags = parser.parse_args()
    flags.folder.mkdir(parents=True, exist_ok=True)
    if flags.install:
        install(flags.folder)
    made(flags.folder, flags.phrases, flags.words)
    lines = commands(flags.folder)
    for line in lines.values():
        seconds(line, flags.folder)  # the first run writes bytecode and caches
    rounds = [
        {name: seconds(line, flags.folder) for name, line in lines.items()}
        for _ in range(flags.rounds)
    ]
    runs = {name: [one[name] for one in rounds] for name in lines}
    first = median(spent for spent, _ in next(iter(runs.values())))
    print(f"{flags.words} words, {flags.phrases} phrases")
    for name, times in runs.items():
        spent = median(spent for spent, _ in times)
        print(f"{name:32} {spent:8.2f} s  {spent / first:7.1f} x  {times[0][1]:6} lines")


if __name__ == "__main__":
    main()
