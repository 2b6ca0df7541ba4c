"""OpenDocument texts: spans and styles stay, everything else stays bit by bit."""

import io
import zipfile
from pathlib import Path

import odfdo
import pytest
from docx_files import unzipped
from hypothesis import given, settings
from hypothesis import strategies as st
from odt_files import MIME, bold, odt, p

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.edits import applied, ordered

NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>the note</text:p></text:note-body></text:note>"
)
FRAME = "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>"
CELL = "<table:table-cell>"
TWO_CELLS = (
    f"<table:table><table:table-row>{CELL}{p('a')}</table:table-cell>{CELL}{p('b')}"
    "</table:table-cell></table:table-row></table:table>"
)


def opened(data: bytes) -> Opened:
    return formats.from_bytes(Path("paper.odt"), data)


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new, "from the glossary")


def saved(data: bytes, folder: Path, *changes: tuple[str, str], **options: bool) -> bytes:
    document = opened(data)
    target = folder / "out.odt"
    edits = [edit(document.text, old, new) for old, new in changes]
    again = formats.write(target, document, edits, **options)  # type: ignore[arg-type]
    assert again.text == applied(document.text, ordered(document.text, edits))
    return target.read_bytes()


def body(data: bytes) -> str:
    content = unzipped(data)["content.xml"].decode()
    return content.partition("<office:text>")[2].partition("</office:text>")[0]


def test_all_kinds_of_places_are_read_in_order() -> None:
    data = odt(
        "<text:h>Title</text:h>"
        + p("a", NOTE, FRAME, "b")
        + f"<table:table><table:table-row>{CELL}{p('one')}</table:table-cell>{CELL}{p('two')}"
        "</table:table-cell></table:table-row></table:table>"
        + f"<text:list><text:list-item>{p('item')}</text:list-item></text:list>",
        header=p("head"),
    )
    shown = ["Title", "ab", "the note", "boxed", "one", "two", "item", "head"]
    assert opened(data).text.split("\n") == shown


def test_elements_of_other_programs_are_seen_through(tmp_path: Path) -> None:
    control = '<x:control xmlns:x="urn:org:example:names" x:on="1">bosom {}</x:control>'
    data = odt(p("a ", control.format(bold("peril")), " b"))
    assert opened(data).text == "a bosom peril b"
    after = saved(data, tmp_path, ("bosom peril", "breast cancer"), tracked=True, comments=True)
    assert opened(after).text == "a breast cancer b"
    assert body(saved(data, tmp_path, ("bosom peril", "breast cancer"))) == p(
        "a ", control.replace("bosom", "breast").format(bold("cancer")), " b"
    )


def test_blanks_are_read_as_the_format_has_them() -> None:
    parts = "\n  a <text:s text:c='2'/>b", bold("  c"), " <text:tab/> d<text:line-break/>e"
    assert opened(odt(p(*parts))).text == "a   b c \t d\u2028e"


def test_fields_links_and_tracked_changes() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    parts = "p. <text:page-number>7</text:page-number>", "<text:a>link</text:a>"
    comment = "<office:annotation><text:p>x</text:p></office:annotation>"
    mark = '<text:change text:change-id="c1"/>' + comment
    document = opened(odt(changes + p(*parts, mark)))
    assert document.text == "p. 7link"
    assert "comments (1)" in " ".join(document.notices)
    assert "deletions (1)" in " ".join(document.notices)


def test_a_fix_goes_into_its_span_and_nothing_else_changes(tmp_path: Path) -> None:
    data = odt(p("The bosom", bold("  peril "), " of", style="X") + p("Next &quot;one&quot;"))
    after = saved(data, tmp_path, ("bosom peril", "breast cancer"))
    assert body(after) == p("The breast", bold("  cancer "), " of", style="X") + p(
        "Next &quot;one&quot;"
    )


def test_other_members_are_the_same_bytes_and_the_type_is_first(tmp_path: Path) -> None:
    data = odt(p("bosom peril"), header=p("head"))
    after = saved(data, tmp_path, ("bosom peril", "breast cancer"))
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert after[38:].startswith(MIME)
    old, new = unzipped(data), unzipped(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == {"content.xml"}


def test_no_edit_no_change(tmp_path: Path) -> None:
    data = odt(p("bosom peril"))
    assert saved(data, tmp_path) == data


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("before", "change"),
    [
        (p(bold("One. Two."), style="X"), ("One. ", "One.\n")),
        (p("a b c"), ("a b c", "a\nb\nc")),
        (p("One.") + p("Two."), (".\nTwo", ", Two")),
        (p("One.") + "<text:p/>" + p("Two."), ("One.\n\nTwo.", "One.\nTwo.")),
        (p("One.") + p() + p(" Two."), ("One.\n\nTwo.", "One. Two.")),
        ("<text:p/>" + p("Two."), ("\nTwo", "New\nTwo")),
        (p("a<text:tab/>b"), ("a\tb", "a  b\u2028c\td ")),
        (p("a", "<text:s text:c='3'/>", "b"), ("a   b", "  a b")),
        (p("a ", bold(" b")), ("a b", "a")),
        (p("a ", bold("b"), " c"), ("b ", "")),
        (p("a ", bold(" b")), ("a ", "")),
        (p("<text:a>bosom peril</text:a>"), ("bosom", "breast")),
        ("<text:p/>", ("", "a\nb\nc")),
        (p() + p("x"), ("\nx", "\na\n\nbx")),
        (p("a") + p("b") + p("c"), ("a\nb\nc", "x\ny\nz")),
        (p("fish &amp; &lt;chips>"), ("& <chips>", '& <"crisps">')),
        (p("p. <text:page-number>7</text:page-number>."), ("p.", "page")),
        (p("x", NOTE, "y"), ("xy", "z")),
        (p("x", NOTE, "y"), ("the note", "a note")),
    ],
)
def test_edits_of_every_kind(
    before: str, change: tuple[str, str], *, tracked: bool, tmp_path: Path
) -> None:
    data = saved(odt(before), tmp_path, change, tracked=tracked, comments=tracked)
    assert odfdo.Document(io.BytesIO(data)).body.get_paragraphs()


