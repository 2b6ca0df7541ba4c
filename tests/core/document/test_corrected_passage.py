"""A passage with decisions applied, and the way back to the source."""

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.corrected_passage import patched
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.text.passages import Passage, split_passages
from unspin_gui.core.text.spans import Span

SOURCES = st.text("ab \n.", min_size=1, max_size=40)
CUTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("xy\n", max_size=4)), max_size=4
)


def document_of(source: str, cuts: list[tuple[int, int, str]]) -> Document:
    """A document with a decision for each cut that lies in the source."""
    decisions = [
        Decision(Span(start, min(len(source), start + size)), text)
        for start, size, text in cuts
        if start <= len(source)
    ]
    return Document(source).with_decisions(decisions)


@given(SOURCES, CUTS)
def test_the_whole_source_reads_as_the_corrected_text(
    source: str, cuts: list[tuple[int, int, str]]
) -> None:
    document = document_of(source, cuts)
    assert patched(Passage(0, source), document.decisions).text == document.corrected


@given(SOURCES, CUTS)
def test_places_lead_back_to_the_same_text_untouched_by_decisions(
    source: str, cuts: list[tuple[int, int, str]]
) -> None:
    document = document_of(source, cuts)
    for passage in split_passages(source):
        text = patched(passage, document.touching(passage.span))
        for start in range(len(text.text)):
            for end in range(start + 1, min(start + 5, len(text.text)) + 1):
                span = text.to_source(Span(start, end))
                if span is not None:
                    assert source[span.start : span.end] == text.text[start:end]
                    assert passage.span.contains(span)
                    assert document.at(span) is None


@given(SOURCES)
def test_without_decisions_nothing_changes(source: str) -> None:
    for passage in split_passages(source):
        text = patched(passage)
        assert text.text == passage.text
        assert text.to_source(Span(0, len(passage.text))) == passage.span
