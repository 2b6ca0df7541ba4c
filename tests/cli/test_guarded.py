"""What ends a command in a way that nobody foresaw is one line that names the right thing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from unspin_gui.cli.main import guarded, run


def test_a_file_that_fails_is_not_taken_for_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    def act() -> int:
        raise PermissionError(13, "Permission denied", "some/where.txt")

    assert guarded(act) == 2
    print("still printed")
    shown = capsys.readouterr()
    assert shown.err == "unspin-gui: some/where.txt: Permission denied\n"
    assert shown.out == "still printed\n"


@pytest.mark.parametrize("asked", [["--help"], ["check", "--help"], ["check", "--no-such"]])
def test_help_is_as_wide_as_the_terminal(
    asked: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    heights = []
    for columns in ("40", "80", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        with pytest.raises(SystemExit):
            run(asked)
        shown = capsys.readouterr()
        heights.append((shown.out or shown.err).count("\n"))
    assert heights[0] > heights[1] >= heights[2]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_full_disk_is_told(tmp_path: Path, command: str) -> None:
    own, text = tmp_path / "own.yaml", tmp_path / "a.txt"
    own.write_text("- spun: 7 days\n  fix: week\n", encoding="utf-8")
    text.write_text("For 7 days.\n", encoding="utf-8")
    more = ["--diff"] if command == "fix" else []
    flags = [command, str(text), "--glossary", str(own), "--sources", "mine", *more]
    place = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "unspin_gui", *flags],
            stdout=full,
            stderr=subprocess.PIPE,
            env=place,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"unspin-gui: could not write the results: ")
    assert done.stderr.count(b"\n") == 1
