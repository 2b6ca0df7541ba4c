"""Correct words of real documents, and let other programs read the result.

usage: in_place.py FILE_OR_FOLDER... [--words 12] [--seed N] [--verbose]

Each document is opened and saved unchanged, which must give the same bytes; then some of its words
are corrected, and undoing that in the saved file must give the source again, byte for byte. The
result is read by another program: XML by expat (the same tags with the same attributes as before),
EPUB by zipfile, expat and, where it is installed, epubcheck (no new message), subtitles by pysubs2
or webvtt-py (the same cues and times), LaTeX by pylatexenc (the same commands in the same order).
Programs that are missing are named. Ends with 1 if anything differs.

Documents for it: tools/real_files.py.
"""

import argparse
import io
import random
import re
import sys
import tempfile
import zipfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.parsers import expat

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span, shared_ends
from unspin_gui.store import formats
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats import Edit, Opened

_WORD = re.compile(r"\b(?!\w*TeX)[A-Za-z]{4,}\b")  # LaTeX is a command
missing = set[str]()


def corrections(opened: Opened, count: int, chance: random.Random) -> list[tuple[Edit, str]]:
    """Return some of the words that are examined, and new ones in their place."""
    starts = [span.start for span in opened.skip]

    def is_judged(word: re.Match[str]) -> bool:
        before = bisect_right(starts, word.start()) - 1
        return before < 0 or opened.skip[before].end <= word.start()

    words = [word for word in _WORD.finditer(opened.text) if is_judged(word)]
    some = sorted(chance.sample(words, min(count, len(words))), key=lambda word: word.start())
    return [(Edit(Span(*word.span()), marker(n)), word[0]) for n, word in enumerate(some)]


def marker(number: int) -> str:
    """Return a word that no document has."""
    return f"Zq{chr(97 + number // 26)}{chr(97 + number % 26)}zq"


def undone(text: str, made: list[tuple[Edit, str]]) -> str:
    """Return a text with the corrections undone."""
    for edit, old in made:
        text = text.replace(edit.text, old, 1)
    return text


def is_undone(after: str, before: str, made: list[tuple[Edit, str]]) -> bool:
    """Whether undoing the corrections gives the source again.

    If markup divides a word, the markup stays, but after other letters; a command that represents a
    word counts as a word.
    """
    again = undone(after, made)
    if again == before:
        return True
    head, tail = shared_ends(again, before)
    gone = re.sub(r"<[^>]*>|\\(?=[A-Za-z])|[{}]", "", before[head : len(before) - tail])
    return any(piece in word for _, word in made for piece in [gone.strip()])


def same_but_for(before: bytes, after: bytes, opened: Opened, made: list[tuple[Edit, str]]) -> bool:
    """Whether nothing but the words differs."""
    if isinstance(opened.file, TextFile):
        encoding = opened.file.encoding
        return is_undone(after.decode(encoding), before.decode(encoding), made)
    old, new = members(before), members(after)
    texts = {name for name in old if old[name] != new.get(name)}
    return list(old) == list(new) and all(
        is_undone(new[name].decode("utf-8"), old[name].decode("utf-8"), made) for name in texts
    )


def optional(name: str) -> Any:  # noqa: ANN401 - a module that need not be installed
    """A module, or None if it is missing."""
    try:
        return import_module(name)
    except ImportError:
        missing.add(name.partition(".")[0])
        return None


