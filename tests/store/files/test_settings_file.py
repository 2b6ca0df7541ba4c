"""Preferences survive a restart; a damaged file, or one of another version, costs nothing."""

import json
from pathlib import Path

import pytest

from unspin_gui.core.errors import StoreError
from unspin_gui.settings import Settings
from unspin_gui.store.files.settings_file import keep_unusable, load_settings, save_settings

CHANGED = Settings(min_score=0.7, theme="dark", shortcuts={"actionOpen": "Ctrl+O"}, recent=("/ü",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_what_is_saved_is_loaded(path: Path) -> None:
    save_settings(path, CHANGED)
    assert load_settings(path) == CHANGED
    assert path.stat().st_mode & 0o077 == 0


def test_without_a_file_there_are_defaults(path: Path) -> None:
    assert load_settings(path) == Settings()
    assert not path.parent.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\0", "[" * 100_000, '"x"', "{}"])
def test_a_damaged_file_means_defaults(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    assert load_settings(path) == Settings()


def test_infinite_figures_fall_back(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"min_score": NaN, "font_size": Infinity, "wrap": false}')
    assert load_settings(path) == Settings(wrap=False)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file stands in the way")
    with pytest.raises(StoreError, match="folder"):
        save_settings(tmp_path / "config" / "settings.json", CHANGED)


def test_damaged_settings_are_kept_beside_before_they_are_written_anew(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"theme": "dark", ')
    save_settings(path, Settings())
    save_settings(path, CHANGED)
    assert path.with_name("settings.json.broken").read_bytes() == b'{"theme": "dark", '
    assert load_settings(path) == CHANGED


@pytest.mark.parametrize(
    "text",
    ['{"theme": "dark", ', '{"theme": "sepia"}', '{"version": 2, "theme": "dark"}', "[1]", "\0"],
)
def test_what_is_not_understood_in_full_is_kept_and_told(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    told = keep_unusable(path)
    assert told is not None
    assert "settings.json.broken" in str(told)
    assert str(save_settings(path, CHANGED)) == str(told)
    assert path.with_name("settings.json.broken").read_text() == text
    assert save_settings(path, CHANGED) is None
    assert load_settings(path) == CHANGED


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(path: Path) -> None:
    path.parent.mkdir()
    for text in ("first", "second", "first"):
        path.write_text(text)
        save_settings(path, CHANGED)
    kept = {other.name: other.read_text() for other in path.parent.glob("*.broken*")}
    assert kept == {"settings.json.broken": "first", "settings.json.broken-2": "second"}


def test_what_another_version_knows_stays_in_the_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "of_tomorrow": [1, {"a": null}]}')
    assert keep_unusable(path) is None
    assert save_settings(path, CHANGED) is None
    assert json.loads(path.read_text())["of_tomorrow"] == [1, {"a": None}]
    assert load_settings(path) == CHANGED
