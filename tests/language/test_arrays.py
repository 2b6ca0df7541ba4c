"""Files of arrays: what goes in comes out, the same bytes every time, and damage is noticed."""

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
