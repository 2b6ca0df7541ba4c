"""The commands without a window: check, fix, screen and glossary. Never imports Qt."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from unspin_gui.cli.terminal import complain
from unspin_gui.core.errors import UnspinError

FAILED = 2
_SELDOM = 100_000
"""Garbage collection threshold: a command creates many objects, hardly any of them in cycles, and
would spend a tenth of its time looking for them.
"""
_READING = {"check", "fix"}
_Flags = argparse.Namespace
_CHECKING = partial(argparse.HelpFormatter, width=78)


class Runnable(Protocol):
    """A module that implements a subcommand."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add its arguments."""

    def run(self, flags: _Flags) -> int:
        """Run it; returns the exit status."""


class Command(NamedTuple):
    """A subcommand: one line of help, and its module, which is imported on use."""

    help: str
    module: str

    def load(self) -> Runnable:
        """Import the module."""
        return cast("Runnable", import_module(f"unspin_gui.cli.{self.module}"))


COMMANDS: Mapping[str, Command] = {
    "check": Command("list what reads as spun", "check_command"),
    "fix": Command("write corrected copies", "fix_command"),
    "screen": Command("screen a corpus of documents", "screen_command"),
    "glossary": Command("convert glossaries, or learn them", "glossary_command"),
    "model": Command("get the language model for the second reading", "model_command"),
}


class _Parser(argparse.ArgumentParser):
    """Asks for the width of the terminal, which is slow to load, only to show help.

    The base class already does so at every argument, which it has a formatter check; `_CHECKING`
    is one of the usual width.
    """

    def format_usage(self) -> str:
        self.formatter_class = argparse.HelpFormatter
        return super().format_usage()

    def format_help(self) -> str:
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()


def run(argv: Sequence[str]) -> int:
    """Run a subcommand with its arguments; returns the exit status."""
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        return _run(argv)
    finally:
        gc.set_threshold(*usual)


def _run(argv: Sequence[str]) -> int:
    parser = make_parser(argv[0] if argv else None)
    flags = parser.parse_args(argv)
    if flags.command in _READING and not flags.files and flags.stdin is None:
        parser.error(f"{flags.command} what? Name a file or folder, - or --stdin NAME")
    return guarded(partial(COMMANDS[flags.command].load().run, flags))


def guarded(act: Callable[[], int]) -> int:
    """Run what prints results; closed pipes, full disks and errors end it with at most one line."""
    if sys.stdout is None:
        complain("standard output is closed, so there is nowhere to print to")
        return FAILED
    try:
        status = act()
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:
            complain(f"{error.filename}: {error.strerror}")
            return FAILED
        # Whoever closed the pipe has seen enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            complain(f"could not write the results: {error.strerror}")
        return FAILED
    except UnspinError as error:
        complain(error)
        return FAILED
    except KeyboardInterrupt:
        return 130
    return status


def make_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser for all commands; with `only`, the arguments of that one alone."""
    parser = _Parser(prog="unspin-gui", formatter_class=_CHECKING)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        below = commands.add_parser(name, help=command.help, formatter_class=_CHECKING)
        if only in {None, name}:
            command.load().add_arguments(below)
    return parser
