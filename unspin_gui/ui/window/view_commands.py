"""The actions of the View menu, which set how the texts are shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from unspin_gui.settings import FONT_SIZES, Settings
from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.window.views import Views

_SWITCHES = {
    "actionWordWrap": "wrap",
    "actionReadingWidth": "reading_width",
    "actionLineNumbers": "line_numbers",
    "actionShowOverview": "overview",
    "actionShowKept": "show_kept",
    "actionShowList": "show_list",
    "actionLockScrolling": "lock_scrolling",
}
_DIRECTIONS = {
    "auto": Qt.LayoutDirection.LayoutDirectionAuto,
    "ltr": Qt.LayoutDirection.LeftToRight,
    "rtl": Qt.LayoutDirection.RightToLeft,
}


class ViewCommands(QObject):
    """Zoom, wrap, theme, panes: each is a setting, so it is the same next time."""

    def __init__(self, preferences: PreferencesStore, views: Views, actions: Actions) -> None:
        super().__init__(views.editors)
        self._preferences = preferences
        self._views = views
        self._actions = actions
        for name, field in _SWITCHES.items():
            self._actions[name].toggled.connect(_Switch(preferences, field, self).set)
        self._actions["actionViewMarked"].setChecked(True)
        self._actions["actionFullScreen"].setChecked(views.editors.window().isFullScreen())
        self._actions["actionFullScreen"].toggled.connect(self._on_full_screen)
        views.dock.put_away.connect(self._on_list_put_away)
        views.sensitivity.min_score_changed.connect(self._on_min_score)
        views.sensitivity.sources_changed.connect(self._on_sources)

    def table(self) -> dict[str, Callable[[], object]]:
        """The actions by name."""
        view = self._views.editors.set_view
        themes = {
            f"actionTheme{choice.title()}": partial(self._preferences.change, theme=choice)
            for choice in ("system", "light", "dark", "contrast")
        }
        directions = {
            f"actionDirection{choice.title()}": partial(
                self._preferences.change, text_direction=choice
            )
            for choice in _DIRECTIONS
        }
        return {
            "actionViewMarked": partial(view, marks=True, original=False),
            "actionViewFinal": partial(view, marks=False, original=False),
            "actionViewOriginal": partial(view, marks=False, original=True),
            "actionZoomIn": partial(self.zoom, 1),
            "actionZoomOut": partial(self.zoom, -1),
            "actionZoomReset": partial(self._preferences.change, font_size=Settings().font_size),
            "actionNextPane": partial(self._cycle, 1),
            "actionPreviousPane": partial(self._cycle, -1),
            **themes,
            **directions,
        }

    def show_settings(self, settings: Settings) -> None:
        """Show the settings that the actions represent, and apply them."""
        for name, field in _SWITCHES.items():
            self._actions[name].setChecked(bool(getattr(settings, field)))
        self._actions[f"actionTheme{settings.theme.title()}"].setChecked(True)
        self._actions[f"actionDirection{settings.text_direction.title()}"].setChecked(True)
        self._views.editors.set_direction(_DIRECTIONS[settings.text_direction])

    @Slot(int)
    def zoom(self, steps: int) -> None:
        """Make both texts larger or smaller."""
        least, most = FONT_SIZES
        size = self._preferences.settings.font_size + steps
        self._preferences.change(font_size=max(least, min(most, size)))

    def _cycle(self, step: int) -> None:
        editors, suspects = self._views.editors, self._views.suspects
        stops: list[QWidget] = [editors.source, editors.corrected, suspects.table]
        files = editors.window().findChild(QWidget, "fileList")  # it exists only for several files
        stops += [files] if isinstance(files, QWidget) else []
        shown = [widget for widget in stops if widget.isVisible()]
        here = next((k for k, widget in enumerate(shown) if widget.hasFocus()), -step)
        if shown:
            shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(bool)
    def _on_full_screen(self, full: bool) -> None:  # noqa: FBT001
        window = self._views.editors.window()
        if full:
            window.showFullScreen()
        else:
            window.showNormal()

    @Slot()
    def _on_list_put_away(self) -> None:
        self._preferences.change(show_list=False)

    @Slot(float)
    def _on_min_score(self, least: float) -> None:
        self._preferences.change(min_score=least)

    @Slot(tuple)
    def _on_sources(self, sources: tuple[str, ...]) -> None:
        self._preferences.change(sources=sources)


class _Switch(QObject):
    """Sets one field of the settings to the state of a checkable action."""

    def __init__(self, preferences: PreferencesStore, field: str, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._field = field

    @Slot(bool)
    def set(self, on: bool) -> None:  # noqa: FBT001
        self._preferences.change(**{self._field: on})
