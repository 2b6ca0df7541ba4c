"""Raised figures in documents: shown as such, found past, written back as they were."""

import io
import zipfile
from pathlib import Path

import pytest
from docx_files import docx
from odt_files import STYLES, odt

from unspin_gui.cli.fix_command import corrected
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.raised import with_raised, without_raised

MINE = Knowledge((Glossary("mine", [Entry("rocket hearth", ("rocket fire",))], mine=True),))
SUP = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
RAISED = STYLES.replace('"B"', '"S"').replace(
    'fo:font-weight="bold"', 'style:text-position="super 58%"'
)


def word(note: str) -> bytes:
    runs = f"<w:r><w:t>a rocket hearth</w:t></w:r><w:r>{SUP}<w:t>{note}</w:t></w:r>"
    return docx(f'<w:p>{runs}<w:r><w:t xml:space="preserve"> here</w:t></w:r></w:p>')


def writer(note: str) -> bytes:
    body = f'<text:p>a rocket hearth<text:span text:style-name="S">{note}</text:span> here</text:p>'
    members = odt(body)
    with zipfile.ZipFile(io.BytesIO(members)) as archive:
        content = archive.read("content.xml").decode().replace(STYLES, STYLES + RAISED)
    return odt(body, more={"content.xml": content.encode()})


def page(note: str) -> bytes:
    return f"<p>a rocket hearth<sup>{note}</sup> here</p>".encode()


KINDS = {"a.docx": word, "a.odt": writer, "a.html": page}


def document(name: str, note: str) -> Opened:
    return formats.from_bytes(Path(name), KINDS[name](note))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    ("note", "shown"), [("1", "¹"), ("12, 13", "¹², ¹³"), ("a", "ᵃ"), ("*", "*")]
)
def test_a_note_ends_the_word_before_it_and_stays(
    name: str, note: str, shown: str, tmp_path: Path
) -> None:
    file = document(name, note)
    assert file.text == f"a rocket hearth{shown} here"
    mended = corrected(file.text, MINE, skip=file.skip)
    assert mended.corrected == f"a rocket fire{shown} here"
    edits = [Edit(d.span, d.text) for d in mended.decisions]
    written = formats.write(tmp_path / name, file, edits)
    assert written.text == f"a rocket fire{shown} here"


@pytest.mark.parametrize("name", KINDS)
def test_an_edit_of_the_words_around_a_note_leaves_it_raised(name: str, tmp_path: Path) -> None:
    file = document(name, "1")
    edit = Edit(Span(2, 21), "stove¹ there")
    assert formats.write(tmp_path / name, file, [edit]).text == "a stove¹ there"


def test_ordinals_stay_one_word() -> None:
    assert with_raised("the 1st of May", [Span(5, 7)]) == "the 1st of May"


def test_raised_signs_can_be_compared_with_ordinary_ones() -> None:
    text = with_raised("10 and hearth7 and x", [Span(1, 2), Span(13, 14)])
    assert text == "1⁰ and hearth⁷ and x"
    assert without_raised(text) == "10 and hearth7 and x"


def test_no_phrase_is_found_over_the_end_of_a_page() -> None:
    breaks = ['<w:br w:type="page"/>', '<w:br w:type="column"/>', "<w:br/>", "<w:cr/>", "<w:tab/>"]
    found = []
    for part in breaks:
        data = docx(f"<w:p><w:r><w:t>a rocket</w:t>{part}<w:t>hearth</w:t></w:r></w:p>")
        file = formats.from_bytes(Path("a.docx"), data)
        found.append(corrected(file.text, MINE, skip=file.skip).corrected)
    there = "a rocket\u2028hearth"
    assert found == [there, there, "a rocket\u2028fire", "a rocket\u2028fire", "a rocket\thearth"]
