"""Every action of the window does what its name says, with suspects and without."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from unspin_gui.ui.actions.action_files import FILES_NAMES
from unspin_gui.ui.actions.action_rows import rows
from unspin_gui.ui.actions.action_table import MENUS
from unspin_gui.ui.panes.find_bar import FindBar
from unspin_gui.ui.window.main_window import MainWindow

NAMES = [row.name for menu in MENUS for row in rows(menu)]
EFFECTS = {
    "asked": "Open OpenFolder ScreenFolder SaveAs SaveReport ExportEvidence SaveDiff SaveReview "
    "SaveTracked "
    "NewGlossary OpenGlossary ImportGlossary",
    "windows": "AcceptAllFiles FindInFiles FilesSummary AcceptAll ShowSuggestions MarkAsSpun "
    "Encoding Quit EditGlossary AddEntry "
    "ExportGlossary LearnFromOriginal GlossaryStatistics GlossaryBackups "
    "Preferences Manual Shortcuts About",
    "told": "TextIsSpun IgnoreWeak Save SaveAllFiles SaveGlossary AnnounceProgress",
    "clipboard": "Cut Copy CopyCorrected CopyCitation",
    "texts": "NewFromClipboard Reload Sample Close Paste Undo Redo Restore "
    "AcceptBest AcceptAllIdentical NextFile PreviousFile FinishFile",
    "found": "IgnoreHere IgnoreInDocument NeverFlag IgnoreRemaining",
    "carets": "SelectAll FindNext FindPrevious NextSuspect PreviousSuspect NextMark PreviousMark",
    "focus": "Find Replace NextPane PreviousPane",
    "busy": "Analyse CancelWork ReloadGlossary ShowWeaker",
    "shown": "ViewMarked ViewFinal ViewOriginal ShowOverview ShowList LineNumbers CloseFiles",
    "desk": "ShowKept WordWrap ReadingWidth LockScrolling DirectionAuto DirectionLtr DirectionRtl",
    "font": "ZoomIn ZoomOut ZoomReset",
    "colours": "ThemeSystem ThemeLight ThemeDark ThemeContrast",
    "screen": "FullScreen",
}
"""What changes by each action."""
EFFECT = {f"action{name}": fact for fact, names in EFFECTS.items() for name in names.split()}
NEED_SUSPECTS = {
    *("actionNextSuspect", "actionPreviousSuspect", "actionNextMark", "actionPreviousMark"),
    *("actionShowSuggestions", "actionAcceptBest", "actionAcceptAllIdentical", "actionIgnoreHere"),
    *("actionIgnoreInDocument", "actionNeverFlag", "actionIgnoreRemaining"),
    "actionCopyCitation",
}
"""Where there is no suspect, these say so."""
TEXTS = {
    "suspects": "The husband or wife forces met a calendar year ago.\nA calendar year ago they go.",
    "none": "The partner forces met last year.\nThen they left.",
}
Act = Callable[[MainWindow], object]


def _trigger(*names: str) -> Act:
    return lambda window: [window.parts.actions[name].trigger() for name in names]


def _select_a_word(window: MainWindow) -> None:
    cursor = window.parts.views.editors.corrected.textCursor()
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    window.parts.views.editors.corrected.setTextCursor(cursor)


def _select_to_copy(window: MainWindow) -> None:
    _copy_elsewhere(window)
    _select_a_word(window)


def _copy_elsewhere(window: MainWindow) -> None:
    QApplication.clipboard().setText("copied elsewhere")


def _type(window: MainWindow) -> None:
    window.parts.views.editors.corrected.textCursor().insertText("Now: ")


def _find_the(window: MainWindow) -> None:
    window.parts.actions["actionFind"].trigger()
    window.findChild(FindBar).open_with("the", replace=False)


def _rewrite_the_file(window: MainWindow) -> None:
    window.parts.services.workspace.path.write_text("Another text.", encoding="utf-8")


def _go_to_a_fix(window: MainWindow) -> None:
    _type(window)
    window.parts.services.review.reveal(window.session.decisions[0].span)


BEFORE: dict[str, Act] = {
    "actionUndo": _type,
    "actionRedo": lambda window: (_type(window), window.session.undo()),
    "actionCut": _select_to_copy,
    "actionCopy": _select_to_copy,
    "actionMarkAsSpun": _select_a_word,
    "actionPaste": _copy_elsewhere,
    "actionNewFromClipboard": _copy_elsewhere,
    "actionCopyCorrected": _copy_elsewhere,
    "actionFindNext": _find_the,
    "actionFindPrevious": _find_the,
    "actionReload": _rewrite_the_file,
    "actionRestore": _go_to_a_fix,
    "actionAcceptBest": _trigger("actionNextSuspect"),
    "actionAcceptAllIdentical": _trigger("actionNextSuspect"),
    "actionIgnoreHere": _trigger("actionNextSuspect"),
    "actionIgnoreInDocument": _trigger("actionNextSuspect"),
    "actionNeverFlag": _trigger("actionNextSuspect"),
    "actionCopyCitation": _trigger("actionNextSuspect"),
    "actionCancelWork": _trigger("actionAnalyse"),
    "actionViewMarked": _trigger("actionViewFinal"),
    "actionZoomReset": _trigger("actionZoomIn"),
    "actionThemeSystem": _trigger("actionThemeContrast"),
    "actionThemeLight": _trigger("actionThemeDark"),
    "actionDirectionAuto": _trigger("actionDirectionRtl"),
}
"""What gives an action something to do."""


class Seen:
    """What a user sees and hears of a window, and has of it on the clipboard."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._told: list[str] = []
        self._busy: list[bool] = []
        window.parts.services.review.told.connect(self._told.append)
        window.session.state_changed.connect(self._note_work)

    def _note_work(self) -> None:
        self._busy.append(self._window.property("analysing"))

    def facts(self) -> dict[str, Any]:
        """By the names that `EFFECTS` uses; only what is left of it when the window is gone."""
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        everywhere = {
            "windows": sorted((type(top).__name__, top.windowTitle()) for top in tops),
            "clipboard": QApplication.clipboard().text(),
        }
        return everywhere | (self._facts_of(self._window) if isValid(self._window) else {})

    def _facts_of(self, window: MainWindow) -> dict[str, Any]:
        desk, focus = window.parts.views.editors, QApplication.focusWidget()
        parts = (*desk.panes, *desk.numbers, desk.overview, window.parts.views.dock)
        files = window.parts.queue.dock
        return {
            "asked": list(window.parts.feedback.prompts.names),
            "told": list(self._told),
            "texts": [pane.toPlainText() for pane in desk.panes],
            "found": [suspect.span for suspect in window.session.suspects],
            "carets": [(pane.caret, pane.selection) for pane in desk.panes],
            "focus": focus and (type(focus), focus.objectName()),
            "busy": any(self._busy) or window.property("analysing"),
            "shown": [part.isVisible() for part in (*parts, files) if part is not None],
            "desk": [
                desk.link.locked,
                desk.widths[0].is_limited,
                desk.source.highlighter.show_kept,
                desk.source.lineWrapMode(),
                desk.source.document().defaultTextOption().textDirection(),
            ],
            "font": desk.source.font().pointSizeF(),
            "colours": (
                window.parts.views.theme.look,
                QApplication.palette().window().color().name(),
            ),
            "screen": window.windowState(),
        }


def test_the_effect_of_every_action_is_known() -> None:
    assert EFFECT.keys() == set(NAMES)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_action_does_something_that_is_seen(
    open_main: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXTS[text], encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text("Also: " + TEXTS["suspects"], encoding="utf-8")
    window = open_main(path, *([other] if name in FILES_NAMES else []))
    assert bool(window.session.suspects) == (text == "suspects")
    BEFORE.get(name, lambda _window: None)(window)
    seen, action = Seen(window), window.parts.actions[name]
    assert action.isEnabled()
    fact = "told" if name in NEED_SUSPECTS and text == "none" else EFFECT[name]
    before = seen.facts()[fact]
    action.trigger()
    at_once = seen.facts()[fact]
    qtbot.waitUntil(lambda: at_once != before or seen.facts()[fact] != before)
    qtbot.waitUntil(lambda: not isValid(window) or not window.property("analysing"))
