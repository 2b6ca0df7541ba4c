"""What is learnt from a fix in its place."""

import pytest

from unspin_gui.core.document.learnt_pair import plain_pair
from unspin_gui.core.suspects import Candidate
from unspin_gui.core.text.spans import Span


@pytest.mark.parametrize(
    ("source", "phrase", "fix", "expected"),
    [
        ("It was 7 days.", "7 days", "week", "7 days = week"),
        ("Safety matters.", "Safety", "Security", "safety = security"),
        ("a dim\nkin here", "dim\nkin", "dark kin", "dim kin = dark kin"),
        ("A DIM VIEW", "DIM VIEW", "DARK VIEW", "dim view = dark view"),
        ("A Book on Dim Views Today", "Dim Views", "Dark Views", "Dim Views = dark views"),
        ("the merged forces", "merged", "NATO", "merged = NATO"),
        ("the merged forces", "merged", "al\u200bli\u202eed\ufeff", "merged = allied"),
        ("the merged forces", "merged", "al\u00adlied\u2028one", "merged = allied one"),
        ("the merged forces", "merged", "\u05d0\u200f a", "merged = \u05d0\u200f a"),
        ("the merged forces", "merged", "iPhone", "merged = iPhone"),
        ("Kin forces went", "Kin forces", "Ally forces", "kin forces = ally forces"),
        ("when Town Submit wrote", "Town Submit", "Town Post", "Town Submit = Town Post"),
    ],
)
def test_plain_pair(source: str, phrase: str, fix: str, expected: str) -> None:
    start = source.index(phrase)
    assert " = ".join(plain_pair(source, Span(start, start + len(phrase)), fix)) == expected


def test_a_candidate_is_learnt_as_it_was() -> None:
    span = Span(0, 11)
    candidates = [Candidate("Ankara", 1.0, "mine")]
    assert plain_pair("The capital said", span, "Ankara", candidates).fix == "Ankara"
    assert plain_pair("The capital said", span, "Ankara").fix == "ankara"
