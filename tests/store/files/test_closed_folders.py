"""Folders that let no one look into them cost what lies in them, and nothing else.

A name that is too long is refused by the system to everybody, the administrator too.
"""

from pathlib import Path

import pytest

from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.settings import Settings
from unspin_gui.store.files import atomic
from unspin_gui.store.files.settings_file import load_settings
from unspin_gui.store.glossary import backups, glossary_file
from unspin_gui.store.glossary.size_history import load_growth
from unspin_gui.store.glossary.usage import load_usage
from unspin_gui.store.review.decisions_file import load_decisions, save_decisions
from unspin_gui.store.review.journal import left_behind


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    return tmp_path / ("x" * 300)


def test_nobody_knows_what_is_there(closed: Path) -> None:
    assert atomic.is_there(closed / "a.txt")
    assert atomic.files_in(closed, "*") == []
    with pytest.raises(StoreError, match="the name is too long"):
        atomic.token_on_disk(closed / "a.txt")


def test_what_can_be_done_without_is_done_without(closed: Path) -> None:
    assert load_settings(closed / "settings.json") == Settings()
    assert load_usage(closed / "usage.json").counts == {}
    assert load_growth(closed / "sizes.json") == ()
    assert load_decisions(closed, "a.txt", "text") is None
    assert left_behind(closed) == ()
    assert backups.backups_of(Path("a.yaml"), closed) == ()


def test_what_is_wanted_is_told_in_a_sentence(closed: Path) -> None:
    with pytest.raises(StoreError, match="the name is too long"):
        glossary_file.read_or_new(closed / "glossary.yaml")
    with pytest.raises(StoreError, match="the name is too long"):
        save_decisions(closed, "a.txt", Document("text"))


def test_a_glossary_that_is_a_link_to_itself_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.symlink_to(path)
    with pytest.raises(StoreError, match="the link points to itself"):
        glossary_file.read_or_new(path)
    file = glossary_file.GlossaryFile(path, "", glossary_file.Glossary("mine", mine=True))
    with pytest.raises(StoreError, match="the link points to itself"):
        glossary_file.save(file, glossary_file.added([glossary_file.Entry("a", ("b",))]))
