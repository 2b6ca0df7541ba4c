"""A correction replaces the bytes of its own words: the rest of their node stays as written."""

from pathlib import Path

import pytest
from docx_files import docx, unzipped
from odt_files import odt

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit

TEXTS = [
    "A bosom peril.",
    "&quot;A&quot; bosom &#8217;s &#xe9; &gt; peril &amp;c.",
    "  A bosom\n  and a   peril ",
    "\tbosom",
    "a<!-- x -->b bosom",
    "é😀 bosom é bosom",
    "bosom",
    "x ]]&gt; bosom&#32;y",
]


def _fixed(name: str, data: bytes, tmp_path: Path, new: str, *, tracked: bool = False) -> str:
    opened = formats.from_bytes(Path(name), data)
    start = opened.text.index("bosom")
    formats.write(tmp_path / name, opened, [Edit(Span(start, start + 5), new)], tracked=tracked)
    member = "word/document.xml" if name.endswith("docx") else "content.xml"
    return unzipped((tmp_path / name).read_bytes())[member].decode("utf-8")


def _source(name: str, data: bytes) -> str:
    member = "word/document.xml" if name.endswith("docx") else "content.xml"
    return unzipped(data)[member].decode("utf-8")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("new", ["breast", "a & b", ""])
@pytest.mark.parametrize("space", ["", ' xml:space="preserve"'])
def test_in_a_word_file(text: str, new: str, space: str, tmp_path: Path) -> None:
    data = docx(f"<w:p><w:r><w:t{space}>{text}</w:t></w:r></w:p>")
    left = text.replace("bosom", "", 1)
    if "<!--" in text or (not new and (not left or (not space and left != left.strip()))):
        return  # there are several texts in the node, or blanks at its ends that would be lost
    wanted = _source("a.docx", data).replace("bosom", new.replace("&", "&amp;"), 1)
    assert _fixed("a.docx", data, tmp_path, new) == wanted


def test_what_stays_of_a_run_keeps_its_entities_when_changes_are_tracked(tmp_path: Path) -> None:
    data = docx("<w:p><w:r><w:t>&quot;A&quot; bosom &#8217;s</w:t></w:r></w:p>")
    after = _fixed("a.docx", data, tmp_path, "breast", tracked=True)
    assert '<w:t xml:space="preserve">&quot;A&quot; </w:t>' in after
    assert '<w:t xml:space="preserve"> &#8217;s</w:t>' in after


ODT_TEXTS = [
    *TEXTS,
    'a<text:s text:c="2"/> bosom  &#8217;s<text:s/>',
    "a <text:span> bosom</text:span> b",
]


@pytest.mark.parametrize("text", ODT_TEXTS)
@pytest.mark.parametrize("new", ["breast", "a & b"])
def test_in_an_odt_file(text: str, new: str, tmp_path: Path) -> None:
    data = odt(f"<text:p>{text}</text:p>")
    wanted = _source("a.odt", data).replace("bosom", new.replace("&", "&amp;"), 1)
    assert _fixed("a.odt", data, tmp_path, new) == wanted


def test_what_stays_of_an_odt_text_keeps_its_bytes_where_words_go_or_are_tracked(
    tmp_path: Path,
) -> None:
    upper, lower = "<text:p>\n &quot;A&quot;  a\n ", "&#8217;s <text:span> x&#32;y </text:span>"
    data = odt(f"{upper}bosom {lower}</text:p>")
    assert f"{upper}<text:s/>{lower}</text:p>" in _fixed("a.odt", data, tmp_path, "")
    after = _fixed("a.odt", data, tmp_path, "breast", tracked=True)
    assert f"{upper}<text:change" in after
    assert f"/> {lower}</text:p>" in after
