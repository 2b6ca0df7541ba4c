"""What programs work out anew: read, but neither judged nor turned into text."""

from pathlib import Path

import pytest
from docx_files import docx
from odt_files import odt

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened

_ODT = {
    name: f"<text:{name}>husband forces</text:{name}>"
    for name in [
        "bookmark-ref",
        "reference-ref",
        "sequence-ref",
        "note-ref",
        "sequence",
        "variable-set",
        "variable-get",
        "user-field-get",
        "placeholder",
        "conditional-text",
        "hidden-text",
        "date",
        "time",
        "title",
        "author-name",
        "database-display",
        "bibliography-mark",
        "page-number",
        "chapter",
        "expression",
    ]
} | {"meta-field": "<text:meta-field>husband <text:span>forces</text:span></text:meta-field>"}
_WRITTEN = ("HYPERLINK", "FORMTEXT")
_WORD = [
    "REF",
    "PAGEREF",
    "MERGEFIELD",
    "IF",
    "CITATION",
    "SEQ",
    "STYLEREF",
    "DATE",
    "TITLE",
    "AUTHOR",
    "TOC",
    "INDEX",
    "ADDIN",
    "NOTEREF",
    "DOCPROPERTY",
    "FORMULA",
    "BIBLIOGRAPHY",
]


def _run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def _text(text: str) -> str:
    return _run(f'<w:t xml:space="preserve">{text}</w:t>')


def _complex(instruction: str, result: str) -> str:
    kinds = [_run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    half = len(instruction) // 2
    told = _run(f"<w:instrText>{instruction[:half]}</w:instrText>")
    told += _run(f"<w:instrText>{instruction[half:]}</w:instrText>")
    return kinds[0] + told + kinds[1] + result + kinds[2]


def _simple(instruction: str, result: str) -> str:
    return f'<w:fldSimple w:instr="{instruction}">{result}</w:fldSimple>'


def _control(properties: str) -> str:
    inside = f"<w:sdtContent>{_text('husband forces')}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{inside}</w:sdt>"


def _in_word(field: str) -> bytes:
    return docx(f"<w:p>{_text('The husband forces ')}{field}{_text(' met.')}</w:p>")


_RESULT = _text("husband ") + _text("forces")
COMPUTED = {
    **{f"{name}.odt": odt(f"<text:p>The husband forces {xml} met.</text:p>")
       for name, xml in _ODT.items()},
    **{f"{name}.docx": _in_word(_complex(f" {name} x ", _RESULT)) for name in _WORD},
    **{f"{name}-simple.docx": _in_word(_simple(f"{name} x", _RESULT)) for name in _WORD},
    "link-in-toc.docx": _in_word(_complex(" TOC ", _complex(" HYPERLINK a ", _RESULT))),
    "bound.docx": _in_word(_control('<w:dataBinding w:xpath="/a"/>')),
    "placeholder.docx": _in_word(_control("<w:showingPlcHdr/>")),
    "dates.docx": _in_word(_control("<w:date/>")),
}  # fmt: skip
WRITTEN = {
    **{f"{name}.docx": _in_word(_complex(f" {name} x ", _RESULT)) for name in _WRITTEN},
    "control.docx": _in_word(_control("<w:text/>")),
    "link.odt": odt("<text:p>The husband forces <text:a>husband forces</text:a> met.</text:p>"),
}
TEXT = "The husband forces husband forces met."


def _opened(name: str, data: bytes) -> Opened:
    opened = formats.from_bytes(Path(name), data)
    assert opened.text == TEXT
    return opened


@pytest.mark.parametrize("name", COMPUTED)
def test_the_result_of_a_field_is_not_judged(name: str) -> None:
    opened = _opened(name, COMPUTED[name])
    skipped = {place for span in opened.skip for place in range(*span)}
    assert skipped == set(range(19, 33))


@pytest.mark.parametrize("name", WRITTEN)
def test_what_an_author_writes_into_a_field_is_judged(name: str, tmp_path: Path) -> None:
    opened = _opened(name, WRITTEN[name])
    assert opened.skip == ()
    edit = Edit(Span(19, 26), "partner", "why")
    saved = formats.write(tmp_path / name, opened, [edit], tracked=True, comments=True)
    assert saved.text == "The husband forces partner forces met."


@pytest.mark.parametrize("name", COMPUTED)
@pytest.mark.parametrize("tracked", [False, True])
def test_a_field_is_never_turned_into_text(name: str, tmp_path: Path, *, tracked: bool) -> None:
    opened = _opened(name, COMPUTED[name])
    with pytest.raises(StoreError, match="worked out by the document's program"):
        formats.write(tmp_path / name, opened, [Edit(Span(19, 26), "partner")], tracked=tracked)
    edits = [Edit(Span(4, 11), "partner", "why"), Edit(Span(33, 38), " gone.", "why")]
    saved = formats.write(tmp_path / name, opened, edits, tracked=tracked, comments=True)
    assert saved.text == "The partner forces husband forces gone."


def _marks(*kinds: str) -> list[str]:
    return [_run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in kinds]


_BEGIN, _RESULTS, _END = _marks("begin", "separate", "end")
_ASKS = _run("<w:instrText> REF x </w:instrText>")
_HEAD = f"<w:p>{_text('One ')}{_BEGIN}{_ASKS}"
_DAMAGED = {
    "no end": f"{_HEAD}{_RESULTS}{_text('two')}</w:p>",
    "no result and no end": f"{_HEAD}{_text('two')}</w:p>",
    "an end only within": f"{_HEAD}{_RESULTS}{_complex(' REF y ', _text('two'))}</w:p>",
    "an end in what is deleted": (
        f"{_HEAD}{_RESULTS}{_text('two')}<w:del>{_END}</w:del></w:p>"
    ),
    "an end in a text box": (
        f"{_HEAD}{_RESULTS}{_text('two')}<w:r><w:pict><w:txbxContent><w:p>{_END}</w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    ),
}  # fmt: skip
_AFTER = f"<w:p>{_text('Three husband forces.')}</w:p>"


@pytest.mark.parametrize("damage", _DAMAGED)
def test_a_field_without_end_hides_nothing_and_ends_with_its_paragraph(
    damage: str, tmp_path: Path
) -> None:
    opened = formats.from_bytes(Path("a.docx"), docx(_DAMAGED[damage] + _AFTER))
    lines = [line for line in opened.text.split("\n") if line]
    assert lines == ["One two", "Three husband forces."]
    skipped = [opened.text[slice(*span)] for span in opened.skip]
    assert [text for text in skipped if text.strip()] in (["two\n"], ["two\n\n"])
    start = opened.text.index("husband")
    saved = formats.write(tmp_path / "a.docx", opened, [Edit(Span(start, start + 7), "partner")])
    assert saved.text.split("\n")[-1] == "Three partner forces."


def test_a_field_may_end_in_a_later_paragraph() -> None:
    body = f"{_HEAD}{_RESULTS}{_text('two')}</w:p><w:p>{_text('three')}{_END}{_text(' four')}</w:p>"
    opened = formats.from_bytes(Path("a.docx"), docx(body))
    assert opened.text == "One two\nthree four"
    assert opened.skip == (Span(4, 13),)
