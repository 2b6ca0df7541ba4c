"""Finds out without Qt whether there is a display to open a window on."""

import os
import re
import sys
from collections.abc import Iterator, Mapping

_PATIENCE = 5.0
"""Seconds that a display on another machine may take to answer."""
_X11 = re.compile(r"(?:(?P<protocol>[\w-]+)/)?(?P<host>.*):(?P<number>\d{1,5})(?:\.\d+)?")
_FIRST_PORT = 6000
_OF_A_SERVER = {"xcb", "wayland", "wayland-egl"}
"""The Qt platforms that need a display server; all others draw by themselves."""


def is_there(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt can open a window; only Linux and similar systems can lack a display.

    A variable that names a display proves little: its server may be gone.
    """
    if sys.platform in {"win32", "darwin"} or environment.get("WAYLAND_SOCKET"):
        return True
    platforms = environment.get("QT_QPA_PLATFORM", "").split(";")
    if any(name and name.split(":")[0] not in _OF_A_SERVER for name in platforms):
        return True
    return any(_answers(*server) for server in _servers(environment))


def _servers(environment: Mapping[str, str]) -> Iterator[tuple[int, str | tuple[str, int]]]:
    """The addresses of the display servers, as family and address of a socket."""
    import socket  # noqa: PLC0415 - not needed where Qt asks no server

    if name := environment.get("WAYLAND_DISPLAY"):
        yield socket.AF_UNIX, os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name)  # noqa: PTH118
    if named := _X11.fullmatch(environment.get("DISPLAY", "")):
        host, number = named["host"], int(named["number"])
        if host in {"", "unix"} or named["protocol"] == "unix":
            yield socket.AF_UNIX, f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X11 has it
            yield socket.AF_UNIX, f"\0/tmp/.X11-unix/X{number}"
        else:
            yield socket.AF_INET, (host, _FIRST_PORT + number)


def _answers(family: int, address: str | tuple[str, int]) -> bool:
    """Whether anything listens there; a slow server counts, since Qt waits longer than this."""
    import socket  # noqa: PLC0415 - as above

    try:
        if isinstance(address, tuple):
            socket.create_connection(address, _PATIENCE).close()
        else:
            with socket.socket(family) as asked:
                asked.connect(address)
    except TimeoutError:
        return True
    except (OSError, OverflowError):
        return False
    return True
