"""Print, on one line, the Debian packages with the shared libraries that Qt lacks here.

usage: python tools/qt_libraries.py [--no-display]

Asks the loader itself: `ldd` on the Qt modules and the platform plugins of the installed PySide6.
With --no-display only what the tests need is checked, not the X11 plugin. Prints nothing on systems
without `ldd` (Windows, macOS), where PySide6 includes everything.
"""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# soname -> package, as in Debian 12 and 13 and Ubuntu 22.04 and 24.04 (packages renamed to ...t64
# provide the old names).
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest")
PLUGINS = ("iconengines/libqsvgicon.so", "imageformats/libqsvg.so", "platforms/libqoffscreen.so")
DISPLAY_PLUGINS = ("platforms/libqxcb.so",)


def _libraries(*, display: bool) -> Iterator[Path]:
    """The files of the installed PySide6 whose dependencies are examined."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("PySide6 is not installed in this environment")
    folder = Path(spec.submodule_search_locations[0])
    for name in MODULES:
        yield from folder.glob(f"{name}.*.so")
    for plugin in (*PLUGINS, *(DISPLAY_PLUGINS if display else ())):
        yield folder / "Qt" / "plugins" / plugin


def missing_sonames(libraries: Iterable[Path]) -> set[str]:
    """The shared libraries that the loader cannot find for any of these files."""
    names: set[str] = set()
    for library in libraries:
        answer = subprocess.run(["ldd", library], capture_output=True, text=True, check=False)
        for line in answer.stdout.split("\n"):
            if line.endswith("=> not found"):
                names.add(line.split()[0])
    return names


def main() -> int:
    """Print what is missing; 0 unless a library has no known package."""
    if shutil.which("ldd") is None:
        return 0
    names = missing_sonames(_libraries(display="--no-display" not in sys.argv[1:]))
    unknown = sorted(names - PACKAGES.keys())
    if unknown:
        sys.stderr.write(f"Qt needs libraries that no package is known for: {' '.join(unknown)}\n")
        return 1
    sys.stdout.write(" ".join(sorted({PACKAGES[name] for name in names})))
    return 0


if __name__ == "__main__":
    sys.exit(main())