@pytest.mark.parametrize(
    ("before", "change", "said"),
    [
        (TWO_CELLS, ("a\nb", "ab"), "joined"),
        (p("<text:meta>a b</text:meta>"), ("a b", "a\nb"), "split"),
        (p("a"), ("a", "\x02"), "U[+]0002"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_before_writing(
    before: str, change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match=said):
        saved(odt(before), tmp_path, change)
    assert not list(tmp_path.glob("out*"))


def test_tracked_changes_are_signed_and_minimal(tmp_path: Path) -> None:
    after = body(
        saved(
            odt(p("The bosom peril of it")), tmp_path, ("bosom peril", "breast peril"), tracked=True
        )
    )
    assert after.count("<dc:creator") == 2
    assert "unspin" in after
    shown = after.partition("</text:tracked-changes>")[2]
    assert shown.startswith('<text:p>The <text:change text:change-id="ctu1"/>')
    assert shown.endswith('breast<text:change-end text:change-id="ctu2"/> peril of it</text:p>')
    assert "<text:p>bosom</text:p>" in after


def test_a_file_of_odfdo(tmp_path: Path) -> None:
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Header(1, "Profound learning"))
    paragraph = odfdo.Paragraph("It is a bosom peril.  Really.")
    made.body.append(paragraph)
    path = tmp_path / "made.odt"
    made.save(path)
    data = saved(
        path.read_bytes(), tmp_path, ("bosom peril", "breast cancer"), ("Profound", "Deep")
    )
    texts = [node.inner_text for node in odfdo.Document(io.BytesIO(data)).body.children]
    assert [text.strip() for text in texts if text.strip()] == [
        "Deep learning",
        "It is a breast cancer.  Really.",
    ]


PARTS = st.lists(
    st.sampled_from(
        ["bosom ", " peril", bold("big "), bold(" b c"), "<text:s/>", "<text:s text:c='3'/>",
         "<text:tab/>", "<text:line-break/>", "<text:a>link</text:a>", " ", "\n  ", "&lt;a&amp;b ",
         "<text:bookmark/>", NOTE, FRAME, bold("")]
    ),
    max_size=6,
)  # fmt: skip
BODY = st.lists(PARTS.map(lambda parts: p(*parts)), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(made=BODY, data=st.data(), tracked=st.booleans(), comments=st.booleans())
def test_edited_text_comes_back(
    *, made: list[str], data: st.DataObject, tracked: bool, comments: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    source = odt("".join(made))
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
            Edit(Span(start, end), data.draw(st.text("ab  <&\t\u2028é😀", max_size=6)), "why")
        )
        at = end + 1
    target = tmp_path_factory.getbasetemp() / "random.odt"
    formats.write(target, document, edits, tracked=tracked, comments=comments)
    after = target.read_bytes()
    assert opened(after).text == applied(document.text, edits)
    old, new = unzipped(source), unzipped(after)
    assert {name for name in old if old[name] != new[name]} <= {"content.xml"}
    assert body(after).count("<draw:frame>") == body(source).count("<draw:frame>")


def test_the_origin_of_each_fix_is_a_comment(tmp_path: Path) -> None:
    data = odt(p("bosom peril"), header=p("bosom head"))
    saved(data, tmp_path, ("bosom peril", "breast cancer"), tracked=True, comments=True)
    notes = odfdo.Document(tmp_path / "out.odt").body.get_annotations()
    assert [(note.creator, note.note_body) for note in notes] == [("unspin", "from the glossary")]


HEADED = "<text:h text:style-name='H'>one</text:h>"


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("paragraphs", "old", "new"),
    [
        (HEADED + p("two"), "one\ntwo", "one two"),
        (p("one") + HEADED.replace("one", "two"), "one\ntwo", "one two"),
        (HEADED + p("two") + p("three"), "one\ntwo\nthree", "one, two, three"),
        (HEADED + "<text:p/>" + p("two"), "one\n\ntwo", "one, two"),
        ("<text:h/>" + p("two") + p("three"), "\ntwo", "two"),
        (HEADED + "<text:p/>", "one\n", "one"),
        ("<text:h/><text:p/>" + p("two"), "\n\ntwo", "two"),
    ],
)
def test_a_heading_and_a_paragraph_are_joined(
    tmp_path: Path, paragraphs: str, old: str, new: str, *, tracked: bool
) -> None:
    # What is written is parsed again and compared, so `saved` fails where tags do not pair.
    text = body(saved(odt(paragraphs), tmp_path, (old, new), tracked=tracked))
    assert (text.count("<text:change ") > 0) is tracked


@pytest.mark.parametrize("tracked", [False, True])
def test_two_prefixes_for_one_name_space(tmp_path: Path, *, tracked: bool) -> None:
    data = odt("<t2:p>a <text:span>rocket</text:span> hearth</t2:p>" + p("rocket"))
    content = unzipped(data)["content.xml"].decode()
    space = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    made = content.replace(f'xmlns:text="{space}"', f'xmlns:text="{space}" xmlns:t2="{space}"')
    members = {**unzipped(data), "content.xml": made.encode()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    changes = (("a rocket hearth", "a  fire\nplace"),)
    assert "<t2:p>" in body(saved(out.getvalue(), tmp_path, *changes, tracked=tracked))
