"""The window in another language."""

import re
from collections.abc import Iterator
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

FILES = sorted((resources() / "translations").glob("*.ts"))


@pytest.fixture
def german(qtbot: QtBot, qapp: QApplication) -> Iterator[Actions]:
    speak("de")
    window = QMainWindow()
    qtbot.addWidget(window)
    yield build_actions(window, Settings())
    speak("en")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_filled_in_stays_and_the_program_reads_what_the_file_says(path: Path) -> None:
    speak(path.stem)
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            source, told = message.findtext("source", ""), message.findtext("translation", "")
            found = QCoreApplication.translate(context.findtext("name", ""), source)
            assert found == (told or source)
            for sign in (r"\{[^}]*\}", r"%p"):
                assert sorted(re.findall(sign, found)) == sorted(re.findall(sign, source)), source
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
