"""Decisions come back when a file is opened again, also moved or edited meanwhile."""

import os
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.text.spans import Span
from unspin_gui.store.review.anchoring import from_plain, recall, remember, to_plain
from unspin_gui.store.review.decisions_file import (
    MOST_TEXTS,
    forget_decisions,
    keep_unusable,
    load_decisions,
    save_decisions,
    thin_out,
)
from unspin_gui.store.review.open_files import key_of

SOURCE = (
    "In the past 7 days the husband or wife forces came back.\n"
    "Nobody knew for how many 7 days they would stay, said the man 😀 at the gate.\n"
    "The Section of Defense did not say a word about it, and nobody asked again.\n"
)


def decision(phrase: str, text: str, nth: int = 0) -> Decision:
    at = -1
    for _ in range(nth + 1):
        at = SOURCE.index(phrase, at + 1)
    return Decision(Span(at, at + len(phrase)), text, learn=Pair(phrase, text))


DECISIONS = (
    decision("7 days", "week"),
    decision("husband or wife forces", "spouses"),
    Decision(decision("7 days", "", 1).span, "7 days", "kept"),
    decision("Section of Defense", "Department of Defense"),
)
DOCUMENT = Document(SOURCE, DECISIONS, ("a word",), ("the gate",), assume="spun")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "decisions"


def test_the_same_text_gets_every_decision_back(folder: Path) -> None:
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    recalled = load_decisions(folder, "/texts/a.txt", SOURCE)
    assert recalled is not None
    assert recalled.apply(SOURCE) == DOCUMENT
    assert recalled.lost == 0
    assert load_decisions(folder, "/texts/b.txt", "other text") is None


def test_the_word_on_a_text_alone_comes_back(folder: Path) -> None:
    called = Document(SOURCE, assume="spun")
    save_decisions(folder, "/texts/a.txt", called)
    recalled = load_decisions(folder, "/texts/a.txt", SOURCE)
    assert recalled is not None
    assert recalled.apply(SOURCE) == called
    assert recalled.holds_in(called)
    assert not recalled.holds_in(Document(SOURCE))


def test_a_moved_file_gets_them_too(folder: Path) -> None:
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    recalled = load_decisions(folder, "/elsewhere/b.txt", SOURCE)
    assert recalled is not None
    assert recalled.decisions == DECISIONS


def texts_of(source: str, decisions: tuple[Decision, ...]) -> list[tuple[str, str]]:
    return [(source[slice(*d.span)], d.text) for d in decisions]


def test_an_edited_file_keeps_those_that_still_match(folder: Path) -> None:
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    edited = "A new first line.\n" + SOURCE.replace("husband or wife forces", "spouses")
    recalled = load_decisions(folder, "/texts/a.txt", edited)
    assert recalled is not None
    assert texts_of(edited, recalled.decisions) == [
        ("7 days", "week"),
        ("7 days", "7 days"),
        ("Section of Defense", "Department of Defense"),
    ]
    assert [d.state for d in recalled.decisions] == ["accepted", "kept", "accepted"]
    assert recalled.lost == 1


def test_lines_that_changed_places_keep_theirs() -> None:
    lines = SOURCE.split("\n")
    turned = "\n".join([lines[2], lines[0], lines[1]])
    assert ("Section of Defense", "Department of Defense") in texts_of(
        turned, recall(turned, remember(SOURCE, DECISIONS))
    )


def test_a_phrase_without_its_context_is_left_alone() -> None:
    other = "It lasted 7 days. " * 5
    assert recall(other, remember(SOURCE, DECISIONS)) == ()


def test_one_of_many_alike_is_not_guessed() -> None:
    source = "so 7 days. " * 9
    remembered = remember(source, [Decision(Span(47, 53), "week")])
    assert source[47:53] == "7 days"
    assert recall(source, remembered)[0].span == Span(47, 53)


words = st.lists(st.sampled_from(["so", "7 days", "😀", "a", "week\n", "e\u0301"]), max_size=30)


@given(words=words, data=st.data(), prefix=st.text(max_size=20))
def test_in_an_identical_or_shifted_text_nothing_is_lost(
    words: list[str], data: st.DataObject, prefix: str
) -> None:
    source = " ".join(f"{word}{n}" for n, word in enumerate(words))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(source)), max_size=8)))
    decisions = tuple(
        Decision(Span(a, b), "new") for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    )
    remembered = tuple(from_plain(to_plain(one)) for one in remember(source, decisions))
    assert recall(source, remembered) == decisions
    for one in recall(prefix + source, remembered):
        assert one.text == "new"


