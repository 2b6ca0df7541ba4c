"""Time reading, writing and saving glossaries beside PyYAML's C loader and dumper, in one run.

    python tools/bench/glossary_io.py [ENTRIES...]      (default 1000 10000 100000)

Prints CPU milliseconds, the best of five runs (saving: wall time, as it waits for the disk).
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary import glossary_file
from unspin_gui.store.glossary.glossary_entries import Style, lines_of

SYLLABLES = ["ka", "lo", "mi", "ren", "tu", "sha", "vel", "dor", "pin", "gra", "est", "om"]


def made_entries(count: int) -> list[Entry]:
    """Entries with phrases of one to four made-up words, one or two fixes and a note."""
    chance = random.Random(count)  # noqa: S311 - made-up words

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))

    def phrase() -> str:
        return " ".join(word() for _ in range(chance.randint(1, 4)))

    return [
        Entry(f"{phrase()} {n}", tuple(phrase() for _ in range(chance.randint(1, 2))), note="made")
        for n in range(count)
    ]


def best(act: Callable[[], object], clock: Callable[[], float], runs: int = 5) -> float:
    """The best time of an action in milliseconds."""
    times = []
    for _ in range(runs):
        start = clock()
        act()
        times.append(clock() - start)
    return min(times) * 1000


def bench(count: int, folder: Path) -> None:
    """Time one size and print a line."""
    entries = made_entries(count)
    text = "# unspin glossary 1\n" + "".join(lines_of(entry, Style()) for entry in entries)
    path = folder / f"{count}.yaml"
    path.write_text(text)
    plain = yaml.load(text, Loader=yaml.CSafeLoader)
    cpu, runs = time.process_time, 5 if count <= 10_000 else 3
    ours = best(lambda: glossary_file.read(path), cpu, runs)
    theirs = best(lambda: yaml.load(path.read_text(), Loader=yaml.CSafeLoader), cpu, runs)
    emit = best(lambda: "".join(lines_of(entry, Style()) for entry in entries), cpu, runs)
    dump = best(lambda: yaml.dump(plain, Dumper=yaml.CSafeDumper, allow_unicode=True), cpu, runs)
    file = glossary_file.read(path)
    number = iter(range(1000))

    def save_one() -> None:
        nonlocal file
        new = glossary_file.added([Entry(f"a new phrase {next(number)}", ("a fix",))])
        file = glossary_file.save(file, new).file

    def edit_one() -> None:
        nonlocal file
        old = file.glossary.entries[count // 2]
        change = glossary_file.Change(old, old._replace(note=f"edited {next(number)}"))
        file = glossary_file.save(file, [change]).file

    wall = best(save_one, time.perf_counter, runs)
    edited = best(edit_one, time.perf_counter, runs)
    print(
        f"{count:>7} entries, {len(text) / 1e6:.2f} MB: "
        f"load {ours:.0f} (CSafeLoader {theirs:.0f}, {theirs / ours:.1f}x), "
        f"emit {emit:.0f} (CSafeDumper {dump:.0f}, {dump / emit:.1f}x), "
        f"save one {wall:.0f}, save one edit {edited:.0f}"
    )


def main() -> None:
    """Time every size named on the command line."""
    sizes = [int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            bench(size, Path(folder))


if __name__ == "__main__":
    main()
