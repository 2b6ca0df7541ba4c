"""The meaning of keys in the suggestion popup."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Act = Literal[
    "accept", "identical", "advance", "next", "previous", "close", "back", "undo", "redo",
    "here", "document", "never", "cite", "rest", "weak", "restore", "pick", "more", "type", "empty",
    "elsewhere",
]  # fmt: skip
Key = Qt.Key
Mod = Qt.KeyboardModifier

_EVERYWHERE: dict[tuple[int, Qt.KeyboardModifier], Act] = {
    (Key.Key_Return, Mod.NoModifier): "accept",
    (Key.Key_Return, Mod.ShiftModifier): "identical",
    (Key.Key_Return, Mod.ControlModifier): "advance",
    (Key.Key_Escape, Mod.NoModifier): "close",
}
WHILE_TYPING: dict[str, Act] = {
    "actionNextSuspect": "next",
    "actionPreviousSuspect": "previous",
    "actionAcceptBest": "advance",
    "actionAcceptAllIdentical": "identical",
    "actionShowSuggestions": "back",
}
"""What some actions of the window mean here, whatever their keys."""
ACTS_OF_ACTIONS: dict[str, Act] = {
    **WHILE_TYPING,
    "actionIgnoreHere": "here",
    "actionIgnoreInDocument": "document",
    "actionNeverFlag": "never",
    "actionIgnoreWeak": "weak",
    "actionRestore": "restore",
    "actionCopyCitation": "cite",
    "actionUndo": "undo",
    "actionRedo": "redo",
}
"""The same while the own wording does not have the focus, since it uses these keys itself."""
_PLAIN: dict[int, Act] = {
    Key.Key_I: "here",
    Key.Key_D: "document",
    Key.Key_N: "never",
    Key.Key_C: "cite",
    Key.Key_R: "restore",
    Key.Key_0: "rest",
    Key.Key_Backspace: "empty",
    Key.Key_Delete: "empty",
    Key.Key_Right: "more",
}
_PICKS = range(Key.Key_1, Key.Key_9 + 1)
_BARE = {Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_Meta, Key.Key_AltGr}


def act_of(event: QKeyEvent, *, typing: bool, decided: bool) -> Act | None:
    """Return the act for a key; None if the key belongs to the focused part.

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
    """Return the act for a letter; with Shift it is text, as a wording may begin with a capital."""
    key = event.key()
    if not event.modifiers() & Mod.ShiftModifier:
        if key in _PICKS:
            return "pick"
        act = _PLAIN.get(key)
        if act is not None and (act != "restore" or decided):
            return act
    return "type" if _is_written(event) and not event.text().isspace() else None


def _is_written(event: QKeyEvent) -> bool:
    """Whether the key types a character, with or without AltGr."""
    ctrl = event.modifiers() & (Mod.ControlModifier | Mod.MetaModifier)
    alt = event.modifiers() & Mod.AltModifier
    return bool(event.text()) and event.text().isprintable() and bool(alt) == bool(ctrl)


def _elsewhere(event: QKeyEvent, *, typing: bool) -> Act | None:
    """Return the act for a key with Ctrl or Alt: the window's own, except while typing."""
    return None if typing or event.key() in _BARE else "elsewhere"


def number_of(event: QKeyEvent) -> int:
    """Return which suggestion a digit picks, from 0."""
    return int(event.key()) - Key.Key_1
