"""Opening and saving by format: which it is, and what plain text needs."""

from pathlib import Path
from typing import get_args

import pytest
from docx_files import docx, p, r
from odt_files import odt
from odt_files import p as odt_p

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import AlreadyThereError, ChangedOnDiskError
from unspin_gui.store.formats import Edit, kinds, opened
from unspin_gui.store.formats.edits import operations


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"x", "text"),
        ("a.tex", b"x", "latex"),
        ("a.json", b"x", "text"),
        ("README", b"x", "text"),
        ("a.MD", b"x", "markdown"),
        ("a.htm", b"x", "html"),
        ("page", b"\xef\xbb\xbf <!DOCTYPE HTML><p>", "html"),
        ("a.docx", b"", "docx"),
        ("paper", docx(""), "docx"),
        ("paper", odt(""), "odt"),
        ("a.odt", b"", "odt"),
        ("broken", b"PK\x03\x04", "text"),
    ],
)
def test_kinds(name: str, data: bytes, kind: str) -> None:
    assert formats.kind_of(name, data) == kind


KINDS = get_args(formats.Kind)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_by_an_ending_and_named_when_refused(kind: formats.Kind) -> None:
    assert kind in {kinds.named_kind(f"a{ending}") or "text" for ending in kinds.ENDINGS}
    text_based = formats.is_shown_as_written(kind) or opened.is_source(kind)
    assert (kind in formats._NOT_TEXT) is not text_based


def test_each_kind_is_opened_in_one_way() -> None:
    ways = (
        formats.is_shown_as_written,
        opened.is_source,
        opened.is_package,
        formats.is_read_only,
    )
    assert [kind for kind in KINDS if sum(way(kind) for way in ways) != 1] == []


def test_only_office_documents_and_what_becomes_one_track_changes() -> None:
    tracking = {kind for kind in KINDS if formats.can_track(kind)}
    assert tracking == {"docx", "odt", "text", "pdf", "rtf"}


SAMPLES = {
    "a.txt": "bosom peril\r\n".encode("utf-16"),
    "a.md": b"# bosom peril",
    "a.html": b"<p>bosom peril</p>",
    "a.docx": docx(p(r("bosom peril"))),
    "a.odt": odt(odt_p("bosom peril")),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_saving_keeps_the_promises_of_plain_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[name])
    document = formats.read(path)
    assert document.file.token == atomic.token_of(SAMPLES[name])
    start = document.text.index("bosom")
    edit = Edit(Span(start, start + 11), "breast cancer")
    with pytest.raises(AlreadyThereError):
        formats.write(path, document, [edit], overwrite=False)
    with pytest.raises(ChangedOnDiskError):
        formats.write(path, document, [edit], expect="0" * 64)
    assert path.read_bytes() == SAMPLES[name]
    again = formats.write(path, document, [edit], expect=document.file.token)
    assert "breast cancer" in again.text
    assert again == formats.read(path)
    back = Edit(Span(start, start + 13), "bosom peril")
    assert formats.write(path, again, [back]).text == document.text


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_the_date_can_be_given(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    document = formats.from_bytes(Path(name), SAMPLES[name])
    made = []
    for _ in range(2):
        formats.write(tmp_path / name, document, [Edit(Span(0, 5), "x", "why")], tracked=True)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    written = formats.from_bytes(Path(name), made[0]).text
    assert written == "x peril"


@pytest.mark.parametrize(
    ("old", "new", "whole", "changes"),
    [
        ("a bosom peril b", "a breast cancer b", False, [("bosom", "breast"), ("peril", "cancer")]),
        ("a bosom peril b", "a breast cancer b", True, [("bosom peril", "breast cancer")]),
        ("the big data", "the big information", True, [("data", "information")]),
        ("one two", "one very two", True, [("", "very ")]),
        ("one, two three", "one two", True, [(",", ""), (" three", "")]),
        ("same", "same", True, []),
        ("a\nb", "x\ny", True, [("a", "x"), ("b", "y")]),
    ],
)
def test_only_words_that_differ_are_touched(
    old: str, new: str, changes: list[tuple[str, str]], *, whole: bool
) -> None:
    made = operations(old, [Edit(Span(0, len(old)), new)], whole=whole)
    assert [(old[change.start : change.end], change.text) for change in made] == changes
