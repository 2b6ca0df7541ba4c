"""The actions of the window, built from the table: menus, tool bar and keys."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.action_rows import ActionRow, Menu, rows
from unspin_gui.ui.actions.action_table import KEPT_WORDS, MENUS, TOOL_BAR
from unspin_gui.ui.actions.fitting_tool_bar import FittingToolBar
from unspin_gui.ui.base.translating import tr

_IconOf = Callable[[str], QIcon]


class Actions:
    """The actions and menus of one window, by objectName."""

    def __init__(self, window: QMainWindow, icon: _IconOf) -> None:
        self._window = window
        self._icon = icon
        self._actions: dict[str, QAction] = {}
        self._rows: dict[str, ActionRow] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._own_keys: dict[str, str] | None = None
        self.menus: dict[str, QMenu] = {}
        for menu in MENUS:
            self._fill(window.menuBar().addMenu(tr(menu.title)), menu)
        self.tool_bar = self._tool_bar()
        self._draw(name for name, _ in TOOL_BAR if name)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def __len__(self) -> int:
        return len(self._actions)

    def by_menu(self) -> Iterator[tuple[str, tuple[QAction, ...]]]:
        """The plain title of each menu with its actions, those of submenus included."""
        for menu in MENUS:
            actions = tuple(self._actions[row.name] for row in rows(menu))
            yield plain(tr(menu.title)), actions

    def title(self, action: QAction) -> str:
        """The plain text of an action as in the menu, without the name of what it would undo."""
        return plain(tr(self._rows[action.objectName()].text))

    def default_keys(self, name: str) -> tuple[QKeySequence, ...]:
        """The keys that an action has before the user changes them."""
        return _sequences(self._rows[name].keys)

    def apply_shortcuts(self, own: Mapping[str, str]) -> None:
        """Apply the user's keys, portable texts joined by "; " (none: empty).

        Actions not named in `own` get their default keys.
        """
        if own == self._own_keys:
            return
        self._own_keys = dict(own)
        for name, action in self._actions.items():
            text = own.get(name)
            keys = self._rows[name].keys if text is None else text.split("; ")
            action.setShortcuts(_sequences(keys))
            shown = keys_text(action)
            action.setToolTip(action.statusTip() + (f" ({shown})" if shown else ""))

    def apply_icons(self, icon: _IconOf) -> None:
        """Redraw the icons, for example after a change of the palette."""
        self._icon = icon
        self.draw_icons()

    def draw_icons(self) -> None:
        """Draw every icon; until the first paint only the tool bar has icons."""
        self._draw(self._rows)

    def _draw(self, names: Iterable[str]) -> None:
        for name in names:
            if self._rows[name].icon:
                self._actions[name].setIcon(self._icon(self._rows[name].icon))

    def _fill(self, menu: QMenu, items: Menu) -> None:
        menu.setObjectName(items.name)
        self.menus[items.name] = menu
        for item in items.items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, ActionRow):
                menu.addAction(self._add(item))
            else:
                self._fill(menu.addMenu(tr(item.title)), item)

    def _add(self, row: ActionRow) -> QAction:
        action = QAction(tr(row.text), self._window)
        action.setObjectName(row.name)
        action.setStatusTip(tr(row.tip))
        action.setCheckable(row.checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if row.group:
            self._group(row.group).addAction(action)
        self._actions[row.name] = action
        self._rows[row.name] = row
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self._window)
        return self._groups[name]

    def _tool_bar(self) -> FittingToolBar:
        bar = FittingToolBar(tr("Tool bar"), KEPT_WORDS, self._window)
        bar.setObjectName("toolBar")
        bar.setMovable(False)
        for name, short in TOOL_BAR:
            if name:
                self._actions[name].setIconText(tr(short))
                bar.addAction(self._actions[name])
            else:
                bar.addSeparator()
        self._window.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        return bar


def build_actions(window: QMainWindow, settings: Settings, icon: _IconOf | None = None) -> Actions:
    """Build every action, menu and the tool bar of `window`; `icon` draws an icon by name."""
    actions = Actions(window, icon or (lambda _name: QIcon()))
    actions.apply_shortcuts(settings.shortcuts)
    return actions


def plain(text: str) -> str:
    """The text of an action or menu without its mnemonic and ellipsis."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def keys_text(action: QAction) -> str:
    """The keys of an action in the system's notation; empty if it has none."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts() if not key.isEmpty())


def first_key(action: QAction) -> str:
    """The key to show where there is room for one; empty if there is none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def shortcuts_text(keys: list[QKeySequence] | tuple[QKeySequence, ...]) -> str:
    """Keys in the notation of the settings."""
    return "; ".join(key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys)


def clashes(actions: Actions) -> dict[str, tuple[QAction, ...]]:
    """The keys, in portable text, that more than one action responds to."""
    owners: dict[str, list[QAction]] = {}
    for action in actions:
        for key in action.shortcuts():
            owners.setdefault(key.toString(), []).append(action)
    return {key: tuple(some) for key, some in owners.items() if len(some) > 1}


def _sequences(keys: tuple[str, ...] | list[str]) -> tuple[QKeySequence, ...]:
    made = (QKeySequence.fromString(key) for key in keys if key)
    return tuple(key for key in made if key.toString())
