"""The effect of each user action on the Document, and its label."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unspin_gui.core.document.change import rewrite
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.suspects import Assumption, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.session import act_labels


class Act(NamedTuple):
    """The Document after an action, its label, and what it merges with (None: nothing)."""

    document: Document
    label: str
    merge: object = None


def decide(document: Document, new: Sequence[Decision], label: str = "") -> Act:
    """Add decisions, which replace older ones that they overlap."""
    return Act(document.with_decisions(new), label or act_labels.label_of(document.source, new))


def keep(document: Document, suspects: Sequence[Suspect], label: str = "") -> Act:
    """Keep these places as they are."""
    kept = [Decision(s.span, document.source[slice(*s.span)], "kept") for s in suspects]
    return decide(document, kept, label or act_labels.ignoring(suspects))


def ignore(document: Document, phrases: Sequence[str]) -> Act:
    """Do not flag these phrases in this document."""
    return Act(document.ignoring(phrases), act_labels.ignoring_phrases(phrases))


def never_flag(document: Document, phrase: str) -> Act:
    """Teach the glossary never to flag this phrase."""
    return Act(document.never_flagging((phrase,)), act_labels.never_flagging(phrase))


def flag_again(
    document: Document,
    phrases: Sequence[str],
    kept: Sequence[Decision],
    edits: Iterable[EntryChange],
) -> Act:
    """Stop ignoring phrases and keeping places; `edits` remove it from the glossary."""
    again = document.without(kept).flagging(phrases)
    places = [document.source[slice(*decision.span)] for decision in kept]
    label = act_labels.flagging_again([*phrases, *places])
    return Act(again._replace(edits=(*again.edits, *edits)), label)


def assume(document: Document, assumption: Assumption) -> Act:
    """Assume that the whole document is spun, is not, or is as estimated."""
    return Act(document._replace(assume=assumption), act_labels.assuming(assumption))


def restore(document: Document, decisions: Sequence[Decision]) -> Act:
    """Restore the source in place of these decisions."""
    return Act(document.without(decisions), act_labels.restoring(document, decisions))


def overwrite(document: Document, place: Span, text: str) -> Act:
    """Overwrite a place in the corrected text."""
    return Act(rewrite(document, place, text), tr("edit"))


def overwrite_all(document: Document, edits: Iterable[tuple[Span, str]], label: str) -> Act:
    """Overwrite several places in the corrected text."""
    for place, text in sorted(edits, reverse=True):
        document = rewrite(document, place, text)
    return Act(document, label)


def type_over(document: Document, place: Span, text: str) -> Act:
    """Type over a place in the corrected text; merges with typing in the same paragraph."""
    paragraph = document.source.rfind("\n", 0, document.to_source(place).start)
    return Act(rewrite(document, place, text), tr("typing"), ("typing", paragraph))


def edit_glossary(document: Document, changes: Iterable[EntryChange], label: str) -> Act:
    """Change entries of the user's glossary."""
    return Act(document._replace(edits=(*document.edits, *changes)), label)
