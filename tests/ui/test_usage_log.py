"""What is accepted and rejected is counted, and not counted when it is undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened import open_session, settle
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Document
from unspin_gui.store.glossary.usage import load_usage
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.usage_log import UsageLog
from unspin_gui.ui.session.session import Session


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return open_session(qtbot)


@pytest.fixture
def log(session: Session, tmp_path: Path) -> Iterator[UsageLog]:
    tasks = Tasks()
    yield UsageLog(session, tasks, tmp_path / "state" / "usage.json", session)
    tasks.close()
    session.close()


def count(log: UsageLog, phrase: str) -> tuple[int, int]:
    log.close()
    return load_usage(log._path).of(phrase)[:2]


def accept(session: Session, phrase: str, text: str) -> None:
    suspect = next(s for s in session.suspects if s.phrase.casefold() == phrase)
    session.accept(suspect, text)


def test_accepted_and_rejected_are_counted_once_and_undone_ones_not(
    qtbot: QtBot, session: Session, log: UsageLog
) -> None:
    accept(session, "7 days", "week")
    accept(session, "counterfeit consciousness", "AI")
    settle(qtbot, session)
    session.keep([s for s in session.suspects if s.phrase == "Counterfeit consciousness"])
    assert count(log, "Counterfeit  Consciousness") == (1, 1)
    assert count(log, "7 days") == (1, 0)
    session.undo()
    session.undo()
    assert count(log, "counterfeit consciousness") == (0, 0)
    assert count(log, "7 days") == (1, 0)


def test_ignoring_in_the_document_is_a_rejection(session: Session, log: UsageLog) -> None:
    session.ignore(["7 Days"])
    assert count(log, "7 days") == (0, 1)


def test_what_was_decided_earlier_is_not_counted_again(
    qtbot: QtBot, session: Session, log: UsageLog
) -> None:
    accept(session, "7 days", "week")
    earlier = session.document
    source = earlier.source.encode().decode()
    session.open(source, Document(source, earlier.decisions))
    settle(qtbot, session)
    accept(session, "husband or wife forces", "partner forces")
    assert count(log, "7 days") == (1, 0)
    assert count(log, "husband or wife forces") == (1, 0)


def test_the_date_of_the_last_time_is_told(session: Session, log: UsageLog, qtbot: QtBot) -> None:
    accept(session, "7 days", "week")
    read: list[str] = []
    log.read(lambda usage: read.append(usage.of("7 days").last))
    qtbot.waitUntil(lambda: bool(read))
    assert len(read[0]) == len("2026-01-31")
