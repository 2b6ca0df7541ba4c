"""Acts in words, for undo and the status bar: named by their effect."""

from collections.abc import Sequence

from unspin_gui.core.document import Decision, Document
from unspin_gui.core.suspects import Suspect


def label_of(decisions: Sequence[Decision]) -> str:
    """What these decisions do, in a few words."""
    first = decisions[0]
    verb = "accept" if first.state == "accepted" else "keep"
    same = len({decision.text.casefold() for decision in decisions}) == 1
    return f"{verb} “{first.text}”" if same else f"{verb} {len(decisions)} fixes"


def with_effect(label: str, places: int, gained: int) -> str:
    """A label that says in how many places, and how many entries the glossary gains."""
    parts = [f"{places} places"] if places > 1 else []
    parts += [f"glossary +{gained}"] if gained > 0 else []
    return f"{label} ({', '.join(parts)})" if parts else label


def ignoring(suspects: Sequence[Suspect]) -> str:
    """That these places are kept as they are."""
    one = len(suspects) == 1
    what = f"“{suspects[0].phrase}”" if one else f"{len(suspects)} places"
    return f"ignore {what} here"


def ignoring_phrases(phrases: Sequence[str]) -> str:
    """That these phrases are not flagged in the document."""
    return f"ignore {_phrases(phrases)} in this document"


def flagging_again(phrases: Sequence[str]) -> str:
    """That these phrases are flagged again."""
    return f"flag {_phrases(phrases)} again"


def restoring(document: Document, decisions: Sequence[Decision]) -> str:
    """That the source stands again where these decisions were."""
    one = len(decisions) == 1
    what = f"“{document.source[slice(*decisions[0].span)]}”" if one else f"{len(decisions)} places"
    return f"restore {what}"


def _phrases(phrases: Sequence[str]) -> str:
    return f"“{phrases[0]}”" if len(phrases) == 1 else f"{len(phrases)} phrases"
