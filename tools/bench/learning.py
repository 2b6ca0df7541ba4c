"""Measures what reviewing an article teaches, and what that does to other texts.

usage: learning.py FOLDER [HONEST...] [--plain] [--verbose]

FOLDER contains pairs NAME.txt and NAME.gold.tsv (start, end, spun, originals; a header line). Each
article is reviewed by its gold annotations, and what it teaches is saved and reread. Then every
genuine text (NAME.clean.txt of the folder, and the files HONEST) is searched with and without it: a
mark at a place that had none before was caused by what was learnt. Finally the same article is
searched again for what it taught. With --plain every pair is learnt as it is, whatever its words.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from unspin_gui.application.knowledge_loading import read_glossaries, read_language
from unspin_gui.application.session_glossary import Learnt
from unspin_gui.core.detection.adaptation import taught
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.detection.lessons import with_lessons
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import word_count
from unspin_gui.language import inflection
from unspin_gui.settings import Settings
from unspin_gui.store.glossary import glossary_file


class Gold(NamedTuple):
    """A place in an article, and its original wordings."""

    span: Span
    fix: str


def gold_of(path: Path) -> list[Gold]:
    """Return the annotated places of an article whose originals are not empty."""
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines()[1:]]
    found = [Gold(Span(int(row[0]), int(row[1])), row[3].split("|")[0]) for row in rows]
    return [one for one in found if one.fix]


def settled(source: str, gold: Iterable[Gold], base: Knowledge, *, plain: bool) -> Document:
    """Return the article as left by a user who knows the original."""
    found = {suspect.span: suspect for suspect in detect(source, base)}
    suspects = [
        found.get(span) or Suspect(span, source[slice(*span)], "unfit", 1.0, None)
        for span, _ in gold
    ]
    made = [decision_for(source, s, one.fix) for s, one in zip(suspects, gold, strict=True)]
    decisions = with_lessons(source, made, suspects, base, "widely" if plain else True)
    return Document(source).with_decisions(decisions)


def learnt_from(document: Document, base: Knowledge, *, plain: bool) -> Glossary:
    """What the article teaches, saved and read again."""
    learnt = Learnt()
    learnt.base = base._replace(glossaries=()) if plain else base
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.yaml"
        changes = learnt.changes(document)
        glossary_file.save(glossary_file.read_or_new(path), [*changes])
        return glossary_file.read(path, mine=True).glossary


def with_glossary(base: Knowledge, mine: Glossary) -> Knowledge:
    """The knowledge after the next start."""
    glossaries = (*base.glossaries, mine)
    reader = base.reader and taught(base.reader, glossaries)
    return base._replace(glossaries=glossaries, reader=reader)


def new_marks(text: str, before: Sequence[Suspect], knowledge: Knowledge) -> list[Suspect]:
    """The marks in a text at places that had none before."""
    found = detect(text, knowledge)
    return [one for one in found if not any(one.span.overlaps(old.span) for old in before)]


def found_again(document: Document, knowledge: Knowledge) -> tuple[int, int]:
    """How many of the places that taught something are flagged in the article itself."""
    marked = detect(document.source, knowledge)
    new = [d.span for d in document.decisions if d.teaches and d.teaches.form != "known"]
    again = [span for span in new if any(span.overlaps(one.span) for one in marked)]
    return len(again), len(new)


def starters() -> Knowledge:
    """The knowledge of a fresh installation."""
    with tempfile.TemporaryDirectory() as folder:
        read = read_glossaries(Settings(), Path(folder) / "mine.yaml")
        glossaries = tuple(other.glossary for other in read.others if other.used)
        plain = Knowledge(glossaries, None, Options(), inflection)
        return read_language(Path(folder))(plain)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("honest", type=Path, nargs="*")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    wish = parser.parse_args()
    base = starters()
    paths_ = [*sorted(wish.folder.glob("*.clean.txt")), *wish.honest]
    honest = [path.read_text("utf-8") for path in paths_]
    before = [detect(text, base) for text in honest]
    words = sum(map(word_count, honest))
    marks, again, taught_places = 0, 0, 0
    articles = sorted(wish.folder.glob("*.gold.tsv"))
    for path in articles:
        source = path.with_name(path.name.replace(".gold.tsv", ".txt")).read_text("utf-8")
        document = settled(source, gold_of(path), base, plain=wish.plain)
        mine = learnt_from(document, base, plain=wish.plain)
        knowledge = with_glossary(base, mine)
        wrong = [
            one
            for text, old in zip(honest, before, strict=True)
            for one in new_marks(text, old, knowledge)
        ]
        found, places = found_again(document, knowledge)
        marks, again, taught_places = marks + len(wrong), again + found, taught_places + places
        kinds = Counter("preference" if e.prefer else "phrase" for e in mine.entries)
        print(f"{path.name}: {dict(kinds)}, {len(wrong)} marks, again {found} of {places}")
        if wish.verbose:
            counts = Counter(f"{one.phrase} ({one.kind}, {one.score:.2f})" for one in wrong)
            print("   ", "; ".join(f"{text} x{n}" for text, n in counts.most_common()))
    each = 1000 * marks / max(1, words * len(articles))
    print(f"{words} honest words, after each of {len(articles)} articles:")
    print(f"marks caused by what was learnt, in 1,000 words: {each:.3f}")
    print(f"found again in the same article: {again} of {taught_places}")


if __name__ == "__main__":
    main()
