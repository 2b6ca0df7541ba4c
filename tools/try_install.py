"""Install the program as a user does, with other Pythons and without a compiler, and test it.

usage: try_install.py PYTHON... [--log FILE]

For each interpreter two fresh environments are made, where PATH holds no compiler and only wheels
are taken: one by `pip install` of the wheel, in which the sample is checked and then corrected and
saved in a window (offscreen); one from requirements-headless.txt, in which the sample is checked
and the window says what it lacks. Prints a line for each step, and the size of each environment
without pip. The exit status is 1 if anything fails; FILE gets the complete output.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "samples" / "sample.txt"
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from unspin_gui.app import open_window

app, text = QApplication(sys.argv), Path(sys.argv[1])
window = open_window([text])
deadline = QDeadlineTimer(60_000)
while window.property("analysing") is not False or not window.session.suspects:
    app.processEvents()
    if deadline.hasExpired():
        sys.exit("the analysis does not end")
for name in ("actionNextSuspect", "actionAcceptBest", "actionSave"):
    window.findChild(QAction, name).trigger()
    app.processEvents()
saved = text.with_suffix(".corrected.txt")
while not saved.exists():
    app.processEvents()
    if deadline.hasExpired():
        sys.exit("nothing is saved")
if saved.read_text("utf-8") == text.read_text("utf-8"):
    sys.exit("the saved text has no correction")
window.close()
"""


class Trial:
    """One interpreter, one folder: the environments in it, and the log."""

    def __init__(self, python: str, folder: Path, wheel: Path, log: TextIO) -> None:
        self.python, self.folder, self.wheel, self.log = python, folder, wheel, log
        self.text = folder / "sample.txt"
        shutil.copy(SAMPLE, self.text)
        (folder / "no-compiler").mkdir()

    def run(
        self, what: str, command: Sequence[str | Path], *, status: int = 0, said: str = ""
    ) -> None:
        """Run a command with no compiler in reach; it must exit and print as expected."""
        env = {
            "PATH": str(self.folder / "no-compiler"),
            "UNSPIN_HOME": str(self.folder / "home"),
            "HOME": str(self.folder),
            "QT_QPA_PLATFORM": "offscreen",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            **{key: value for key, value in os.environ.items() if key.startswith("PIP_")},
        }
        began = time.monotonic()
        done = subprocess.run(
            [str(part) for part in command], cwd=ROOT, env=env, capture_output=True, check=False
        )
        output = (done.stdout + done.stderr).decode("utf-8", "replace")
        self.log.write(f"$ {' '.join(map(str, command))}\n{output}\n")
        print(f"  {what}: {time.monotonic() - began:.1f} s", flush=True)
        if done.returncode != status or said not in output:
            sys.exit(f"  ended with {done.returncode} and said:\n{output}")

    def environment(self, name: str, wanted: Sequence[str | Path]) -> Path:
        """Create a fresh environment with what pip installs; returns its interpreter."""
        place = self.folder / name
        self.run(f"{name}: environment", [self.python, "-m", "venv", place])
        python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
        pip = [python, "-m", "pip", "install", "--only-binary", ":all:"]
        self.run(f"{name}: pip install", [*pip, *wanted])
        return python

    def weigh(self, name: str) -> None:
        """Print the size of an environment after it has been used."""
        print(f"  {name}: {size(self.folder / name) / 1e6:.0f} MB besides pip", flush=True)

    def all(self) -> None:
        """Test both ways to install, and what must work afterwards."""
        check = ["-m", "unspin_gui", "check", self.text]
        python = self.environment("window", [self.wheel])
        self.run("window: check", [python, *check], status=1, said="reads as spun")
        self.run("window: correct and save", [python, "-c", WINDOW, self.text])
        self.weigh("window")
        wanted = ["--no-compile", "--no-deps", "-r", "requirements-headless.txt"]
        python = self.environment("headless", wanted)
        self.run("headless: check", [python, *check], status=1, said="reads as spun")
        self.run("headless: window", [python, "-m", "unspin_gui"], status=2, said="pip install")
        self.weigh("headless")


def size(environment: Path) -> int:
    """The bytes in an environment, without pip and what came with it."""
    own = {"pip", "setuptools", "pkg_resources", "_distutils_hack"}
    total = 0
    for path in environment.rglob("*"):
        parts = path.relative_to(environment).parts
        of_pip = any(part in own or part.startswith(("pip-", "setuptools-")) for part in parts)
        if path.is_file() and not path.is_symlink() and not of_pip:
            total += path.stat().st_size
    return total


def main() -> None:
    """Build the wheel once, and try it with each interpreter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pythons", nargs="+", metavar="PYTHON")
    parser.add_argument("--log", type=Path, default=Path(os.devnull))
    flags = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, flags.log.open("w", encoding="utf-8") as log:
        folder = Path(name)
        build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
        subprocess.run(
            [*build, "--directory", folder], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        wheel = next(folder.glob("*.whl"))
        print(f"wheel: {wheel.stat().st_size / 1e6:.1f} MB")
        for number, python in enumerate(flags.pythons):
            version = subprocess.run([python, "--version"], capture_output=True, check=True)
            print(version.stdout.decode().strip(), flush=True)
            place = folder / str(number)
            place.mkdir()
            Trial(shutil.which(python) or python, place, wheel, log).all()
            shutil.rmtree(place)


if __name__ == "__main__":
    main()
