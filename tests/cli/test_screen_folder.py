"""The command `screen` and what lies in its folder: nothing of anybody is lost by screening."""

import io
import json
from pathlib import Path

import pytest

from unspin_gui.__main__ import main

SPUN = "We study counterfeit consciousness, which is a way to think about machines."


def screen(*arguments: object, status: int = 0) -> None:
    command = ["screen", *map(str, arguments), "--depth", "known", "--workers", "1"]
    assert main([*command, "--glossary", "none"]) == status


def names_of(out: Path) -> list[str]:
    paths = sorted(out.glob("rows/*.jsonl"))
    lines = [line for path in paths for line in path.read_text().splitlines()]
    return [json.loads(line)["doc"] for line in lines]


@pytest.mark.parametrize(
    "name", ["documents.csv", "report.html", "candidates.yaml", "rows/part-000001.jsonl"]
)
def test_no_file_of_somebody_else_is_overwritten(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / name
    own.parent.mkdir(exist_ok=True)
    own.write_text("id,text\n1,My only copy.\n")
    (tmp_path / "a.txt").write_text(SPUN)
    screen(tmp_path / "a.txt", "--out", tmp_path, status=2)
    assert own.read_text() == "id,text\n1,My only copy.\n"
    assert own.name in capsys.readouterr().err


def test_texts_beside_the_results_are_screened_and_results_are_not(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(SPUN)
    for _ in range(2):
        screen(tmp_path, "--out", tmp_path)
        assert names_of(tmp_path) == [str(tmp_path / "texts" / "a.txt")]


def test_a_dry_run_counts_what_lies_in_this_folder_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(SPUN)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SPUN.encode())))
    screen(".", "-", "--dry-run")
    assert "2 files, 2 documents" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_another_standard_input_never_replaces_the_one_that_was_screened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = b'{"id": "a", "text": "One."}\n', b'{"id": "b", "text": "Two."}\n'
    kept = tmp_path / "o" / "input" / "stdin.jsonl"
    for data, more, status, left in (
        (first, (), 0, first),
        (other, (), 2, first),
        (first, (), 0, first),
        (other, ("--restart",), 0, other),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        screen("-", "--out", tmp_path / "o", *more, status=status)
        assert kept.read_bytes() == left
        assert [path.name for path in kept.parent.iterdir()] == ["stdin.jsonl"]


def test_candidates_that_somebody_looks_through_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SPUN)
    out = tmp_path / "o"
    for _ in range(2):
        screen(tmp_path / "a.txt", "--out", out)
    assert not (out / "candidates.new.yaml").exists()
    mine = (out / "candidates.yaml").read_text() + "- spun: a\n  fix: b\n"
    (out / "candidates.yaml").write_text(mine)
    screen(tmp_path / "a.txt", "--out", out)
    assert (out / "candidates.yaml").read_text() == mine
    assert (out / "candidates.new.yaml").exists()


def test_records_without_a_text_have_rows_that_say_so(tmp_path: Path) -> None:
    records = [{"id": "a", "title": "none"}, {"id": "b", "text": SPUN}]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "a.jsonl").write_text('{"z": ' + "[" * 100_000 + "\n" + lines)
    (tmp_path / "b.csv").write_text("number,size\n1,2\n")
    screen(tmp_path, "--out", tmp_path / "o")
    assert sorted(names_of(tmp_path / "o")) == [
        f"{tmp_path / 'a.jsonl'}#1", f"{tmp_path / 'b.csv'}#1", "a", "b",
    ]  # fmt: skip
    screen(tmp_path / "b.csv", "--out", tmp_path / "p", status=2)
