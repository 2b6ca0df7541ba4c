"""What is offered first is the same wherever it is offered."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.application.suspect_rows import OpenRows
from unspin_gui.paths import resources
from unspin_gui.ui.batch.batch_model import batch_rows

_SEVERAL_FIXES = "\n\nThe lawyers stopped a case against the company in a court.\n"
"""A phrase of which the context prefers another fix than the first of the glossary."""


def test_list_batch_and_popup_offer_the_same_first_fix(
    qtbot: QtBot, tmp_path: Path, own_home: Path
) -> None:
    path = tmp_path / "article.txt"
    sample = (resources() / "samples" / "sample.txt").read_text(encoding="utf-8")
    path.write_text(sample + _SEVERAL_FIXES, encoding="utf-8")
    window = open_window([path], home=own_home)
    session, popup = window.session, window.parts.popup_control.popup
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
    rows, batch = OpenRows().rows(session.suspects), batch_rows(session.suspects, ())
    assert "stopped a case" in {row.phrase for row in rows}
    for row, one in zip(rows, batch, strict=True):
        window.parts.services.review.show_popup(row.spans[0])
        shown = popup.list.item(0).text() if popup.list.count() else ""
        taken = session.suggestions(row.suspects[0], 1)
        assert shown == (taken[0].text if taken else "")
        assert shown.casefold() == row.fix.casefold() == one.fix.casefold()
    window.close()
