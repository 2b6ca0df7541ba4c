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
