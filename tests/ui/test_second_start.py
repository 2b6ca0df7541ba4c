"""What a window was like when it was closed is what the next start shows, on any screen."""

import functools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from unspin_gui.app import open_window
from unspin_gui.ui.window.main_window import MainWindow

_STARTS = Path(__file__).with_name("starts.py")
_ROOT = _STARTS.parents[2]
_WIDTHS = (760, 1280, 2560)
_SIZES = ("small", "maximised")
_PLACES = ("left", "right", "bottom", "floating", "closed")
_DAMAGES = ("much", "--5", "@ByteArray(much)", "@Invalid()", "", "-7", "99999999999999999999")
Seen = dict[str, Any]
Acts = list[list[str]]


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


def scenes(width: int) -> Iterator[tuple[str, Acts]]:
    """The homes of a screen by their names, each with what is done in start after start."""
    for size in _SIZES:
        for name in (size, *(f"{size} {place} drag" for place in _PLACES)):
            yield f"{width} {name}", [name.split(), [], []]
    for size, place in ((size, place) for size in _SIZES for place in ("left", "right", "bottom")):
        if width == 2560:
            yield f"shrinking {size} {place}", [[size, place, "widen"]]
        elif width == 760:
            yield f"shrinking {size} {place}", [[], ["widen"], []]
    for size in _SIZES:
        yield f"{width} {size} list", [["list", size], ["list"], [], ["list"]]
        yield f"{width} {size} list drag", [["list", size, "drag files"], ["list"], [], ["list"]]
        yield f"{width} {size} list below", [["list", size, "files below"], ["list"], ["list"]]
    if width == 1280:
        yield from ((f"damaged {number}", [[]]) for number in range(len(_DAMAGES)))
        yield "fresh", [[]]
        yield "coming back", [["small", "drag"], ["closed"], [], ["empty"], ["show"], []]
        yield "earlier", [["small"], ["earlier"]]
        yield "chosen", [["small"], ["sort", "zoom", "dark"], [], []]
        yield "given up", [["small", "sort"], ["unsort"], []]
        yield "full", [["small", "full"], [], ["full"], []]


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], dict[str, list[Seen]]]:
    """For a width: what every start of its scenes showed; one program starts all of them."""
    folder = tmp_path_factory.mktemp("screens")
    for number, word in enumerate(_DAMAGES):
        damage(folder / f"damaged {number}", word)

    @functools.cache
    def at(width: int) -> dict[str, list[Seen]]:
        if width == 760:
            at(2560)  # what shrinks was large before
        wanted = list(scenes(width))
        starts = [(folder / name, acts) for name, each in wanted for acts in each]
        seen = iter(run_starts(starts, width, folder))
        return {name: [next(seen) for _acts in each] for name, each in wanted}

    return at


