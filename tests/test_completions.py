"""The completions in real shells: what stands on the command line after a press of Tab."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from unspin_gui import paths

SHELL_FILES = paths.resources() / "shell"
PATIENCE = 60
CASES = {
    "unspin-gui art": "article.txt",
    "unspin-gui article.txt oth": "article.txt other.md",
    "unspin-gui che": "check",
    "unspin-gui --install-d": "--install-desktop",
    "unspin-gui check art": "check article.txt",
    "unspin-gui check article.txt oth": "check article.txt other.md",
    "unspin-gui check other.md --summ": "check other.md --summary",
    "unspin-gui check --format rdj": "check --format rdjson",
    "unspin-gui fix --output fol": "fix --output folder",
    "unspin-gui screen article.txt oth": "screen article.txt other.md",
    "unspin-gui glossary conv": "glossary convert",
    "unspin-gui glossary convert oth": "glossary convert other.md",
}
SHELLS = {
    "bash": (
        ["bash", "--norc", "--noprofile", "-i"],
        f"source '{SHELL_FILES}/unspin-gui.bash'",
    ),
    "zsh": (
        ["zsh", "-f", "-i"],
        "fpath=($PWD/zsh $fpath); autoload -Uz compinit; compinit -u -D",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("article.txt", "other.md"):
        (tmp_path / name).touch()
    for name in ("folder", "zsh", "fish/vendor_completions.d"):
        (tmp_path / name).mkdir(parents=True)
    shutil.copy(SHELL_FILES / "unspin-gui.zsh", tmp_path / "zsh" / "_unspin-gui")
    shutil.copy(SHELL_FILES / "unspin-gui.fish", tmp_path / "fish/vendor_completions.d")
    return tmp_path


@contextmanager
def terminal(command: list[str], folder: Path) -> Iterator[int]:
    """A shell on a terminal of its own; gives the end at which one types."""
    import pty  # noqa: PLC0415 - there is none on Windows

    ours, theirs = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "dumb"}
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield ours
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def written(path: Path, terminal: int) -> str:
    """What a command in the shell has written to a file, once it has; reads what is shown."""
    import select  # noqa: PLC0415 - of files, Windows has it for sockets alone

    deadline, shown = time.monotonic() + PATIENCE, b""
    while not path.exists():
        if select.select([terminal], [], [], 0.05)[0]:
            shown += os.read(terminal, 65536)
        assert time.monotonic() < deadline, shown.decode("utf-8", "replace")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("shell", SHELLS)
def test_tab_completes_commands_options_and_files(folder: Path, shell: str) -> None:
    command, load = SHELLS[shell]
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {shell} is installed")
    told = 'unspin-gui() { echo "$@" >part; mv part "told$n"; }'
    with terminal(command, folder) as typed:
        os.write(typed, f"{load}; {told}; echo >part; mv part ready\n".encode())
        written(folder / "ready", typed)
        found = {}
        for number, line in enumerate(CASES):
            os.write(typed, f"n={number}\n{line}\t\n".encode())
            found[line] = written(folder / f"told{number}", typed).strip().removesuffix("/")
    assert found == CASES


def test_fish_offers_commands_options_and_files(folder: Path) -> None:
    if shutil.which("fish") is None:
        pytest.skip("no fish is installed")
    (folder / "unspin-gui").touch(mode=0o755)
    place = {"XDG_DATA_DIRS": str(folder), "HOME": str(folder)}
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    for line, whole in CASES.items():
        done = subprocess.run(
            ["fish", "-c", f"complete -C'{line}'"],
            cwd=folder,
            env={**place, "PATH": path},
            capture_output=True,
            text=True,
            check=True,
        )
        offered = [offer.split("\t")[0].removesuffix("/") for offer in done.stdout.splitlines()]
        assert offered[:1] == whole.split()[-1:], line
