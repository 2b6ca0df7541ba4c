"""Garbage is collected on the GUI thread only."""

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from unspin_gui.ui.base.gui_collector import GuiCollector, collect_on, take_up
from unspin_gui.ui.window.main_window import MainWindow


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    gc.enable()
    yield owner
    owner.deleteLater()
    gc.disable()


def test_no_other_thread_collects(owner: QObject) -> None:
    collect_on(owner)
    collect_on(owner)
    assert len(owner.findChildren(GuiCollector)) == 1
    seen: set[str] = set()

    def note(_phase: str, _info: object) -> None:
        seen.add(threading.current_thread().name)

    def litter() -> None:
        for _ in range(5000):
            ring: list[object] = []
            ring.append(ring)

    gc.callbacks.append(note)
    worker = threading.Thread(target=litter, name="worker")
    worker.start()
    worker.join()
    owner.findChild(GuiCollector).collect()
    gc.callbacks.remove(note)
    assert seen == {threading.main_thread().name}


def test_what_is_loaded_is_not_looked_through_again_until_a_window_closes(
    open_main: Callable[..., MainWindow],
) -> None:
    take_up()
    window = open_main()
    assert gc.get_freeze_count() > len(window.session.glossary)
    window.close()
    assert gc.get_freeze_count() == 0
