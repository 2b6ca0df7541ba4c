"""What a document changes in the user's glossary."""

from dataclasses import replace

from unspin_gui.core.glossary import Entry, Glossary
from unspin_gui.core.learning import EntryChange, changes_for, with_changes

WEEK = Entry("7 days", ("week",))
MINE = Glossary("mine", [WEEK, Entry("navy", ("military",))], mine=True)


def test_an_unknown_fix_joins_its_phrase() -> None:
    (change,) = changes_for(MINE, [("7 days", "seven days"), ("7 days", "week")])
    assert change == EntryChange(WEEK, replace(WEEK, fixes=("week", "seven days")))


def test_several_fixes_of_a_new_phrase_make_one_entry() -> None:
    (change,) = changes_for(MINE, [("hearth", "fire"), ("hearth", "blaze")])
    assert change == EntryChange(None, Entry("hearth", ("fire", "blaze")))


def test_a_phrase_never_to_flag_is_a_keep_entry() -> None:
    assert changes_for(MINE, [], ["big data"]) == (EntryChange(None, Entry("big data", keep=True)),)


def test_an_edit_that_the_glossary_shows_already_is_done() -> None:
    edit = EntryChange(WEEK, replace(WEEK, note="checked"))
    added = EntryChange(None, Entry("hearth", ("fire",)))
    gone = EntryChange(Entry("navy", ("military",)), None)
    edits = (edit, added, gone)
    assert changes_for(MINE, [], edits=edits) == edits
    after = with_changes(MINE, edits)
    read_again = Glossary("mine", [replace(e, line=k) for k, e in enumerate(after.entries)])
    assert changes_for(read_again, [], edits=edits) == ()


def test_an_entry_added_and_taken_out_again_is_gone() -> None:
    added = Entry("hearth", ("fire",))
    edits = (EntryChange(None, added), EntryChange(added, None))
    assert with_changes(MINE, edits).entries == MINE.entries
    assert changes_for(MINE, [], edits=edits) == ()


def test_an_entry_that_was_saved_and_then_edited_again_is_changed_once() -> None:
    checked, tagged = replace(WEEK, note="checked"), replace(WEEK, note="checked", tags=("time",))
    edits = (EntryChange(WEEK, checked), EntryChange(checked, tagged))
    saved = with_changes(MINE, edits[:1])
    assert changes_for(saved, [], edits=edits) == edits[1:]
