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
        ("a\nautomaton left", "automaton", "the robot", "the\nrobot left"),
        ("a **automaton** left", "automaton", "a robot", "a **robot** left"),
        ('<b>A</b> "automaton"', "automaton", "an engine", '<b>An</b> "engine"'),
    ],
)
def test_the_article_follows_the_fix(source: str, phrase: str, fix: str, expected: str) -> None:
    start = source.index(phrase)
    suspect = Suspect(Span(start, start + len(phrase)), phrase, "known", 1.0, None)
    decision = decision_for(source, suspect, fix)
    assert Document(source).with_decisions([decision]).corrected == expected
    assert decision.learn == (phrase, fix)
    assert decision_for(source, suspect, fix, remember=False).learn is None


@pytest.mark.parametrize(
    ("source", "phrase", "fix", "expected"),
    [
        ("The kids' bowl", "kids", "children", "The children's bowl"),
        ("THE KIDS’ BOWL", "KIDS", "CHILDREN", "THE CHILDREN’S BOWL"),
        ("with 24 hours’ notice", "24 hours", "one day", "with one day’s notice"),
        ("a kids'\nbowl", "kids", "elder", "an elder's\nbowl"),
        ("‘Ah,’ said the kids’ king", "kids", "children", "‘Ah,’ said the children’s king"),
        ("The kids' bowl", "kids", "boys", "The boys' bowl"),
        ("The kid's bowl", "kid", "child", "The child's bowl"),
        ("She said 'two kids' of them", "kids", "children", "She said 'two children' of them"),
        ("‘the kids’ were there", "kids", "children", "‘the children’ were there"),
        ("The ‘kids’ were there", "kids", "children", "The ‘children’ were there"),
        ("The 'kids' were there", "kids", "children", "The 'children' were there"),
        ("'Kids' they are", "Kids", "Children", "'Children' they are"),
        (
            "'Ah', 'oh', said the kids' king",
            "kids",
            "children",
            "'Ah', 'oh', said the children's king",
        ),
        ("'Ah', said 'two kids' of them", "kids", "children", "'Ah', said 'two children' of them"),
        ("They are the kids'.", "kids", "children", "They are the children'."),
        ("It is the kids'n all", "kids", "children", "It is the children'n all"),
        ("some metropolis' walls", "metropolis", "city", "some city's walls"),
    ],
)
def test_a_possessive_is_written_as_the_fix_needs(
    source: str, phrase: str, fix: str, expected: str
) -> None:
    start = source.index(phrase)
    suspect = Suspect(Span(start, start + len(phrase)), phrase, "known", 1.0, None)
    decision = decision_for(source, suspect, fix)
    assert Document(source).with_decisions([decision]).corrected == expected
    assert decision.learn
    assert [text.lower() for text in decision.learn] == [phrase.lower(), fix.lower()]


@pytest.mark.parametrize("quoted", ["'a' ", "‘a", "' "])
def test_a_possessive_after_many_quotation_marks_is_written_in_linear_time(quoted: str) -> None:
    source = quoted * 100_000 + "kids' bowl"
    start = source.index("kids")
    suspect = Suspect(Span(start, start + 4), "kids", "known", 1.0, None)
    assert decision_for(source, suspect, "children").text.startswith("children")
