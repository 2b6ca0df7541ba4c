"""Preferences survive a restart, and a damaged file costs a default, not the start."""

import json
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui import settings
from unspin_gui.core.errors import StoreError
from unspin_gui.settings import Settings

CHANGED = Settings(
    min_score=0.7,
    near_threshold=95,
    sources=("mine",),
    theme="dark",
    shortcuts={"actionOpen": "Ctrl+O"},
    recent=("/a", "/ü"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_what_is_saved_is_loaded(path: Path) -> None:
    settings.save_settings(path, CHANGED)
    assert settings.load_settings(path) == CHANGED
    assert path.stat().st_mode & 0o077 == 0


def test_without_a_file_there_are_defaults(path: Path) -> None:
    assert settings.load_settings(path) == Settings()
    assert not path.parent.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\0", "[" * 100_000, '"x"', "{}"])
def test_a_damaged_file_means_defaults(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    assert settings.load_settings(path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_score", "0.7"),
        ("min_score", 7),
        ("min_score", True),
        ("near_threshold", 88.5),
        ("near_threshold", None),
        ("theme", "pink"),
        ("theme", []),
        ("wrap", 1),
        ("sources", "mine"),
        ("sources", [1]),
        ("shortcuts", {"a": 1}),
        ("font_family", 3),
        ("no_such_setting", 3),
    ],
)
def test_one_bad_field_does_not_spoil_the_others(name: str, value: object) -> None:
    raw = {**settings.to_plain(CHANGED), name: value}
    expected = (
        replace(CHANGED, **{name: getattr(Settings(), name)}) if "no_" not in name else CHANGED
    )
    assert settings.from_plain(json.loads(json.dumps(raw))) == expected


def test_infinite_figures_fall_back(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"min_score": NaN, "font_size": Infinity, "wrap": false}')
    assert settings.load_settings(path) == Settings(wrap=False)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(settings.to_plain(Settings()))), json_values))
def test_any_values_give_settings_that_can_be_saved_again(raw: dict[str, object]) -> None:
    read = settings.from_plain(raw)
    assert settings.from_plain(json.loads(json.dumps(settings.to_plain(read)))) == read


def test_recent_are_ten_and_each_once() -> None:
    now = Settings()
    for number in [*range(12), 5]:
        now = now.with_recent(f"/{number}")
    assert now.recent == tuple(f"/{n}" for n in (5, 11, 10, 9, 8, 7, 6, 4, 3, 2))


def test_settings_are_values() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().wrap = False  # type: ignore[misc]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file stands in the way")
    with pytest.raises(StoreError, match="folder"):
        settings.save_settings(tmp_path / "config" / "settings.json", CHANGED)


def test_damaged_settings_are_kept_beside_before_they_are_written_anew(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"theme": "dark", ')
    settings.save_settings(path, Settings())
    settings.save_settings(path, CHANGED)
    assert path.with_name("settings.json.broken").read_bytes() == b'{"theme": "dark", '
    assert settings.load_settings(path) == CHANGED