@given(st.text(), words)
def test_nothing_overlaps_whatever_the_text(text: str, words: list[str]) -> None:
    found = recall(text + " ".join(words) * 2 + SOURCE[20:90], remember(SOURCE, DECISIONS))
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"decisions": [1]}', b'{"decisions": [], "ignored": 3}', b"\xff"]
)
def test_a_damaged_record_is_left_out(folder: Path, data: bytes) -> None:
    record = save_decisions(folder, "/texts/a.txt", DOCUMENT)
    record.write_bytes(data)
    assert load_decisions(folder, "/texts/a.txt", SOURCE) is None


@pytest.mark.parametrize(("old", "new"), [('"version": 1', '"version": 2'), ("]", "")])
def test_a_record_that_cannot_be_used_is_kept_and_told_of(folder: Path, old: str, new: str) -> None:
    record = save_decisions(folder, "/texts/a.txt", DOCUMENT)
    left = record.read_text().replace(old, new)
    record.write_text(left)
    assert load_decisions(folder, "/texts/a.txt", SOURCE) is None
    (told,) = keep_unusable(folder, "/texts/a.txt")
    kept = record.with_name(f"{record.name}.broken")
    assert kept.name in str(told)
    save_decisions(folder, "/texts/a.txt", Document("edited"))
    forget_decisions(folder, "/texts/a.txt")
    assert kept.read_text() == left
    assert keep_unusable(folder, "/texts/a.txt") == ()


def test_another_text_of_a_file_leaves_the_first_alone(folder: Path) -> None:
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    other = "The gate stood open. " * 3
    save_decisions(folder, "/texts/a.txt", Document(other, ignored=("gate",)))
    recalled = load_decisions(folder, "/texts/a.txt", SOURCE)
    assert recalled is not None
    assert recalled.apply(SOURCE) == DOCUMENT
    forget_decisions(folder, "/texts/a.txt")
    for source in (SOURCE, other):
        assert load_decisions(folder, "/texts/a.txt", source) is None


def test_an_edited_file_gets_the_record_of_which_most_fits(folder: Path) -> None:
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    save_decisions(folder, "/texts/a.txt", Document("something else", never=("else",)))
    edited = "A new first line.\n" + SOURCE
    recalled = load_decisions(folder, "/texts/a.txt", edited)
    assert recalled is not None
    assert len(recalled.decisions) == len(DECISIONS)


def test_a_text_of_another_name_is_preferred_to_what_has_no_place(folder: Path) -> None:
    unfit = Document("b: 7 days", (Decision(Span(3, 9), "week"),))
    save_decisions(folder, "/texts/b.txt", unfit)
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    recalled = load_decisions(folder, "/texts/b.txt", SOURCE)
    assert recalled is not None
    assert recalled.decisions == DECISIONS


def test_a_text_on_which_all_was_taken_back_has_nothing(folder: Path) -> None:
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    edited = "A new first line.\n" + SOURCE
    save_decisions(folder, "/texts/a.txt", Document(edited))
    assert load_decisions(folder, "/texts/a.txt", edited) is None
    assert load_decisions(folder, "/texts/a.txt", SOURCE) is not None


def numbered(number: int) -> Document:
    source = f"{number}: the husband or wife forces met."
    start = source.index("husband")
    span = Span(start, start + len("husband or wife forces"))
    return Document(source).with_decisions([Decision(span, "spouses")])


def names_known(folder: Path, numbers: range) -> list[int]:
    """The documents that are remembered, without using them."""
    return [n for n in numbers if list(folder.glob(f"{key_of(f'/t{n}.txt')}-*.json"))]


def test_what_was_used_longest_ago_makes_room(folder: Path) -> None:
    for number in range(6):
        last = save_decisions(folder, f"/t{number}.txt", numbered(number))
    assert thin_out(folder, last, most=6) == 0
    assert load_decisions(folder, "/t0.txt", numbered(0).source) is not None
    assert thin_out(folder, last, most=4) == 2
    assert names_known(folder, range(6)) == [0, 3, 4, 5]


@given(ahead=st.integers(-(10**5), 10**5), most=st.integers(1, 5))
def test_the_newest_stays_whatever_the_clock_says(ahead: int, most: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(5):
            save_decisions(folder, f"/t{number}.txt", numbered(number))
        for record in folder.glob("*.json"):
            os.utime(record, (time.time() + ahead,) * 2)
        last = save_decisions(folder, "/new.txt", numbered(9))
        assert thin_out(folder, last, most=most) == 6 - most
        assert load_decisions(folder, "/new.txt", numbered(9).source) is not None
        if most > 1:
            # The next one is not the last any more, and still younger than all the others.
            newer = save_decisions(folder, "/newer.txt", numbered(10))
            thin_out(folder, newer, most=2)
            assert load_decisions(folder, "/new.txt", numbered(9).source) is not None


def test_five_thousand_texts_are_remembered() -> None:
    assert MOST_TEXTS == 5_000
    limit = f"{MOST_TEXTS:,}"
    root = Path(__file__).parents[3]
    for page in ("README.md", "resources/manual/en.html"):
        assert limit in (root / page).read_text(encoding="utf-8")
