"""Opens every document below a folder, corrects words in it, and reports what goes wrong.

usage: python tools/round_trip.py FOLDER...

Each document is written back unchanged (the very bytes), with every tenth word in other letters,
and, where its format can, with these as tracked changes; what is written must show just that text.
A format that is only read is written for Word.
Prints a line for each document that is not "exact", then one object with the numbers:

exact     all of that is so
refused   it is not opened, or not written, and one sentence says why
other     it came out otherwise or the program failed: a fault, told with its reason

The status is 1 where there is an "other".
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.edits import applied
from unspin_gui.store.formats.kinds import named_kind

_WORD = re.compile(r"[A-Za-z]{3,}")
_EVERY = 10


def edits_of(opened: Opened) -> list[Edit]:
    """Return edits that change the letter case of every tenth word."""
    words = [Span(*match.span()) for match in _WORD.finditer(opened.text)]
    skipped = {place for span in opened.skip for place in range(*span)}
    free = [word for word in words if skipped.isdisjoint(range(*word))]
    return [Edit(w, opened.text[slice(*w)].swapcase(), "a note") for w in free[::_EVERY]]


def outcome(path: Path, folder: Path) -> tuple[str, str]:
    """The outcome for one document: exact, refused or other, and why."""
    try:
        opened = formats.read(path)
    except StoreError as error:
        return "refused", error.reason
    edits, is_kept = edits_of(opened), not formats.is_read_only(opened.kind)
    ways: list[tuple[Sequence[Edit], bool]] = [((), False), (edits, False)]
    if formats.can_track(opened.kind):
        ways.append((edits, True))
    for made, tracked in ways:
        target = folder / f"out{path.suffix if is_kept else '.docx'}"
        try:
            formats.write(target, opened, made, tracked=tracked, comments=tracked)
            after = formats.read(target)
        except StoreError as error:
            return "refused", f"{'tracked' if tracked else 'plain'}: {error.reason}"
        if is_kept and not made and target.read_bytes() != path.read_bytes():
            return "other", "the bytes of the unchanged document differ"
        if after.text != applied(opened.text, made):
            return "other", "the text written is not the corrected one"
    return "exact", ""


def _documents(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and named_kind(path) is not None:
                yield path


def main() -> int:
    """Test each document."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    flags = parser.parse_args()
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for path in _documents(flags.folders):
            try:
                kind, reason = outcome(path, Path(name))
            except Exception as error:  # noqa: BLE001 - whatever fails is what is looked for
                kind, reason = "other", f"{type(error).__name__}: {error}"
            found[kind] += 1
            found[f"{kind} {path.suffix.lower()}"] += 1
            if kind != "exact":
                print(f"{kind}\t{path}\t{reason}")
    print(json.dumps(dict(sorted(found.items()))))
    return int(found["other"] > 0)


if __name__ == "__main__":
    sys.exit(main())
