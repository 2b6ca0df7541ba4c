"""Compares a text with its original and proposes what to learn; for a worker thread."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.lessons import SIGNS, Oddness, Taught, is_said, lessons_of
from unspin_gui.core.document.document import Lesson, Pair
from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange, changes_for
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.mining.pair_mining import LEAST, Proposal, propose
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats


class TextSide(NamedTuple):
    """One of the two texts: the open one or the clipboard's, otherwise a file."""

    name: str
    text: str | None = None
    path: Path | None = None

    def read(self) -> str:
        """The text; raises StoreError."""
        if self.text is not None or self.path is None:
            return self.text or ""
        return formats.read(self.path).text


@dataclass(frozen=True, slots=True)
class Offer(Proposal):
    """A pair that could be learnt, and what the glossary would learn from it.

    `is_sure` says that genuine prose does not contain its phrase: only such pairs are ticked in
    advance.
    """

    lesson: Lesson

    @property
    def is_sure(self) -> bool:
        """Whether the pair would be learnt as it stands, for every text."""
        return self.lesson == Lesson(Pair(self.phrase, self.fix))


def compare(
    spun: TextSide,
    original: TextSide,
    mine: Glossary,
    knowledge: Knowledge,
    *,
    least: float = LEAST,
) -> tuple[Offer, ...]:
    """The pairs to learn with at least confidence `least`, most confident first; raises StoreError.

    What glossaries of the knowledge already say is left out. Two identical texts teach nothing,
    which is reported as an error.
    """
    ours, theirs = spun.read(), original.read()
    for side, text in ((spun, ours), (original, theirs)):
        if not text.strip():
            raise StoreError(
                side.path or side.name, Message("this text is empty; choose another one")
            )
    if ours == theirs:
        reason = Message("this is the spun text itself; choose the text it was made from")
        raise StoreError(original.path or original.name, reason)
    fit = knowledge.reader.score_fixes if knowledge.reader else None
    others = [glossary for glossary in knowledge.glossaries if not glossary.mine]
    found = propose(ours, theirs, glossary=mine, least=least, fit=fit)
    new = [one for one in found if not is_said((one.phrase, one.fix), others)]
    return tuple(
        Offer(one.phrase, one.fix, one.count, one.confidence, one.example, lesson)
        for one, lesson in zip(new, _judged(new, knowledge), strict=True)
    )


def _judged(proposals: Sequence[Proposal], knowledge: Knowledge) -> list[Lesson]:
    """Return what each proposal teaches, judging by the sentence in which it was found."""
    taught, text = [], ""
    for one in proposals:
        words = r"\s+".join(map(re.escape, one.phrase.split()))
        place = re.search(rf"(?<!\w){words}(?!\w)", one.example, re.IGNORECASE)
        example = one.example if place else one.phrase
        start, end = place.span() if place else (0, len(one.phrase))
        span = Span(len(text) + start, len(text) + end)
        taught.append(Taught(span, one.fix, Pair(one.phrase, one.fix)))
        text += f"{example}\n\n"
    return lessons_of(text, taught, knowledge)


def learning(
    mine: Glossary, proposals: Sequence[Proposal], source: str, knowledge: Knowledge
) -> tuple[EntryChange, ...]:
    """The changes that teach the glossary these pairs; new entries record day and source."""
    today = datetime.now().astimezone().date().isoformat()
    lessons = _judged(proposals, knowledge)
    firm = [pair for pair, form in lessons if form == "phrase"]
    preferred = [pair for pair, form in lessons if form == "preference"]
    odd = Oddness(knowledge, (pair.phrase for pair in firm))
    signs = [pair.phrase for pair in firm if odd.is_odd_phrase(pair.phrase)][:SIGNS]
    changes = []
    for old, new in changes_for(mine, firm, preferred=preferred, signs=signs):
        fresh = new is not None and old is None
        dated = new._replace(added=today, source=source) if new is not None and fresh else new
        changes.append(EntryChange(old, dated))
    return tuple(changes)
