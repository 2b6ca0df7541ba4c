"""Work off the GUI thread: every way it can end."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.store.files.failures import NoAnswerError
from unspin_gui.ui.base.tasks import Tasks, is_stuck


def fail(error: Exception) -> None:
    raise error


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_the_answer_comes_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    here = threading.current_thread()
    with qtbot.waitSignal(tasks.ended):
        tasks.start(
            threading.current_thread,
            lambda there: told.append((there is here, threading.current_thread() is here)),
            told.append,
        )
    assert told == [(False, True)]


def test_an_error_the_user_can_be_told_of_is_handed_on(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[UnspinError] = []
    error = StoreError("a.txt", "is not there")
    with qtbot.waitSignal(tasks.ended):
        tasks.start(lambda: fail(error), told.append, told.append)
    assert told == [error]


def test_an_unexpected_error_reaches_the_hook_and_ends_the_wait(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))
    error = ValueError("oops")
    with qtbot.waitSignal(tasks.ended):
        tasks.start(lambda: fail(error), told.append, told.append)
    assert told[0] is error
    assert [str(one) for one in told[1:]] == [
        "an error in the program stopped this (ValueError: oops)"
    ]
    with pytest.raises(ValueError, match="oops"):
        tasks.wait(lambda: fail(error))


def test_waiting_gives_the_answer_and_keeps_the_window_alive(qtbot: QtBot, tasks: Tasks) -> None:
    go_on = threading.Event()
    QTimer.singleShot(0, go_on.set)
    assert tasks.wait(lambda: go_on.wait(5)) is True


def test_closing_drops_what_has_not_begun(tasks: Tasks) -> None:
    begun, go_on = threading.Event(), threading.Event()
    done: list[int] = []

    def first() -> None:
        begun.set()
        go_on.wait(5)

    for _ in range(2):
        tasks.start(first, lambda _: None, lambda _: None)
    tasks.start(lambda: done.append(1), lambda _: None, lambda _: None)
    begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    tasks.close()
    assert done == []


def test_after_closing_nobody_is_answered(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    tasks.start(lambda: 1, told.append, told.append)
    tasks.start(lambda: fail(StoreError("a.txt", "is not there")), told.append, told.append)
    tasks.close()
    Tasks().wait(lambda: None)  # what the threads posted before has come by then
    assert told == []


def test_many_tasks_are_each_answered_once(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[int] = []
    for number in range(300):
        tasks.start(lambda number=number: number, told.append, print)
    assert [tasks.wait(lambda k=k: k) for k in range(50)] == list(range(50))
    qtbot.waitUntil(lambda: len(told) == 300)
    assert sorted(told) == list(range(300))


def test_after_closing_nothing_is_begun(qtbot: QtBot, tasks: Tasks) -> None:
    done: list[int] = []
    tasks.close()
    tasks.start(lambda: done.append(1), print, print)
    Tasks().wait(lambda: None)
    assert done == []
    assert tasks.wait(lambda: 7) == 7


def test_waiting_ends_where_the_program_does(qapp: QApplication, tasks: Tasks) -> None:
    told: list[bool] = []
    go_on = threading.Event()

    def end() -> None:
        qapp.exit(3)
        go_on.set()

    def wait() -> None:
        QTimer.singleShot(0, end)
        told.append(tasks.wait(lambda: go_on.wait(20)))

    QTimer.singleShot(0, wait)
    assert qapp.exec() == 3
    assert told == [True]


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What stuck work waits for; the patience with it is short."""
    monkeypatch.setattr("unspin_gui.ui.base.tasks.PATIENCE", 0.05)
    monkeypatch.setattr("unspin_gui.ui.base.tasks.LONGEST", 0.05)
    go_on = threading.Event()
    yield go_on
    go_on.set()


def test_closing_does_not_wait_for_ever(qtbot: QtBot, tasks: Tasks, stuck: threading.Event) -> None:
    told: list[object] = []
    tasks.start(stuck.wait, told.append, told.append)
    tasks.close()
    assert is_stuck()
    stuck.set()
    qtbot.waitUntil(lambda: not is_stuck())
    assert told == []


def test_what_is_stuck_holds_up_nothing_that_is_waited_for(
    tasks: Tasks, stuck: threading.Event
) -> None:
    for _ in range(5):
        tasks.start(stuck.wait, print, print)
    assert tasks.wait(lambda: 7) == 7


def test_waiting_for_a_disk_that_does_not_answer_ends(tasks: Tasks, stuck: threading.Event) -> None:
    with pytest.raises(NoAnswerError, match="does not respond"):
        tasks.wait(stuck.wait)
    assert tasks.wait(lambda: 7) == 7


def test_what_has_not_begun_can_be_done_before_the_end(tasks: Tasks) -> None:
    done: list[int] = []
    for number in range(5):
        tasks.start(lambda number=number: done.append(number), print, print)
    tasks.close(all_of_it=True)
    assert sorted(done) == [0, 1, 2, 3, 4]
