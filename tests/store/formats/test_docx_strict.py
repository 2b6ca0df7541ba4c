"""Documents of the Strict edition of Office Open XML stay of that edition, whatever is added."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx_files import docx, p, r, unzipped, zipped

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit

OLDER = b"http://schemas.openxmlformats.org/"
STRICT = b"http://purl.oclc.org/ooxml/"
SAME = (OLDER + b"package/", OLDER + b"markup-compatibility/")
CHANGES = ("ins", "del", "delText", "comment", "commentReference")
COMMENT = '<w:comment w:id="3" w:author="A">' + p(r("old one")) + "</w:comment>"
NOTE = '<w:footnote w:id="1">' + p(r("a bosom note")) + "</w:footnote>"


def strict(data: bytes) -> bytes:
    def renamed(part: bytes) -> bytes:
        new = part.replace(OLDER, STRICT).replace(b"/2006/", b"/")
        for space in SAME:
            gone = space.replace(OLDER, STRICT)
            new = new.replace(gone, space + b"2006/")
        return new

    parts = unzipped(data).items()
    return zipped({n: renamed(part) if not n.endswith("png") else part for n, part in parts})


@pytest.mark.parametrize("more", [{}, {"comments": COMMENT}, {"footnotes": NOTE}])
@pytest.mark.parametrize("tracked", [False, True])
def test_what_is_added_is_strict(more: dict[str, str], tmp_path: Path, *, tracked: bool) -> None:
    data = strict(docx(p(r("bosom peril of it")) + p(r("two")), more))
    opened = formats.from_bytes(tmp_path / "a.docx", data)
    edits = [
        Edit(Span(place, place + 5), "breast", "known")
        for place in range(len(opened.text))
        if opened.text.startswith("bosom", place)
    ]
    edits.append(Edit(Span(at := opened.text.index("two"), at + 3), "2\n3", "so"))
    formats.write(tmp_path / "a.docx", opened, edits, tracked=tracked, comments=True)
    found = set[str]()
    for name, part in unzipped((tmp_path / "a.docx").read_bytes()).items():
        if name.endswith(("xml", "rels")):
            spaces = part.replace(SAME[0], b"").replace(SAME[1], b"")
            spaces = spaces.replace(b"application/vnd.openxmlformats", b"")
            assert OLDER not in spaces, name
            tags = [node.tag[1:].split("}") for node in ET.fromstring(part).iter()]
            own = {local for space, local in tags if space.startswith(STRICT.decode())}
            assert {local for _, local in tags if local in CHANGES} <= own
            found |= own
    wanted = set(CHANGES) if tracked else {"comment", "commentReference"}
    assert wanted <= found
    again = formats.read(tmp_path / "a.docx")
    assert again.text == opened.text.replace("bosom", "breast").replace("two", "2\n3")