@pytest.fixture(scope="module")
def usual(screens: Callable[[int], dict[str, list[Seen]]]) -> dict[str, list[Seen]]:
    """What the starts on a screen of usual width showed."""
    return screens(1280)


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("width", _WIDTHS)
def test_every_start_is_as_the_window_was_left(
    screens: Callable[[int], dict[str, list[Seen]]], width: int, size: str, place: str
) -> None:
    first, second, third = screens(width)[f"{width} {size} {place} drag"]
    assert first["maximised"] == (size == "maximised")
    assert first["window"] >= width
    assert (first["list"] is None) == (place == "closed")
    assert (first["floating"] is not None) == (place == "floating")
    assert second == first
    assert third == first


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("width", _WIDTHS)
def test_the_texts_have_most_of_a_window_that_nobody_arranged(
    screens: Callable[[int], dict[str, list[Seen]]], width: int, size: str
) -> None:
    first, second, third = screens(width)[f"{width} {size}"]
    assert first == second == third
    for seen in (first, second, third):
        assert 250 <= seen["list"][0] <= max(340, width // 3)
        source, corrected = seen["panes"]
        assert abs(source - corrected) <= 20
        assert source + corrected >= 0.6 * width


@pytest.mark.parametrize("how", ["list", "list drag", "list below"])
@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("width", _WIDTHS)
def test_the_list_of_files_is_where_it_was(
    screens: Callable[[int], dict[str, list[Seen]]], width: int, size: str, how: str
) -> None:
    first, *others = screens(width)[f"{width} {size} {how}"]
    assert first["files"] is not None
    for seen in others:
        if seen["files"] is not None:
            for name in ("files", "list", "panes"):
                assert seen[name] == pytest.approx(first[name], abs=2), name
    assert first["panes"][0] + first["panes"][1] >= 0.38 * width
    assert min(first["panes"]) >= 150


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("width", _WIDTHS)
def test_a_single_file_has_the_window_without_the_list_of_files(
    screens: Callable[[int], dict[str, list[Seen]]], width: int, size: str
) -> None:
    seen = screens(width)[f"{width} {size} list drag"][2]
    assert seen["files"] is None
    (usual, *_others) = screens(width)[f"{width} {size}"]
    assert abs(seen["list"][0] - usual["list"][0]) <= 60
    assert abs(sum(seen["panes"]) - sum(usual["panes"])) <= 60


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


def test_a_list_that_comes_back_is_as_wide_as_it_was(usual: dict[str, list[Seen]]) -> None:
    shown = [each["list"] and each["list"][0] for each in usual["coming back"]]
    assert shown == [396, None, None, None, 396, 396]


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("place", ["left", "right", "bottom"])
def test_texts_stay_readable_on_a_smaller_screen(
    screens: Callable[[int], dict[str, list[Seen]]], place: str, size: str
) -> None:
    (large,) = screens(2560)[f"shrinking {size} {place}"]
    opened, widened, again = screens(760)[f"shrinking {size} {place}"]
    assert max(pane for pane in large["panes"]) > 500
    assert opened["window"] <= 800
    across = int(place == "bottom")
    if not across:
        assert large["list"][0] > 0.5 * large["window"]
        assert 250 <= opened["list"][0] <= 0.4 * opened["window"]
        assert widened["list"][0] > 0.5 * widened["window"]  # who wants it so at this size, has it
    assert min(opened["panes"]) >= 200
    assert again["list"][across] == widened["list"][across]


def test_places_that_an_earlier_version_wrote_are_not_used(usual: dict[str, list[Seen]]) -> None:
    """They may say that the list takes the window."""
    first, second = usual["earlier"]
    assert second == first


@pytest.mark.parametrize("number", range(5))
def test_a_damaged_file_means_the_usual_window(usual: dict[str, list[Seen]], number: int) -> None:
    assert usual[f"damaged {number}"] == usual["fresh"]


@pytest.mark.parametrize("number", [5, 6])
def test_impossible_sizes_leave_a_window_that_can_be_used(
    usual: dict[str, list[Seen]], number: int
) -> None:
    (seen,) = usual[f"damaged {number}"]
    assert seen["list"][0] >= 100
    assert min(seen["panes"]) >= 70
    assert seen["sorted"][0] == -1


def damage(home: Path, word: str) -> None:
    names = ("geometry", "state", "splitter", "sorted", "descending", "list", "room")
    words = [f"{name}={word}\n" for name in names]
    file = home / "config" / "window.ini"
    file.parent.mkdir(parents=True)
    file.write_text("[General]\n" + "".join(words), encoding="utf-8")


def test_order_size_and_look_are_as_they_were(usual: dict[str, list[Seen]]) -> None:
    before, chosen, *later = usual["chosen"]
    assert before["phrases"] == ["husband or wife forces", "calendar year ago"]
    assert chosen["sorted"] == [0, "DescendingOrder"]
    assert chosen["font"] == before["font"] + 3
    assert chosen["look"] != before["look"]
    assert later == [chosen, chosen]


def test_an_order_that_is_given_up_stays_given_up(usual: dict[str, list[Seen]]) -> None:
    _sorted, given_up, later = usual["given up"]
    assert given_up["sorted"][0] == -1
    assert later == given_up


def test_a_full_screen_is_left_by_the_first_key_press(usual: dict[str, list[Seen]]) -> None:
    full = [each["full"] for each in usual["full"]]
    assert full == [[True, True]] * 2 + [[False, False]] * 2


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
