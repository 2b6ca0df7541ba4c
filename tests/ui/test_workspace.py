"""Bytes in, the same bytes out; encodings are shown and changed; no byte is lost unasked."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from unspin_gui.store.review import decisions_file
from unspin_gui.ui.files.encoding_dialog import EncodingDialog
from unspin_gui.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
SENTENCE = "The café’s “husband or wife forces” left – naïvely.\n"
MADE = {
    "empty": b"",
    "bom only": codecs.BOM_UTF8,
    "ascii": b"plain text\n",
    "no final newline": b"one\ntwo",
    "blank lines": b"\n\n  \n\t\n",
    "crlf": b"one\r\ntwo\r\n",
    "cr": b"one\rtwo\r",
    "mixed ends": b"one\r\ntwo\nthree\rfour\n\r\nfive\n\r",
    "trailing blanks": b"one  \ntwo\t \n",
    "utf-8": SENTENCE.encode(),
    "utf-8 with bom": codecs.BOM_UTF8 + SENTENCE.encode(),
    "utf-16 le": codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"),
    "utf-16 be": codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
    "utf-16 without bom": ("plain words " * 20).encode("utf-16-le"),
    "utf-16 crlf": codecs.BOM_UTF16_LE + "a\r\nb\r\n".encode("utf-16-le"),
    "utf-32": codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"),
    "cp1252": SENTENCE.encode("cp1252"),
    "latin-1": "Zoë’s".replace("’", "'").encode("latin-1") + b" caf\xe9 na\xefve\n",
    "separators": "one\u2028two\u2029three\u0085four\n".encode(),
    "feff inside": "one \ufefftwo \ufeff\n".encode(),
    "no-break spaces": "7\u00a0days\u202f%\u2009!\n".encode(),
    "control characters": b"a\x01\x07\x0b\x0c\x1b\x1c\x1d\x1e\x7f z\n",
    "noncharacters": "a\ufdd0b\ufdd1c\ufffe\uffff\n".encode(),
    "direction": "a\u202eb\u202c\u2066c\u2069\u200f\n".encode(),
    "astral": "\U0001f600 \U0001d4b3 e\u0301 \U000e0041\n".encode(),
    "replacement sign": "already \ufffd here\n".encode(),
    "surrogates as utf-8": "half \ufffd".encode() + b"\n",
}


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_file(path)
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)


def choose(qtbot: QtBot, window: MainWindow, text: str) -> None:
    buttons = [b for b in window.parts.feedback.messages.findChildren(QPushButton) if b.isVisible()]
    qtbot.mouseClick(next(b for b in buttons if b.text() == text), Qt.MouseButton.LeftButton)


def test_unchanged_files_are_saved_byte_for_byte(
    qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    window = open_main()
    for name, data in MADE.items():
        path = tmp_path / f"{name}.txt"
        path.write_bytes(data)
        opened(qtbot, window, path)
        assert window.parts.services.workspace.path == path, window.parts.feedback.messages.texts
        window.parts.actions["actionSave"].trigger()
        assert path.with_name(f"{name}.corrected.txt").read_bytes() == data, name
        assert path.read_bytes() == data


def test_only_the_corrected_place_differs(qtbot: QtBot, open_main: Open, tmp_path: Path) -> None:
    window = open_main()
    ends = ["\r\n", "\n", "\r", "\u2028", "\u00a0\n"]
    text = "\ufeff" + "".join(f"The husband or wife forces \x0b\u00a0 left.{end}" for end in ends)
    path = tmp_path / "mixed.txt"
    path.write_bytes(text.encode("utf-16-le"))
    opened(qtbot, window, path)
    suspect = window.session.suspects[2]
    window.parts.services.review.accept(suspect, "partner forces")
    window.parts.actions["actionSave"].trigger()
    pieces = text.split("husband or wife")
    expected = "husband or wife".join(pieces[:3]) + "partner" + "husband or wife".join(pieces[3:])
    assert path.with_name("mixed.corrected.txt").read_bytes() == expected.encode("utf-16-le")


@pytest.fixture
def window(open_main: Open, tmp_path: Path) -> MainWindow:
    path = tmp_path / "latin.txt"
    path.write_bytes("plain line\nThe café’s husband or wife forces left.\n".encode("cp1252"))
    return open_main(path)


def encoding_dialog(qtbot: QtBot, window: MainWindow) -> EncodingDialog:
    qtbot.waitUntil(lambda: window.parts.files.encoding.dialog is not None)
    assert window.parts.files.encoding.dialog is not None
    return window.parts.files.encoding.dialog


def pick(dialog: EncodingDialog, codec: str) -> str:
    """Choose an encoding by keyboard; returns the preview."""
    listed = dialog.findChild(QListWidget, "encodingList")
    for row in range(listed.count()):
        if listed.item(row).data(Qt.ItemDataRole.UserRole) == codec:
            listed.setCurrentRow(row)
    return dialog.findChild(QPlainTextEdit, "encodingPreview").toPlainText()


def test_the_encoding_is_shown_and_changed_with_a_live_preview(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = window.parts.views.status.findChild(QToolButton, "encodingButton")
    assert shown.text().startswith("Windows-1252")
    window.parts.services.review.accept(window.session.suspects[0], "partner forces")
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    dialog = encoding_dialog(qtbot, window)
    assert pick(dialog, "cp1252").startswith("2: The café’s")
    assert pick(dialog, "cp1251").startswith("2: The cafй’s")
    assert pick(dialog, "utf-8").startswith("2: The caf\ufffd")
    note = dialog.findChild(QLabel, "encodingNote")
    assert note.text().startswith("1 place is not text in this encoding")
    assert dialog.take.text() == "&Read Anyway"
    pick(dialog, "mac-roman")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cafÈ" in window.session.source)
    assert shown.text().startswith("Mac Roman")
    assert "partner forces" in window.session.corrected
    window.parts.actions["actionReload"].trigger()
    qtbot.waitUntil(lambda: not window.parts.services.workspace.reading)
    assert "cafÈ" in window.session.source


def test_a_guessed_encoding_is_told_and_can_be_changed_there(
    qtbot: QtBot, window: MainWindow, open_main: Open, tmp_path: Path
) -> None:
    assert window.parts.feedback.messages.texts == (
        "The file does not say its encoding; it is read as Windows-1252 (Western).",
    )
    choose(qtbot, window, "Change…")
    dialog = encoding_dialog(qtbot, window)
    pick(dialog, "mac-roman")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cafÈ" in window.session.source)
    assert not any("does not say" in text for text in window.parts.feedback.messages.texts)
    plain = tmp_path / "plain.txt"
    plain.write_text("The café’s forces left.\n", encoding="utf-8")
    assert open_main(plain).parts.feedback.messages.texts == ()


def test_cancelling_the_choice_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.parts.actions["actionEncoding"].trigger()
    dialog = encoding_dialog(qtbot, window)
    pick(dialog, "cp1251")
    qtbot.mouseClick(dialog.findChild(QPushButton, "cancelButton"), Qt.MouseButton.LeftButton)
    assert "café" in window.session.source


@pytest.mark.parametrize(
    ("data", "words", "text", "damaged"),
    [
        (b"a caf\xc3\xa9, b\0c, d\n", "NUL", "a café, b\0c, d\n", 0),
        (b"a caf\xe9 b\0c\n", "NUL", "a café b\0c\n", 0),
        ("é".encode() * 9 + b"\xff bad\n", "damaged", "é" * 9 + "\ufffd bad\n", 1),
    ],
)
def test_bytes_that_are_no_text_are_asked_about(  # noqa: PLR0913, PLR0917 - four facts of each case
    qtbot: QtBot,
    open_main: Open,
    tmp_path: Path,
    data: bytes,
    words: str,
    text: str,
    damaged: int,
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    window = open_main(path)
    assert not window.parts.services.workspace.is_open
    assert words in window.parts.feedback.messages.texts[0]
    choose(qtbot, window, "Open Anyway")
    qtbot.waitUntil(lambda: window.parts.services.workspace.is_open)
    assert window.session.source == text
    assert any("could not be read" in t for t in window.parts.feedback.messages.texts) == bool(
        damaged
    )
    window.parts.actions["actionSave"].trigger()
    assert path.with_name("odd.corrected.txt").read_bytes() == data


def test_an_encoding_can_be_chosen_for_a_file_that_did_not_open(
    qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("é".encode() * 9 + b"\xff bad\n")
    window = open_main(path)
    choose(qtbot, window, "Encoding…")
    dialog = encoding_dialog(qtbot, window)
    pick(dialog, "latin-1")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.parts.services.workspace.is_open)
    assert window.session.source == "Ã©" * 9 + "ÿ bad\n"
    assert window.parts.feedback.messages.texts == ()


def test_what_is_no_prose_is_asked_about(qtbot: QtBot, open_main: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<doc>Words.", encoding="utf-8")
    window = open_main(path)
    assert not window.parts.services.workspace.is_open
    assert "XML that is not well-formed" in window.parts.feedback.messages.texts[0]
    choose(qtbot, window, "Open as Text")
    qtbot.waitUntil(lambda: window.parts.services.workspace.is_open)
    assert window.session.source == "<doc>Words."
    window.parts.services.workspace.reload()
    qtbot.waitUntil(lambda: not window.parts.services.workspace.reading)
    assert window.parts.services.workspace.is_open


def forces(count: int) -> str:
    return "".join(f"{number}: the husband or wife forces met.\n" for number in range(count))


def accept_all(window: MainWindow) -> None:
    for suspect in window.session.suspects:
        window.parts.services.review.accept(suspect, "spouses")


def test_decisions_outlive_another_text_in_their_file(
    qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(forces(9), encoding="utf-8")
    window = open_main(path)
    accept_all(window)
    assert window.parts.files.save()
    path.write_text("Nothing here.\n", encoding="utf-8")
    opened(qtbot, window, path)
    assert not window.session.decisions
    path.write_text(forces(9), encoding="utf-8")
    opened(qtbot, window, path)
    assert len(window.session.decisions) == 9


@pytest.mark.parametrize("undo", [True, False])
def test_only_starting_over_forgets_them(
    qtbot: QtBot, open_main: Open, tmp_path: Path, *, undo: bool
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(forces(9), encoding="utf-8")
    window = open_main(path)
    accept_all(window)
    assert window.parts.files.save()
    longer = "A new line.\n" + forces(9)
    path.write_text(longer, encoding="utf-8")
    opened(qtbot, window, path)
    choose(qtbot, window, "Start over")
    assert not window.session.decisions
    if undo:
        window.session.undo()
    assert window.parts.files.save_to(tmp_path / "longer.txt")
    path.write_text(forces(9), encoding="utf-8")
    opened(qtbot, window, path)
    assert len(window.session.decisions) == (9 if undo else 0)


def test_what_was_taken_back_does_not_return_from_an_older_text(
    qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(forces(3), encoding="utf-8")
    window = open_main(path)
    accept_all(window)
    assert window.parts.files.save()
    path.write_text("A new line.\n" + forces(3), encoding="utf-8")
    opened(qtbot, window, path)
    window.session.restore(window.session.decisions)
    assert window.parts.files.save_to(tmp_path / "longer.txt")
    opened(qtbot, window, path)
    assert not window.session.decisions
    assert not window.parts.feedback.messages.texts


def test_that_old_decisions_make_room_is_told(
    open_main: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(forces(3), encoding="utf-8")
    window = open_main(path)
    accept_all(window)
    monkeypatch.setattr(decisions_file, "thin_out", lambda _folder, _newest: 2)
    assert window.parts.files.save()
    assert "2 texts" in window.parts.feedback.messages.texts[0]
    assert "5,000" in window.parts.feedback.messages.texts[0]
