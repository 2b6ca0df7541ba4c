"""Write resources/shell: the manual page and the completions of bash, zsh and fish.

usage: shell_files.py

Both are made from the parsers of the commands, by argparse-manpage and shtab, which this needs.
"""

import argparse
import re
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

from unspin_gui import __main__, __version__
from unspin_gui.cli.main import make_parser

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "shell"
ABOUT = "find and repair spun text"
FISH_FILES = "(__fish_complete_path (commandline -ct))"
OPENED = {
    "bash": {"complete -o bashdefault -F": "complete -o bashdefault -o default -F"},
    "zsh": {
        "  _describe 'unspin-gui commands' _commands\n": (
            "  _describe 'unspin-gui commands' _commands\n  _files\n"
        ),
        "$_shtab_unspin_gui_screen_options ;;\n": (
            "$_shtab_unspin_gui_screen_options ;;\n        *) _files ;;\n"
        ),
    },
    "fish": {
        "complete -c unspin-gui -f\n": (
            "complete -c unspin-gui -f\n"
            f'complete -c unspin-gui -n _shtab_unspin_gui_using -ka "{FISH_FILES}"\n'
        )
    },
}
"""What shtab leaves out: files are completed without a command, too."""
FILES = {"FILE", "INPUT", "IN", "OUT", "SPUN", "ORIGINAL", "PATH", "PATH|none"}


def whole_parser() -> argparse.ArgumentParser:
    """The subcommands, and the options that apply without one."""
    parser = make_parser()
    __main__.add_options(parser)
    parser.description = (
        "Repair spun text. With one of these commands no window is opened; with files, or with "
        "nothing, they are opened in the window: unspin-gui [FILE ...]"
    )
    parser.epilog = (
        "Exit status: 0 all is well, 1 something is suspected (check) or was left out (glossary), "
        "2 something could not be read or written. The variable UNSPIN_HOME puts everything of "
        "yours into one folder."
    )
    return parser


def complete(parser: argparse.ArgumentParser) -> None:
    """Tell shtab which arguments are files and folders."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no public list of them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                complete(below)
        elif action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar in {"DIR", ("DIR", "ID")}:
            action.metavar = "DIR"
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]


def completion(shell: str) -> str:
    """The completions of one shell."""
    parser = whole_parser()
    complete(parser)
    text = shtab.complete(parser, shell)
    for old, new in OPENED[shell].items():
        if text.count(old) != 1:
            raise SystemExit(f"shtab writes other completions for {shell}: {old!r} is not in them")
        text = text.replace(old, new)
    if shell == "zsh":  # of several files shtab completes the first
        text = re.sub(r'"\(\*\)::?', '"*:', text)
    return f"{text.rstrip()}\n"


def released() -> str:
    """The day of the newest release, so that the page has the same bytes on any day."""
    (metainfo,) = (FOLDER.parent / "desktop").glob("*.metainfo.xml")
    newest = re.search(r'<release version="[^"]+" date="([\d-]+)"', metainfo.read_text("utf-8"))
    if newest is None:
        raise SystemExit(f"{metainfo} names no release")
    return newest[1]


def main() -> None:
    """Write all four files."""
    FOLDER.mkdir(exist_ok=True)
    for shell in OPENED:
        (FOLDER / f"unspin-gui.{shell}").write_text(completion(shell), encoding="utf-8")
    about = {
        "prog": "unspin-gui",
        "version": __version__,
        "manual_section": 1,
        "project_name": "unspin-gui",
        "url": "https://github.com/unspin-gui/unspin_gui",
        "manual_title": "unspin-gui",
        "date": released(),
    }
    page = str(Manpage(whole_parser(), format="single-commands-section", _data=about))
    page = page.replace("NAME\nunspin\\-gui\n", f"NAME\nunspin\\-gui \\- {ABOUT}\n", 1)
    page = page.replace(".SH COMMENTS\nExit status: ", ".SH EXIT STATUS\n")
    page = page.replace("\n.UE", "\nits page\n.UE")
    page = page.replace(released().replace("-", "\\-"), released(), 1)  # a date has no minus signs
    (FOLDER / "unspin-gui.1").write_text(f"{page.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
