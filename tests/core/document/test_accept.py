"""The decision that a fix becomes: its article, its pair."""

import pytest

from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span


@pytest.mark.parametrize(
    ("source", "phrase", "fix", "expected"),
    [
        ("It was a adversary.", "adversary", "enemy", "It was an enemy."),
        ("It was an foe here.", "foe", "rival", "It was a rival here."),
        ("A automaton came.", "automaton", "a robot", "A robot came."),
        ("He saw a automaton.", "automaton", "an engine", "He saw an engine."),
        ("He saw the automaton.", "automaton", "the robots", "He saw the robots."),
        ("Bertha automaton", "automaton", "a robot", "Bertha a robot"),
        ("a\nadversary left", "adversary", "enemy", "an\nenemy left"),
    ],
)
def test_the_article_follows_the_fix(source: str, phrase: str, fix: str, expected: str) -> None:
    start = source.index(phrase)
    suspect = Suspect(Span(start, start + len(phrase)), phrase, "known", 1.0, None)
    decision = decision_for(source, suspect, fix)
    assert Document(source).with_decisions([decision]).corrected == expected
    assert decision.learn == (phrase, fix)
    assert decision_for(source, suspect, fix, remember=False).learn is None
