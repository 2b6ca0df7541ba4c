"""What a window was like when it was closed is what the next start shows, on any screen."""

import functools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from unspin_gui.app import open_window
from unspin_gui.ui.window.main_window import MainWindow

_STARTS = Path(__file__).with_name("starts.py")
_ROOT = _STARTS.parents[2]
_WIDTHS = (760, 1280, 2560)
_SIZES = ("small", "maximised")
_PLACES = ("left", "right", "bottom", "floating", "closed")
Seen = dict[str, Any]


def run_starts(starts: Sequence[tuple[Path, list[str]]], width: int, folder: Path) -> list[Seen]:
    """What each start showed, on a screen where a window that is not maximised is so wide."""
    screen = {"name": "it", "x": 0, "y": 0, "width": width + 40, "height": 900, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    config = folder / f"screen-{width}.json"
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    wanted = json.dumps([{"home": str(home), "acts": acts} for home, acts in starts])
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "PYTHONPATH": str(_ROOT),
    }
    done = subprocess.run(
        [sys.executable, str(_STARTS), wanted],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen: list[Seen] = json.loads(done.stdout)
    return seen


@pytest.fixture(scope="module")
def three_starts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], dict[str, Any]]:
    """For a width: three starts of every size and place, borders moved, and of untouched ones."""

    @functools.cache
    def of(width: int) -> dict[str, list[Seen]]:
        folder = tmp_path_factory.mktemp(f"starts-{width}")
        places = [f"{size} {place}" for size in _SIZES for place in _PLACES]
        names = [*_SIZES, *(f"{name} drag" for name in places)]
        starts = [
            (folder / name.replace(" ", "-"), acts)
            for name in names
            for acts in (name.split(), [], [])
        ]
        seen = run_starts(starts, width, folder)
        return {name: seen[3 * k : 3 * k + 3] for k, name in enumerate(names)}

    return of


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("width", _WIDTHS)
def test_every_start_is_as_the_window_was_left(
    three_starts: Callable[[int], dict[str, Any]], width: int, size: str, place: str
) -> None:
    first, second, third = three_starts(width)[f"{size} {place} drag"]
    assert first["maximised"] == (size == "maximised")
    assert first["window"] >= width
    assert (first["list"] is None) == (place == "closed")
    assert (first["floating"] is not None) == (place == "floating")
    assert second == first
    assert third == first


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("width", _WIDTHS)
def test_the_texts_have_most_of_a_window_that_nobody_arranged(
    three_starts: Callable[[int], dict[str, Any]], width: int, size: str
) -> None:
    first, second, third = three_starts(width)[size]
    assert first == second == third
    for seen in (first, second, third):
        assert 250 <= seen["list"][0] <= max(340, width // 3)
        source, corrected = seen["panes"]
        assert abs(source - corrected) <= 20
        assert source + corrected >= 0.6 * width


def test_the_list_never_has_all_the_room_not_even_before_anything_is_laid_out(
    open_main: Callable[..., MainWindow], own_home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A text.", encoding="utf-8")
    first = open_main(path)
    width = first.parts.views.dock.width()
    first.close()
    second = open_window([path], home=own_home)
    assert second.parts.views.dock.width() == width
    second.close()


def test_a_list_that_comes_back_is_as_wide_as_it_was(tmp_path: Path) -> None:
    home = tmp_path / "home"
    acts = [["small", "drag"], ["closed"], [], ["empty"], ["show"], []]
    seen = run_starts([(home, each) for each in acts], 1280, tmp_path)
    shown = [each["list"] and each["list"][0] for each in seen]
    assert shown == [396, None, None, None, 396, 396]


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("place", ["left", "right", "bottom"])
def test_texts_stay_readable_on_a_smaller_screen(tmp_path: Path, place: str, size: str) -> None:
    home = tmp_path / "home"
    (large,) = run_starts([(home, [size, place, "widen"])], 2560, tmp_path)
    small = run_starts([(home, []), (home, ["widen"]), (home, [])], 760, tmp_path)
    assert max(pane for pane in large["panes"]) > 500
    opened, widened, again = small
    assert opened["window"] <= 800
    across = int(place == "bottom")
    if not across:
        assert large["list"][0] > 0.5 * large["window"]
        assert 250 <= opened["list"][0] <= 0.4 * opened["window"]
        assert widened["list"][0] > 0.5 * widened["window"]  # who wants it so at this size, has it
    assert min(opened["panes"]) >= 200
    assert again["list"][across] == widened["list"][across]


def test_places_that_an_earlier_version_wrote_are_not_used(tmp_path: Path) -> None:
    """They may say that the list takes the window."""
    home = tmp_path / "home"
    (first,) = run_starts([(home, ["small"])], 1280, tmp_path)
    (file,) = home.rglob("window.ini")
    stored = QSettings(str(file), QSettings.Format.IniFormat)
    state = bytes(stored.value("state").data())
    assert state[4:8] == (2).to_bytes(4)
    stored.setValue("state", state[:4] + (1).to_bytes(4) + state[8:])
    for name in ("list", "room"):
        stored.remove(name)
    stored.sync()
    (second,) = run_starts([(home, [])], 1280, tmp_path)
    assert second == first


@pytest.mark.parametrize("word", ["much", "--5", "@ByteArray(much)", "@Invalid()", ""])
def test_a_damaged_file_means_the_usual_window(tmp_path: Path, word: str) -> None:
    home, fresh = tmp_path / "home", tmp_path / "fresh"
    damage(home, word)
    damaged, usual = run_starts([(home, []), (fresh, [])], 1280, tmp_path)
    assert damaged == usual


@pytest.mark.parametrize("word", ["-7", "99999999999999999999"])
def test_impossible_sizes_leave_a_window_that_can_be_used(tmp_path: Path, word: str) -> None:
    home = tmp_path / "home"
    damage(home, word)
    (seen,) = run_starts([(home, [])], 1280, tmp_path)
    assert seen["list"][0] >= 100
    assert min(seen["panes"]) >= 70
    assert seen["sorted"][0] == -1


def damage(home: Path, word: str) -> None:
    names = ("geometry", "state", "splitter", "sorted", "descending", "list", "room")
    words = [f"{name}={word}\n" for name in names]
    file = home / "config" / "window.ini"
    file.parent.mkdir(parents=True)
    file.write_text("[General]\n" + "".join(words), encoding="utf-8")


def test_order_size_and_look_are_as_they_were(tmp_path: Path) -> None:
    home = tmp_path / "home"
    acts = [["small"], ["sort", "zoom", "dark"], [], []]
    usual, chosen, *later = run_starts([(home, each) for each in acts], 1280, tmp_path)
    assert usual["phrases"] == ["husband or wife forces", "calendar year ago"]
    assert chosen["sorted"] == [0, "DescendingOrder"]
    assert chosen["font"] == usual["font"] + 3
    assert chosen["look"] != usual["look"]
    assert later == [chosen, chosen]


def test_an_order_that_is_given_up_stays_given_up(tmp_path: Path) -> None:
    home = tmp_path / "home"
    acts = [["small", "sort"], ["unsort"], []]
    _sorted, given_up, later = run_starts([(home, each) for each in acts], 1280, tmp_path)
    assert given_up["sorted"][0] == -1
    assert later == given_up


def test_a_full_screen_is_left_by_the_first_key_press(tmp_path: Path) -> None:
    home = tmp_path / "home"
    acts = [["small", "full"], [], ["full"], []]
    seen = run_starts([(home, each) for each in acts], 1280, tmp_path)
    assert [each["full"] for each in seen] == [[True, True]] * 2 + [[False, False]] * 2


def test_the_next_start_asks_for_files_where_the_last_one_was(
    open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / "a.txt"
    path.write_text("A text.", encoding="utf-8")
    before = open_main()
    before.parts.files.ask_open()
    before.close()
    open_main(path).close()
    after = open_main()
    after.parts.files.ask_open()
    folders = [window.parts.feedback.prompts.asked[0][1][0] for window in (before, after)]
    assert folders == [Path.home(), folder]
