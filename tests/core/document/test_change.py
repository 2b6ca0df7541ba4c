"""Any edit of the corrected text is a decision on the source; patches lead from text to text."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from unspin_gui.core.document.change import apply_patches, change_between, differing, rewrite
from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.document.history import start_history
from unspin_gui.core.text.spans import Span

LETTERS = st.text(alphabet="ab c.\nZé\u0301😀\u2028\u00a0x-", max_size=12)
SOURCE = "The rocket hearth has enhanced.\nTheir husband or wife forces left."


def accept(document: Document, phrase: str, fix: str) -> Document:
    start = document.source.index(phrase)
    span = Span(start, start + len(phrase))
    return document.with_decisions([Decision(span, fix, "accepted", Pair(phrase, fix))])


def place(document: Document, text: str) -> Span:
    start = document.corrected.index(text)
    return Span(start, start + len(text))


class Editor(RuleBasedStateMachine):
    """Random edits and decisions beside a plain string."""

    @initialize(source=st.text(alphabet="abc d.\né\u0301😀\u2028", max_size=60))
    def open(self, source: str) -> None:
        self.document = Document(source)
        self.plain = source

    @rule(a=st.integers(0, 200), b=st.integers(0, 200), text=LETTERS)
    def type(self, a: int, b: int, text: str) -> None:
        start, end = sorted((min(a, len(self.plain)), min(b, len(self.plain))))
        before = self.document
        self.document = rewrite(before, Span(start, end), text)
        self.plain = self.plain[:start] + text + self.plain[end:]
        self.told(before)

    @rule(a=st.integers(0, 60), size=st.integers(1, 8), text=LETTERS)
    def accept(self, a: int, size: int, text: str) -> None:
        start = min(a, len(self.document.source))
        span = Span(start, min(start + size, len(self.document.source)))
        if not span.size:
            return
        before = self.document
        self.document = before.with_decisions([Decision(span, text)])
        assert self.document.at(span) == Decision(span, text)
        self.plain = self.document.corrected
        self.told(before)

    @rule(k=st.integers(0, 20))
    def restore(self, k: int) -> None:
        if self.document.decisions:
            before = self.document
            gone = before.decisions[k % len(before.decisions)]
            self.document = before.without([gone])
            self.plain = self.document.corrected
            self.told(before)

    def told(self, before: Document) -> None:
        change = change_between(before, self.document)
        assert apply_patches(before.corrected, change.patches) == self.document.corrected
        back = change_between(self.document, before)
        assert apply_patches(self.document.corrected, back.patches) == before.corrected

    @invariant()
    def same_text(self) -> None:
        if not hasattr(self, "document"):
            return
        assert self.document.corrected == self.plain
        decisions = self.document.decisions
        assert list(decisions) == sorted(decisions, key=lambda d: d.span)
        for one, two in itertools.pairwise(decisions):
            assert one.span.end <= two.span.start
        for decision in decisions:
            start, end = self.document.place_of(decision)
            assert self.plain[start:end] == decision.text


TestEditor = Editor.TestCase
TestEditor.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)


@given(source=st.text(max_size=40), a=st.integers(0, 40), b=st.integers(0, 40))
def test_undecided_places_map_there_and_back(source: str, a: int, b: int) -> None:
    span = Span(*sorted((min(a, len(source)), min(b, len(source)))))
    document = Document(source)
    assert document.to_source(document.to_corrected(span)) == span


def test_insertions_at_one_place_of_the_source_have_an_order() -> None:
    document = rewrite(Document("a"), Span(0, 0), ".")
    document = rewrite(document, Span(2, 2), "Z.a")
    assert document.corrected == ".aZ.a"
    places = [document.place_of(decision) for decision in document.decisions]
    texts = [document.corrected[slice(*place)] for place in places]
    assert texts == [decision.text for decision in document.decisions] == [".", "aZ.a"]


def test_typing_beside_an_accepted_fix_leaves_it_alone() -> None:
    document = accept(Document(SOURCE), "rocket hearth", "rocket fire")
    end = place(document, "rocket fire").end
    document = rewrite(document, Span(end, end), "s")
    assert [d.state for d in document.decisions] == ["accepted", "edited"]
    assert "rocket fires has" in document.corrected


def test_typing_inside_an_accepted_fix_makes_it_edited() -> None:
    document = accept(Document(SOURCE), "rocket hearth", "rocket fire")
    document = rewrite(document, place(document, "fire"), "launches")
    assert [(d.state, d.text) for d in document.decisions] == [("edited", "launches")]
    assert document.fixes == ()


def test_an_edit_grows_to_whole_words() -> None:
    document = rewrite(Document(SOURCE), place(Document(SOURCE), "enhan"), "increa")
    document = rewrite(document, place(document, "ced."), "sed.")
    assert document.decisions[0].text == "increased"
    assert document.corrected.startswith("The rocket hearth has increased.")


def test_typing_the_source_again_leaves_no_decision() -> None:
    document = rewrite(Document(SOURCE), Span(4, 10), "missile")
    assert rewrite(document, Span(4, 11), "rocket").decisions == ()


def test_paragraphs_can_be_joined_and_split_again() -> None:
    newline = SOURCE.index("\n")
    joined = rewrite(Document(SOURCE), Span(newline, newline + 1), " ")
    assert "\n" not in joined.corrected
    assert rewrite(joined, Span(newline, newline + 1), "\n").decisions == ()


def test_a_later_decision_replaces_what_it_overlaps() -> None:
    document = accept(Document(SOURCE), "hearth", "fire")
    document = accept(document, "rocket hearth", "rocket fire")
    assert [d.text for d in document.decisions] == ["rocket fire"]


def test_undo_steps_merge_by_key_and_labels_follow() -> None:
    history = start_history(Document("a"))
    history = history.push(Document("a", ignored=("x",)), "Type", merge=1)
    history = history.push(Document("a", ignored=("y",)), "Type", merge=1)
    assert len(history.past) == 1
    history = history.closed().push(Document("a"), "Type", merge=1)
    assert history.undo_label == "Type"
    assert history.undone().document.ignored == ("y",)
    assert history.undone().undone().redo_label == "Type"
    assert history.undone().redone().document == history.document


@pytest.mark.parametrize("saved", [True, False])
def test_dirty_follows_undo(saved: bool) -> None:
    history = start_history(Document(SOURCE))
    history = history.push(accept(history.document, "hearth", "fire"), "Accept")
    history = history.mark_saved() if saved else history
    assert history.is_dirty is not saved
    assert history.undone().is_dirty is saved


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.text("ab", max_size=3))),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.text("cd", max_size=3))),
)
def test_several_decisions_at_once_are_as_one_after_another(
    old: list[tuple[int, int, str]], new: list[tuple[int, int, str]]
) -> None:
    def made(some: list[tuple[int, int, str]]) -> list[Decision]:
        return [Decision(Span(at, at + size), text) for at, size, text in some]

    document = Document(SOURCE).with_decisions(made(old))
    one_by_one = document
    for decision in sorted(made(new), key=lambda d: d.span):
        one_by_one = one_by_one.with_decisions([decision])
    assert document.with_decisions(made(new)) == one_by_one


def test_what_two_documents_share_at_both_ends_is_not_looked_at() -> None:
    first, middle, last = (Decision(Span(k, k + 1), "x") for k in (0, 4, 8))
    other = Decision(Span(5, 7), "y")
    before, after = Document("abcdefghi", (first, middle, last)), Document("abcdefghi")
    assert differing(before, before) == ((), ())
    assert differing(before, after) == ((first, middle, last), ())
    assert differing(before, before.without([middle])) == ((middle,), ())
    assert differing(before, before.with_decisions([other])) == ((), (other,))
