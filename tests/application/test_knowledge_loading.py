"""Knowledge read from files, as the window and the commands both do it."""

from pathlib import Path

import pytest

from unspin_gui.application import layers
from unspin_gui.application.knowledge_loading import load_knowledge, read_glossaries
from unspin_gui.core.detection.knowledge import Options
from unspin_gui.paths import user_paths
from unspin_gui.settings import Settings
from unspin_gui.store.files.settings_file import save_settings

ONLY_MINE = Options(sources=frozenset({"mine"}))


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Settings, Path]:
    """Two read-only glossaries, the second switched off, and the user's own."""
    for name in ("on", "off", "own"):
        (tmp_path / f"{name}.yaml").write_text(f"- spun: {name} a\n  fix: {name} b\n", "utf-8")
    shipped = [tmp_path / "on.yaml", tmp_path / "off.yaml"]
    monkeypatch.setattr(layers, "starter_glossaries", lambda: shipped)
    own = tmp_path / "own.yaml"
    return Settings()._replace(starters_off=("off",), glossary=str(own)), own


def test_what_is_switched_off_is_read_only_where_it_is_to_be_shown(
    files: tuple[Settings, Path],
) -> None:
    settings, own = files
    used = read_glossaries(settings, own)
    shown = read_glossaries(settings, own, all_of_them=True)
    assert [other.path.stem for other in used.others] == ["on"]
    assert [(other.path.stem, other.used) for other in shown.others] == [
        ("on", True),
        ("off", False),
    ]
    assert used.mine is not None
    assert [entry.phrase for entry in used.mine.glossary.entries] == ["own a"]


def test_a_damaged_glossary_is_left_out_and_told(files: tuple[Settings, Path]) -> None:
    settings, own = files
    own.write_bytes(b"- spun: [\n")
    (own.parent / "on.yaml").write_bytes(b"{")
    loaded = read_glossaries(settings, own)
    assert loaded.others == ()
    assert loaded.mine is None
    assert loaded.broken is not None
    assert [Path(str(error.path)).name for error in loaded.errors] == ["on.yaml", "own.yaml"]


def test_commands_know_what_the_window_uses(
    files: tuple[Settings, Path],
) -> None:
    settings, own = files
    save_settings(user_paths().settings, settings)
    glossaries = load_knowledge(None, ONLY_MINE).knowledge.glossaries
    window = read_glossaries(settings, own)
    assert window.mine is not None
    assert [g.entries for g in glossaries] == [
        *(other.glossary.entries for other in window.others),
        window.mine.glossary.entries,
    ]
    assert [g.mine for g in glossaries] == [False, True]


def test_named_files_are_used_instead_and_one_that_is_missing_is_told(
    files: tuple[Settings, Path],
) -> None:
    _, own = files
    loaded = load_knowledge([str(own), "none", "nowhere.yaml"], ONLY_MINE)
    assert [g.name for g in loaded.knowledge.glossaries] == ["own"]
    assert [Path(str(error.path)).name for error in loaded.failures] == ["nowhere.yaml"]
    assert loaded.knowledge.reader is None
