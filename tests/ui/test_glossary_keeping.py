"""Saving the glossary keeps its versions and its size."""

from pathlib import Path

from unspin_gui.application.glossary_saving import save_and_keep, sizes_file
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.paths import user_paths
from unspin_gui.store.glossary import backups, glossary_file
from unspin_gui.store.glossary.size_history import load_growth


def test_versions_before_and_after_are_kept_and_the_size_noted(own_home: Path) -> None:
    paths = user_paths(own_home)
    paths.glossary.parent.mkdir(parents=True)
    paths.glossary.write_text("- spun: alpha\n  fix: beta\n", encoding="utf-8")
    file = glossary_file.read(paths.glossary)
    saved, error = save_and_keep(file, glossary_file.added([Entry("7 days", ("week",))]), paths)
    assert error is None
    kept = backups.backups_of(paths.glossary, paths.backups)
    assert [len(glossary_file.read(one.path).glossary) for one in kept] == [2, 1]
    assert [size.entries for size in load_growth(sizes_file(paths.glossary, paths))] == [1, 2]
    assert len(saved.file.glossary) == 2


def test_a_backup_that_fails_does_not_lose_the_save(own_home: Path) -> None:
    paths = user_paths(own_home)
    paths.data.mkdir(parents=True)
    paths.backups.write_text("a file where the folder should be", encoding="utf-8")
    file = glossary_file.read_or_new(paths.glossary)
    saved, error = save_and_keep(file, glossary_file.added([Entry("7 days", ("week",))]), paths)
    assert error is not None
    assert str(paths.backups) in str(error)
    assert len(glossary_file.read(paths.glossary).glossary) == len(saved.file.glossary) == 1
