"""Going back to an earlier glossary, by mouse and keys."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.application.restoring import Version, versions_of, way_back
from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import with_changes
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.glossary import backups, glossary_file
from unspin_gui.store.glossary.backups import Backup
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.backups_dialog import BackupsDialog

TEXTS = (
    "- spun: alpha\n  fix: beta\n",
    "- spun: alpha\n  fix: beta\n- spun: 7 days\n  fix: week\n",
    "- spun: alpha\n  fix: gamma\n",
)


class Keeper:
    """Keeps versions of a glossary file and notes what is restored."""

    glossary_name = "glossary.yaml"

    def __init__(self, folder: Path) -> None:
        self.path, self.folder = folder / "glossary.yaml", folder / "backups"
        for day, text in enumerate(TEXTS, 1):
            self.path.write_text(text, encoding="utf-8")
            backups.keep(self.path, self.folder, now=datetime(2026, 3, day, 12, tzinfo=UTC))
        self.restored: list[Backup] = []
        self.problem = ""

    def looking(self) -> Callable[[], tuple[Version, ...]]:
        mine = glossary_file.read(self.path).glossary
        return lambda: versions_of(self.path, self.folder, mine)

    def restore(self, backup: Backup) -> None:
        if self.problem:
            raise StoreError(self.path, self.problem)
        self.restored.append(backup)
        backups.restore(backup, self.path, self.folder)


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, keeper: Keeper) -> Iterator[BackupsDialog]:
    tasks = Tasks()
    dialog = BackupsDialog(keeper, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reload()
    qtbot.waitUntil(lambda: bool(dialog.model.rows))
    yield dialog
    tasks.close()


def test_versions_are_listed_and_one_click_restores(
    qtbot: QtBot, dialog: BackupsDialog, keeper: Keeper
) -> None:
    cells = [[row.thing.entries, row.cells[2]] for row in dialog.model.rows]
    assert cells == [
        [1, "the same"],
        [2, "2 entries that it no longer has, lacks 1 of the current entries"],
        [1, "1 entry that it no longer has, lacks 1 of the current entries"],
    ]
    assert not dialog.back.isEnabled()
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.back.isEnabled()
    with qtbot.waitSignal(dialog.restored):
        qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert len(glossary_file.read(keeper.path).glossary) == 2
    qtbot.waitUntil(
        lambda: "the same" in (dialog.model.rows[0].cells[2], dialog.model.rows[1].cells[2])
    )


def test_a_restore_that_fails_is_told_and_nothing_is_closed(
    qtbot: QtBot, dialog: BackupsDialog, keeper: Keeper
) -> None:
    keeper.problem = "the disk is full; free some space and try again"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.messages.texts == (f"{keeper.path}: {keeper.problem}",)
    assert dialog.isVisible()


def test_a_damaged_version_cannot_be_chosen(
    qtbot: QtBot, dialog: BackupsDialog, keeper: Keeper
) -> None:
    newest = backups.backups_of(keeper.path, keeper.folder)[0].path
    newest.write_text("- spun: [\n", encoding="utf-8")
    dialog.reload()
    qtbot.waitUntil(lambda: "cannot be read" in str(dialog.model.rows[0].cells[2]))
    assert not dialog.back.isEnabled()


def test_the_way_back_leads_to_the_kept_entries(keeper: Keeper) -> None:
    kept = backups.backups_of(keeper.path, keeper.folder)
    mine = Glossary("", [Entry("alpha", ("delta",)), Entry("new", ("x",)), Entry("new", ("x",))])
    for backup in kept:
        then = glossary_file.read(backup.path).glossary
        now = with_changes(mine, way_back(mine, backup))
        facts = {(entry.phrase, entry.fixes) for entry in then.entries}
        assert {(entry.phrase, entry.fixes) for entry in now.entries} == facts
        assert len(now) == len(then)
