"""Where the user's files lie."""

from pathlib import Path

import pytest

from unspin_gui.paths import user_paths


def test_a_home_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNSPIN_HOME", "UNSPIN_CACHE"):
        monkeypatch.delenv(name)
    named = user_paths(tmp_path)
    folders = {named.data, named.config, named.state, named.cache}
    assert {folder.parent for folder in folders} == {tmp_path}
    assert len(folders) == 4
    monkeypatch.setenv("UNSPIN_HOME", str(tmp_path))
    assert user_paths() == named


def test_the_cache_lies_where_the_user_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNSPIN_CACHE", "/elsewhere")
    assert user_paths().cache == user_paths("/home").cache == Path("/elsewhere")
