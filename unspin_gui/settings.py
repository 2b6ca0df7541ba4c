"""Preferences as one frozen value, and as JSON values. Window geometry is kept elsewhere."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from logging import Logger

_MOST_RECENT = 10
FONT_SIZES = (6, 72)
"""The smallest and the largest font size, in points."""

Remember = Literal["ask", "always", "never"]
Theme = Literal["system", "light", "dark", "contrast"]
PopupOn = Literal["click", "ctrl"]
Direction = Literal["auto", "ltr", "rtl"]


class Settings(NamedTuple):
    """Everything the user can set; each field has a sensible default.

    `glossary` is the user's glossary file if it is not the usual one; `extra_glossaries` are
    read-only files; `starters` and `starters_off` name shipped glossaries: their order, lowest
    first (those not named come before), and those disabled. `shortcuts` maps an action's name to
    its keys. `language` is a language code, empty for the system's. `deep` lets the language model,
    if there is one, read a second time; `model` is its file if it is not the usual one.
    """

    min_score: float = 0.5
    near_threshold: int = 88
    max_suggestions: int = 5
    sources: tuple[str, ...] = ("mine", "starters", "near", "unfit")
    remember: Remember = "always"
    glossary: str = ""
    extra_glossaries: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    starters_off: tuple[str, ...] = ()
    autosave_glossary: bool = False
    popup_on_click: PopupOn = "click"
    advance_after_accept: bool = False
    tab_moves_on: bool = False
    theme: Theme = "system"
    language: str = ""
    font_family: str = ""
    font_size: float = 12.0
    wrap: bool = True
    reading_width: bool = True
    line_numbers: bool = False
    overview: bool = True
    show_list: bool = True
    lock_scrolling: bool = True
    show_kept: bool = False
    text_direction: Direction = "auto"
    finish_summary: bool = True
    journal: bool = True
    deep: bool = True
    model: str = ""
    reopen_last: bool = False
    recent: tuple[str, ...] = ()
    recent_glossaries: tuple[str, ...] = ()
    hints_dismissed: tuple[str, ...] = ()
    shortcuts: Mapping[str, str] = MappingProxyType({})

    def with_recent(self, path: str | Path) -> "Settings":
        """The settings with `path` as the most recent of at most ten files."""
        name = str(path)
        others = tuple(other for other in self.recent if other != name)
        return self._replace(recent=(name, *others)[:_MOST_RECENT])


_LIMITS: dict[str, tuple[float, float]] = {
    "min_score": (0.0, 1.0),
    "near_threshold": (70, 100),
    "max_suggestions": (1, 20),
    "font_size": FONT_SIZES,
}


def from_plain(raw: object) -> Settings:
    """Read settings from JSON values; drops unknown names, replaces unusable values by defaults."""
    if not isinstance(raw, dict):
        _log().warning("settings hold no table of names and values, defaults are used")
        return Settings()
    hints = get_type_hints(Settings)
    good: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in hints:
            _log().info("unknown setting left out: %s", name)
        elif (fit := _fit(name, value, hints[name])) is None:
            _log().warning("setting %s is not usable, its default is used", name)
        else:
            good[name] = fit
    return Settings(**good)


def to_plain(settings: Settings) -> dict[str, object]:
    """The settings as plain JSON values."""
    values = settings._asdict()
    return {name: dict(v) if isinstance(v, Mapping) else v for name, v in values.items()}


def is_understood(raw: object) -> bool:
    """Whether `from_plain` understands everything in these values."""
    hints = get_type_hints(Settings)
    return isinstance(raw, dict) and all(
        name not in hints or _fit(name, value, hints[name]) is not None
        for name, value in raw.items()
    )


def unknown_in(raw: object) -> dict[str, object]:
    """The JSON values that are not settings here; another version of the program knows them."""
    known = get_type_hints(Settings)
    values = raw if isinstance(raw, dict) else {}
    return {name: value for name, value in values.items() if name not in known}


def _fit(name: str, value: object, kind: object) -> object | None:
    """Convert the value to the type of its field; return None if it does not fit."""
    if get_origin(kind) is Literal:
        return value if isinstance(value, str) and value in get_args(kind) else None
    if kind in {int, float}:
        return _number(name, value, whole=kind is int)
    if kind is bool or kind is str:
        return value if isinstance(value, kind) else None
    if get_origin(kind) is tuple:
        is_list = isinstance(value, list) and all(isinstance(text, str) for text in value)
        return tuple(value) if is_list and isinstance(value, list) else None
    is_table = isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    return value if is_table else None


def _number(name: str, value: object, *, whole: bool) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    low, high = _LIMITS[name]
    if not low <= value <= high or (whole and value != int(value)):
        return None
    return int(value) if whole else float(value)


def _log() -> "Logger":
    from logging import getLogger  # noqa: PLC0415 - slow to import, hardly ever needed

    return getLogger(__name__)
