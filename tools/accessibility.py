"""Print the accessibility tree of the real window (AT-SPI), and check it.

usage: dbus-run-session -- xvfb-run -a /usr/bin/python3 tools/accessibility.py PYTHON FILE
           [--tree] [--language CODE]

PYTHON is the interpreter that has the program, FILE a text with marks. Run from the root of a
checkout on Linux, with a Python that has GObject introspection (Debian: at-spi2-core,
gir1.2-atspi-2.0, python3-gi, xvfb, xdotool). The window is opened as a user would, its tree is
walked as a screen reader does, and keys are pressed by xdotool. --tree prints the whole tree.
Exit status: 0 if every check holds, 1 if not.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after the version is chosen

_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_WAIT = 90.0
"""Seconds for the window to open and to read the text."""
_OPERABLE = {
    *("push button", "check box", "radio button", "combo box", "slider", "spin button", "text"),
    *("list", "table", "page tab", "entry", "toggle button", "menu item", "list item"),
}
_HIDDEN_PARTS = {"filler", "panel", "scroll bar", "separator"}
Accessible = Any


class Heard(NamedTuple):
    """An event: its kind, the name of its subject or the text that is announced, its position.

    `y` is in pixels from the top of the screen.
    """

    kind: str
    text: str
    y: int = 0


def main() -> int:
    """Start bus and window, examine them, and print what was found."""
    flags = _flags()
    with tempfile.TemporaryDirectory() as home:
        launcher = next(path for path in _LAUNCHERS if Path(path).exists())
        bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
        program = subprocess.Popen(
            [flags.python, "-m", "unspin_gui", flags.file], env=_environment(home, flags.language)
        )
        try:
            failures = list(_checked(flags))
        finally:
            for process in (program, bus):
                process.terminate()
                process.wait()
    for failure in failures:
        print("FAILED", failure)
    return 1 if failures else 0


def _flags() -> argparse.Namespace:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("python")
    parser.add_argument("file")
    parser.add_argument("--tree", action="store_true")
    parser.add_argument("--language", default="en", help="language of the window")
    return parser.parse_args()


def _environment(home: str, language: str) -> dict[str, str]:
    settings = Path(home) / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'{{"language": "{language}"}}', encoding="utf-8")
    new = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "UNSPIN_HOME": home}
    return os.environ | new


def _checked(flags: argparse.Namespace) -> Iterator[str]:
    """Yield the failed checks; everything else is printed as it is found."""
    window = _wait_for(_window)
    heard = _listening()
    panes = _wait_for(lambda: _panes(window) if _marked(_panes(window)[-1:]) else None)
    if flags.tree:
        _print(window)
    yield from _nameless(window)
    yield from _status(window)
    for pane in panes:
        marked = list(_runs(pane))
        print(f"{pane.get_name()}: {len(marked)} parts told as marked, such as {marked[:3]}")
        if not marked:
            yield f"no mark is told in {pane.get_name()}"
        print("    described as", repr(pane.get_description()))
    _wait_until_quiet(window)
    yield from _keys(heard)


def _wait_for(find: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is found
    until = time.monotonic() + _WAIT
    while time.monotonic() < until:
        _pump(0.3)
        try:
            if found := find():
                return found
        except GLib.Error:
            continue
    sys.exit("the window did not come up, or no mark was told")


def _wait_until_quiet(root: Accessible) -> None:
    """Wait until the status line has not changed for two seconds: everything is read."""
    before: list[str] = []
    for _second in range(int(_WAIT)):
        labels = list(_labels(root))
        if labels == before:
            return
        before = labels
        _pump(2)


def _pump(seconds: float) -> None:
    """Let events arrive."""
    until, context = time.monotonic() + seconds, GLib.MainContext.default()
    while time.monotonic() < until:
        while context.pending():
            context.iteration(may_block=False)
        time.sleep(0.02)


# ---- the tree -----------------------------------------------------------------------------


def _children(one: Accessible) -> Iterator[Accessible]:
    for number in range(min(one.get_child_count(), 200)):
        if child := one.get_child_at_index(number):
            yield child


def _walk(one: Accessible, depth: int = 0) -> Iterator[tuple[Accessible, int]]:
    yield one, depth
    for child in _children(one):
        yield from _walk(child, depth + 1)


def _window() -> Accessible:
    for program in _children(Atspi.get_desktop(0)):
        for frame in _children(program):
            if frame.get_role_name() in ("frame", "window"):
                return frame
    return None


def _is(one: Accessible, state: "Atspi.StateType") -> bool:
    return bool(one.get_state_set().contains(state))


def _shown(root: Accessible) -> Iterator[Accessible]:
    for one, _depth in _walk(root):
        if _is(one, Atspi.StateType.SHOWING):
            yield one


def _print(root: Accessible) -> None:
    for one, depth in _walk(root):
        if one.get_role_name() not in _HIDDEN_PARTS and _is(one, Atspi.StateType.SHOWING):
            description = one.get_description()
            print("  " * depth + f"{one.get_role_name()}: {one.get_name()!r} {description!r}")


def _nameless(root: Accessible) -> Iterator[str]:
    """Yield everything that can be operated and has no name."""
    count = 0
    for one in _shown(root):
        operable = one.get_role_name() in _OPERABLE and _is(one, Atspi.StateType.FOCUSABLE)
        count += operable
        if operable and not one.get_name():
            yield f"a {one.get_role_name()} has no name"
    print(f"{count} operable parts have names" if count else "nothing can be operated")
    if not count:
        yield "nothing can be operated"


def _status(root: Accessible) -> Iterator[str]:
    """Yield labels of the status line that do not give both their name and their text."""
    pairs = [name for name in _labels(root) if ": " in name]
    print("labels with name and value:", pairs)
    if len(pairs) < 3:
        yield "progress, files and glossary do not tell name and value"


def _labels(root: Accessible) -> Iterator[str]:
    for one in _shown(root):
        if one.get_role_name() in ("label", "static"):
            yield one.get_name()


# ---- texts --------------------------------------------------------------------------------


def _panes(root: Accessible) -> list[Accessible]:
    texts = [one for one in _shown(root) if one.get_role_name() in ("text", "entry")]
    return [one for one in texts if _is(one, Atspi.StateType.MULTI_LINE)]


def _marked(panes: list[Accessible]) -> bool:
    return any(True for pane in panes for _run in _runs(pane))


def _runs(pane: Accessible) -> Iterator[str]:
    """Yield the parts reported as underlined among the first 3,000 characters of a text."""
    place, end = 0, min(3000, Atspi.Text.get_character_count(pane))
    while place < end:
        run = Atspi.Text.get_attribute_run(pane, place, include_defaults=False)
        attributes, _start, after = run
        if attributes.get("underline", "none") != "none":
            yield Atspi.Text.get_text(pane, place, after)
        place = max(after, place + 1)


# ---- keys ---------------------------------------------------------------------------------


def _listening() -> list[Heard]:
    """Return a list that collects everything a screen reader hears from now on."""
    heard: list[Heard] = []

    def on_event(event: Any) -> None:  # noqa: ANN401 - of Atspi
        announced = "announcement" in event.type
        text = event.any_data if announced else event.source.get_name()
        if announced:
            heard.append(Heard("announced", str(text)))
        elif event.detail1:
            place = event.source.get_position(Atspi.CoordType.SCREEN)
            heard.append(Heard("focus", str(text), place.y))

    listener = Atspi.EventListener.new(on_event)
    for kind in ("object:state-changed:focused", "object:announcement"):
        listener.register(kind)
    heard.append(Heard("listener", str(id(listener))))
    _KEPT.append(listener)
    return heard


_KEPT: list[Any] = []
"""Listeners live as long as the program."""


def _press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True)
    _pump(1.5)


def _keys(heard: list[Heard]) -> Iterator[str]:
    """Check that F8 announces the next place, Ctrl+. the first suggestion, and the order of Tab."""
    find = ["xdotool", "search", "--onlyvisible", "--name", "unspin", "windowfocus", "--sync"]
    subprocess.run(find, check=True)
    _pump(1)
    for key in ("F8", "ctrl+period"):
        heard.clear()
        _press(key)
        print(f"{key}:", heard)
        if not heard:
            yield f"nothing is said after {key}"
    if not any(one.kind == "focus" and one.text.startswith("1: ") for one in heard):
        yield "the first suggestion is not said when the popup opens"
    order = []
    for _step in range(12):
        heard.clear()
        _press("Tab")
        order += [one for one in heard if one.kind == "focus"][-1:]
    print("Tab in the popup:", [one.text for one in order])
    falls = [one.text for one, after in pairwise(order) if after.y < one.y]
    if len(order) < 6 or len(falls) > 1:
        yield f"Tab does not follow the eye in the popup; it jumps upwards after {falls}"
    heard.clear()
    _press("Escape")
    print("Escape:", heard)


if __name__ == "__main__":
    sys.exit(main())
