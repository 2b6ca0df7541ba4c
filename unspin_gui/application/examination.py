"""What the detector says about a whole text, for every command that checks files."""

from collections.abc import Sequence
from typing import NamedTuple

from unspin_gui.application.foreign_text import is_all
from unspin_gui.core.detection.detector import document_probability, foreign, read, settle
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.marks import outside_skipped
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span


class Examination(NamedTuple):
    """The suspects of a text, ordered by place, and what the text is as a whole.

    `apart` are its parts that do not read as English; `english` says whether there is any other
    part; `probability` is how likely the whole text was spun, 0..1, None if that cannot be
    determined.
    """

    suspects: tuple[Suspect, ...]
    apart: tuple[Span, ...]
    english: bool
    probability: float | None


def examine(text: str, skip: Sequence[Span], knowledge: Knowledge) -> Examination:
    """Examine a text; `skip` lists the spans that are not examined, ordered by place."""
    findings = read(text, knowledge, skip=skip)
    apart = foreign(findings, knowledge)
    return Examination(
        tuple(outside_skipped(settle(findings, knowledge), skip)),
        apart,
        not (apart and is_all(apart, [finding.span for finding in findings])),
        document_probability(findings, knowledge),
    )
