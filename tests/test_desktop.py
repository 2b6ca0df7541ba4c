"""The desktop entry and metainfo name what the program is called elsewhere."""

import configparser
import re
import xml.etree.ElementTree as ET

import pytest

from unspin_gui import __version__, paths

FOLDER = paths.resources() / "desktop"
ID = next(FOLDER.glob("*.desktop")).stem


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(FOLDER / f"{ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_entry_starts_the_command_with_files(entry: configparser.SectionProxy) -> None:
    assert entry["Exec"] == "unspin-gui %F"
    assert entry["Icon"] == ID
    assert all(entry[key].endswith(";") for key in ("Categories", "MimeType", "Keywords"))
    assert "yaml" not in entry["MimeType"]


def test_the_program_names_the_same_desktop_file() -> None:
    source = (paths.resources().parent / "unspin_gui" / "app.py").read_text(encoding="utf-8")
    assert re.search(r'setDesktopFileName\("([^"]+)"\)', source)[1] == ID  # type: ignore[index]


def test_the_metainfo_names_id_entry_and_this_version() -> None:
    root = ET.parse(FOLDER / f"{ID}.metainfo.xml").getroot()
    assert root.findtext("id") == ID
    assert root.findtext("launchable") == f"{ID}.desktop"
    assert root.find("releases/release").attrib["version"] == __version__  # type: ignore[union-attr]
