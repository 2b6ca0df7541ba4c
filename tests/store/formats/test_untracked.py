"""Where programs settle no tracked changes, corrections are made plainly, and that is told."""

from pathlib import Path

import pytest
from docx_files import docx, unzipped, zipped

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import NOT_TRACKED, Edit

RUN = "<w:r><w:t>A bosom peril.</w:t></w:r>"
PARAGRAPH = f"<w:p>{RUN}</w:p>"
CONTROL = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
DROP_CAP = '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>D</w:t></w:r></w:p>'
FRAME = f'<w:p><w:pPr><w:framePr w:w="900"/></w:pPr>{RUN}</w:p>'
NO_DROP = DROP_CAP.replace('drop"', 'none"')


@pytest.mark.parametrize(
    ("body", "tracked", "told"),
    [
        (PARAGRAPH + PARAGRAPH, [True, True], ""),
        (PARAGRAPH + f"<w:p>{CONTROL.format(RUN)}</w:p>", [True, False], "in content controls (1)"),
        (CONTROL.format(PARAGRAPH * 2) + PARAGRAPH, [False, False, True], "controls (2)"),
        (PARAGRAPH + DROP_CAP + PARAGRAPH * 2, [True, False, False], "or drop caps (2)"),
        (FRAME + PARAGRAPH * 2, [False, False, True], "in or after frames or drop caps (2)"),
        (NO_DROP + PARAGRAPH * 2, [False, True], "in or after frames or drop caps (1)"),
    ],
)
@pytest.mark.parametrize("comments", [False, True])
def test_it_is_plain_there_and_tracked_elsewhere(
    *, body: str, tracked: list[bool], told: str, comments: bool, tmp_path: Path
) -> None:
    opened = formats.from_bytes(Path("a.docx"), docx(body))
    places = [at for at in range(len(opened.text)) if opened.text.startswith("bosom", at)]
    edits = [Edit(Span(at, at + 5), "breast", "why") for at in places]
    target = tmp_path / "a.docx"
    made = formats.write(target, opened, edits, tracked=True, comments=comments)
    assert made.text == opened.text.replace("bosom", "breast")
    after = unzipped(target.read_bytes())["word/document.xml"].decode()
    pieces = after.split("breast")[:-1]
    assert ["<w:ins " in piece[-120:] for piece in pieces] == tracked
    assert after.count("<w:del ") == sum(tracked)
    assert after.count("<w:commentRangeEnd") == (sum(tracked) if comments else 0)
    notices = [notice for notice in made.notices if notice.startswith(NOT_TRACKED)]
    assert len(notices) == bool(told)
    assert told in "".join(notices)
    plain = formats.write(target, opened, edits)
    assert not any(notice.startswith(NOT_TRACKED) for notice in plain.notices)


SECTION = "<w:p><w:pPr><w:sectPr>{}</w:sectPr></w:pPr></w:p>"
HEADER = '<w:headerReference w:type="default" r:id="rId1"/>'
OTHERS = '<w:headerReference w:type="first" r:id="rId1"/>'


@pytest.mark.parametrize(
    ("first", "last", "is_tracked"),
    [
        ("", HEADER, True),
        (SECTION.format(HEADER), "", False),
        (SECTION.format(""), HEADER, True),
        (SECTION.format(HEADER), HEADER, True),
        (SECTION.format(HEADER), OTHERS, False),
        (SECTION.format(HEADER.replace("header", "footer")), HEADER, False),
        (SECTION.format(HEADER) + SECTION.format(HEADER), "", False),
    ],
)
def test_a_header_that_a_later_section_takes_over_is_corrected_plainly(
    *, first: str, last: str, is_tracked: bool, tmp_path: Path
) -> None:
    parts = unzipped(docx(first + PARAGRAPH, {"header": PARAGRAPH}))
    main = (
        parts["word/document.xml"].decode().replace("<w:sectPr/>", f"<w:sectPr>{last}</w:sectPr>")
    )
    parts["word/document.xml"] = main.encode()
    opened = formats.from_bytes(Path("a.docx"), zipped(parts))
    places = [at for at in range(len(opened.text)) if opened.text.startswith("bosom", at)]
    edits = [Edit(Span(at, at + 5), "breast") for at in places]
    made = formats.write(tmp_path / "a.docx", opened, edits, tracked=True)
    after = unzipped((tmp_path / "a.docx").read_bytes())
    assert len(places) == 2
    assert b"<w:ins " in after["word/document.xml"]
    assert (b"<w:ins " in after["word/header.xml"]) == is_tracked
    told = "in headers or footers that several sections share (1)" in "".join(made.notices)
    assert told == (not is_tracked)
