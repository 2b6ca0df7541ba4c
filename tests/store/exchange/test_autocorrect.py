"""Autocorrect lists are written as LibreOffice applies them, and read back as they were."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store import exchange
from unspin_gui.store.exchange import FORMATS, losses


def test_an_autocorrect_file_has_the_shape_that_libreoffice_applies() -> None:
    data = FORMATS["autocorrect"].write([Entry("7 <days>", ("a & b", "c"))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, content, manifest = archive.infolist()
        assert (first.filename, first.file_size, first.compress_type) == ("mimetype", 0, 0)
        assert (content.filename, manifest.filename) == (
            "DocumentList.xml",
            "META-INF/manifest.xml",
        )
        listed = ET.fromstring(archive.read(manifest))
        (block,) = ET.fromstring(archive.read(content))
    names = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
    paths = {one.get(names + "full-path"): one.get(names + "media-type") for one in listed}
    assert paths == {"/": "", "DocumentList.xml": "text/xml"}
    names = "{http://openoffice.org/2001/block-list}"
    assert block.attrib == {names + "abbreviated-name": "7 <days>", names + "name": "a & b"}


def test_libreoffices_own_list_is_read_without_its_patterns() -> None:
    shipped = Path("/usr/lib/libreoffice/share/autocorr/acor_en-US.dat")
    if not shipped.exists():
        pytest.skip("LibreOffice is not here")
    found = exchange.read(shipped)
    assert len(found.entries) > 1_000
    assert not any(".*" in entry.phrase for entry in found.entries)
    assert any(skip.text == ".*->.*" for skip in found.skipped)
    assert any(skip.text == "SentenceExceptList.xml" for skip in found.skipped)


def blocks(entries: list[Entry]) -> dict[str, str]:
    """What a written list replaces by what."""
    names = "{http://openoffice.org/2001/block-list}"
    with zipfile.ZipFile(io.BytesIO(FORMATS["autocorrect"].write(entries))) as archive:
        root = ET.fromstring(archive.read("DocumentList.xml"))
    return {b.attrib[names + "abbreviated-name"]: b.attrib[names + "name"] for b in root}


def test_phrases_are_written_as_libreoffice_looks_them_up() -> None:
    assert blocks([Entry('driver\'s "big" permit', ("driver's licence",))]) == {
        'driver\'s "big" permit': "driver's licence",
        "driver’s “big” permit": "driver's licence",
        'Driver\'s "big" permit': "Driver's licence",
        "Driver’s “big” permit": "Driver's licence",
    }
    assert blocks([Entry("big data", ("iPhone",))])["Big data"] == "iPhone"
    assert blocks([Entry("us", ("we",), case="exact")]) == {"us": "we"}
    assert blocks([Entry("7 days", ("week",))]) == {"7 days": "week"}


def test_what_a_glossary_says_itself_goes_before_a_twin() -> None:
    entries = [Entry("may", ("can",)), Entry("May", ("the month",))]
    assert blocks(entries) == {"may": "can", "May": "the month"}
    form = FORMATS["autocorrect"]
    assert set(form.read(Path("x.dat"), form.write(entries), None).entries) == set(entries)


@pytest.mark.parametrize(
    "phrase", ["e.g.", "huge!", "(sic)", "50 %", "so-", "peers’", "a  b", "so. it is so"]
)
def test_what_libreoffice_never_applies_is_told(phrase: str) -> None:
    (loss,) = losses([Entry(phrase, ("x",))], "autocorrect")
    assert loss.what[-1].startswith("LibreOffice never applies it")


@pytest.mark.parametrize(
    "phrase", ["7 days", "J. Smith", "U.S. of", "Mr. Smith", "½ cup", "cup ½", ".net core", "a/"]
)
def test_what_libreoffice_applies_is_not_told(phrase: str) -> None:
    assert losses([Entry(phrase, ("X",))], "autocorrect") == ()


def test_a_phrase_with_a_shorter_one_inside_is_told() -> None:
    entries = [
        Entry("climate change", ("warming",)),
        Entry("global climate change", ("x",)),
        Entry("climate change's end", ("x",)),
        Entry("climate changes", ("y",)),
    ]
    lost = losses(entries, "autocorrect")
    assert [loss.entry for loss in lost] == entries[1:3]
    assert {loss.what for loss in lost} == {
        ("LibreOffice replaces “climate change” inside it first",)
    }


def test_a_shorter_phrase_that_comes_to_the_same_is_not_told() -> None:
    entries = [Entry("calendar year", ("year",)), Entry("calendar year ago", ("year ago",))]
    assert losses(entries, "autocorrect") == ()


def test_a_phrase_without_a_spelling_of_its_own_at_a_start_is_told() -> None:
    entries = [Entry("7 days", ("week",)), Entry("9 euros", ("Euro",)), Entry("May", ("the may",))]
    lost = losses(entries, "autocorrect")
    assert [loss.entry for loss in lost] == [entries[0], entries[2]]
    assert {loss.what for loss in lost} == {
        ("LibreOffice does not capitalise it at the start of a sentence",)
    }


def test_what_happens_at_the_start_of_a_sentence_is_told() -> None:
    entries = [Entry("may", ("can",)), Entry("May", ("Spring",)), Entry("may day", ("feast",))]
    told = {loss.entry.phrase: loss.what[-1] for loss in losses(entries, "autocorrect")}
    assert told == {
        "may": "LibreOffice finds “May” with a different fix in this list",
        "may day": "LibreOffice replaces “may” inside it first",
    }


def test_that_a_list_replaces_libreoffices_own_is_told() -> None:
    assert "instead of its own" in FORMATS["autocorrect"].remark


def test_a_phrase_that_is_there_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "DocumentList.xml"
    name = 'xmlns:b="http://openoffice.org/2001/block-list"'
    rows = [("peril", "cancer"), ("peril", "risk"), (".*x", "y")]
    body = "".join(f'<b:block b:abbreviated-name="{a}" b:name="{b}"/>\n' for a, b in rows)
    path.write_text(f"<b:block-list {name}>\n{body}</b:block-list>")
    found = exchange.read(path)
    assert found.entries == (Entry("peril", ("cancer",)),)
    assert [skip.line for skip in found.skipped] == [3, 4]
