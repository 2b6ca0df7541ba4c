"""Labels of actions, for undo and the status bar, which name their effect."""

from collections.abc import Sequence

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.suspects import Assumption, Suspect
from unspin_gui.core.text.tokens import fold
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.base.wording import quoted

_LONGEST = 60


def replacing(phrase: str, text: str) -> str:
    """Return a phrase and its replacement."""
    return tr("“{0}” → “{1}”").format(phrase, text)


def shortened(label: str) -> str:
    """Return a label for a menu, with long quotations cut."""
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"


def accepting(phrase: str, text: str) -> str:
    """Return the label for replacing a phrase with this wording; an empty one deletes it."""
    if not text.strip():
        return tr("delete “{0}”").format(phrase.strip())
    return tr("accept {0}").format(replacing(phrase, text))


def label_of(source: str, decisions: Sequence[Decision]) -> str:
    """Return what these decisions on a source do, in a few words."""
    first = decisions[0]
    accept = first.state == "accepted"
    if len({decision.text.casefold() for decision in decisions}) == 1:
        if accept:
            return accepting(source[slice(*first.span)], first.text)
        return tr("keep “{0}”").format(first.text)
    return tr("accept fixes") if accept else tr("keep places")


def with_effect(label: str, places: int, gained: int) -> str:
    """A label extended by the number of places, and of entries that the glossary gains."""
    parts = [tr("%Ln places", "", places)] if places > 1 else []
    parts += [tr("glossary +{0}").format(gained)] if gained > 0 else []
    return f"{label} ({', '.join(parts)})" if parts else label


def ignoring(suspects: Sequence[Suspect]) -> str:
    """The label for keeping these places as they are."""
    if len({fold(suspect.phrase) for suspect in suspects}) == 1:
        return tr("ignore “{0}” here").format(suspects[0].phrase)
    return tr("ignore here")


def ignoring_rest(percent: int) -> str:
    """Return the label for ignoring all places that score below this percentage."""
    if percent > 100:
        return tr("ignore the rest")
    return tr("ignore the rest below {0} %").format(percent)


def ignoring_phrases(phrases: Sequence[str]) -> str:
    """The label for not flagging these phrases in the document."""
    return tr("ignore {0} in this document").format(_phrases(phrases))


def never_flagging(phrase: str) -> str:
    """The label for teaching the glossary never to flag this phrase."""
    return tr("never flag “{0}”").format(phrase)


def flagging_again(phrases: Sequence[str]) -> str:
    """The label for flagging these phrases again."""
    return tr("flag {0} again").format(_phrases(phrases))


def assuming(assumption: Assumption) -> str:
    """Return the label for assuming something about the whole document."""
    words = {
        "spun": tr("mark the text as spun"),
        "honest": tr("mark the text as not spun"),
        "auto": tr("go by the estimate for the text"),
    }
    return words[assumption]


def restoring(document: Document, decisions: Sequence[Decision]) -> str:
    """The label for restoring the source in place of these decisions."""
    one = quoted(document.source[slice(*decisions[0].span)]) if decisions else ""
    places = one if len(decisions) == 1 else tr("%Ln places", "", len(decisions))
    return tr("restore {0}").format(places)


def told(label: str, undo_key: str) -> str:
    """Return the report of an action, with the key that undoes it (empty: none does)."""
    done = label[:1].upper() + label[1:]
    return tr("{0} ({1} undoes it)").format(done, undo_key) if undo_key else done


def _phrases(phrases: Sequence[str]) -> str:
    return quoted(phrases[0]) if len(phrases) == 1 else tr("%Ln phrases", "", len(phrases))
