"""Marks differ by shape, and text stays readable on every tint of every look."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui import paths
from unspin_gui.ui.widgets.palettes import LEGIBLE, LOOKS, VISIBLE, contrast, palette_of
from unspin_gui.ui.widgets.theme import Theme

LOOK_NAMES = sorted(LOOKS)
MARKS = [("suspected", kind) for kind in ("known", "near", "unfit")]
MARKS += [(state, None) for state in ("accepted", "edited", "kept")]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.mark.parametrize("look", LOOK_NAMES)
@pytest.mark.parametrize("current", [False, True])
def test_text_is_legible_and_lines_visible_on_every_mark(
    theme: Theme, look: str, current: bool
) -> None:
    theme.set_choice(look)
    for (state, kind), score in product(MARKS, (0.0, 0.5, 1.0)):
        mark = theme.mark_look(state, kind, score, current=current)
        assert contrast(mark.text, mark.ground) >= LEGIBLE, (state, kind, score)
        assert contrast(mark.colour, mark.ground) >= VISIBLE, (state, kind, score)


@pytest.mark.parametrize("look", LOOK_NAMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [("text", "window"), ("text", "base"), ("text", "raised"), ("muted", "window"),
     ("muted", "base"), ("muted", "raised"), ("on_accent", "accent"), ("accent", "base")],
)  # fmt: skip
def test_colours_of_the_window_are_legible(look: str, text: str, ground: str) -> None:
    colours = LOOKS[look]
    assert contrast(QColor(getattr(colours, text)), QColor(getattr(colours, ground))) >= LEGIBLE


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_the_palette_pairs_are_legible(look: str) -> None:
    role = QPalette.ColorRole
    pairs = [(role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button),
             (role.HighlightedText, role.Highlight), (role.ToolTipText, role.ToolTipBase),
             (role.PlaceholderText, role.Base), (role.Link, role.Base)]  # fmt: skip
    palette = palette_of(look)
    for text, ground in pairs:
        assert contrast(palette.color(text), palette.color(ground)) >= LEGIBLE, text


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_every_state_has_a_shape_of_its_own(theme: Theme, look: str) -> None:
    theme.set_choice(look)
    shapes = {theme.mark_format(state, kind, 1.0).underlineStyle() for state, kind in MARKS}
    assert len(shapes) == len(MARKS)


def test_a_higher_score_makes_a_stronger_tint(theme: Theme) -> None:
    theme.set_choice("light")
    base = QColor(theme.colours.base)
    tints = [theme.mark_look("suspected", "unfit", score).ground for score in (0.2, 0.6, 1.0)]
    strengths = [contrast(base, tint) for tint in tints]
    assert strengths == sorted(strengths)
    assert strengths[0] < strengths[-1]


def test_a_choice_changes_palette_marks_and_icons_once(theme: Theme, qtbot: QtBot) -> None:
    theme.set_choice("light")
    before = theme.mark_format("suspected", "known", 0.9)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.set_choice("dark")
    assert QApplication.palette().color(QPalette.ColorRole.Base) == QColor(LOOKS["dark"].base)
    after = theme.mark_format("suspected", "known", 0.9)
    assert after.background() != before.background()
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice("dark")


def test_a_format_is_made_once(theme: Theme) -> None:
    first = theme.mark_format("suspected", "unfit", 0.81)
    assert theme.mark_format("suspected", "unfit", 0.79) is first


def test_an_icon_takes_the_colour_of_the_text(
    theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "icons").mkdir()
    path = '<path d="M0 0h16v16H0z"/>'
    square = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{path}</svg>'
    (tmp_path / "icons" / "probe-square.svg").write_text(square, encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    theme.set_choice("dark")
    picture = theme.icon("probe-square").pixmap(16, 16).toImage()
    assert picture.pixelColor(8, 8) == QColor(LOOKS["dark"].text)
    faded = theme.icon("probe-square").pixmap(16, 16, QIcon.Mode.Disabled).toImage()
    assert faded.pixelColor(8, 8) != picture.pixelColor(8, 8)


@pytest.mark.parametrize("mode", [QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Selected])
def test_an_icon_covers_nothing_but_its_own_lines(theme: Theme, mode: QIcon.Mode) -> None:
    for icon in (theme.icon("open"), theme.first_icon("open"), theme.list_icon("open")):
        picture = icon.pixmap(24, 24, mode).toImage()
        places = product(range(picture.width()), range(picture.height()))
        covered = [picture.pixelColor(*place).alpha() for place in places]
        assert 0.02 < sum(alpha > 0 for alpha in covered) / len(covered) < 0.7


def test_a_missing_icon_is_no_error(theme: Theme) -> None:
    assert theme.icon("no-such-icon-anywhere").isNull()


def test_the_pictures_of_marks_differ(theme: Theme) -> None:
    theme.set_choice("contrast")
    pictures = [theme.mark_icon(s, k).pixmap(16, 16).toImage() for s, k in MARKS]
    assert all(one != two for n, one in enumerate(pictures) for two in pictures[:n])


def test_it_follows_the_system_live(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.set_choice("light")
    theme.choice = "system"
    monkeypatch.setattr(Theme, "_wanted", lambda _self: "dark")
    with qtbot.waitSignal(theme.changed, timeout=1000):
        QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert QApplication.palette().color(QPalette.ColorRole.Text) == QColor(LOOKS["dark"].text)
