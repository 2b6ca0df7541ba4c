"""The command `screen --deep`: what is read in full is read twice, and nothing else."""

import json
from pathlib import Path

import pytest
from same_process import SameProcess
from tiny_gguf import write_tiny

from unspin_gui.application import second_reader
from unspin_gui.application.screening import local_runner, screener
from unspin_gui.application.screening.options import ScreenOptions
from unspin_gui.cli.main import run
from unspin_gui.core.errors import StoreError
from unspin_gui.language.neural import self_check
from unspin_gui.paths import resources, user_paths

SAMPLE = (resources() / "samples" / "sample.txt").read_text(encoding="utf-8")
HONEST = (
    "The committee met on Tuesday to talk about the new road. Most of its members said that the "
    "old one was too narrow for the buses that bring children to school, and that nobody had "
    "complained about the noise so far. They will decide next month, when the costs are known.\n"
)


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model that knows no English, but is believed."""
    monkeypatch.setattr(self_check, "PLAUSIBLE", -1e9)
    monkeypatch.setattr(local_runner, "LocalRunner", SameProcess)
    return write_tiny(tmp_path / "tiny.gguf")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A spun text, and an honest one that is not read in full."""
    path = tmp_path / "corpus"
    path.mkdir()
    (path / "honest.txt").write_text(HONEST, encoding="utf-8")
    (path / "spun.txt").write_text(SAMPLE, encoding="utf-8")
    return path


def rows(out: Path) -> list[dict[str, object]]:
    """The rows in a folder, without what tells screenings apart."""
    lines = (out / "rows" / "part-000001.jsonl").read_text(encoding="utf-8").splitlines()
    return [{**json.loads(line), "run": ""} for line in lines]


def test_what_is_read_in_full_is_read_twice_and_nothing_else(
    tiny: Path, corpus: Path, tmp_path: Path
) -> None:
    second_reader.use(tiny, user_paths())
    assert run(["screen", str(corpus), "--out", str(tmp_path / "once")]) == 0
    assert run(["screen", str(corpus), "--out", str(tmp_path / "twice"), "--deep"]) == 0
    (honest, spun), (honest_again, spun_again) = rows(tmp_path / "once"), rows(tmp_path / "twice")
    assert (honest["stage"], spun["stage"]) == ("sketch", "full")
    assert honest_again == honest
    assert spun_again["stage"] == "full"
    assert spun_again["hits"] != spun["hits"]


def test_weighing_does_not_read_twice(
    tiny: Path, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set[tuple[str, bool]]()
    judged = screener.Screener._judged

    def noted(self: screener.Screener, document: object, knowledge: object, stage: str) -> object:
        seen.add((stage, knowledge.second is not None))  # type: ignore[attr-defined]
        return judged(self, document, knowledge, stage)  # type: ignore[arg-type]

    monkeypatch.setattr(screener.Screener, "_judged", noted)
    assert run(["screen", str(corpus), "--out", str(tmp_path / "o"), "--model", str(tiny)]) == 0
    assert seen == {("sketch", False), ("weighed", False), ("full", True)}


def test_the_model_is_one_of_the_options_that_rows_depend_on(
    tiny: Path, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["screen", str(corpus), "--out", str(tmp_path / "o")]
    assert run([*command, "--model", str(tiny)]) == 0
    kept = json.loads((tmp_path / "o" / "manifest.json").read_text(encoding="utf-8"))["options"]
    assert kept["model"] == str(tiny)
    before = rows(tmp_path / "o")
    assert run(command) == 2
    assert f"model was {str(tiny)!r}" in capsys.readouterr().err
    write_tiny(tiny, seed=1)
    assert run([*command, "--model", str(tiny)]) == 2
    assert "the language model has changed" in capsys.readouterr().err
    assert rows(tmp_path / "o") == before


def test_it_does_not_start_without_a_model(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["screen", str(corpus), "--out", str(tmp_path / "o")]
    assert run([*command, "--deep"]) == 2
    assert capsys.readouterr().err == f"unspin-gui: {second_reader.MISSING}\n"
    assert run([*command, "--model", str(corpus / "spun.txt")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "not in GGUF format" in told
    assert run([*command, "--deep", "--depth", "known"]) == 2
    assert "--depth known" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_a_worker_with_another_model_does_not_start(tiny: Path) -> None:
    options = ScreenOptions(model=str(tiny), model_digest="of another machine")
    with pytest.raises(StoreError, match="another language model"):
        screener.Screener(options, "key")
