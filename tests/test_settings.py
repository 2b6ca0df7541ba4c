"""Preferences are values; one that is not usable costs its default, and no other."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui import settings
from unspin_gui.settings import Settings

CHANGED = Settings(
    min_score=0.7,
    near_threshold=95,
    sources=("mine",),
    theme="dark",
    shortcuts={"actionOpen": "Ctrl+O"},
    recent=("/a", "/ü"),
)


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
        CHANGED._replace(**{name: getattr(Settings(), name)}) if "no_" not in name else CHANGED
    )
    assert settings.from_plain(json.loads(json.dumps(raw))) == expected


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
    with pytest.raises(AttributeError):
        Settings().wrap = False  # type: ignore[misc]
