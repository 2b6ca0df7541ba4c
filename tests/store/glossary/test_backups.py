"""Earlier versions are kept by fixed rules, and never the only good one is thrown away."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.glossary import backups
from unspin_gui.store.glossary.backups import Backup, backups_of, keep, restore, superfluous

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "glossary.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def save(path: Path, folder: Path, number: int, when: datetime) -> Backup | None:
    path.write_text(f"- spun: a{number}\n  fix: b\n")
    return keep(path, folder, now=when)


def made(*whens: datetime) -> list[Backup]:
    return [Backup(Path(when.isoformat()), when) for when in whens]


def kept(all_: list[Backup]) -> list[datetime]:
    gone = superfluous(all_, is_good=lambda _: True)
    return sorted(one.when for one in all_ if one not in gone)


def test_the_last_ten_saves_of_one_day_are_kept() -> None:
    saves = made(*(MONDAY + timedelta(minutes=n) for n in range(30)))
    assert kept(saves) == [one.when for one in saves[20:]]


def test_seven_days_and_four_weeks_are_kept() -> None:
    saves = made(*(MONDAY - timedelta(days=n, hours=h) for n in range(60) for h in (0, 1, 2)))
    left = kept(saves)
    assert left[-10:] == sorted(one.when for one in saves)[-10:]
    days = [MONDAY - timedelta(days=n) for n in range(7)]
    assert set(days) <= set(left)
    sundays = [MONDAY - timedelta(days=n) for n in (1, 8, 15)]
    assert set(sundays) <= set(left)
    assert len(left) <= 10 + 7 + 4


def test_the_year_turns_without_a_gap() -> None:
    saves = made(*(datetime(2027, 1, 3, 9, tzinfo=UTC) - timedelta(days=n) for n in range(40)))
    weeks = {when.strftime("%G-%V") for when in kept(saves)}
    assert {"2026-53", "2026-52", "2026-51", "2026-50"} <= weeks


@given(st.lists(st.integers(0, 2000), unique=True), st.sets(st.integers(0, 2000)))
def test_whatever_is_thinned_a_good_copy_stays(hours: list[int], good: set[int]) -> None:
    all_ = made(*(MONDAY - timedelta(hours=n) for n in hours))
    whole = {Path((MONDAY - timedelta(hours=n)).isoformat()) for n in good}
    gone = superfluous(all_, is_good=lambda path: path in whole)
    left = [one for one in all_ if one not in gone]
    assert len(left) <= 10 + 7 + 4 + 1
    assert any(one.path in whole for one in left) == any(one.path in whole for one in all_)
    assert superfluous(left, is_good=lambda path: path in whole) == ()


def test_saves_are_kept_and_thinned_on_disk(path: Path, folder: Path) -> None:
    for number in range(25):
        save(path, folder, number, MONDAY + timedelta(minutes=number))
    found = backups_of(path, folder)
    assert len(found) == 10
    assert found[0].path.read_text() == path.read_text()


def test_the_same_version_is_kept_once(path: Path, folder: Path) -> None:
    assert save(path, folder, 1, MONDAY) is not None
    assert save(path, folder, 1, MONDAY + timedelta(hours=1)) is None
    assert len(backups_of(path, folder)) == 1


def test_a_clock_that_goes_back_does_not_change_the_order(path: Path, folder: Path) -> None:
    save(path, folder, 1, MONDAY)
    save(path, folder, 2, MONDAY - timedelta(days=30))
    save(path, folder, 3, MONDAY)
    assert ["a3" in one.path.read_text() for one in backups_of(path, folder)] == [
        True,
        False,
        False,
    ]


def test_the_only_good_copy_survives_broken_saves(path: Path, folder: Path) -> None:
    save(path, folder, 0, MONDAY - timedelta(days=300))
    for number in range(40):
        path.write_text(f"- spun: [{number}\n")
        keep(path, folder, now=MONDAY + timedelta(minutes=number))
    good = [one for one in backups_of(path, folder) if backups.is_readable(one.path)]
    assert len(good) == 1


def test_restoring_keeps_what_was_there(path: Path, folder: Path) -> None:
    first = save(path, folder, 1, MONDAY)
    assert first is not None
    path.write_text("- spun: latest\n")
    restore(first, path, folder)
    assert "a1" in path.read_text()
    assert any("latest" in one.path.read_text() for one in backups_of(path, folder))
    path.unlink()
    restore(first, path, folder)
    assert "a1" in path.read_text()


def test_a_broken_version_is_not_restored(path: Path, folder: Path) -> None:
    first = save(path, folder, 1, MONDAY)
    assert first is not None
    first.path.write_text("- spun: [\n")
    with pytest.raises(StoreError):
        restore(first, path, folder)
    assert "a1" in path.read_text()


def test_files_of_the_same_name_do_not_mix(tmp_path: Path, folder: Path) -> None:
    for name in ("one", "two"):
        path = tmp_path / name / "glossary.yaml"
        path.parent.mkdir()
        save(path, folder, 1, MONDAY)
        (folder / "notes.yaml").touch()
        assert len(backups_of(path, folder)) == 1


def test_a_version_known_to_be_readable_is_not_read_again(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(backups, "is_readable", lambda kept: bool(seen.append(kept)))
    for number in range(backups.LAST + 3):
        path.write_text(f'- spun: "{number}"\n  fix: "x"\n')
        backups.keep(path, folder, readable=atomic.token_on_disk(path))
    assert seen == []
