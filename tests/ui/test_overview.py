"""The overview: a tick for each suspect, darker where many lie, a click goes there."""

from collections.abc import Iterator

import pytest
from opened import NotingReview, open_session
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.overview import OverviewStrip, densities
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

WORDS = Glossary(
    "science", [Entry("R&D <b>mind", ("mind",)), Entry("profound learning", ("deep",))]
)
TEXT = "Plain words here.\n" * 200 + "A profound learning.\n" + "Plain words here.\n" * 199


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> Iterator[OverviewStrip]:
    session = open_session(qtbot, TEXT, (WORDS,))
    theme = Theme(qapp)
    theme.set_choice("light")
    strip = OverviewStrip(session, NotingReview(session), theme)
    qtbot.addWidget(strip)
    strip.resize(14, 600)
    strip.show()
    yield strip
    session.close()


def differing_rows(strip: OverviewStrip) -> list[int]:
    picture = strip.grab().toImage()
    ground = QColor(strip.theme.colours.window)
    middle = picture.width() // 2
    return [row for row in range(picture.height()) if picture.pixelColor(middle, row) != ground]


def test_a_suspect_has_a_tick_at_its_place(strip: OverviewStrip) -> None:
    row = strip.row_of(strip.session.suspects[0].span.start)
    rows = differing_rows(strip)
    assert row in rows
    assert row + 1 in rows
    assert abs(row - 300) < 5
    assert not [other for other in rows if abs(other - row) > 14]


def test_a_click_on_a_tick_goes_to_its_suspect(strip: OverviewStrip, qtbot: QtBot) -> None:
    suspect = strip.session.suspects[0]
    point = QPoint(5, strip.row_of(suspect.span.start) + 3)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=point)
    assert strip.review.calls == [("reveal", suspect.span)]


def test_a_click_elsewhere_goes_to_the_place(strip: OverviewStrip, qtbot: QtBot) -> None:
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 150))
    (name, span) = strip.review.calls[0]
    assert name == "reveal"
    assert abs(span.start / len(TEXT) - 0.25) < 0.02
    assert not span.size


def test_the_tick_goes_when_the_suspect_is_settled(strip: OverviewStrip, qtbot: QtBot) -> None:
    strip.session.keep(strip.session.suspects)
    qtbot.waitUntil(lambda: not differing_rows(strip), timeout=2000)


def test_a_tip_names_the_phrase_as_plain_text(
    strip: OverviewStrip, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert strip.tip_at(strip.row_of(strip.session.suspects[0].span.start)) == "profound learning"
    odd = Suspect(Span(0, 11), "R&D <b>mind", "known", 0.9, None)
    monkeypatch.setattr(Session, "suspects", (odd,))
    assert strip.tip_at(strip.row_of(0)) == "R&amp;D &lt;b&gt;mind"


def test_density_is_counted_around_each_row() -> None:
    counts = densities([50, 52, 52], 100)
    assert counts[52] == 3
    assert counts[41] == 1
    assert counts[80] == 0
    assert len(densities([0, 99, 500], 100)) == 100
