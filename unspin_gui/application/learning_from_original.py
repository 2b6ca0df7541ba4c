"""Compares a text with its original and proposes what to learn; done off the GUI thread."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange, changes_for
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.mining.pair_mining import LEAST, Fit, Proposal, propose
from unspin_gui.store import formats


class TextSide(NamedTuple):
    """One of the two texts: the present one or the clipboard's, otherwise a file."""

    name: str
    text: str | None = None
    path: Path | None = None

    def read(self) -> str:
        """The text; raises StoreError."""
        if self.text is not None or self.path is None:
            return self.text or ""
        return formats.read(self.path).text


def compare(
    spun: TextSide,
    original: TextSide,
    mine: Glossary,
    *,
    fit: Fit | None = None,
    least: float = LEAST,
) -> tuple[Proposal, ...]:
    """The pairs to learn with at least confidence `least`, most confident first; raises StoreError.

    Two identical texts teach nothing, which is reported as an error.
    """
    ours, theirs = spun.read(), original.read()
    for side, text in ((spun, ours), (original, theirs)):
        if not text.strip():
            raise StoreError(side.path or side.name, "this text is empty; choose another one")
    if ours == theirs:
        reason = "this is the spun text itself; choose the text it was spun from"
        raise StoreError(original.path or original.name, reason)
    return propose(ours, theirs, glossary=mine, least=least, fit=fit)


def learning(
    mine: Glossary, pairs: Iterable[tuple[str, str]], source: str
) -> tuple[EntryChange, ...]:
    """The changes that teach the glossary these pairs; new entries record day and source."""
    today = datetime.now().astimezone().date().isoformat()
    changes = []
    for old, new in changes_for(mine, pairs):
        fresh = new is not None and old is None
        told = replace(new, added=today, source=source) if new is not None and fresh else new
        changes.append(EntryChange(old, told))
    return tuple(changes)
