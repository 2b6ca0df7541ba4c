"""Build a folder that runs without Python, dist/unspin-gui, with PyInstaller, and test it.

usage: bundle.py [--out DIR]     needs PyInstaller (pip install pyinstaller) beside the program

Parts of Qt that this program never loads are left out. The result is tested as a user would use it:
--version, a check of the sample, and the window (offscreen), each from the folder alone. It runs on
systems like the one it was built on; Windows and macOS need builds of their own.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = (
    *("QtNetwork", "QtQml", "QtQuick", "QtQmlModels", "QtQmlMeta", "QtQmlWorkerScript", "QtPdf"),
    *("QtOpenGL", "QtOpenGLWidgets", "QtVirtualKeyboard", "QtEglFSDeviceIntegration"),
    *("QtEglFsKmsSupport", "QtEglFsKmsGbmSupport", "QtWaylandCompositor", "QtSql", "QtTest"),
)
"""Qt libraries that PyInstaller includes for plugins that are not needed."""
PLUGINS = (
    *("platforms", "platforminputcontexts", "platformthemes", "styles", "iconengines"),
    *("imageformats", "xcbglintegrations", "accessiblebridge"),
    *("wayland-shell-integration", "wayland-decoration-client"),
    "wayland-graphics-integration-client",
)
"""Kinds of plugins that are needed; all others are removed, with those of these that follow."""
UNNEEDED = (
    "qgtk3",
    "qpdf",
    "qeglfs",
    "qvkkhrdisplay",
    "qlinuxfb",
    "qvnc",
    "qtvirtualkeyboard",
    *("qgif", "qicns", "qico", "qjpeg", "qtga", "qtiff", "qwbmp", "qwebp"),  # all pictures are SVG
    "qminimal",
)
UNUSED = (
    *("ssl", "_ssl", "_hashlib", "sqlite3", "readline", "curses", "IPython", "setuptools"),
    *("tkinter", "numpy.f2py", "numpy.distutils", "numpy.ma", "numpy.polynomial", "numpy.testing"),
    *(
        "numpy.random",
        "numpy.fft",
    ),  # onnxruntime, which needs the first, cannot be bundled
    *("doctest", "pdb", "pydoc", "unittest", "PySide6.QtNetwork"),
)
"""Modules that pull in large libraries and are only imported optionally by others."""
_SPUN = "Research on counterfeit consciousness has made rapid progress in recent years."
RTF = f"{{\\rtf1\\ansi {_SPUN}\\par}}"
PDF = f"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources
<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
4 0 obj << /Length {len(_SPUN) + 37} >> stream
BT /F 9 Tf 50 700 Td ({_SPUN}) Tj ET
endstream endobj
trailer << /Root 1 0 R >>
"""
"""Papers that the finished program must read."""
_PATIENCE = 60
"""Seconds that the window may take to open a text, or to end."""
_NAME = re.compile(rb"lib[\w.+-]+\.so(?:\.\d+)*")


def build(out: Path) -> Path:
    """Build the folder with the program."""
    entry = out / "unspin-gui.py"
    entry.write_text(
        "import sys\nfrom multiprocessing import freeze_support\n"
        "from unspin_gui.__main__ import main\n\nif __name__ == '__main__':\n"
        "    freeze_support()\n    sys.exit(main())\n",
        encoding="utf-8",
    )
    data = []
    for name in ("resources", "glossaries"):
        folder = stripped(out, name)
        data += ["--add-data", f"{folder}{os.pathsep}unspin_gui/_data/{name}"]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--onedir"]
    command += ["--name", "unspin-gui", "--collect-submodules", "unspin_gui", *data]
    command += ["--log-level", "ERROR"]
    for module in UNUSED:
        command += ["--exclude-module", module]
    where = ["--distpath", out / "dist", "--workpath", out / "work", "--specpath", out]
    subprocess.run([*command, *where, entry], check=True, cwd=ROOT)
    return out / "dist" / "unspin-gui"


def stripped(out: Path, name: str) -> Path:
    """A copy of the program's data without what only building it requires."""
    folder = out / "data" / name
    unneeded = shutil.ignore_patterns("*.ts", "screenshots", "desktop", "shell")
    shutil.copytree(ROOT / name, folder, ignore=unneeded)
    return folder


