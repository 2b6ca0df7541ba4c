"""Names the page, cue, chapter or line of a place, in the words of the window."""

from collections.abc import Iterable

from unspin_gui.core.document.document import Document
from unspin_gui.core.document.places import Place
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.base.translating import tr

_MOST = 12


def place_in_words(place: Place) -> str:
    """One place, in short."""
    words = {
        "page": tr("p. {0}"),
        "cue": tr("cue {0}"),
        "chapter": tr("ch. {0}"),
        "line": tr("line {0}"),
    }
    return words[place.kind].format(place.number)


def places_in_words(document: Document, spans: Iterable[Span]) -> str:
    """Return the places of several spans, each once; long lists are cut off."""
    found = dict.fromkeys(document.place_at(span.start) for span in spans)
    named = [place_in_words(place) for place in list(found)[:_MOST]]
    return ", ".join([*named, "…"] if len(found) > _MOST else named)
