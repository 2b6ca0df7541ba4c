"""The items of the menus: a row, a submenu or a separator."""

from typing import NamedTuple


def tr(text: str) -> str:
    """Mark a text for translation; it is translated when the actions are built."""
    return text


class ActionRow(NamedTuple):
    """One action.

    `name` is its objectName; `keys` are key sequences in portable text, the first one shown.
    `group` names the set of checkable actions of which exactly one is on.
    """

    name: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""


class Menu(NamedTuple):
    """A menu: rows, submenus, and None for a separator."""

    name: str
    title: str
    items: "tuple[ActionRow | Menu | None, ...]" = ()


def switch(name: str, text: str, tip: str, *keys: str, group: str = "") -> ActionRow:
    """A row that can be checked."""
    return ActionRow(name, text, tip, keys, checkable=True, group=group)


def rows(menu: Menu) -> tuple[ActionRow, ...]:
    """Every row of a menu and its submenus, in order."""
    found: list[ActionRow] = []
    for item in menu.items:
        if isinstance(item, ActionRow):
            found.append(item)
        elif isinstance(item, Menu):
            found += rows(item)
    return tuple(found)
