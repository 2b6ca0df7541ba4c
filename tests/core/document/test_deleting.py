"""An empty fix deletes its phrase, and closes the gap that it leaves."""

import pytest

from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span


def deleted(text: str, *, room: Span | None = None) -> str:
    """The text without what stands between the bars."""
    start, end = text.index("|"), text.rindex("|") - 1
    source = text.replace("|", "")
    suspect = Suspect(Span(start, end), source[start:end], "unfit", 1.0, None)
    decision = decision_for(source, suspect, "", room=room)
    assert decision.learn is None
    return Document(source).with_decisions([decision]).corrected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met |the troops| there.", "They met there."),
        ("They met |there|.", "They met."),
        ("They met |there|, then left.", "They met, then left."),
        ("|Moreover|, they met.", "they met."),
        ("They met. |Moreover|, they left.", "They met. they left."),
        ("They met.\n|Now| they left.", "They met.\nthey left."),
        ("They met (|there|) then.", "They met () then."),
        ("They (|there| and here) met.", "They (and here) met."),
        ("They met |there|", "They met"),
        ("anti|-aircraft| guns", "anti guns"),
    ],
)
def test_the_space_beside_it_goes_too(text: str, expected: str) -> None:
    assert deleted(text) == expected


def test_no_further_than_there_is_room() -> None:
    source = "one two three"
    suspect = Suspect(Span(4, 7), "two", "unfit", 1.0, None)
    assert decision_for(source, suspect, "", room=Span(4, 13)).span == Span(4, 8)
    assert decision_for(source, suspect, "", room=Span(4, 7)).span == Span(4, 7)
