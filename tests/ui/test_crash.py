"""The program fails, and goes on."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from unspin_gui.ui.window.crash import CrashDialog, CrashReporter


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def fail(reporter: CrashReporter, text: str) -> None:
    error = ValueError(text)
    reporter.handle(type(error), error, None)


def report(window: QWidget) -> str:
    return window.findChild(QPlainTextEdit, "crashReport").toPlainText()


def test_journal_first_then_one_report(window: QWidget, qtbot: QtBot) -> None:
    order: list[str] = []
    reporter = CrashReporter(window, lambda: window, lambda: not order.append("flushed"))
    reporter.failed.connect(lambda _trace: order.append(str(len(order))))
    fail(reporter, "<b>one</b>")
    fail(reporter, "two")
    fail(reporter, "two")
    assert order[0] == "flushed"
    assert len(window.findChildren(CrashDialog)) == 1
    assert report(window).count("ValueError: two") == 1
    assert "ValueError: <b>one</b>" in report(window)
    assert "will be offered at the next start" in window.findChild(CrashDialog).words.text()


def test_a_journal_that_fails_is_told(window: QWidget) -> None:
    def no() -> None:
        raise OSError("full")

    fail(CrashReporter(window, lambda: window, no), "one")
    assert "could not be written" in window.findChild(CrashDialog).words.text()


def test_report_can_be_copied(window: QWidget, qtbot: QtBot) -> None:
    fail(CrashReporter(window, lambda: window, lambda: True), "one")
    copy = window.findChild(QPushButton, "crashCopy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "ValueError: one" in QApplication.clipboard().text()


def test_after_closing_a_new_error_is_told_anew(window: QWidget, qtbot: QtBot) -> None:
    reporter = CrashReporter(window, lambda: window, lambda: True)
    fail(reporter, "one")
    window.findChild(CrashDialog).accept()
    fail(reporter, "two")
    newest = window.findChildren(CrashDialog)[-1]
    assert "two" in newest.report.toPlainText()
    assert "one" not in newest.report.toPlainText()


def test_errors_of_threads_arrive(window: QWidget, qtbot: QtBot) -> None:
    reporter = CrashReporter(window, lambda: window, lambda: True)
    thread = threading.Thread(target=lambda: fail(reporter, "in a thread"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    assert "in a thread" in report(window)


def test_it_can_be_installed_and_taken_back(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = CrashReporter(window, lambda: window, lambda: True)
    reporter.install()
    assert sys.excepthook == reporter.handle
    reporter.uninstall()
    assert sys.excepthook is sys.__excepthook__


def test_it_is_shown_over_the_window_in_front(qtbot: QtBot) -> None:
    windows = [QWidget(), QWidget()]
    for window in windows:
        qtbot.addWidget(window)
    owner = QObject()
    reporter = CrashReporter(owner, lambda: windows[-1], lambda: True)
    fail(reporter, "one")
    assert windows[1].findChild(CrashDialog) is not None
    delete(windows.pop())
    fail(reporter, "two")
    assert "two" in report(windows[0])


def test_after_the_program_python_prints_it(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = QObject()
    reporter = CrashReporter(owner, lambda: None, lambda: True)
    delete(owner)
    fail(reporter, "too late")
    assert "ValueError: too late" in capsys.readouterr().err
