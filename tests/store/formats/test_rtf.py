"""Rich text: read with striprtf, saved as text or for Word."""

import random
from pathlib import Path

import pytest
from needs import answered, needs

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened

pytestmark = needs("rtf")
HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\info{\author Me}}"
BODY = rb"\f0\pard Some {\b bo}som peril.\par A caf\'e9 \u8220?of\u8221? \u-10179?\u-8704?.\par}"


def read(body: bytes, name: str = "a.rtf") -> Opened:
    return formats.from_bytes(Path(name), HEAD + body)


def test_its_paragraphs_are_read() -> None:
    opened = read(BODY)
    assert opened.kind == "rtf"
    assert opened.text == "Some bosom peril.\nA café “of” \U0001f600."
    assert opened.notices == ()


@pytest.mark.parametrize("name", ["a", "a.doc", "a.rtf"])
def test_it_is_told_by_its_content(name: str) -> None:
    assert read(BODY, name).kind == "rtf"


def test_links_are_their_text_and_what_is_left_out_is_told() -> None:
    link = rb'{\field{\*\fldinst{HYPERLINK "http://a.org/x"}}{\fldrslt the place}}'
    opened = read(rb"See " + link + rb" and{\footnote A note.} more.\par{\header Top}}")
    assert opened.text == "See the place and more."
    assert opened.notices == ("Not shown, and left out of what is saved: footnotes, page headers.",)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b"plain", "no rich text"), (HEAD + b"}", "contains no text")],
)
def test_one_sentence_says_why_it_is_not_read(data: bytes, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        formats.from_bytes(Path("a.rtf"), data)


def test_references_and_tables_of_numbers_are_not_judged() -> None:
    lines = [
        *(b"Prose stands here.", b"1.5\\cell 2.5\\cell 3.5\\cell\\row", b"References"),
        *(b"Roe, R.: On things. Things 3 (1999).", b"Poe, E.: On more. Things 4 (2001)."),
        *(b"Appendix", b"And prose again."),
    ]
    opened = read(b"\\par ".join(lines) + b"\\par}")
    skipped = {at for span in opened.skip for at in range(*span)}
    text = "".join(" " if at in skipped else sign for at, sign in enumerate(opened.text))
    assert " ".join(text.split()) == "Prose stands here. References Appendix And prose again."


@pytest.mark.parametrize("seed", range(12))
def test_damaged_files_are_answered_in_words(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same files each time
    data = bytearray(HEAD + BODY)
    for _ in range(chance.randrange(1, 9)):
        at = chance.randrange(5, len(data))
        data[at : at + chance.randrange(9)] = chance.choice(
            [b"", b"{", b"}", b"\\", b"\\bin", b"\\pict", b"\\u-9", b"\\'f", bytes([at % 256])]
        )
    assert answered("a.rtf", bytes(data))


def test_corrections_are_saved_for_word_and_as_text(tmp_path: Path) -> None:
    opened = read(BODY)
    edit = Edit(Span(5, 16), "breast cancer")
    assert formats.default_target(Path("a.rtf")).name == "a.corrected.docx"
    for name in ("a.docx", "a.txt"):
        formats.write(tmp_path / name, opened, [edit])
        text = formats.read(tmp_path / name).text.replace("\n\n", "\n")
        assert text == opened.text.replace("bosom peril", "breast cancer")
    with pytest.raises(StoreError, match="can only be read"):
        formats.write(tmp_path / "a.rtf", opened, [edit])
