"""The command `unspin-gui`: runs a subcommand without a window, or opens the window."""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from unspin_gui import __version__

if TYPE_CHECKING:
    import argparse

COMMANDS = ("check", "fix", "screen", "glossary", "model")
"""The subcommands of `unspin_gui.cli.main`, which is loaded only for them."""
_AGAIN = "--read-again"
_READERS = ("--read-pdf", "--read-rtf", _AGAIN)
"""The options with which a bundle, which has no separate Python, starts a process to read a file
or to run a language model.
"""

_NO_DISPLAY = (
    "unspin-gui: there is no display to open a window on; "
    "to work without one: unspin-gui check FILE..."
)
_QT = "PySide6-Essentials>=6.8,<6.12"
_NO_QT = (
    "unspin-gui: the window needs Qt, which is not installed; "
    f'run: "{sys.executable}" -m pip install "{_QT}"'
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (by default the process's); returns its exit status."""
    # In the many small products here, the threads of the linear algebra library would spin while
    # waiting for each other; what can run in parallel has threads of our own.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in COMMANDS:
        from unspin_gui.cli.main import run  # noqa: PLC0415 - the window starts without it

        try:
            return run(arguments)
        finally:
            if argv is None:
                gc.freeze()  # else Python searches everything for garbage now, and again at exit
    if getattr(sys, "frozen", False) and arguments[:1] and arguments[0] in _READERS:
        return _child(arguments[0])
    if not any(argument.startswith("-") for argument in arguments):
        return _window(arguments)
    options = _parser().parse_args(arguments)
    if options.install_desktop or options.remove_desktop:
        from unspin_gui.cli import desktop_menu  # noqa: PLC0415 - once after installing
        from unspin_gui.cli.main import guarded  # noqa: PLC0415

        return guarded(partial(desktop_menu.run, remove=options.remove_desktop))
    if options.open_from:
        return _window_from(*options.open_from, glossary=options.glossary)
    return _window(options.files, options.glossary)


def _child(option: str) -> int:
    """Run as the process that reads files for another one; returns its exit status."""
    if option == _AGAIN:
        from unspin_gui.language.neural.model_child import main as read_again  # noqa: PLC0415

        return read_again()
    from unspin_gui.store.formats.child_process import run_here  # noqa: PLC0415

    return run_here(option)


def _window_from(folder: str, *names: str, glossary: str | None = None) -> int:
    """Open documents of a screening in the window; returns its exit status."""
    from unspin_gui.application.screening.opened_rows import files_of  # noqa: PLC0415
    from unspin_gui.application.screening.plan import Folder  # noqa: PLC0415
    from unspin_gui.core.errors import UnspinError  # noqa: PLC0415

    try:
        opened = files_of(Folder(folder), names)
    except UnspinError as error:
        print(f"unspin-gui: {error}", file=sys.stderr)
        return 2
    for failure in opened.failures:
        print(f"unspin-gui: not opened: {failure}", file=sys.stderr)
    return _window([str(path) for path in opened.files], glossary)


def _window(files: Sequence[str], glossary: str | None = None) -> int:
    """Start the program with the window; returns its exit status."""
    from unspin_gui import display  # noqa: PLC0415 - the subcommands need none

    if not display.is_there():
        print(_NO_DISPLAY, file=sys.stderr)
        return 2
    gc.disable()  # nothing becomes garbage while Qt loads; after that the window collects it
    try:
        from unspin_gui import app  # noqa: PLC0415 - the subcommands never import Qt
    except ModuleNotFoundError as error:
        if error.name != "PySide6":
            raise
        print(_NO_QT, file=sys.stderr)
        return 2
    except ImportError as error:
        print(f"unspin-gui: Qt cannot be loaded: {error} (see README)", file=sys.stderr)
        return 2
    return app.run(files, glossary=glossary)


def _parser() -> "argparse.ArgumentParser":
    import argparse  # noqa: PLC0415 - a start without options is quicker

    parser = argparse.ArgumentParser(
        prog="unspin-gui",
        description="Repair spun text: source and corrected version side by side.",
        epilog="Exit status: 0 all is well, 2 there is no window, or something could not be read "
        f"or written. Without a window: unspin-gui {{{','.join(COMMANDS)}}} --help",
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="text to open; several, or a folder, become a list"
    )
    add_options(parser)
    return parser


def add_options(parser: "argparse.ArgumentParser") -> None:
    """Add the options that apply without a subcommand."""
    parser.add_argument(
        "--glossary",
        metavar="PATH",
        help="use this file as your own glossary (default: the one in the preferences)",
    )
    parser.add_argument(
        "--open-from",
        nargs="+",
        metavar=("DIR", "ID"),
        help="open documents of the screening in DIR (default: those likely spun, as a list)",
    )
    menu = parser.add_mutually_exclusive_group()
    menu.add_argument(
        "--install-desktop",
        action="store_true",
        help="add the program to the menu of a Linux desktop, and exit",
    )
    menu.add_argument(
        "--remove-desktop", action="store_true", help="remove it from that menu, and exit"
    )
    parser.add_argument("--version", action="version", version=f"unspin-gui {__version__}")


if __name__ == "__main__":
    sys.exit(main())
