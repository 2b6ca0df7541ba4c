"""Files as LibreOffice writes them, with all that people put into documents.

In them: a heading, split words, links, notes, tabs, breaks, blanks, a soft hyphen, comments,
tracked changes of others, lists, tables, a text box, a picture, fields, bookmarks, text from right
to left, header and footer; in the Word file also a smart tag and content controls.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import odfdo
import pytest

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened

FOLDER = Path(__file__).parent / "real"
FIXES = {
    "profound learning": "deep learning",
    "counterfeit consciousness": "artificial intelligence",
    "colossal information": "big data",
    "bosom peril": "breast cancer",
    "irregular esteem": "random value",
    "flag to commotion": "signal to noise",
}
PHRASES = re.compile("|".join(FIXES))
TEXT_PARTS = {
    "docx": {
        *("word/document.xml", "word/header1.xml", "word/footer1.xml"),
        *("word/footnotes.xml", "word/endnotes.xml"),
    },
    "odt": {"content.xml", "styles.xml"},
}


@pytest.fixture(params=["docx", "odt"])
def opened(request: pytest.FixtureRequest) -> Opened:
    return formats.read(FOLDER / f"article.{request.param}")


def edits(opened: Opened) -> list[Edit]:
    found = PHRASES.finditer(opened.text)
    return [Edit(Span(*one.span()), FIXES[one[0]], "why") for one in found]


def corrected(text: str) -> str:
    return PHRASES.sub(lambda one: FIXES[one[0]], text)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tags_of(part: bytes) -> list[bytes]:
    return re.findall(rb"<[^>]*>", re.sub(rb' xml:space="preserve"', b"", part))


def test_everything_that_can_be_read_is_shown(opened: Opened) -> None:
    assert len(edits(opened)) == 20
    for phrase in ("flag to commotion ratio", "Inside the box", "Footer on", "Header about"):
        assert phrase in opened.text
    told = " ".join(opened.notices)
    assert all(word in told for word in ("pictures (1)", "comments (1)", "deletions (1)"))


def test_nothing_but_the_words_changes(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / opened.path.name
    written = formats.write(path, opened, edits(opened))
    assert written.text == formats.read(path).text == corrected(opened.text)
    before, after = members(opened.file.data), members(path.read_bytes())
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == TEXT_PARTS[opened.kind]
    for name in changed:
        assert tags_of(before[name]) == tags_of(after[name])


def test_tracked_changes_keep_other_parts_and_read_as_corrected(
    opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / opened.path.name
    formats.write(path, opened, edits(opened), tracked=True, comments=True)
    assert formats.read(path).text == corrected(opened.text)
    before, after = members(opened.file.data), members(path.read_bytes())
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= TEXT_PARTS[opened.kind] | {"word/comments.xml"}
    assert set(after) == set(before)


def texts_by_others(path: Path) -> Iterator[str]:
    """What the libraries that people use see in a file."""
    if path.suffix == ".odt":
        yield odfdo.Document(path).get_formatted_text()
        return
    document = python_docx.Document(str(path))
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (cell.text for table in document.tables for cell in table._cells)
    section = document.sections[0]
    yield from (one.text for one in (*section.header.paragraphs, *section.footer.paragraphs))


def test_other_libraries_read_what_is_written(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / opened.path.name
    formats.write(path, opened, edits(opened))
    seen = "\n".join(texts_by_others(path))
    for words in ("breast cancer", "random value", "deep learning", "artificial intelligence"):
        assert words in seen
    formats.write(path, opened, edits(opened), tracked=True, comments=True)
    assert "as was said" in "\n".join(texts_by_others(path))


def test_a_comment_is_in_no_control(tmp_path: Path) -> None:
    """LibreOffice 7 shows nothing of a control with a comment and a tracked change; neither is."""
    opened = formats.read(FOLDER / "article.docx")
    formats.write(tmp_path / "a.docx", opened, edits(opened), tracked=True, comments=True)
    body = members((tmp_path / "a.docx").read_bytes())["word/document.xml"]
    controls = re.findall(rb"<w:sdt>.*?</w:sdt>", body)
    assert len(controls) == 2
    assert not any(b"<w:del " in one or b"commentRange" in one for one in controls)
    assert body.count(b"commentRangeStart") == body.count(b"commentReference") > 5


def test_what_others_inserted_and_we_deleted_is_both(tmp_path: Path) -> None:
    opened = formats.read(FOLDER / "article.odt")
    formats.write(tmp_path / "a.odt", opened, edits(opened), tracked=True)
    body = members((tmp_path / "a.odt").read_bytes())["content.xml"]
    both = re.findall(rb"</text:deletion><text:insertion>.*?</text:insertion>", body)
    assert len(both) == 1
    assert b"<dc:creator>Ann</dc:creator>" in both[0]
