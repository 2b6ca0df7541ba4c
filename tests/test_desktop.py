"""Desktops and shells: their files name what the program is called, and get where they belong."""

import argparse
import configparser
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from unspin_gui import __version__, paths
from unspin_gui.__main__ import add_options, main
from unspin_gui.cli import desktop_menu
from unspin_gui.cli.main import make_parser

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


def test_the_entry_and_the_metainfo_name_the_same_kinds_of_files(
    entry: configparser.SectionProxy,
) -> None:
    listed = set(entry["MimeType"].split(";")) - {""}
    root = ET.parse(FOLDER / f"{ID}.metainfo.xml").getroot()
    assert listed == {kind.text for kind in root.iter("mediatype")}
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert {word, "application/vnd.oasis.opendocument.text", "text/html"} < listed
    own = ET.parse(FOLDER / f"{ID}.xml").getroot()[0].attrib["type"]
    assert own in listed


def checked(*command: str | Path) -> str:
    """What a checking program says of a good file; nothing where it is not installed."""
    if shutil.which(str(command[0])) is None:
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_desktops_own_programs_find_no_fault() -> None:
    assert checked("desktop-file-validate", FOLDER / f"{ID}.desktop") == ""
    assert checked("appstreamcli", "validate", "--no-net", FOLDER / f"{ID}.metainfo.xml") == ""


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="their menus are made otherwise")
@pytest.mark.parametrize("folder", ["bin", 'a 50% $odd `\\" place'])
def test_the_menu_starts_this_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    command, home = tmp_path / folder / "unspin-gui", tmp_path / "share"
    command.parent.mkdir()
    command.touch(mode=0o755)
    monkeypatch.setattr(sys, "argv", [str(command)])
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    assert main(["--install-desktop"]) == 0
    assert main(["--install-desktop"]) == 0  # again, after an update
    written = home / "applications" / f"{ID}.desktop"
    assert checked("desktop-file-validate", written) == ""
    (line,) = re.findall(r"(?m)^Exec=(.*)$", written.read_text(encoding="utf-8"))
    words = line.replace("\\\\", "\\").replace("%%", "%")  # then quoted as for a shell
    told = subprocess.run(["sh", "-c", f"printf '%s|' {words}"], capture_output=True, check=True)
    started = told.stdout.decode().split("|")[:-1]
    assert started == [str(command), "%F"]
    files = [path for path in home.rglob(f"{ID}.*") if path.is_file()]
    assert {path.relative_to(home).parts[0] for path in files} == {
        *("applications", "icons", "metainfo", "mime")
    }
    assert main(["--remove-desktop"]) == 0
    assert main(["--remove-desktop"]) == 0  # nothing is there any more
    assert list(home.rglob("*")) == []


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="their menus are made otherwise")
@pytest.mark.parametrize(
    ("other", "cache"),
    [
        ("applications/other.desktop", "applications/mimeinfo.cache"),
        ("mime/packages/other.xml", "mime/globs2"),
        ("icons/hicolor/scalable/apps/other.svg", None),
        ("icons/hicolor/index.theme", None),
        ("metainfo/other.metainfo.xml", None),
    ],
)
def test_leaving_the_menu_takes_nothing_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str, cache: str | None
) -> None:
    kept = [tmp_path / name for name in (other, cache) if name]
    for path in kept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((FOLDER / f"{ID}.xml").read_bytes())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))  # nothing that makes caches
    assert main(["--install-desktop"]) == 0
    assert main(["--remove-desktop"]) == 0
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(kept)


def test_a_menu_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "share").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert desktop_menu.run() == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_relative_data_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", "share")
    assert main(["--install-desktop"]) == 0
    assert not (tmp_path / "share").exists()
    assert (tmp_path / "home/.local/share/applications" / f"{ID}.desktop").is_file()


@pytest.mark.parametrize("option", ["--install-desktop", "--remove-desktop"])
def test_nobody_reading_what_the_menu_got_is_no_crash(tmp_path: Path, option: str) -> None:
    place = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "unspin_gui"]
    if option == "--remove-desktop":
        subprocess.run([*command, "--install-desktop"], env=place, check=True, capture_output=True)
    read_end, write_end = os.pipe()
    os.close(read_end)
    run = subprocess.run(
        [*command, option], env=place, stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert (run.returncode, run.stderr) == (2, b"")


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The parsers of all commands by what is typed before their options."""
    parser = make_parser()
    add_options(parser)
    every, left = {}, {"unspin-gui": parser}
    while left:
        name, each = left.popitem()
        every[name] = each
        for action in each._actions:
            below = getattr(action, "_name_parser_map", {})
            left |= {f"{name} {command}": found for command, found in below.items()}
    return every


def test_every_option_is_told_in_one_sentence_with_its_default() -> None:
    acts = {"--help", "--version", "--install-desktop", "--remove-desktop"}  # alone, and then end
    for name, parser in parsers().items():
        for action in parser._actions:
            options = action.option_strings
            if action.help is argparse.SUPPRESS or hasattr(action, "_name_parser_map"):
                continue
            assert action.help, (name, action.dest)
            assert not action.help.rstrip(")").endswith("."), (name, options)
            if options and not acts & {*options} and not action.required:
                assert "(default: " in action.help, (name, options)


def test_every_command_tells_its_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    for name in parsers():
        with pytest.raises(SystemExit):
            main([*name.split()[1:], "--help"])
        assert "Exit status: 0 " in " ".join(capsys.readouterr().out.split()), name


def test_manual_page_and_completions_know_every_option() -> None:
    actions = [action for parser in parsers().values() for action in parser._actions]
    options = {name for action in actions for name in action.option_strings}
    assert {"--install-desktop", "--exclude", "--min-confidence", "--diff"} < options
    for name in ("unspin-gui.1", "unspin-gui.bash", "unspin-gui.zsh", "unspin-gui.fish"):
        text = (FOLDER.parent / "shell" / name).read_text(encoding="utf-8").replace("\\-", "-")
        lacking = {option for option in options - {"--help"} if option.lstrip("-") not in text}
        assert not lacking, f"{name} is not current: python tools/shell_files.py"
