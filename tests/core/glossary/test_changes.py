"""What a document changes in the user's glossary."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.glossary.changes import EntryChange, changes_for, with_changes
from unspin_gui.core.glossary.entry import Entry, Match
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import fold, tokens

WEEK = Entry("7 days", ("week",))
MINE = Glossary("mine", [WEEK, Entry("navy", ("military",))], mine=True)


def test_an_unknown_fix_joins_its_phrase() -> None:
    (change,) = changes_for(MINE, [("7 days", "seven days"), ("7 days", "week")])
    assert change == EntryChange(WEEK, WEEK._replace(fixes=("week", "seven days")))


def test_several_fixes_of_a_new_phrase_make_one_entry() -> None:
    (change,) = changes_for(MINE, [("hearth", "fire"), ("hearth", "blaze")])
    assert change == EntryChange(None, Entry("hearth", ("fire", "blaze")))


def test_a_phrase_never_to_flag_is_a_keep_entry() -> None:
    assert changes_for(MINE, [], ["big data"]) == (EntryChange(None, Entry("big data", keep=True)),)


def test_an_edit_that_the_glossary_shows_already_is_done() -> None:
    edit = EntryChange(WEEK, WEEK._replace(note="checked"))
    added = EntryChange(None, Entry("hearth", ("fire",)))
    gone = EntryChange(Entry("navy", ("military",)), None)
    edits = (edit, added, gone)
    assert changes_for(MINE, [], edits=edits) == edits
    after = with_changes(MINE, edits)
    read_again = Glossary("mine", [e._replace(line=k) for k, e in enumerate(after.entries)])
    assert changes_for(read_again, [], edits=edits) == ()


ENTRIES = st.builds(
    Entry("")._replace,
    phrase=st.sampled_from(["a b", "A b", "c", "c d"]),
    fixes=st.sampled_from([("x",), ("y",)]),
    keep=st.booleans(),
    enabled=st.booleans(),
)
CHANGES = st.builds(EntryChange, st.none() | ENTRIES, st.none() | ENTRIES)


def said(matches: Iterable[Match]) -> dict[object, set[str]]:
    """The fixes at each place of each phrase; an index gives them together, two apart."""
    found: dict[object, set[str]] = {}
    for match in matches:
        key = (fold(match.entry.phrase), match.entry.keep, *match[1:4])
        found.setdefault(key, set()).update(match.fixes)
    return found


@given(st.lists(ENTRIES, max_size=5), st.lists(CHANGES, max_size=5), st.lists(CHANGES, max_size=5))
def test_a_changed_glossary_finds_what_one_made_anew_does(
    entries: list[Entry], changes: list[EntryChange], more: list[EntryChange]
) -> None:
    mine = Glossary("mine", entries, mine=True)
    assert len(mine.indexes) <= 1  # indexed before it is changed, as in the window
    changed = with_changes(with_changes(mine, changes), more)
    anew = Glossary("mine", changed.entries, mine=True)
    row = tokens("a b and c d and a b")
    assert said(changed.find(row, "")) == said(anew.find(row, ""))
    for phrase in ("a b", "c", "c d"):
        assert Counter(changed.entries_of(phrase)) == Counter(anew.entries_of(phrase))
    for norms in (["x"], ["y"], ["a", "b"], ["c"]):
        found = any(index.is_genuine(norms) for index in changed.indexes)
        assert found == any(index.is_genuine(norms) for index in anew.indexes)


def test_a_change_of_a_large_glossary_indexes_itself_alone() -> None:
    mine = Glossary("mine", [Entry(f"phrase {n}", ("fix",)) for n in range(1000)], mine=True)
    assert len(mine.indexes[0].entries) == 1000
    edit = EntryChange(mine.entries[500], mine.entries[500]._replace(note="x"))
    changed = with_changes(mine, [edit, EntryChange(mine.entries[7], None)])
    assert [len(index.entries) for index in changed.indexes] == [1000, 1]
    assert changed.entries_of("phrase 7") == ()
    assert changed.entries_of("phrase 500") == (edit.new,)


def test_an_entry_added_and_taken_out_again_is_gone() -> None:
    added = Entry("hearth", ("fire",))
    edits = (EntryChange(None, added), EntryChange(added, None))
    assert with_changes(MINE, edits).entries == MINE.entries
    assert changes_for(MINE, [], edits=edits) == ()


def test_an_entry_that_was_saved_and_then_edited_again_is_changed_once() -> None:
    checked, tagged = WEEK._replace(note="checked"), WEEK._replace(note="checked", tags=("time",))
    edits = (EntryChange(WEEK, checked), EntryChange(checked, tagged))
    saved = with_changes(MINE, edits[:1])
    assert changes_for(saved, [], edits=edits) == edits[1:]


def test_an_ordinary_word_becomes_a_preference_with_the_signs_of_its_document() -> None:
    (change,) = changes_for(MINE, [], preferred=[("likely", "possible")], signs=["odd words"])
    wanted = Entry("likely", ("possible",), only_with=("odd words",), prefer=True)
    assert change == EntryChange(None, wanted)
    mine = with_changes(MINE, [change])
    assert changes_for(mine, [], preferred=[("likely", "possible")], signs=["odd words"]) == ()
    (again,) = changes_for(mine, [], preferred=[("likely", "apt")], signs=["more", "odd words"])
    assert again.new == wanted._replace(fixes=("possible", "apt"), only_with=("odd words", "more"))


def test_the_wider_form_makes_a_preference_count_everywhere() -> None:
    known = Entry("likely", ("apt", "possible"), only_with=("odd words",), prefer=True)
    mine = with_changes(MINE, [EntryChange(None, known)])
    (change,) = changes_for(mine, [("likely", "possible")])
    assert change == EntryChange(known, Entry("likely", ("possible", "apt")))


def test_a_word_that_counts_everywhere_stays_so() -> None:
    mine = with_changes(MINE, [EntryChange(None, Entry("likely", ("apt",)))])
    (change,) = changes_for(mine, [], preferred=[("likely", "possible")], signs=["odd words"])
    assert change.new == Entry("likely", ("apt", "possible"))
