"""Work that was not saved comes back, whatever happened to the program or the journal."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.spans import Span
from unspin_gui.store.review import journal
from unspin_gui.store.review.journal import Journal, left_behind, replay
from unspin_gui.store.review.journal_lines import line_of
from unspin_gui.store.review.origin import NOWHERE, Origin, from_plain, to_plain

SOURCE = "The 7 days of the husband or wife forces 😀 were long.\n" * 3


def fix(start: int, end: int, text: str, learn: bool = False) -> Decision:
    return Decision(Span(start, end), text, learn=Pair(SOURCE[start:end], text) if learn else None)


FIRST = Document(SOURCE, (fix(4, 10, "week", learn=True),))
SECOND = Document(SOURCE, (*FIRST.decisions, fix(18, 33, "spousal")), ("7 days",))
THIRD = Document(
    SOURCE, (fix(4, 10, "weeks"), SECOND.decisions[1]), ("7 days",), ("long",), assume="spun"
)
ACTS = (FIRST, SECOND, THIRD, FIRST)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journals"


def written(folder: Path, acts: Sequence[Document] = ACTS) -> Path:
    with Journal(folder, SOURCE, path=Path("/texts/a.txt"), title="a.txt") as made:
        for document in acts:
            made.record(document)
        return made.file


def test_what_was_recorded_comes_back(folder: Path) -> None:
    file = written(folder, ACTS[:3])
    (recovered,) = left_behind(folder)
    assert recovered.document == THIRD
    assert (recovered.journal, recovered.path) == (file, Path("/texts/a.txt"))
    assert (recovered.acts, recovered.title) == (3, "a.txt")
    journal.discard(recovered)
    assert list(folder.iterdir()) == []


def test_a_text_never_saved_comes_back(folder: Path) -> None:
    with Journal(folder, SOURCE, title="pasted") as made:
        made.record(FIRST)
    (recovered,) = left_behind(folder)
    assert (recovered.path, recovered.document.source) == (None, SOURCE)


def test_changes_of_the_glossary_come_back(folder: Path) -> None:
    entry = Entry("7 days", ("week",), tags=("time",), case="exact", enabled=False, line=3)
    added, edited = EntryChange(None, entry), EntryChange(entry, entry._replace(note="x"))
    removed = EntryChange(Entry("big data", keep=True), None)
    acts = [(added,), (added, edited), (added, edited, removed), (added, removed)]
    for count, edits in enumerate(acts, 1):
        file = written(folder, [FIRST._replace(edits=each) for each in acts[:count]])
        recovered = replay(file)
        assert recovered is not None
        assert recovered.document == FIRST._replace(edits=edits)


def test_a_change_of_the_glossary_writes_down_itself_alone(folder: Path) -> None:
    many = tuple(EntryChange(None, Entry(f"phrase {n}", ("fix",))) for n in range(1000))
    with Journal(folder, SOURCE) as made:
        made.record(FIRST._replace(edits=many))
        before = made.file.stat().st_size
        made.record(FIRST._replace(edits=(*many, EntryChange(many[0].new, None))))
        assert made.file.stat().st_size - before < 300


def test_undoing_is_an_act_too(folder: Path) -> None:
    recovered = replay(written(folder))
    assert recovered is not None
    assert recovered.document == FIRST


def test_before_the_first_act_nothing_is_written(folder: Path) -> None:
    with Journal(folder, SOURCE) as made:
        made.record(Document(SOURCE))
        made.mark_saved()
    assert not folder.exists()
    assert left_behind(folder) == ()


def test_what_was_saved_is_not_offered(folder: Path) -> None:
    with Journal(folder, SOURCE) as made:
        made.record(FIRST)
        made.mark_saved()
    assert left_behind(folder) == ()
    assert list(folder.iterdir()) == []
    with Journal(folder, SOURCE) as made:
        made.record(FIRST)
        made.mark_saved()
        made.record(SECOND)
    (recovered,) = left_behind(folder)
    assert (recovered.acts, recovered.document) == (1, SECOND)


def test_an_open_journal_is_not_offered(folder: Path) -> None:
    made = Journal(folder, SOURCE)
    made.record(FIRST)
    assert left_behind(folder) == ()
    made.close()
    assert len(left_behind(folder)) == 1


def test_a_journal_that_another_program_removes_meanwhile_is_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "a.journal").write_bytes(b"half a he")
    monkeypatch.setattr(journal, "replay", Path.unlink)
    assert journal.left_behind(folder) == ()


def test_discarding_removes_it(folder: Path) -> None:
    made = Journal(folder, SOURCE)
    made.record(FIRST)
    made.discard()
    assert list(folder.iterdir()) == []


def test_cut_at_every_byte_the_longest_sound_beginning_counts(folder: Path) -> None:
    file = written(folder)
    data = file.read_bytes()
    ends = [n + 1 for n, byte in enumerate(data) if byte == 10]
    expected = [Document(SOURCE), *ACTS]
    for cut in range(len(data) + 1):
        file.write_bytes(data[:cut])
        recovered = replay(file)
        whole = sum(end <= cut for end in ends)
        assert (recovered.document if recovered else None) == (
            expected[whole - 1] if whole else None
        )


def test_damage_in_the_middle_ends_the_replay(folder: Path) -> None:
    file = written(folder)
    data = bytearray(file.read_bytes())
    second = data.index(b"\n", data.index(b"\n") + 1) + 20
    data[second] ^= 1
    file.write_bytes(data)
    recovered = replay(file)
    assert recovered is not None
    assert recovered.document == FIRST


def test_lines_read_twice_do_nothing(folder: Path) -> None:
    file = written(folder, ACTS[:3])
    head, *lines = file.read_bytes().split(b"\n")[:-1]
    file.write_bytes(b"\n".join([head, *(line for line in lines for _ in "ab"), *lines, b""]))
    recovered = replay(file)
    assert recovered is not None
    assert (recovered.document, recovered.acts) == (THIRD, 3)


def test_lines_of_another_text_are_not_taken(folder: Path, tmp_path: Path) -> None:
    file = written(folder, ACTS[:1])
    with Journal(tmp_path / "other", "another text altogether") as made:
        made.record(Document("another text altogether", (fix(0, 7, "an"),)))
    theirs = made.file.read_bytes().split(b"\n")[1]
    file.write_bytes(file.read_bytes() + theirs + b"\n")
    recovered = replay(file)
    assert recovered is not None
    assert recovered.document == FIRST


@given(st.binary(max_size=200), st.integers(0, 600))
def test_no_bytes_make_it_fall(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "noise.journal"
    body = line_of({"v": 1, "source": "x"}) + line_of({"n": 1, "put": "?"})
    file.write_bytes(body[:at] + noise + body[at:])
    recovered = replay(file)
    assert recovered is None or recovered.document.source == "x"


@pytest.mark.parametrize("name", ["write", "fsync"])
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_full_disk_is_told_and_later_acts_are_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, nth: int
) -> None:
    made = Journal(folder, SOURCE)
    real, calls = getattr(os, name), []

    def call(fd: int, *data: bytes) -> int:
        calls.append(1)
        if len(calls) == nth:
            if name == "write":
                real(fd, bytes(data[0])[:10])
            raise OSError(errno.ENOSPC, "full")
        return int(real(fd, *data) or 0)

    with monkeypatch.context() as patch:
        patch.setattr(os, name, call)
        told = 0
        for document in (FIRST, SECOND, THIRD):
            try:
                made.record(document)
            except StoreError as error:
                told += "disk is full" in error.reason
    made.record(THIRD)
    made.close()
    assert told == 1
    assert left_behind(folder)[0].document == THIRD


TYPE_FOR_EVER = """
import sys
from pathlib import Path
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.text.spans import Span
from unspin_gui.store.review.journal import Journal
source = "word " * 1000
made, decisions = Journal(Path(sys.argv[1]), source), ()
for number in range(1000):
    decisions += (Decision(Span(number * 5, number * 5 + 4), f"fix {number}"),)
    made.record(Document(source, decisions))
    print(number, flush=True)
