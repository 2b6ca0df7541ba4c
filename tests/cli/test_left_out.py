"""What a format cannot hold is left out by `fix` and told; the other corrections are made."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from unspin_gui.__main__ import main
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit

CUES = """1
00:00:01,000 --> 00:00:02,000
A bosom peril.

2
00:00:03,000 --> 00:00:04,000
high noon

3
00:00:05,000 --> 00:00:06,000
Bosom peril at high noon.
"""
TIME = "12:00 --> 12:01"
"""A line that is only this would begin a cue."""


@pytest.fixture
def glossary(tmp_path: Path) -> str:
    path = tmp_path / "own.yaml"
    pairs = {"bosom peril": "breast cancer", "high noon": TIME}
    entries = (f'- spun: "{spun}"\n  fix: "{fix}"\n' for spun, fix in pairs.items())
    path.write_text("# unspin glossary 1\n" + "".join(entries), encoding="utf-8")
    return str(path)


def fix(path: Path, glossary: str) -> int:
    return main(["fix", str(path), "--glossary", glossary, "--sources", "mine"])


def test_the_others_are_made(
    tmp_path: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "a.srt"
    source.write_text(CUES, encoding="utf-8")
    assert fix(source, glossary) == 2
    made = (tmp_path / "a.corrected.srt").read_text(encoding="utf-8")
    wanted = CUES.replace("bosom peril", "breast cancer").replace("Bosom peril", "Breast cancer")
    assert made == wanted.replace("at high noon", f"at {TIME}")
    said = capsys.readouterr()
    assert "(3 changes)" in said.out
    assert f"a.srt:2: left out, since it cannot be made: “high noon” → “{TIME}”" in said.err


def test_nothing_is_written_where_nothing_fits(
    tmp_path: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "a.srt"
    source.write_text(CUES.partition("3\n")[0].replace("A bosom peril", "One"), encoding="utf-8")
    assert fix(source, glossary) == 2
    assert "“high noon” cannot be made in this subtitle file" in capsys.readouterr().err
    assert not (tmp_path / "a.corrected.srt").exists()


def test_a_phrase_that_two_cues_divide_is_corrected_in_both(tmp_path: Path, glossary: str) -> None:
    source = tmp_path / "a.srt"
    text = CUES.partition("2\n")[0].replace("A bosom peril.", "A bosom")
    text += "2\n00:00:02,000 --> 00:00:03,000\nperil of hers.\n"
    source.write_text(text, encoding="utf-8")
    assert fix(source, glossary) == 0
    made = (tmp_path / "a.corrected.srt").read_text(encoding="utf-8")
    assert made == text.replace("bosom", "breast").replace("peril", "cancer")


def test_all_chapters_of_a_book_leave_out_what_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary = tmp_path / "own.yaml"
    glossary.write_text('- spun: "bosom peril"\n  fix: "breast cancer"\n', encoding="utf-8")
    source, told = tmp_path / "a.txt", list[int]()
    source.write_text("A bosom peril.\n\nBosom peril.\n\nOne bosom peril.\n", encoding="utf-8")
    write = formats.write

    def refusing(
        path: Path, file: formats.Opened, edits: Sequence[Edit], **more: bool
    ) -> formats.Opened:
        told.append(len(edits))
        if len(edits) > 1:  # as if each stood in a chapter of its own
            raise formats.MisfitError(path, "no", (edits[0].span,))
        return write(path, file, edits, **more)

    monkeypatch.setattr(formats, "write", refusing)
    assert fix(source, str(glossary)) == 2
    assert told == [3, 2, 1]
    made = (tmp_path / "a.corrected.txt").read_text(encoding="utf-8")
    assert made == "A bosom peril.\n\nBosom peril.\n\nOne breast cancer.\n"
    assert capsys.readouterr().err.count("left out") == 2
