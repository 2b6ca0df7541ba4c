"""Word files: fixes go into their runs, everything else stays bit by bit."""

import io
import re
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx_files import docx, p, r, unzipped
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.marks import outside_skipped
from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.edits import applied, ordered

BOLD, ITALIC = "<w:b/>", "<w:i/>"
TWO_CELLS = f"<w:tbl><w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr></w:tbl>"


def opened(data: bytes, name: str = "paper.docx") -> Opened:
    return formats.from_bytes(Path(name), data)


def edit(text: str, old: str, new: str, note: str = "") -> Edit:
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new, note)


def saved(data: bytes, folder: Path, *changes: tuple[str, str], **options: bool) -> bytes:
    document = opened(data)
    target = folder / "out.docx"
    edits = [edit(document.text, old, new) for old, new in changes]
    again = formats.write(target, document, edits, **options)  # type: ignore[arg-type]
    assert again.text == applied(document.text, ordered(document.text, edits))
    assert again.text == formats.read(target).text
    return target.read_bytes()


def body(data: bytes) -> str:
    return (
        unzipped(data)["word/document.xml"]
        .decode()
        .partition("<w:body>")[2]
        .partition("<w:sectPr/></w:body>")[0]
    )


def test_all_kinds_of_places_are_read_in_order() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>"
    alternate = (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    inner = "<w:tbl><w:tr><w:tc>" + p(r("inner")) + "</w:tc></w:tr></w:tbl>"
    table = (
        "<w:tbl><w:tr><w:tc>"
        + p(r("one"))
        + inner
        + p()
        + "</w:tc><w:tc>"
        + p(r("two"))
        + "</w:tc></w:tr></w:tbl>"
    )
    data = docx(
        p(r("a"), alternate, r("b"))
        + table
        + "<w:sdt><w:sdtPr/><w:sdtContent>"
        + p(r("sdt"))
        + "</w:sdtContent></w:sdt>",
        {
            "header1": p(r("head")),
            "footer1": p(r("foot")),
            "footnotes": '<w:footnote w:type="separator" w:id="0">' + p(r("no")) + "</w:footnote>"
            '<w:footnote w:id="2">' + p(r("note")) + "</w:footnote>",
            "endnotes": '<w:endnote w:id="2">' + p(r("end")) + "</w:endnote>",
        },
    )
    assert opened(data).text.split("\n")[:7] == [
        "ab",
        "in the box",
        "one",
        "inner",
        "",
        "two",
        "sdt",
    ]


def test_no_phrase_is_found_from_one_paragraph_into_the_next() -> None:
    cells = TWO_CELLS.replace(">a<", ">husband or<").replace(">b<", ">wife forces<")
    document = opened(docx(p(r("husband or wife forces")) + cells))
    entry = Entry("husband or wife forces", ("partner forces",))
    found = detect(document.text, Knowledge((Glossary("mine", [entry]),)))
    assert [s.span.start for s in outside_skipped(found, document.skip)] == [0]


def test_parts_are_found_by_their_relation() -> None:
    parts = {kind: p(r(kind)) for kind in ("header", "footer")}
    parts |= {
        f"{kind}s": f'<w:{kind} w:id="2">{p(r(kind))}</w:{kind}>'
        for kind in ("footnote", "endnote")
    }
    assert opened(docx(p(r("body")), parts)).text.split("\n") == [
        "body",
        "footnote",
        "endnote",
        "header",
        "footer",
    ]


def test_special_characters_and_fields() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    runs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t xml:space='preserve'> c </w:t>"
        "<w:noBreakHyphen/><w:softHyphen/></w:r>"
    )
    tracked = (
        '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2">'
        + r("new")
        + "</w:ins>"
    )
    link = '<w:hyperlink r:id="rId9">' + r("link") + "</w:hyperlink>"
    stripped = "<w:r><w:t>\n  x\n  y </w:t></w:r>"
    text = opened(docx(p(runs, field, tracked, link, stripped))).text
    assert text == "a\tb\u2028 c \u2011\u00ad7newlinkx   y"


