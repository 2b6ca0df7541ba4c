"""Documents made from one another, whose corrected text is worked out only when asked for."""

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.text.spans import Span


def test_what_came_in_one_step_and_went_in_the_next_leaves_the_text_as_it_was() -> None:
    """Typing merges so: the text in between may never have been asked for."""
    kept, gone = Decision(Span(0, 1), "x"), Decision(Span(4, 5), "y")
    start = Document("a b c d").with_decisions([kept])
    assert start.corrected == "x b c d"
    assert start.with_decisions([gone]).without([gone]).corrected == "x b c d"
    assert start.without([kept]).with_decisions([kept]).corrected == "x b c d"
