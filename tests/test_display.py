"""A display that is named is looked for before Qt is."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from unspin_gui import display

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="these always have a display"
)
NOBODY = {"DISPLAY": ":59999", "WAYLAND_DISPLAY": "nobody"}


@pytest.fixture
def listening() -> Iterator[int]:
    """A number of a display on this machine that answers."""
    with socket.socket() as server:
        for number in range(20_000, 59_000):
            try:
                server.bind(("127.0.0.1", 6000 + number))
            except OSError:
                continue
            server.listen()
            yield number
            return


def test_a_server_that_answers_is_a_display(listening: int, tmp_path: Path) -> None:
    assert display.is_there({"DISPLAY": f"127.0.0.1:{listening}.0"})
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        assert not display.is_there({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "w"})
        server.listen()
        assert display.is_there({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "w"})
        assert display.is_there({"WAYLAND_DISPLAY": str(tmp_path / "w")})


def test_the_socket_of_this_machine_is_found_by_its_number() -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X59998")
        server.listen()
        assert display.is_there({"DISPLAY": ":59998.1"})
        assert display.is_there({"DISPLAY": "unix:59998"})


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "xcb;minimal"])
def test_platforms_that_draw_by_themselves_need_no_server(platform: str) -> None:
    assert display.is_there({**NOBODY, "QT_QPA_PLATFORM": platform})


@pytest.mark.parametrize(
    "environment",
    [{}, NOBODY, {"DISPLAY": "no number"}, {"DISPLAY": "127.0.0.1:99999"}, {"DISPLAY": ":1 \0"}],
)
def test_where_nobody_answers_there_is_no_display(environment: dict[str, str]) -> None:
    assert not display.is_there(environment)
    assert not display.is_there({**environment, "QT_QPA_PLATFORM": "xcb"})


def test_a_dead_display_is_told_in_one_line() -> None:
    rest = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "unspin_gui", "article.txt"],
        env=rest | NOBODY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "unspin-gui check" in done.stderr
