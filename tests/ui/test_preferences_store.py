"""One store of preferences for all windows on the same folders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from unspin_gui.paths import user_paths
from unspin_gui.settings import Settings
from unspin_gui.store.files.settings_file import load_settings
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.window.main_window import MainWindow


@pytest.fixture
def store(qapp: object, own_home: Path) -> PreferencesStore:
    return PreferencesStore(user_paths(own_home), Settings())


def test_a_change_is_told_and_written(store: PreferencesStore) -> None:
    told: list[Settings] = []
    store.changed.connect(told.append)
    store.change(font_size=20.0, wrap=False)
    assert told == [Settings(font_size=20.0, wrap=False)]
    assert load_settings(store.paths.settings) == store.settings == told[0]


def test_what_is_no_change_is_neither_told_nor_written(store: PreferencesStore) -> None:
    told: list[Settings] = []
    store.changed.connect(told.append)
    store.change(font_size=store.settings.font_size)
    store.use(Settings())
    assert told == []
    assert not store.paths.settings.exists()


def test_who_is_told_already_reads_the_new_settings(store: PreferencesStore) -> None:
    seen: list[bool] = []
    store.changed.connect(lambda _settings: seen.append(store.settings.line_numbers))
    store.change(line_numbers=True)
    assert seen == [True]


def test_every_window_on_the_same_folders_follows(open_main: Callable[..., MainWindow]) -> None:
    first, second = open_main(), open_main()
    first.parts.actions["actionLineNumbers"].trigger()
    assert second.parts.actions["actionLineNumbers"].isChecked()
    second.parts.actions["actionLineNumbers"].trigger()
    assert not first.parts.actions["actionLineNumbers"].isChecked()