def members(data: bytes) -> dict[str, bytes]:
    """The members of an archive, checked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml_events(data: bytes) -> list[object]:
    """The tags of an XML document, with their attributes."""
    found: list[object] = []
    parser = expat.ParserCreate()
    parser.UseForeignDTD(True)  # noqa: FBT003
    parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
    parser.EndElementHandler = found.append
    parser.Parse(data, True)  # noqa: FBT003
    return found


def epub_events(data: bytes) -> list[object]:
    """The tags of all chapters, and what epubcheck says."""
    events: list[object] = []
    for name, member in members(data).items():
        if name.endswith((".xhtml", ".html", ".htm", ".opf", ".ncx", ".xml")):
            events += [name, *xml_events(member)]
    checker = optional("epubcheck")
    if checker is None:
        return events
    with tempfile.NamedTemporaryFile(suffix=".epub") as file:
        file.write(data)
        file.flush()
        messages = Counter(message.id for message in checker.EpubCheck(file.name).messages)
    return [*events, sorted(messages.items())]


def cue_events(data: bytes) -> list[object]:
    """The times of subtitles."""
    text = data.decode("utf-8-sig")
    reader = optional("pysubs2")
    if reader is None:
        return []
    return [(line.start, line.end) for line in reader.SSAFile.from_string(text)]


def latex_events(data: bytes) -> list[object]:
    """The commands of LaTeX."""
    parser = optional("pylatexenc.latexwalker")
    if parser is None:
        return []
    found: list[object] = []
    pending = list(parser.LatexWalker(data.decode("utf-8")).get_latex_nodes()[0])
    while pending:
        node = pending.pop()
        if node is not None:
            name = getattr(node, "macroname", None) or getattr(node, "environmentname", None)
            found.append(name or type(node).__name__)
            arguments = getattr(node, "nodeargd", None)
            pending += (arguments.argnlist if arguments else None) or ()
            pending += getattr(node, "nodelist", None) or ()
    return found


READERS: dict[str, Callable[[bytes], list[object]]] = {
    "xml": xml_events,
    "epub": epub_events,
    "subtitles": cue_events,
    "latex": latex_events,
}


def events(kind: str, data: bytes) -> list[object] | None:
    """Return what another program reads; None if it cannot read it."""
    try:
        return READERS[kind](data) if kind in READERS else []
    except Exception:  # noqa: BLE001 - what cannot be read before need not be read after
        return None


def outcome(path: Path, flags: argparse.Namespace, chance: random.Random) -> str:
    """Return what happens to one document."""
    try:
        opened = formats.read(path)
    except StoreError as error:
        return f"not opened: {re.sub(r'[0-9]+', '#', error.reason)[:70]}"
    if opened.kind not in READERS:
        return f"is {opened.kind}"
    with tempfile.TemporaryDirectory() as folder:
        try:
            how = saved(path, opened, Path(folder) / path.name, flags.words, chance)
        except StoreError as error:
            how = f"REFUSED: {error.reason[:90]}"
    return f"{opened.kind}: {how}"


def saved(path: Path, opened: Opened, target: Path, count: int, chance: random.Random) -> str:
    """What happens when some words are corrected; raises StoreError."""
    before = path.read_bytes()
    formats.write(target, opened, ())
    if target.read_bytes() != before:
        return "DIFFERS though nothing was corrected"
    made = corrections(opened, count, chance)
    formats.write(target, opened, [edit for edit, _ in made])
    after, again = target.read_bytes(), formats.read(target).text
    if undone(again, made) != opened.text or not same_but_for(before, after, opened, made):
        return "DIFFERS outside the words"
    was = events(opened.kind, before)
    if was is None:
        return "same bytes; the other program reads neither"
    return "same bytes, " + ("alike" if events(opened.kind, after) == was else "READ DIFFERENTLY")


def documents(names: list[Path]) -> Iterator[Path]:
    """The files named, and those in folders."""
    for name in names:
        if name.is_dir():
            yield from (path for path in sorted(name.rglob("*")) if path.is_file())
        else:
            yield name


def main() -> int:
    """Correct all documents and sum up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--verbose", action="store_true")
    flags = parser.parse_args()
    chance, found = random.Random(flags.seed), Counter[str]()  # noqa: S311 - the same each time
    for path in documents(flags.files):
        result = outcome(path, flags, chance)
        found[result] += 1
        if flags.verbose or re.search(r"[A-Z]{3}", result):
            print(f"{path}: {result}")
    for result, times in found.most_common():
        print(f"{times:5} {result}")
    if missing:
        print(f"not installed: {', '.join(sorted(missing))}")
    return int(any(re.match(r".*(?:DIFFER|REFUSED)", result) for result in found))


if __name__ == "__main__":
    sys.exit(main())