def test_what_is_not_shown_is_said() -> None:
    extra = "<w:r><w:drawing><a:blip/></w:drawing><w:sym/></w:r><m:oMath/><w:del><w:r/></w:del>"
    document = opened(
        docx(p(r("x"), extra), {"comments": "<w:comment w:id='1'/><w:comment w:id='2'/>"})
    )
    told = " ".join(document.notices)
    for said in ("pictures (1)", "symbols (1)", "equations (1)", "comments (2)", "deletions (1)"):
        assert said in told


def test_a_fix_goes_into_its_runs_and_nothing_else_changes(tmp_path: Path) -> None:
    data = docx(p(r("The bosom ", BOLD), r("peril", ITALIC), r(" of")) + p(r("Next")))
    after = saved(data, tmp_path, ("bosom peril", "breast cancer"))
    assert body(after) == p(r("The breast ", BOLD), r("cancer", ITALIC), r(" of")) + p(r("Next"))


def test_other_members_are_the_same_bytes(tmp_path: Path) -> None:
    data = docx(p(r("bosom peril")), {"header": p(r("head"))})
    after = saved(data, tmp_path, ("bosom peril", "breast cancer"))
    old, new = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(after))
    assert new.namelist() == old.namelist()
    assert new.comment == old.comment
    for before, now in zip(old.infolist(), new.infolist(), strict=True):
        if before.filename != "word/document.xml":
            raw = data[before.header_offset :][: 30 + len(before.filename) + before.compress_size]
            assert raw in after
            assert (before.CRC, before.date_time, before.comment) == (
                now.CRC,
                now.date_time,
                now.comment,
            )
        assert before.compress_type == now.compress_type


def test_no_edit_no_change(tmp_path: Path) -> None:
    data = docx(p(r("bosom peril")))
    assert saved(data, tmp_path) == data


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("before", "change"),
    [
        (
            p(r("One. Two.", BOLD), properties='<w:pPr><w:jc w:val="left"/></w:pPr>'),
            ("One. ", "One.\n"),
        ),
        (p(r("a b c")), ("a b c", "a\nb\nc")),
        (p(r("One.")) + p(r("Two.")), (".\nTwo", ", Two")),
        (p(r("One.")) + "<w:p/>" + p(r("Two.")), ("One.\n\nTwo.", "One.\nTwo.")),
        (p(r("One.")) + p() + p(r("Two.")), ("One.\n\nTwo.", "One. Two.")),
        ("<w:p/>" + p(r("Two.")), ("\nTwo", "New\nTwo")),
        (
            p(r("One.")) + p(properties="<w:pPr/>") + "<w:bookmarkStart/>" + p(r("x")),
            ("One.\n\nx", "One.\nx"),
        ),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), ("a\tb", "a b\u2028c\td")),
        (p("<w:r><w:t>a</w:t><w:tab/></w:r>", r("b")), ("a\tb", "")),
        (p("<w:hyperlink>" + r("bosom peril") + "</w:hyperlink>"), ("bosom", "breast")),
        (p('<w:ins w:id="4" w:author="A">' + r("bosom peril") + "</w:ins>"), ("bosom", "breast")),
        ("<w:p/>", ("", "a\nb\nc")),
        (p() + p(r("x")), ("\nx", "\na\n\nbx")),
        (p(r("a")) + p(r("b")) + p(r("c")), ("a\nb\nc", "x\ny\nz")),
        (p(r("fish &amp; &lt;chips&gt;")), ("& <chips>", '& <"crisps">')),
    ],
)
def test_edits_of_every_kind(
    before: str, change: tuple[str, str], tracked: bool, tmp_path: Path
) -> None:
    data = saved(docx(before), tmp_path, change, tracked=tracked)
    document = python_docx.Document(io.BytesIO(data))
    kept = "".join(node.text or "" for node in document.element.body.iter(qn("w:t")))
    assert kept == re.sub(r"[\n\t\u2028]", "", opened(data).text)


