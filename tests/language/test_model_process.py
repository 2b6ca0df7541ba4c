"""A model in a process of its own answers as one here does, and ends whenever it should."""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from tiny_gguf import write_tiny

from unspin_gui.__main__ import main
from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.causal_model import Effort, Excerpt, Place, Wording
from unspin_gui.language.neural import model_child, model_process
from unspin_gui.language.neural.model import load_model
from unspin_gui.language.neural.model_process import ModelProcess

TEXT = "The other men gave a apple to her, and nobody in the town said a word of it."
APPLE = TEXT.index("apple")
PLACE = Place(APPLE, APPLE + 5, APPLE + 12, [Wording(APPLE, "pear"), Wording(APPLE, "red pear")])
EXCERPT = Excerpt(TEXT, [PLACE])
LONG = 60.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_tiny(tmp_path / "tiny.gguf")


@pytest.fixture
def model(path: Path) -> Iterator[ModelProcess]:
    made = ModelProcess(path, TEXT, None)
    yield made
    made.close()


def told(found: object) -> str:
    return repr(found)


def test_it_answers_as_a_model_here_does(model: ModelProcess, path: Path) -> None:
    here = load_model(path, TEXT)
    assert (model.name, model.identity) == (here.name, here.identity)
    excerpts = [EXCERPT, Excerpt(TEXT, []), Excerpt(TEXT[4:], [])]
    for effort in (Effort(9, -100.0), Effort(1, 0.0)):
        assert told(list(model.surprises(excerpts, effort))) == told(
            list(here.surprises(excerpts, effort))
        )
    assert list(model.surprises([])) == []


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="priorities of POSIX")
def test_it_leaves_the_processors_to_all_others(model: ModelProcess) -> None:
    assert os.getpriority(os.PRIO_PROCESS, model._process.pid) == 19


def test_what_is_no_longer_wanted_is_no_answer_to_what_is_asked_next(model: ModelProcess) -> None:
    asked = count()
    some = list(model.surprises([EXCERPT] * 5000, is_wanted=lambda: next(asked) < 3))
    assert len(some) < 5000
    begun = model.surprises([Excerpt(TEXT, [])] * 5000)
    assert next(begun) == []
    begun.close()  # type: ignore[attr-defined]
    (answer,) = model.surprises([EXCERPT])
    assert len(answer[0].gain) == 2


def test_one_that_was_killed_is_told_in_a_sentence_each_time(model: ModelProcess) -> None:
    begun = model.surprises([EXCERPT] * 5000)
    next(begun)
    model._process.kill()
    with pytest.raises(LanguageDataError, match="has ended"):
        list(begun)
    with pytest.raises(LanguageDataError, match="has ended"):
        list(model.surprises([EXCERPT]))


def test_a_file_that_is_no_model_is_refused_as_it_is_here(tmp_path: Path) -> None:
    other = tmp_path / "letter.gguf"
    other.write_text("Dear Sir", encoding="utf-8")
    with pytest.raises(LanguageDataError) as here:
        load_model(other)
    with pytest.raises(LanguageDataError) as there:
        ModelProcess(other, TEXT, None)
    assert str(there.value) == str(here.value)


def test_it_ends_by_itself_once_nobody_listens(model: ModelProcess) -> None:
    begun = model.surprises([EXCERPT] * 5000)
    next(begun)
    assert model._process.stdin is not None
    model._process.stdin.close()
    assert model._process.wait(LONG) == 0


def test_it_ends_with_the_last_one_who_knows_it(path: Path) -> None:
    made = ModelProcess(path, TEXT, None)
    process = made._process
    del made
    assert process.wait(LONG) != 0


def test_where_it_cannot_be_started_that_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(path.with_name("no-python")))
    with pytest.raises(LanguageDataError, match="cannot be started"):
        ModelProcess(path, TEXT, None)


def test_a_bundle_without_a_python_is_the_process_itself(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = list[list[str]]()

    def start(command: list[str], **_options: object) -> None:
        started.append(command)
        raise FileNotFoundError(2, "no such file")

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(model_process.subprocess, "Popen", start)
    with pytest.raises(LanguageDataError, match="no such file"):
        ModelProcess(path, TEXT, None)
    (command,) = started
    monkeypatch.setattr(model_child, "main", lambda: 7)
    assert command[0] == sys.executable
    assert main(command[1:]) == 7


def test_modules_of_the_present_folder_are_not_taken_for_ours(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "pickle.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(path.parent)
    made = ModelProcess(path, TEXT, None)
    assert made.identity == load_model(path, TEXT).identity
    made.close()
