"""`fix --diff`: what it prints is a patch that makes of a text what `fix` would write."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from unspin_gui.__main__ import main

TEXTS = {
    "plain.txt": b"One.\nFor 7 days, \xe2\x80\x9cyes\xe2\x80\x9d.\nTwo.\n",
    "no end.txt": b"It took 7 days. No line feed: 7 days",
    "windows.txt": b"For 7 days.\r\nTwo.\r\nThe 7 days.\r\n",
    "mac.txt": b"For 7 days.\rTwo.\rThe 7 days.\r",
    "mixed.txt": b"For 7 days.\r\nTwo.\nThree.\rThe 7 days.\n\x0cPage.\x1c\xc2\x85\xe2\x80\xa8\n",
    "latin.txt": b"For 7 days, \xe9t\xe9, caf\xe9 and cr\xe8me.\n",
    "bom.txt": b"\xef\xbb\xbfFor 7 days.\n",
    "page.html": b"<!DOCTYPE html>\n<p title=x>For 7&nbsp;days &amp; <b>7</b>\n days</p>\n",
    "note.md": b"# 7 days\n\n`7 days` for 7 days.\n",
    "deep/er/one two.txt": b"For 7 days.\n",
    "umlaut \xc3\xbc.txt": b"For 7 days.\n",
    'a "quoted\\ name\t.txt': b"For 7 days.\n",
    "-dash.txt": b"For 7 days.\n",
    "clean.txt": b"Nothing in it.\n",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, data in TEXTS.items():
        path = tmp_path / "work" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "own.yaml").write_text("- spun: 7 days\n  fix: week\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    "program", [["git", "apply", "-"], ["patch", "-p1", "--binary", "--posix"], ["patch", "-p1"]]
)
@pytest.mark.parametrize("whole_paths", [False, True])
def test_the_patch_makes_what_fix_would_write(
    here: Path, capfdbinary: pytest.CaptureFixture[bytes], program: list[str], *, whole_paths: bool
) -> None:
    if shutil.which(program[0]) is None:
        pytest.skip(f"no {program[0]} is installed")
    flags = ["--glossary", str(here.parent / "own.yaml"), "--sources", "mine"]
    before = contents(here)
    for name in TEXTS:
        told = str(here / name) if whole_paths else os.path.join(".", name)  # noqa: PTH118
        assert main(["fix", told, *flags, "--diff"]) == 0
        assert contents(here) == before
        patch = capfdbinary.readouterr().out
        assert main(["fix", told, *flags, "--output", str(here.parent / "new")]) == 0
        capfdbinary.readouterr()
        wanted = next((here.parent / "new").iterdir())
        assert bool(patch) == (wanted.read_bytes() != before[name])
        if patch:
            subprocess.run(program, input=patch, cwd=here, check=True, capture_output=True)
        assert (here / name).read_bytes() == wanted.read_bytes(), name
        shutil.rmtree(here.parent / "new")
        (here / name).write_bytes(before[name])
        for left in here.rglob("*.orig"):
            left.unlink()


def test_a_folder_is_one_patch(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    flags = ["--glossary", str(here.parent / "own.yaml"), "--sources", "mine", "--diff"]
    assert main(["fix", ".", *flags]) == 0
    patch = capfdbinary.readouterr().out
    subprocess.run(["git", "apply", "-"], input=patch, cwd=here, check=True)
    assert not [name for name, data in contents(here).items() if b"For 7 days" in data]


@pytest.mark.parametrize("mark", ["", "# "])
def test_a_zipped_document_is_shown_as_its_text(
    mark: str, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: not mark)
    letter = Document()
    letter.add_paragraph("For 7 days.")
    letter.save(str(here / "letter.docx"))
    (here / "wide.txt").write_bytes("For 7 days.\n".encode("utf-16"))
    flags = ["--glossary", str(here.parent / "own.yaml"), "--sources", "mine", "--diff"]
    assert main(["fix", "letter.docx", "wide.txt", *flags]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [f"{mark}--- letter.docx", f"{mark}+++ letter.corrected.docx"]
    assert lines.count(f"{mark}-For 7 days.") == lines.count(f"{mark}+For week.") == 2


@pytest.mark.parametrize("command", [["git", "apply"], ["patch", "-p1", "--binary", "-f"]])
def test_what_no_program_can_apply_spoils_no_patch(
    command: list[str], here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    for name in ("1.txt", "3.txt"):
        (here / name).write_bytes(b"For 7 days.\n")
    (here / "2.txt").write_bytes("For 7 days.\n".encode("utf-16"))
    flags = ["--glossary", str(here.parent / "own.yaml"), "--sources", "mine", "--diff"]
    assert main(["fix", "1.txt", "2.txt", "3.txt", *flags]) == 0
    patch = capfdbinary.readouterr().out
    assert b"# -For 7 days." in patch
    subprocess.run(command, input=patch, cwd=here, check=True)
    assert (here / "1.txt").read_bytes() == (here / "3.txt").read_bytes() == b"For week.\n"


def test_a_terminal_is_shown_no_control_characters(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "odd.txt").write_bytes(b"For 7 days \x1b[31m, \xe9t\xe9, caf\xe9 and cr\xe8me.\n")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    flags = ["--glossary", str(here.parent / "own.yaml"), "--sources", "mine", "--diff"]
    assert main(["fix", "odd.txt", *flags]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "été, café and crème" in shown
