"""XML, LaTeX, subtitles and books in the window: opened, corrected by clicks, saved."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from unspin_gui.store import formats
from unspin_gui.ui.suspects.suspects_model import PLACE
from unspin_gui.ui.window.main_window import MainWindow
from unspin_gui.ui.window.status_bar import _KIND_NAMES, encoding_text

Open = Callable[..., MainWindow]
SRT = "7\n00:00:01,000 --> 00:00:04,000\n<i>The husband or\nwife forces</i> met.\n\n"
FORMS = {
    "a.xml": (
        "<doc>\n<p>The husband <b>or\nwife</b> forces met.</p></doc>",
        "<doc>\n<p>The partner<b></b> forces met.</p></doc>",
        ("line 2", "UTF-8"),
    ),
    "a.tex": (
        "\\section{Forces}\n% c\nThe husband or\nwife forces met.~\\cite{husband}",
        "\\section{Forces}\n% c\nThe partner forces met.~\\cite{husband}",
        ("line 3", "UTF-8"),
    ),
    "a.srt": (SRT, SRT.replace("husband or\nwife ", "partner\n"), ("cue 7", "UTF-8")),
    "a.vtt": (
        "WEBVTT\n\n00:01.000 --> 00:04.000\nThe husband or\nwife forces met.",
        "WEBVTT\n\n00:01.000 --> 00:04.000\nThe partner\nforces met.",
        ("cue 1", "UTF-8"),
    ),
    "a.epub": (
        "<p>The husband or wife forces met.</p>",
        "<p>The partner forces met.</p>",
        ("ch. 1", "EPUB"),
    ),
}


@pytest.fixture
def mine(own_home: Path) -> Path:
    path = own_home / "data" / "glossary.yaml"
    path.parent.mkdir(parents=True)
    path.write_text('- spun: "husband or wife forces"\n  fix: "partner forces"\n', encoding="utf-8")
    return path


def book(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", "<c><rootfile full-path='b.opf'/></c>")
        item = "<item id='i' href='a.xhtml' media-type='application/xhtml+xml'/>"
        archive.writestr("b.opf", f"<p>{item}<itemref idref='i'/></p>")
        archive.writestr("a.xhtml", f"<html><body>{body}</body></html>")
    return out.getvalue()


def content(path: Path) -> str:
    if path.suffix != ".epub":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        page = archive.read("a.xhtml").decode()
    return page.removeprefix("<html><body>").removesuffix("</body></html>")


@pytest.mark.parametrize("name", FORMS)
def test_open_click_save_and_open_again(
    name: str, qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    source, fixed, (place, kind) = FORMS[name]
    path = tmp_path / name
    path.write_bytes(book(source) if name == "a.epub" else source.encode())
    window = open_main(path)
    assert kind in encoding_text(window.parts.services.workspace)
    suspect = next(s for s in window.session.suspects if s.phrase.startswith("husband"))
    rows = window.parts.views.suspects.model
    number = rows.number_at((suspect.span.start, suspect.span.end))
    assert number is not None
    assert rows.index(number, PLACE).data() == place
    pane = window.parts.views.editors.source
    rect = pane.rects(suspect.span)[0]
    at = QPoint(rect.left() + rect.width() // 2, rect.center().y())
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    popup = window.parts.popup_control.popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup.findChild(QListWidget, "suggestionList"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "partner" in window.session.corrected)
    assert window.parts.files.save()
    target = tmp_path / f"a.corrected{path.suffix}"
    assert content(target) == fixed
    assert content(path) == source
    assert formats.read(target).text == window.session.corrected
    window.parts.files.save_to(tmp_path / "a.txt")
    assert "<" not in (tmp_path / "a.txt").read_text(encoding="utf-8")
    before = window.session.decisions
    window.close()
    again = open_main(path)
    assert again.session.decisions == before


def test_the_status_bar_has_a_name_for_every_kind_of_document() -> None:
    assert _KIND_NAMES.keys() == set(get_args(formats.Kind))
