"""Damage files at random, then open, correct and save them: each must work or give a sentence.

usage: hostile_files.py FOLDER [--first N] [--count 300] [--seed N] [--largest BYTES]

Takes the files of a folder in turn (PDF, RTF, any format), changes, drops, repeats and inserts
bytes in a copy (of zipped ones mostly inside a member), and opens it as the window does. Where a
text is shown, a few words are corrected and the document is saved, as text where it is only read.
Prints how often that was done, how often which sentence was told, and the longest time with the
number of its file, which `--first N --count 1` damages in the same way again; ends with 1
if anything else happened: an exception of another kind, a sentence of several lines, a file left
behind though saving was refused, or one that does not show the corrected text. A crash of this
process shows as such.
"""

import argparse
import io
import random
import re
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats.edits import applied
from unspin_gui.store.formats.mapped.splicer import comparable


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


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """A copy of an archive with one of its texts damaged, or the archive itself."""
    if not data.startswith(b"PK") or chance.random() < 0.3:
        return damaged(data, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        texts = [one for one in old.namelist() if re.search(r"(?:ml|opf|ncx|rels)\Z", one)]
        victim = chance.choice(texts or old.namelist())
        for info in old.infolist():
            member = old.read(info)
            new.writestr(info, damaged(member, chance) if info.filename == victim else member)
    return out.getvalue()


def said(name: str, data: bytes, chance: random.Random) -> str:
    """Return what happens when a file is opened and corrected; empty for a failure."""
    try:
        opened = formats.from_bytes(Path(name), data)
    except StoreError as error:
        return told(name, error)
    except Exception:  # noqa: BLE001 - that is what is looked for
        traceback.print_exc()
        return ""
    return saved(opened, name, chance) if opened.text.strip() else "shown, empty"


def told(name: str, error: StoreError) -> str:
    """Return the sentence of an error, without its figures; empty if it is not one."""
    sentence = str(error).rpartition(f"{name}: ")[2]
    return "" if "\n" in str(error) else f"told: {re.sub('[0-9]+', '#', sentence)[:90]}"


def saved(opened: formats.Opened, name: str, chance: random.Random) -> str:
    """Return what happens when some words of a text are corrected."""
    words = list(re.finditer(r"[A-Za-z]{4,}", opened.text))
    some = sorted(chance.sample(words, min(5, len(words))), key=lambda word: word.start())
    edits = [formats.Edit(Span(*word.span()), "corrected") for word in some]
    wanted = comparable(applied(opened.text, edits))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / name
        if formats.is_read_only(opened.kind):
            target = target.with_suffix(".txt")
        try:
            written = formats.write(target, opened, edits)
        except StoreError as error:
            return told(name, error) if not any(Path(folder).iterdir()) else ""
        except Exception:  # noqa: BLE001 - that is what is looked for
            traceback.print_exc()
            return ""
        encoding = written.file.encoding if isinstance(written.file, TextFile) else None
        is_same = comparable(formats.read(target, encoding).text) == comparable(written.text)
        if target.suffix == ".txt" and not is_same:
            return "saved as text that looks like another format"
        is_right = formats.is_read_only(opened.kind) or comparable(written.text) == wanted
    return "shown, corrected, saved" if is_same and is_right else ""


def main() -> None:
    """Open the damaged files and sum up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--largest", type=int, default=1_000_000)
    flags = parser.parse_args()
    files = [one for one in sorted(flags.folder.iterdir()) if one.is_file()]
    files = [one for one in files if one.stat().st_size <= flags.largest]
    outcomes, slowest, bad = Counter[str](), (0.0, 0), 0
    for number in range(flags.first, flags.first + flags.count):
        file = files[number % len(files)]
        chance = random.Random(f"{flags.seed} {number}")  # noqa: S311 - the same each time
        data = damaged_inside(file.read_bytes(), chance)
        start = time.perf_counter()
        outcome = said(file.name, data, chance)
        slowest = max(slowest, (time.perf_counter() - start, number))
        outcomes[outcome or "something else"] += 1
        bad += not outcome
    for outcome, times in outcomes.most_common():
        print(f"{times:5} {outcome}")
    took, number = slowest
    print(f"{flags.count} files, the longest, {number}, in {took:.1f} s, {bad} not told in words")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
