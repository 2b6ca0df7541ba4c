"""Decisions come back when a file is opened again, also moved or edited meanwhile."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.text.spans import Span
from unspin_gui.store.review.anchoring import from_plain, recall, remember, to_plain
from unspin_gui.store.review.decisions_file import (
    forget_decisions,
    keep_unusable,
    load_decisions,
    save_decisions,
)

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
DOCUMENT = Document(SOURCE, DECISIONS, ("a word",), ("the gate",))


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


def test_a_file_has_one_record_and_can_be_forgotten(folder: Path) -> None:
    save_decisions(folder, "/texts/a.txt", DOCUMENT)
    save_decisions(folder, "/texts/a.txt", Document("edited"))
    assert len(list(folder.glob("*.json"))) == 1
    forget_decisions(folder, "/texts/a.txt")
    assert load_decisions(folder, "/texts/a.txt", SOURCE) is None
