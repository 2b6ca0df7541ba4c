"""The commands without a window: check, fix and glossary. Never imports Qt."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from unspin_gui.cli import check_command, fix_command, glossary_command
from unspin_gui.cli.terminal import complain
from unspin_gui.core.errors import UnspinError

FAILED = 2
_READING = {"check", "fix"}
_Flags = argparse.Namespace


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: one line of help, its arguments, and what it does; returns the exit status."""

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[_Flags], int]


def run(argv: Sequence[str]) -> int:
    """Run a subcommand with its arguments; returns the exit status."""
    parser = make_parser()
    flags = parser.parse_args(argv)
    if flags.command in _READING and not flags.files and flags.stdin is None:
        parser.error(f"{flags.command} what? Name a file or folder, - or --stdin NAME")
    if sys.stdout is None:
        complain("standard output is closed, so there is nowhere to print to")
        return FAILED
    try:
        status = COMMANDS[flags.command].run(flags)
        sys.stdout.flush()
    except OSError as error:
        # A closed pipe has had enough; keep Python from complaining at exit.
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


def make_parser() -> argparse.ArgumentParser:
    """All commands and their arguments."""
    parser = argparse.ArgumentParser(prog="unspin-gui")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.help))
    return parser


COMMANDS: Mapping[str, Command] = {
    "check": Command("list what reads as spun", check_command.add_arguments, check_command.run),
    "fix": Command("write corrected copies", fix_command.add_arguments, fix_command.run),
    "glossary": Command(
        "convert glossaries, or learn them", glossary_command.add_arguments, glossary_command.run
    ),
}
