"""The window in another language."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from unspin_gui.core.suspects import THESAURUS
from unspin_gui.paths import resources
from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import Actions, build_actions
from unspin_gui.ui.base.languages import languages, speak
from unspin_gui.ui.session.act_labels import accepting
from unspin_gui.ui.session.provenance import source_in_words

CALLS = {"tr", "translate"}
COUNT = (
    r"(\{\d(:,)?\}|\b1) (\w+ )?(more|place|phrase|entr|pair|hint|word|text|decision|change|sign|"
    r"paragraph|version|file|match|case|row|line|document)(s|es|y|ies)?\b"
)
"""A number and what it counts."""
WINDOW = sorted((Path(__file__).parents[2] / "unspin_gui" / "ui").rglob("*.py"))
FILES = sorted((resources() / "translations").glob("*.ts"))


@pytest.fixture
def german(qtbot: QtBot, qapp: QApplication) -> Iterator[Actions]:
    speak("de")
    window = QMainWindow()
    qtbot.addWidget(window)
    yield build_actions(window, Settings())
    speak("en")


def _forms(message: ET.Element) -> Iterator[tuple[int, str]]:
    """The translation for each grammatical number, with a count that takes it."""
    told = message.find("translation")
    assert told is not None
    if message.get("numerus"):
        yield from zip((1, 2), (form.text or "" for form in told), strict=True)
    else:
        yield -1, told.text or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_filled_in_stays_and_the_program_reads_what_the_file_says(path: Path) -> None:
    speak(path.stem)
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            source, name = message.findtext("source", ""), context.findtext("name", "")
            for count, told in _forms(message):
                found = QCoreApplication.translate(name, source, "", count)
                assert found == (told or source).replace("%Ln", str(count))
                for sign in (r"\{[^}]*\}", r"%p"):
                    assert sorted(re.findall(sign, told)) == sorted(re.findall(sign, source)), told
    speak("en")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_has_a_finished_translation(path: Path) -> None:
    open_ = [
        message.findtext("source")
        for message in ET.parse(path).iter("message")
        if (told := message.find("translation")) is None
        or told.get("type")
        or not "".join(told.itertext()).strip()
    ]
    assert open_ == []


def test_menus_and_acts_are_translated(german: Actions) -> None:
    assert german.title(german["actionNextSuspect"]) == "Weiter"
    assert accepting("7 days", "week") == "„7 days“ → „week“ übernehmen"


def test_mnemonics_differ_within_a_menu(german: Actions) -> None:
    for menu in german.menus.values():
        texts = [a.text().replace("&&", "") for a in menu.actions() if "&" in a.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(letters) == len(set(letters)), (menu.objectName(), letters)


def test_a_language_without_translation_is_english(qapp: QApplication) -> None:
    speak("xx")
    assert accepting("7 days", "week") == "accept “7 days” → “week”"
    assert set(languages()) >= {"en", "de"}
    assert languages()["de"] == "Deutsch"


def test_the_source_of_a_suggestion_is_told_in_the_language(qapp: QApplication) -> None:
    speak("de")
    told = source_in_words(THESAURUS), source_in_words("my glossary")
    speak("en")
    assert told == ("Thesaurus", "my glossary")


def _translated(tree: ast.AST) -> Iterator[str]:
    """The literal texts that a piece of code hands to `tr` or `translate`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in CALLS:
            for part in node.args:
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
                    yield part.value


def _is_a_list(node: ast.AST) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_a_list(node.body) and _is_a_list(node.orelse)
    return isinstance(node, ast.List | ast.Tuple)


def _glued(tree: ast.AST) -> Iterator[str]:
    """Code that makes one sentence of several translated texts, or of a text and a half one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            parts = [node.left, node.right]
        elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
            parts = [node.value]
        else:
            continue
        if not any(map(_is_a_list, parts)) and any(list(_translated(part)) for part in parts):
            yield ast.unparse(node)
    for text in _translated(tree):
        if re.search(r"[^\W\d_]{3}", text) and re.match(r"[\s,;.)]|.*\s\Z", text, re.DOTALL):
            yield text


def _counts_without_plural(tree: ast.AST) -> Iterator[str]:
    """Texts that put a number of their own before a noun, in one form for every number."""
    for text in _translated(tree):
        if re.search(COUNT, text) and not re.search("%L?n", text):
            yield text


def _calls_with_plural(tree: ast.AST) -> Iterator[str]:
    """Texts with `%n` that are not given a number."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in CALLS:
            own = [part.value for part in node.args if isinstance(part, ast.Constant)]
            counted = any(isinstance(text, str) and re.search("%L?n", text) for text in own)
            if counted and len(node.args) != 3:
                yield ast.unparse(node)


@pytest.mark.parametrize("path", WINDOW, ids=lambda path: path.stem)
def test_sentences_are_whole_and_counts_have_plural_forms(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert list(_glued(tree)) == []
    assert list(_counts_without_plural(tree)) == []
    assert list(_calls_with_plural(tree)) == []


@pytest.mark.parametrize(
    ("code", "find"),
    [
        ('told += self.tr("; the source is kept as {0}")', _glued),
        ('text = self.tr("They are shown, ") + end', _glued),
        ('more = tr(", {0} selected").format(3)', _glued),
        ('self.tr("{0} places").format(3)', _counts_without_plural),
        ('self.tr("{0:,} weaker hints are hidden.").format(3)', _counts_without_plural),
        ('tr("%n places")', _calls_with_plural),
    ],
)
def test_such_code_is_found(code: str, find: Callable[[ast.AST], Iterator[str]]) -> None:
    assert list(find(ast.parse(code)))


def test_numbers_have_the_form_and_the_signs_of_the_language(qapp: QApplication) -> None:
    def told(language: str) -> list[str]:
        speak(language)
        counts = (0, 1, 2, 1234)
        return [QCoreApplication.translate("", "%Ln places", "", count) for count in counts]

    assert told("de") == ["0 Stellen", "1 Stelle", "2 Stellen", "1.234 Stellen"]
    assert told("en") == ["0 places", "1 place", "2 places", "1,234 places"]