def slim(folder: Path) -> None:
    """Remove what the program never loads, and symbols for debuggers."""
    for qt in folder.rglob("Qt"):
        slim_qt(qt)
    for name in LEFT_OUT:
        short = name.removeprefix("Qt")
        for file in [*folder.rglob(f"libQt6{short}.so*"), *folder.rglob(f"{name}.abi3.so")]:
            file.unlink()
    while unused := unnamed(folder):
        for file in unused:
            file.unlink()
    if strip := shutil.which("strip"):
        patterns = ("libpython3*", "lib-dynload/*.so", "yaml/*.so", "libpdfium.so")
        patterns += ("numpy/*/*.so",)  # stripping would break those in numpy.libs
        files = [file for pattern in patterns for file in folder.rglob(pattern)]
        subprocess.run([strip, "--strip-unneeded", *files], check=True)


def slim_qt(qt: Path) -> None:
    """Remove Qt plugins and translations that the program does not need."""
    shutil.rmtree(qt / "qml", ignore_errors=True)
    for kind in (qt / "plugins").glob("*"):
        if kind.name not in PLUGINS:
            shutil.rmtree(kind)
    for file in (qt / "plugins").rglob("*"):
        if any(name in file.name for name in UNNEEDED):
            file.unlink()
    for file in (qt / "translations").glob("*"):
        if not file.name.startswith(("qtbase_de", "qt_de")):
            file.unlink()


def unnamed(folder: Path) -> list[Path]:
    """System libraries that no other file in the folder refers to."""
    libraries = [file for file in folder.rglob("*.so*") if file.is_file()]
    named = {
        (name, file.name.encode())
        for file in {file.resolve() for file in libraries}
        for name in _NAME.findall(file.read_bytes())
    }
    wanted = {name for name, by in named if name != by}
    system = [file for file in libraries if file.parent.name == "_internal"]
    return [
        file
        for file in system
        if file.name.encode() not in wanted and not file.name.startswith(("libpython", "libgcc"))
    ]


def environment(home: str) -> dict[str, str]:
    """An environment for the program without anything of this system's Python."""
    home_of = dict.fromkeys(("UNSPIN_HOME", "HOME"), home)
    return {**home_of, "PATH": "", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def run(program: Path, *arguments: str, status: int, said: str) -> None:
    """Run the program from its folder; it must exit and print as expected."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [program, *arguments], capture_output=True, check=False, env=environment(home), cwd=home
        )
    output = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode != status or said not in output:
        sys.exit(f"{arguments} ended with {done.returncode} and said:\n{output}")
    print(f"works: {' '.join(arguments)}")


def run_window(program: Path, text: str) -> None:
    """Open a text in the window, wait until it is under review, and make the program end."""
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen([program, text], env=environment(home), cwd=home) as process,
    ):
        deadline = time.monotonic() + _PATIENCE
        while not list(Path(home, "state", "open").glob("*")):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                sys.exit("the window does not open the sample")
            time.sleep(0.1)
        process.terminate()
        if process.wait(_PATIENCE) != 0:
            sys.exit(f"the window ended with {process.returncode}")
    print(f"works: the window with {text}")


def main() -> None:
    """Build, slim down, test, and print the size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    flags = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = build(Path(work))
        slim(folder)
        target = flags.out / "unspin-gui"
        shutil.rmtree(target, ignore_errors=True)
        flags.out.mkdir(parents=True, exist_ok=True)
        shutil.move(folder, target)
    program = target / ("unspin-gui.exe" if os.name == "nt" else "unspin-gui")
    run(program, "--version", status=0, said="unspin-gui ")
    sample = str(ROOT / "resources" / "samples" / "sample.txt")
    run(program, "check", sample, status=1, said="reads as spun")
    with tempfile.TemporaryDirectory() as work:
        for kind, text in (("pdf", PDF), ("rtf", RTF)):
            paper = Path(work, f"paper.{kind}")
            paper.write_text(text, encoding="ascii")
            run(program, "check", str(paper), status=1, said="reads as spun")
    run(program, "check", "--jobs", "2", sample, sample[:-3] + "*", status=1, said="reads as spun")
    run_window(program, sample)
    files = [file for file in target.rglob("*") if file.is_file() and not file.is_symlink()]
    total = sum(file.stat().st_size for file in files)
    print(f"{target}: {total / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
