"""The shipped starter glossaries, read once through the program's own loader."""

from functools import cache
from pathlib import Path

from unspin_gui import paths
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.language import inflection
from unspin_gui.store.glossary import glossary_file

HERE = Path(__file__).parent
DEV = HERE.parents[2] / "shared" / "eval" / "dev"


@cache
def starters() -> tuple[Glossary, ...]:
    return tuple(glossary_file.read(path).glossary for path in paths.starter_glossaries())


@cache
def knowledge(*, inflected: bool = True) -> Knowledge:
    """What the starters find by themselves: no language model, known phrases only."""
    options = Options(sources=frozenset({"starters"}))
    return Knowledge(starters(), None, options, inflection if inflected else None)


def entries() -> list[Entry]:
    return [entry for glossary in starters() for entry in glossary.entries]
