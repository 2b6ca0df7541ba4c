"""Of a zipped document too, the corrections that do not fit are named, so that the rest is made."""

from pathlib import Path

import epub_files
import pytest
from docx_files import docx, r
from docx_files import p as docx_p
from odt_files import odt
from odt_files import p as odt_p

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit
from unspin_gui.store.formats.office.archive import Archive

CELL = "<w:tc>{}</w:tc>"
ROW = "<w:tbl><w:tr>{}{}</w:tr></w:tbl>"
LINES = ["first one", "second two", "third three"]
WORD = docx(ROW.format(*(CELL.format(docx_p(r(line))) for line in LINES[:2])) + docx_p(r(LINES[2])))
META = "<text:meta>{}</text:meta>"
OPEN = odt(odt_p(LINES[0]) + odt_p(META.format(LINES[1])) + odt_p(LINES[2]))
BOOK = epub_files.epub(
    {f"{n}.xhtml": epub_files.chapter(f"<p>{line}</p>") for n, line in enumerate(LINES)}
)
MISFITS = {
    "joined.docx": (WORD, "one\nsecond", "joined"),
    "sign.docx": (WORD, "two", "a\x01"),
    "split.odt": (OPEN, "two", "two\nmore"),
    "sign.odt": (OPEN, "two", "a\x02"),
}


def edits_of(text: str, pairs: dict[str, str]) -> list[Edit]:
    return [Edit(Span(at := text.index(old), at + len(old)), new) for old, new in pairs.items()]


@pytest.mark.parametrize("name", MISFITS)
@pytest.mark.parametrize("tracked", [False, True])
def test_the_one_that_does_not_fit_is_named_and_the_others_are_made(
    name: str, tmp_path: Path, *, tracked: bool
) -> None:
    data, old, new = MISFITS[name]
    opened = formats.from_bytes(Path(name), data)
    bad, *good = edits_of(opened.text, {old: new, "first": "1st", "third": "3rd", "three": "3"})
    with pytest.raises(formats.MisfitError) as caught:
        formats.write(tmp_path / name, opened, [bad, *good], tracked=tracked)
    assert caught.value.spans == (bad.span,)
    assert old in caught.value.reason
    assert not (tmp_path / name).exists()
    made = formats.write(tmp_path / name, opened, good, tracked=tracked)
    assert [line for line in made.text.split("\n") if line] == [
        "1st one", "second two", "3rd 3",
    ]  # fmt: skip


def test_an_edit_of_two_chapters_is_named(tmp_path: Path) -> None:
    opened = formats.from_bytes(Path("a.epub"), BOOK)
    bad, good = edits_of(opened.text, {"one\nsecond": "one, second", "third": "3rd"})
    with pytest.raises(formats.MisfitError) as caught:
        formats.write(tmp_path / "a.epub", opened, [good, bad])
    assert caught.value.spans == (bad.span,)
    assert formats.write(tmp_path / "a.epub", opened, [good]).text.endswith("3rd three")


def test_a_document_that_cannot_be_written_at_all_names_no_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(archive: Archive, _changed: object) -> bytes:
        raise StoreError(archive.path, "no room")

    opened = formats.from_bytes(Path("a.docx"), WORD)
    monkeypatch.setattr(Archive, "rewritten", fail)
    with pytest.raises(StoreError, match="no room") as caught:
        formats.write(tmp_path / "a.docx", opened, edits_of(opened.text, {"first": "1st"}))
    assert not isinstance(caught.value, formats.MisfitError)
