"""EPUB books: their chapters are one text, and only the corrected chapters change."""

import io
import re
import zipfile
from pathlib import Path
from xml.parsers import expat

import pytest
from differing import differing
from docx_files import unzipped
from epub_files import chapter, epub, members, packed
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.edits import applied

CHAPTERS: dict[str, str | bytes] = {
    "two.xhtml": chapter("<h1>Two</h1><p>A bosom <b>peril</b>.<br/>x</p>", "<script src='a.js'/>"),
    "one part.xhtml": chapter(
        "<div/><p>First&#160;of <span title='bosom'/>all,\n  &amp; more.</p>"
    ),
    "cover.xhtml": chapter("<img src='bosom.png' alt='Bosom'/>"),
    "left out.xhtml": chapter("<p>Not in the spine.</p>"),
}
SPINE = ["one part.xhtml", "cover.xhtml", "two.xhtml"]
BOOK = epub(CHAPTERS, SPINE)
SHOWN = "First\u00a0of all, & more.\nTwo\nA bosom peril.\u2028x"


def opened(data: bytes = BOOK, name: str = "a.epub") -> Opened:
    return formats.from_bytes(Path(name), data)


def edits(file: Opened, fixes: dict[str, str]) -> list[Edit]:
    found = []
    for old, new in fixes.items():
        start = file.text.index(old)
        found.append(Edit(Span(start, start + len(old)), new))
    return found


@pytest.mark.parametrize("name", ["a.epub", "a", "a.zip"])
def test_what_is_in_the_spine_is_shown_in_its_order(name: str) -> None:
    file = opened(name=name)
    assert (file.kind, file.text) == ("epub", SHOWN)
    told = [(str(place), file.text[place.start :][:8]) for place in file.places]
    assert told == [("chapter 1", "First\u00a0of"), ("chapter 2", "Two\nA bo")]
    assert file.notices[0] == "The book has pictures (1), which are not shown."


def test_roles_of_paragraphs_are_those_of_the_chapters() -> None:
    file = opened()
    headings = [role for role in file.roles if role.kind == "heading"]
    assert [file.text[role.start :][:3] for role in headings] == ["Two"]


def test_only_the_words_of_the_chapters_change(tmp_path: Path) -> None:
    file = opened()
    fixes = {"First": "Last", "bosom peril": "breast cancer"}
    formats.write(tmp_path / "b.epub", file, edits(file, fixes))
    after = (tmp_path / "b.epub").read_bytes()
    assert formats.read(tmp_path / "b.epub").text == (
        SHOWN.replace("First", "Last").replace("bosom peril", "breast cancer")
    )
    parts, made = unzipped(BOOK), unzipped(after)
    assert list(parts) == list(made)
    changed = {name: differing(parts[name].decode(), made[name].decode()) for name in parts}
    assert {name: pair for name, pair in changed.items() if pair != ("", "")} == {
        "OEBPS/one part.xhtml": ("Fir", "La"),
        "OEBPS/two.xhtml": ("osom <b>peril", "reast <b>cancer"),
    }
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_without_corrections_not_a_byte_changes(tmp_path: Path) -> None:
    formats.write(tmp_path / "b.epub", opened(), ())
    assert (tmp_path / "b.epub").read_bytes() == BOOK


def test_chapters_stay_well_formed(tmp_path: Path) -> None:
    file = opened()
    fixes = {"peril.\u2028x": "a < b\u00a0c & d\u2028\u2028e.", "First\u00a0of": "Q&A\u00a0of"}
    formats.write(tmp_path / "b.epub", file, edits(file, fixes))
    for name, data in unzipped((tmp_path / "b.epub").read_bytes()).items():
        if name.endswith(("xhtml", "xml", "opf")):
            assert expat.ParserCreate().Parse(data, True) == 1, name


def test_chapters_are_never_joined(tmp_path: Path) -> None:
    file = opened()
    with pytest.raises(StoreError, match="chapters cannot be joined"):
        formats.write(tmp_path / "b.epub", file, edits(file, {"more.\nTwo": "more. Two"}))
    assert not (tmp_path / "b.epub").exists()


def test_the_text_alone_can_be_saved(tmp_path: Path) -> None:
    file = opened()
    formats.write(tmp_path / "b.txt", file, edits(file, {"bosom": "breast"}))
    wanted = SHOWN.replace("bosom", "breast").replace("\u2028", "\n")
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == wanted
    with pytest.raises(StoreError, match="a book cannot be written as"):
        formats.refuse_misnamed(tmp_path / "b.docx", file)


ENCRYPTED = (
    '<encryption xmlns="x"><EncryptedData><CipherData><CipherReference URI="OEBPS/{}"/>'
    "</CipherData></EncryptedData></encryption>"
)


