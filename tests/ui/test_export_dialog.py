"""Exporting pairs, by mouse and keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import FakePrompts
from owners import Owner
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.store import exchange
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.exchange.export_dialog import ExportDialog


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def dialog(qtbot: QtBot, owner: Owner) -> Iterator[ExportDialog]:
    tasks = Tasks()
    dialog = ExportDialog(owner, tasks, FakePrompts())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.prospect is not None)
    yield dialog
    tasks.close()


def choose(qtbot: QtBot, dialog: ExportDialog, form: str) -> list[str]:
    before = dialog.prospect
    dialog.format.setFocus()
    place = dialog.format.findData(form)
    while dialog.format.currentIndex() != place:
        down = dialog.format.currentIndex() < place
        qtbot.keyClick(dialog.format, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    if before is not None and form != "yaml":
        qtbot.waitUntil(lambda: dialog.prospect is not before)
    return [loss for row in dialog.table.rows.shown for loss in row.thing.what]


def test_the_button_has_words_before_it_is_known_how_many(owner: Owner, qtbot: QtBot) -> None:
    tasks = Tasks()
    dialog = ExportDialog(owner, tasks, FakePrompts())
    qtbot.addWidget(dialog)
    assert (dialog.write.text(), dialog.write.isEnabled()) == ("E&xport…", False)
    assert dialog.told.text().startswith("Looking through")
    qtbot.waitUntil(dialog.write.isEnabled)
    assert dialog.write.text() == "E&xport 3 pairs…"
    tasks.close()


def test_what_is_lost_is_listed_before_writing(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog._prompts = FakePrompts(save_path=tmp_path / "terms.dat")
    qtbot.waitUntil(lambda: "hold everything in these 3" in dialog.told.text())
    assert choose(qtbot, dialog, "csv") == []
    assert not dialog.remark.isVisible()
    choose(qtbot, dialog, "autocorrect")
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 3)
    shown = [dialog.table.model().index(k, 1).data() for k in range(3)]
    assert shown == [
        "LibreOffice does not capitalise it at the start of a sentence",
        "the note",
        "the whole entry (a phrase that is never flagged)",
    ]
    assert "instead of its own" in dialog.remark.text()
    assert dialog.remark.isVisible()
    assert "1 entry is left out altogether" in dialog.told.text()
    with qtbot.waitSignal(dialog.exported) as told:
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert told.args == [tmp_path / "terms.dat"]
    assert len(exchange.read(tmp_path / "terms.dat").entries) == 2


def test_only_what_fits_the_filter_of_the_chosen_layer_is_written(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.layer.setCurrentIndex(dialog.layer.count() - 1)
    qtbot.keyClicks(dialog.filter, "DEFENSE dep")
    qtbot.waitUntil(lambda: dialog.prospect is not None and len(dialog.prospect.entries) == 1)
    choose(qtbot, dialog, "csv")
    with qtbot.waitSignal(dialog.exported):
        dialog.write_to(tmp_path / "team")
    assert exchange.read(tmp_path / "team.csv").entries[0].phrase == "Section of Defense"


def test_a_glossary_in_use_is_never_overwritten(
    qtbot: QtBot, dialog: ExportDialog, owner: Owner, tmp_path: Path
) -> None:
    mine = tmp_path / "glossary.yaml"
    mine.write_text("- spun: a\n  fix: b\n", encoding="utf-8")
    layers = owner.layers
    owner.layers = lambda: [replace(one, path=mine) for one in layers()]  # type: ignore[method-assign]
    dialog.write_to(mine)
    assert "in use" in dialog.messages.texts[0]
    assert str(mine) in dialog.messages.texts[0]
    assert dialog.isVisible()
    assert "fix: b" in mine.read_text(encoding="utf-8")


def test_a_link_to_itself_is_told(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    loop = tmp_path / "terms.yaml"
    loop.symlink_to(loop)
    dialog.write_to(loop)
    qtbot.waitUntil(lambda: bool(dialog.messages.texts))
    assert "the link points to itself" in dialog.messages.texts[0]


def test_a_folder_that_takes_no_file_is_told(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.write_to(tmp_path / "missing" / "terms.yaml")
    qtbot.waitUntil(lambda: bool(dialog.messages.texts))
    assert "terms.yaml" in dialog.messages.texts[0]
    assert dialog.isVisible()
