"""The meaning of keys in the suggestion popup."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Act = Literal[
    "accept", "identical", "advance", "next", "previous", "close", "back",
    "here", "document", "never", "restore", "pick", "type", "elsewhere",
]  # fmt: skip
Key = Qt.Key
Mod = Qt.KeyboardModifier

_EVERYWHERE: dict[tuple[int, Qt.KeyboardModifier], Act] = {
    (Key.Key_Return, Mod.NoModifier): "accept",
    (Key.Key_Return, Mod.ShiftModifier): "identical",
    (Key.Key_Return, Mod.ControlModifier): "advance",
    (Key.Key_Escape, Mod.NoModifier): "close",
}
ACTS_OF_ACTIONS: dict[str, Act] = {
    "actionNextSuspect": "next",
    "actionPreviousSuspect": "previous",
    "actionAcceptBest": "advance",
    "actionAcceptAllIdentical": "identical",
}
"""What some actions of the window mean here, whatever their keys."""
_LETTERS: dict[int, Act] = {
    Key.Key_I: "here",
    Key.Key_D: "document",
    Key.Key_N: "never",
    Key.Key_R: "restore",
}
_PICKS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)
_CARET = {Key.Key_Left, Key.Key_Right, Key.Key_Backspace, Key.Key_Delete}
_BARE = {Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_Meta, Key.Key_AltGr}


def act_of(event: QKeyEvent, *, typing: bool, decided: bool) -> Act | None:
    """The act that a key stands for; None if the focused part may have the key.

    `typing`: the own wording has the focus, so letters are text. `decided`: the place had been
    decided, so R restores it; otherwise R is an ordinary letter.
    """
    key = Key.Key_Return if event.key() == Key.Key_Enter else event.key()
    modifiers = event.modifiers() & ~Mod.KeypadModifier
    act = _EVERYWHERE.get((key, modifiers))
    if act is not None:
        return act
    if modifiers & (Mod.ControlModifier | Mod.AltModifier | Mod.MetaModifier):
        return "type" if not typing and _is_written(event) else _elsewhere(event, typing=typing)
    if typing:
        return "back" if key == Key.Key_Up else None
    return _act_of_letter(event, decided=decided)


def _act_of_letter(event: QKeyEvent, *, decided: bool) -> Act | None:
    key = event.key()
    if key in _PICKS and not event.modifiers() & Mod.ShiftModifier:
        return "pick"
    act = _LETTERS.get(key)
    if act is not None and (act != "restore" or decided):
        return act
    return "type" if _is_written(event) or key in _CARET else None


def _is_written(event: QKeyEvent) -> bool:
    """Whether the key types a character, with or without AltGr."""
    ctrl = event.modifiers() & (Mod.ControlModifier | Mod.MetaModifier)
    alt = event.modifiers() & Mod.AltModifier
    return bool(event.text()) and event.text().isprintable() and bool(alt) == bool(ctrl)


def _elsewhere(event: QKeyEvent, *, typing: bool) -> Act | None:
    """Keys with Ctrl or Alt belong to the window's actions, except while typing."""
    return None if typing or event.key() in _BARE else "elsewhere"


def number_of(event: QKeyEvent) -> int:
    """Which suggestion a digit selects, from 0."""
    return event.key() - Key.Key_1