def with_members(**more: bytes) -> bytes:
    names = {"encryption": "META-INF/encryption.xml", "container": "META-INF/container.xml"}
    return packed({**members(CHAPTERS, SPINE), **{names[key]: data for key, data in more.items()}})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (with_members(encryption=ENCRYPTED.format("one%20part.xhtml").encode()), "DRM"),
        (with_members(container=b"<container/>"), "not an EPUB book.*list of chapters"),
        (epub({}, []), "not an EPUB book.*no chapters"),
        (packed({"mimetype": b"application/epub+zip"}), "not an EPUB book.*table of contents"),
        (epub({"a.xhtml": chapter("x").encode() + b"\0"}), "NUL"),
        (BOOK[:-40], "damaged"),
        (b"words", "not a document of type EPUB but something else"),
        (b"", "empty"),
    ],
)
def test_what_is_no_book_or_protected_is_told_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        opened(data)
    assert "\n" not in caught.value.reason


@pytest.mark.parametrize(
    "left_open",
    ["<!-- x ", "<![CDATA[ x ", "<?x ", "<!DOCTYPE x [<!ENTITY a 'b'> ", "<a b='c\">", "<a b='"],
)
def test_a_list_of_chapters_that_is_left_open_is_read_in_linear_time(left_open: str) -> None:
    hostile = members(CHAPTERS, SPINE)
    hostile["OEBPS/book.opf"] += (left_open * 30_000).encode()
    assert opened(packed(hostile)).text == SHOWN


def test_obfuscated_fonts_are_no_protection() -> None:
    assert opened(with_members(encryption=ENCRYPTED.format("font.otf").encode())).text == SHOWN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_chapter_keeps_its_encoding(encoding: str, end: str, tmp_path: Path) -> None:
    text = chapter("<p>Café\nbosom</p>").replace("utf-8", encoding).replace("\n", end)
    book = epub({"a.xhtml": text.encode(encoding), "b.xhtml": chapter("<p>x</p>")})
    file = opened(book)
    formats.write(tmp_path / "b.epub", file, edits(file, {"Café bosom": "Bar π"}))
    made = unzipped((tmp_path / "b.epub").read_bytes())["OEBPS/a.xhtml"].decode(encoding)
    pi = "π" if encoding.startswith("utf") else "&#960;"
    assert made == re.sub(r"Café(\s+)bosom", rf"Bar\g<1>{pi}", text)


PIECES = st.sampled_from(
    [
        *("<p>some words</p>", "text &amp; more", "<i>bosom</i> peril", "a&#160;b", "<br/>"),
        *(
            "<div/>",
            "<h2>A head</h2>",
            "<!-- bosom -->",
            "<img src='x'/>",
            "<p>\n  two  lines </p>",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(bodies=st.lists(st.lists(PIECES, max_size=5), min_size=1, max_size=4), data=st.data())
def test_nothing_outside_an_edit_changes(
    bodies: list[list[str]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chapters = {f"{n}.xhtml": chapter("start " + " ".join(body)) for n, body in enumerate(bodies)}
    book = epub(dict(chapters))
    file = opened(book)
    word = data.draw(st.sampled_from(list(re.finditer(r"[a-z]{3,}", file.text))))
    new = data.draw(st.sampled_from(["corset", "x & y", "one two", "\u00e9"]))
    path = tmp_path_factory.getbasetemp() / "made.epub"
    formats.write(path, file, [Edit(Span(*word.span()), new)])
    before, after = unzipped(book), unzipped(path.read_bytes())
    changed = [name for name in before if before[name] != after[name]]
    assert len(changed) == 1
    gone, _ = differing(before[changed[0]].decode(), after[changed[0]].decode())
    assert gone in word[0]
    assert formats.read(path).text == file.text[: word.start()] + new + file.text[word.end() :]


def test_an_edit_that_does_not_fit_is_named_at_its_place_in_the_book(tmp_path: Path) -> None:
    chapters: dict[str, str | bytes] = {
        "a.xhtml": chapter("<p>A bosom peril.</p>"),
        "b.xhtml": chapter("<h1>Bosom</h1><p>A bosom peril.</p>"),
    }
    file = opened(epub(chapters))
    at = file.text.index("Bosom")
    bad = Edit(Span(at, at + 5), "Two\nlines")
    end = len(file.text) - 1
    made = [Edit(Span(0, 1), "One"), bad, Edit(Span(end - 5, end), "cancer")]
    with pytest.raises(formats.MisfitError) as caught:
        formats.write(tmp_path / "b.epub", file, made)
    assert caught.value.spans == (bad.span,)
    left = [one for one in made if one is not bad]
    assert formats.write(tmp_path / "b.epub", file, left).text == applied(file.text, left)
