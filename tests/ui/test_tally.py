"""Status bar and tabs tell the same numbers, at once after every act."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.ui.suspects.progress import Counts, counts_of
from unspin_gui.ui.suspects.suspects_model import COUNT
from unspin_gui.ui.window.main_window import MainWindow

TEXT = "The husband or wife forces met a calendar year ago. " * 4
ACTS = {
    "actionAcceptBest": Counts(7, 1, 0),
    "actionIgnoreHere": Counts(7, 0, 1),
    "actionIgnoreInDocument": Counts(4, 0, 4),
    "actionAcceptAllIdentical": Counts(4, 4, 0),
}


def told(window: MainWindow) -> tuple[list[int], list[int]]:
    label = [int(n) for n in re.findall(r"\d+", window.parts.views.status.progress.text())]
    tabs = window.parts.views.suspects.tabs
    return label, [int(tabs.tabText(k).split()[-1]) for k in range(3)]


@pytest.mark.parametrize(("act", "counts"), ACTS.items())
def test_every_act_is_counted_at_once(
    open_main: Callable[..., MainWindow], tmp_path: Path, act: str, counts: Counts
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = open_main(path)
    window.parts.services.review.next()
    window.parts.actions[act].trigger()
    assert counts_of(window.session) == counts
    assert told(window) == ([counts.resolved, 8, counts.open], list(counts))
    window.parts.actions["actionUndo"].trigger()
    assert told(window) == ([0, 8, 8], [8, 0, 0])


def test_nothing_is_said_to_be_clean_before_all_is_read(
    qtbot: QtBot, own_home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = open_window([path], home=own_home)
    qtbot.waitUntil(lambda: window.parts.services.workspace.is_open)
    assert window.parts.services.library.loading
    assert window.parts.views.status.progress.text() == "Reading the text…"
    assert window.parts.views.suspects.summary.text() == ""
    window.close()


def test_the_count_is_so_far_from_the_first_moment(
    open_main: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = open_main(path)
    status, session = window.parts.views.status, window.session
    assert status.progress.text() == "0 of 8 resolved, 8 left"
    assert session.base is not None
    session.know(session.base)
    window.parts.views.progress.count()
    assert status.progress.text() == "0 of 8 resolved, 8 left so far"
    qtbot.waitUntil(lambda: status.progress.text() == "0 of 8 resolved, 8 left")
    session.open("Then the husband or wife forces left.")
    window.parts.views.progress.count()
    assert status.progress.text() == "Reading the text…"


def test_the_list_is_whole_once_the_analysis_is_done(
    open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = open_main(path)
    assert [row.times for row in window.parts.views.suspects.model.rows] == [4, 4]


def test_great_numbers_are_written_alike_wherever_they_are_told(
    open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("The husband or wife forces met. " * 1200, encoding="utf-8")
    window = open_main(path)
    views = window.parts.views
    assert views.status.progress.text() == "0 of 1,200 resolved, 1,200 left"
    assert views.suspects.tabs.tabText(0) == "Open  1,200"
    views.suspects.refresh()
    assert views.suspects.model.index(0, COUNT).data() == "1,200"
    window.parts.services.review.next(by_keys=True)
    foot = window.parts.popup_control.popup.body.foot
    assert foot.state.text() == "Review by keys: 1,200 left"
    window.parts.popup_control.popup.leave()
