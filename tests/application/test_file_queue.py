"""The queue of files: its order, what comes next, and what is remembered by content."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.application.file_queue import FileQueue, QueueKey, QueueRow
from unspin_gui.application.file_queue.filling import filled, listed
from unspin_gui.store.files import atomic
from unspin_gui.store.review import progress_notes
from unspin_gui.store.review.progress_notes import NotesFolder, ProgressNote, save_note


def row(name: str, **fields: object) -> QueueRow:
    return replace(QueueRow(Path(name)), **fields)  # type: ignore[arg-type]


def names(queue: FileQueue) -> list[str]:
    return [each.name for each in queue.ordered]


def test_what_needs_looking_at_comes_first() -> None:
    queue = FileQueue.from_rows(
        [
            row("finished.txt", suspects=4, state="finished"),
            row("clean.txt", suspects=0),
            row("broken.txt", state="error", error="no"),
            row("unknown.txt"),
            row("few.txt", suspects=2, probability=0.4),
            row("many.txt", suspects=9, probability=0.4),
            row("likely.txt", suspects=1, probability=0.97),
            row("second.txt", suspects=5, state="work", opened=2),
            row("first.txt", suspects=1, state="work", opened=1),
        ]
    )
    assert names(queue) == [
        *("first.txt", "second.txt", "likely.txt", "many.txt", "few.txt", "unknown.txt"),
        *("broken.txt", "clean.txt", "finished.txt"),
    ]


def test_equal_files_are_ordered_as_people_number_them() -> None:
    queue = FileQueue.from_paths(["ch10.txt", "Ch2.txt", "ch1.txt", "intro.txt", "2.txt"])
    assert names(queue) == ["2.txt", "ch1.txt", "Ch2.txt", "ch10.txt", "intro.txt"]


def test_a_path_named_twice_is_one_row() -> None:
    assert len(FileQueue.from_paths(["a.txt", "b.txt", "a.txt"])) == 2


def test_next_and_previous_pass_over_what_needs_no_work() -> None:
    queue = FileQueue.from_rows(
        [row("a"), row("b", suspects=0), row("c", state="error"), row("d"), row("e")]
    )
    order = [QueueKey(Path(name)) for name in "abcde"]
    a, _b, _c, d, e = order
    assert queue.after(None, order) == a
    assert queue.after(a, order) == d
    assert queue.after(e, order) == a
    assert queue.after(a, order, step=-1) == e
    assert queue.after(d, order, step=-1) == a
    assert queue.after(None, order, step=-1) == e
    queue.change(d, state="finished")
    assert queue.after(a, order) == e


def test_the_last_file_has_no_other_to_go_to() -> None:
    queue = FileQueue.from_rows([row("a"), row("b", state="finished")])
    assert queue.after(QueueKey(Path("a"))) is None
    assert queue.ahead(QueueKey(Path("a"))) == ()


def test_two_files_come_next_and_never_the_present_one() -> None:
    queue = FileQueue.from_paths("abcd")
    keys = [QueueKey(Path(name)) for name in "abcd"]
    assert queue.ahead(keys[0]) == (keys[1], keys[2])
    assert queue.ahead(keys[3]) == (keys[0], keys[1])
    assert queue.ahead(keys[0], count=9) == tuple(keys[1:])


def test_going_on_visits_each_file_once_before_any_again() -> None:
    """Files in work come first in the list, in the order of opening, and no two swap places."""
    queue = FileQueue.from_rows(
        row(f"{n}.txt", suspects=1 + n % 3, probability=n % 7 / 7) for n in range(20)
    )
    key, seen = queue.after(None), list[QueueKey]()
    while key is not None and key not in seen:
        seen.append(key)
        queue.begin(key)
        key = queue.after(key)
    assert len(seen) == 20
    assert key == seen[0]


@given(st.lists(st.sampled_from(["next", "previous", "finish", "count"]), max_size=40))
def test_whatever_is_done_the_sums_are_those_of_the_rows(acts: list[str]) -> None:
    queue = FileQueue.from_paths(f"{n}.txt" for n in range(5))
    key = queue.after(None)
    for number, act in enumerate(acts):
        if key is None:
            break
        if act == "finish":
            queue.change(key, state="finished")
        elif act == "count":
            queue.change(key, suspects=number % 3, done=number)
        key = queue.after(key, step=-1 if act == "previous" else 1)
    totals = queue.totals
    assert totals.files == len(queue.ordered) == 5
    assert totals.finished == sum(each.state == "finished" for each in queue)
    assert totals.done == sum(each.done for each in queue)
    open_ones = [each for each in queue if each.state != "finished"]
    assert totals.suspects == sum(each.suspects or 0 for each in open_ones)
    assert key is None or queue[key].wants_work


# ---- remembered by content ------------------------------------------------------------------


def note_on(path: Path, **fields: object) -> ProgressNote:
    data = path.read_bytes()
    note = ProgressNote(str(path), len(data), atomic.token_of(data), 3, 1, 2, 0.5, "work")
    return note._replace(**fields)  # type: ignore[arg-type]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def a_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_listed_with_what_was_done(tmp_path: Path, notes: Path) -> None:
    files = tmp_path / "files"
    one, _two = a_file(files, "one.txt", "One text."), a_file(files, "two.txt", "Two texts.")
    save_note(notes, note_on(one, state="finished", unsaved=True))
    first, second = filled([files], notes)
    assert (first.state, first.words, first.suspects, first.done) == ("finished", 3, 1, 2)
    assert first.unsaved
    assert (second.state, second.words) == ("unread", None)


def test_a_renamed_file_is_known_by_its_content(tmp_path: Path, notes: Path) -> None:
    path = a_file(tmp_path / "files", "one.txt", "One text.")
    save_note(notes, note_on(path, state="finished"))
    path.rename(path.with_name("other name.txt"))
    (only,) = filled([path.parent], notes)
    assert (only.name, only.state, only.done) == ("other name.txt", "finished", 2)


def test_a_file_with_another_text_is_unread_again(tmp_path: Path, notes: Path) -> None:
    path = a_file(tmp_path / "files", "one.txt", "One text.")
    save_note(notes, note_on(path, state="finished"))
    path.write_text("One next.", encoding="utf-8")  # of the same size
    (only,) = filled([path.parent], notes)
    assert (only.state, only.done) == ("unread", 0)


def test_a_copy_is_counted_but_still_to_be_done(tmp_path: Path, notes: Path) -> None:
    path = a_file(tmp_path / "files", "one.txt", "One text.")
    a_file(path.parent, "copy.txt", "One text.")
    save_note(notes, note_on(path, state="finished"))
    copy, original = filled([path.parent], notes)
    assert (copy.state, copy.done, copy.suspects) == ("unread", 0, 3)
    assert (original.state, original.done) == ("finished", 2)


def test_a_damaged_note_is_left_out(tmp_path: Path, notes: Path) -> None:
    path = a_file(tmp_path / "files", "one.txt", "One text.")
    save_note(notes, note_on(path, state="finished"))
    (file,) = notes.iterdir()
    for content in (b"{", b"[]", file.read_bytes().replace(b'"finished"', b'"done"')):
        file.write_bytes(content)
        (only,) = filled([path.parent], notes)
        assert only.state == "unread"


def test_a_later_note_replaces_the_earlier_one(tmp_path: Path, notes: Path) -> None:
    path = a_file(tmp_path, "one.txt", "One text.")
    for state in ("work", "finished"):
        save_note(notes, note_on(path, state=state))
    assert len(list(notes.iterdir())) == 1
    found = NotesFolder(notes).find(path)
    assert found is not None
    assert found.state == "finished"


def test_the_oldest_notes_make_room(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_notes, "MOST_NOTES", 3)
    paths = [a_file(tmp_path, f"{n}.txt", f"text {n}") for n in range(5)]
    for path in paths:
        save_note(notes, note_on(path))
    NotesFolder(notes)
    again = NotesFolder(notes)
    assert [again.find(path) is not None for path in paths] == [False, False, True, True, True]


def test_what_cannot_be_read_has_a_row(tmp_path: Path, notes: Path) -> None:
    gone = tmp_path / "gone.txt"
    (only,) = filled([gone], notes)
    assert only.path == gone


def test_files_named_twice_are_listed_once(tmp_path: Path) -> None:
    path = a_file(tmp_path / "files", "one.txt", "One text.")
    a_file(tmp_path / "files", "one.corrected.txt", "One text.")
    a_file(tmp_path / "files", "picture.png", "no text")
    assert list(listed([path, path.parent])) == [path]
