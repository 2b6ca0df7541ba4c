"""Errors and messages of the lower layers in the language of the window."""

import ast
import pickle
from collections.abc import Iterator
from copy import copy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from unspin_gui.core.errors import GlossaryError, LanguageDataError, StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.messages import Message
from unspin_gui.store.exchange import FORMATS, losses
from unspin_gui.store.files import atomic
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.base.wording import error_in_words, in_words

PACKAGE = Path(__file__).parents[2] / "unspin_gui"
BELOW = sorted(
    path
    for room in ("core", "language", "store", "application")
    for path in (PACKAGE / room).rglob("*.py")
    if "screening" not in path.parts
)
ERRORS = ("StoreError", "GlossaryError", "LanguageDataError", "WorkError", "ElementError")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speak("de")
    yield
    speak("en")


def test_a_message_is_its_english_sentence_and_survives_copying() -> None:
    inner = Message("the file is larger than {0} MB", 64)
    message = Message("{0}; undo that or save as plain text", inner)
    assert message == "the file is larger than 64 MB; undo that or save as plain text"
    for again in (copy(message), pickle.loads(pickle.dumps(message))):  # noqa: S301
        assert (again, again.pattern) == (message, message.pattern)
        assert again.values[0].values == (64,)


@pytest.mark.usefixtures("german")
def test_errors_keep_their_place_and_are_told_in_german() -> None:
    error = StoreError("a.xml", Message("this is not valid XML ({0})", "x < y"), line=3)
    assert str(error) == "a.xml:3: this is not valid XML (x < y)"
    assert error_in_words(error) == "a.xml:3: das ist kein gültiges XML (x < y)"
    inner = LanguageDataError(Message("the language model is damaged"))
    outer = LanguageDataError(Message("{0}; reinstall the program", inner))
    assert error_in_words(outer).startswith("das Sprachmodell ist beschädigt; installieren")
    assert error_in_words(GlossaryError("of the system")) == "of the system"


@pytest.mark.usefixtures("german")
def test_what_the_system_refuses_is_told_in_german(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told:
        atomic.read_bytes(tmp_path / "none.txt")
    assert error_in_words(told.value).endswith(
        "none.txt: Lesen der Datei nicht möglich: es gibt keine solche Datei und keinen solchen "
        "Ordner"
    )


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("form", FORMATS)
def test_formats_and_what_they_lose_have_german_words(form: str) -> None:
    entries = (
        Entry("likely", ("possible", "maybe"), "a note", ("tag",), "exact", unless=("x",)),
        Entry("big data", keep=True),
        Entry("7 days.", ("week",), enabled=False),
        Entry("a  b", ("c",), only_with=("d", "e"), source="here", added="2026-01-01"),
    )
    found = [what for loss in losses(entries, form) for what in loss.what]
    texts = [FORMATS[form].label, FORMATS[form].remark, *found]
    for text in filter(None, texts):
        assert isinstance(text, Message), text
        assert in_words(text) != text, text


def _plain_reasons(tree: ast.AST) -> Iterator[str]:
    """Literal texts that an error or a skipped line is told with, untranslatable."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).split(".")[-1]
        reasons = node.args[1:2] if name == "StoreError" else node.args[:1]
        reasons = node.args[2:3] if name == "skip" else reasons
        if name in (*ERRORS, "skip"):
            for reason in reasons:
                made = isinstance(reason, ast.Call) and ast.unparse(reason.func).endswith(".format")
                plain = isinstance(reason, ast.Constant) and isinstance(reason.value, str)
                if made or plain or isinstance(reason, ast.JoinedStr):
                    yield ast.unparse(node)


@pytest.mark.parametrize("path", BELOW, ids=lambda path: path.stem)
def test_every_reason_can_be_translated(path: Path) -> None:
    assert list(_plain_reasons(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("code", ['StoreError(path, "no")', 'g.skip(1, "a", f"{b}")'])
def test_such_a_reason_is_found(code: str) -> None:
    assert list(_plain_reasons(ast.parse(code)))