"""


def test_killed_at_any_moment_no_acknowledged_act_is_lost(tmp_path: Path) -> None:
    rounds = int(os.environ.get("UNSPIN_KILLS", "12"))
    chance = random.Random(rounds)  # noqa: S311 - moments, no secrets
    for turn in range(rounds):
        folder = tmp_path / str(turn)
        command = [sys.executable, "-c", TYPE_FOR_EVER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for _ in range(chance.randint(1, 60)):
                child.stdout.readline()
            child.send_signal(signal.SIGKILL)
            rest = child.stdout.read().split()
        acknowledged = int(rest[-1]) + 1 if rest else 1
        (recovered,) = left_behind(folder)
        assert len(recovered.document.decisions) >= acknowledged
        assert recovered.document.decisions[-1].text == f"fix {recovered.acts - 1}"


def test_a_journal_whose_beginning_is_damaged_is_told_of_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "20260101-000000-1-abc.journal"
    file.write_bytes(b"no head\n")
    (tmp_path / "empty.journal").touch()
    [error] = journal.unreadable(tmp_path)
    assert error.path == str(file)
    assert "unsaved work of 20" in error.reason
    assert left_behind(tmp_path) == ()
    assert file.exists()


@given(
    st.builds(
        Origin,
        st.text(max_size=5),
        st.text(max_size=5),
        st.text(max_size=5),
        st.booleans(),
        st.lists(st.sampled_from(["\n", "\r\n", "\r", "\u2029"])).map(tuple),
        st.booleans(),
        st.booleans(),
    )
)
def test_the_origin_of_a_text_is_told_and_read(origin: Origin) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(origin)))) == origin


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {},
        {"kind": "text"},
        {**to_plain(NOWHERE), "bom": 1},
        {**to_plain(NOWHERE), "ends": 3},
    ],
)
def test_an_origin_of_another_version_is_none(raw: object) -> None:
    assert from_plain(raw) == NOWHERE
