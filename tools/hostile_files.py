"""Damage files at random and open them: each must be answered in words.

usage: hostile_files.py FOLDER [--count 300] [--seed N] [--largest BYTES]

Takes the files of a folder in turn (PDF, RTF, any format), changes, drops, repeats and inserts
bytes in a copy, and opens it as the window does. Prints how often a text was shown, how often which
sentence was told, and the longest time; ends with 1 if anything else happened (an exception of
another kind, a sentence of several lines). A crash of this process shows as such.
"""

import argparse
import random
import re
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.store import formats


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A copy with a few places changed."""
    out = bytearray(data)
    for _ in range(chance.randrange(1, 30)):
        at, how = chance.randrange(len(out) or 1), chance.randrange(6)
        some = bytes(out[at : at + chance.randrange(1, 300)])
        if how == 0:
            out[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 1:
            del out[at : at + len(some)]
        elif how == 2:
            out[at:at] = some
        elif how == 3:
            out[at : at + len(some)] = bytes(chance.sample(some, len(some)))
        elif how == 4:
            out[at:at] = str(chance.choice([-1, 0, 2**31, 10**12])).encode()
        elif chance.random() < 0.1:
            del out[at:]
    return bytes(out)


def said(name: str, data: bytes) -> str:
    """What happens when a file is opened; empty for something that must not."""
    try:
        opened = formats.from_bytes(Path(name), data)
    except StoreError as error:
        told = str(error).removeprefix(f"{name}: ")
        return "" if "\n" in told else f"told: {re.sub('[0-9]+', '#', told)[:90]}"
    except Exception:  # noqa: BLE001 - that is what is looked for
        traceback.print_exc()
        return ""
    return "shown" if opened.text.strip() else "shown, empty"


def main() -> None:
    """Open the damaged files and sum up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--largest", type=int, default=1_000_000)
    flags = parser.parse_args()
    files = [one for one in sorted(flags.folder.iterdir()) if one.is_file()]
    files = [one for one in files if one.stat().st_size <= flags.largest]
    chance = random.Random(flags.seed)  # noqa: S311 - the same files each time
    outcomes, longest, bad = Counter[str](), 0.0, 0
    for number in range(flags.count):
        file = files[number % len(files)]
        data = damaged(file.read_bytes(), chance)
        start = time.perf_counter()
        outcome = said(file.name, data)
        longest = max(longest, time.perf_counter() - start)
        outcomes[outcome or "something else"] += 1
        bad += not outcome
    for outcome, times in outcomes.most_common():
        print(f"{times:5} {outcome}")
    print(f"{flags.count} files, the longest in {longest:.1f} s, {bad} not answered in words")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
