"""Files of arrays: what goes in comes out, the same bytes every time, and damage is noticed."""

import os
from pathlib import Path

import numpy as np
import pytest

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.language import arrays

DATA = {
    "numbers": np.arange(100_000, dtype=np.int64),
    "table": np.ones((3, 5), np.float32),
    "none": np.zeros(0, np.uint16),
}


def test_round_trip_and_same_bytes() -> None:
    assert arrays.pack(DATA, "key") == arrays.pack(dict(DATA), "key")
    back = arrays.unpack(arrays.pack(DATA, "key"))
    assert list(back) == list(DATA)
    assert all((back[name] == DATA[name]).all() for name in DATA)


def test_mapped(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    assert arrays.write(path, arrays.dump(DATA, "key"))
    assert (arrays.open_mapped(path, "key")["numbers"] == DATA["numbers"]).all()
    with pytest.raises(LanguageDataError, match="another version"):
        arrays.open_mapped(path, "other")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "file"
    os.mkfifo(path)
    with pytest.raises(LanguageDataError, match="is not a file"):
        arrays.open_mapped(path, "key")
    assert arrays.write(path, arrays.dump(DATA, "key"))
    assert (arrays.open_mapped(path, "key")["numbers"] == DATA["numbers"]).all()


def test_what_killed_programs_left_is_removed(tmp_path: Path) -> None:
    path, old, new = (tmp_path / name for name in ("file", "fileold", "filenew"))
    old.touch()
    new.touch()
    os.utime(old, (1, 1))
    assert arrays.write(path, arrays.dump(DATA, "key"))
    assert sorted(tmp_path.iterdir()) == [path, new]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: bytes(len(data)),
        lambda data: data[:-500] + bytes(500),
        lambda data: data.replace(b'"at"', b'"to"', 1),
    ],
)
def test_damage_is_noticed(tmp_path: Path, damage: object) -> None:
    path = tmp_path / "file"
    path.write_bytes(damage(arrays.dump(DATA, "key")))  # type: ignore[operator]
    with pytest.raises(LanguageDataError):
        arrays.open_mapped(path, "key")