@pytest.mark.parametrize(
    ("before", "change", "said"),
    [
        (TWO_CELLS, ("a\nb", "ab"), "joined"),
        (p("<w:hyperlink>" + r("a b") + "</w:hyperlink>"), ("a b", "a\nb"), "split"),
        (p(r("a")), ("a", "a\x01"), "U[+]0001"),
        (p(r("a")) + "<w:tbl/>" + p(r("b")), ("a\nb", "ab"), "joined"),
        (
            p(r("a"), properties="<w:pPr><w:sectPr/></w:pPr>") + p(r("b")),
            ("a\nb", "ab"),
            "sections",
        ),
    ],
)
def test_what_does_not_fit_is_refused_before_writing(
    before: str, change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match=said):
        saved(docx(before), tmp_path, change)
    assert not list(tmp_path.glob("out*"))


def test_overlapping_edits_are_a_mistake_of_the_caller(tmp_path: Path) -> None:
    document = opened(docx(p(r("a b c"))))
    with pytest.raises(ValueError, match="overlaps"):
        formats.write(tmp_path / "o.docx", document, [Edit(Span(0, 3), "x"), Edit(Span(2, 5), "y")])


def test_a_text_box_is_corrected_for_old_programs_too(tmp_path: Path) -> None:
    box = "<w:txbxContent>" + p(r("bosom "), r("peril")) + "</w:txbxContent>"
    joined = "<w:txbxContent>" + p(r("bosom peril")) + "</w:txbxContent>"
    before = p(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>"
        + box
        + "</wps:txbx></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>"
        + joined
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    after = body(saved(docx(before), tmp_path, ("bosom peril", "breast cancer")))
    assert "breast cancer" in after.partition("mc:Fallback")[2]
    assert "peril" not in after


def test_a_file_of_python_docx(tmp_path: Path) -> None:
    made = python_docx.Document()
    made.add_heading("Profound learning", 1)
    paragraph = made.add_paragraph("It is a ")
    paragraph.add_run("bosom").bold = True
    paragraph.add_run(" peril.")
    made.add_table(1, 1).cell(0, 0).text = "colossal information"
    made.sections[0].header.paragraphs[0].text = "Header with profound learning"
    out = io.BytesIO()
    made.save(out)
    data = saved(
        out.getvalue(),
        tmp_path,
        ("bosom peril", "breast cancer"),
        ("colossal information", "big data"),
        ("with profound", "with deep"),
    )
    again = python_docx.Document(io.BytesIO(data))
    assert [(run.text, run.bold) for run in again.paragraphs[1].runs] == [
        ("It is a ", None),
        ("breast", True),
        (" cancer.", None),
    ]
    assert again.tables[0].cell(0, 0).text == "big data"
    assert again.sections[0].header.paragraphs[0].text == "Header with deep learning"


RUNS = st.lists(
    st.sampled_from(
        [
            r("bosom "),
            r("peril", BOLD),
            r(" of", ITALIC),
            "<w:r><w:tab/><w:t>x</w:t><w:br/></w:r>",
            "<w:hyperlink>" + r("link here") + "</w:hyperlink>",
            "<w:r><w:t/></w:r>",
            "<w:bookmarkStart/>",
            "<w:ins w:id='9' w:author='B'>" + r("in ", BOLD) + "</w:ins>",
            "<w:r/>",
            r("&lt;a&amp;b&gt; "),
            "<w:del w:id='8'><w:r><w:delText>gone</w:delText></w:r></w:del>",
            "<w:r><w:t>s  </w:t><w:drawing/><w:t xml:space='preserve'> t</w:t></w:r>",
        ]
    ),
    max_size=6,
)
BODY = st.lists(RUNS.map(lambda runs: p(*runs)), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(made=BODY, data=st.data(), tracked=st.booleans(), comments=st.booleans())
def test_edited_text_comes_back(
    made: list[str],
    data: st.DataObject,
    tracked: bool,
    comments: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    source = docx("".join(made))
    document = opened(source)
    edits: list[Edit] = []
    at = 0
    while at < len(document.text) and len(edits) < 4:
        start = data.draw(st.integers(at, len(document.text)))
        stop = document.text.find("\n", start)
        end = data.draw(
            st.integers(start, min(start + 9, stop if stop >= 0 else len(document.text)))
        )
        edits.append(
            Edit(Span(start, end), data.draw(st.text("ab <&\t\u2028é😀", max_size=6)), "why")
        )
        at = end + 1
    target = tmp_path_factory.getbasetemp() / "random.docx"
    formats.write(target, document, edits, tracked=tracked, comments=comments)
    after = target.read_bytes()
    assert opened(after).text == applied(document.text, edits)
    old, new = unzipped(source), unzipped(after)
    same = {"word/media/image1.png", "_rels/.rels"}
    assert all(old[name] == new[name] for name in same)
    gone = body(after).count("<w:drawing/>")
    assert gone == body(source).count("<w:drawing/>")


def test_the_origin_of_each_fix_is_a_comment(tmp_path: Path) -> None:
    old = {"comments": '<w:comment w:id="3" w:author="A">' + p(r("old one")) + "</w:comment>"}
    for more in ({}, old):
        document = opened(docx(p(r("bosom peril and colossal information")), more))
        edits = [
            edit(document.text, "bosom peril", "breast cancer", "known <phrase>"),
            edit(document.text, "colossal", "big", "a word that fits badly"),
        ]
        formats.write(tmp_path / "c.docx", document, edits, tracked=True, comments=True)
        written = python_docx.Document(str(tmp_path / "c.docx"))
        told = [(comment.author, comment.text) for comment in written.comments][len(more) :]
        assert told == [("unspin", "known <phrase>"), ("unspin", "a word that fits badly")]
        numbers = [comment.comment_id for comment in written.comments]
        assert len(set(numbers)) == len(numbers)


def test_tracked_changes_are_signed_and_minimal(tmp_path: Path) -> None:
    data = docx(p(r("The bosom", BOLD), r(" peril of it")))
    after = body(saved(data, tmp_path, ("bosom peril", "breast peril"), tracked=True))
    assert after.count("<w:del ") == after.count("<w:ins ") == 1
    assert "<w:rPr><w:b/></w:rPr><w:delText>bosom</w:delText></w:r></w:del>" in after
    assert "<w:rPr><w:b/></w:rPr><w:t>breast</w:t></w:r></w:ins>" in after
    assert after.count('w:author="unspin"') == 2
    assert r(" peril of it") in after


def test_what_the_document_cannot_hold_is_saved_as_plain_text(tmp_path: Path) -> None:
    cells = f"<w:tbl><w:tr><w:tc>{p(r('one'))}</w:tc><w:tc>{p(r('two'))}</w:tc></w:tr></w:tbl>"
    document = formats.from_bytes(Path("a.docx"), docx(cells))
    edits = [Edit(Span(0, 7), "one\u2028two \x01")]
    with pytest.raises(StoreError, match="plain text"):
        formats.write(tmp_path / "o.docx", document, edits)
    target = tmp_path / "o.txt"
    formats.refuse_misnamed(target, document)
    written = formats.write(target, document, edits, overwrite=False)
    assert target.read_text(encoding="utf-8") == written.text == "one\ntwo \x01"
    assert written.kind == "text"
    with pytest.raises(StoreError, match="exists"):
        formats.write(target, document, edits, overwrite=False)


INNER = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("around", ["{}", INNER, "<w:ins>{}</w:ins>", INNER.format(INNER)])
@pytest.mark.parametrize("tracked", [False, True])
def test_blocks_within_a_paragraph_are_not_joined(
    around: str, tmp_path: Path, *, tracked: bool
) -> None:
    inner = TWO_CELLS + p(r("one")) + p(r("two"))
    document = opened(docx(p(r("before"), around.format(inner), r("after")) + p(r("last"))))
    assert document.text == "beforeafter\na\nb\none\ntwo\nlast"
    places = [document.text.index(word) for word in ("one", "two")]
    edits = [Edit(Span(at, at + 3), new) for at, new in zip(places, ("1", "2"), strict=True)]
    made = formats.write(tmp_path / "o.docx", document, edits, tracked=tracked)
    assert made.text == "beforeafter\na\nb\n1\n2\nlast"
