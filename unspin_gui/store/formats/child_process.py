"""Reads a file in a process of its own, which may fail, take too long or crash.

For third-party readers: PDFium is C++, and regular expressions may take hours on a hostile text.
The child gets the bytes on its standard input and answers on its standard output; it imports
nothing of this program, so it starts in a few hundredths of a second.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.opened import OnlyReadKind

OPTION = "--read-"
"""With this option a bundle, which has no separate Python, runs as the child: `--read-pdf`."""
PATIENCE = 240
"""Seconds that a child may take, however busy the machine is; it limits its own processor time."""
_PACKAGES: dict[OnlyReadKind, str] = {"pdf": "pypdfium2_raw", "rtf": "striprtf"}
_SCRIPTS: dict[OnlyReadKind, str] = {"pdf": "pdf/pdf_child.py", "rtf": "rtf/rtf_child.py"}
_NO_WINDOW = 0x08000000
"""CREATE_NO_WINDOW: on Windows no console appears."""


def is_readable(reader: OnlyReadKind) -> bool:
    """Whether the package that reads this is installed."""
    return find_spec(_PACKAGES[reader]) is not None


def answer(reader: OnlyReadKind, path: object, data: bytes) -> bytes:
    """Return the child's answer to the bytes of a file. Raises StoreError if there is none."""
    import subprocess  # noqa: PLC0415 - few files need a child

    flags = _NO_WINDOW if sys.platform == "win32" else 0
    try:
        done = subprocess.run(  # noqa: S603 - our own script, with a folder of packages
            _command(reader),
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            creationflags=flags,
        )
    except subprocess.TimeoutExpired as error:
        reason = Message(
            "this file could not be read within {0} seconds; save it again, or in parts", PATIENCE
        )
        raise StoreError(path, reason) from error
    except OSError as error:
        raise StoreError(
            path, Message("the process that reads it could not be started: {0}", error.strerror)
        ) from error
    if done.returncode != 0:
        reason = Message(
            "this file is too damaged to be read; get a new copy, or save it again in "
            "its own program"
        )
        raise StoreError(path, reason)
    return done.stdout


def _command(reader: OnlyReadKind) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, f"{OPTION}{reader}"]
    script = Path(__file__).parent / _SCRIPTS[reader]
    spec = find_spec(_PACKAGES[reader])
    places = list(spec.submodule_search_locations or ()) if spec else []
    # -I -S: neither the user's settings nor other packages can interfere
    return [sys.executable, "-I", "-S", str(script), *(str(Path(one).parent) for one in places)]


def run_here(argument: str) -> int:
    """Run as the child that `argument` names; returns its exit status."""
    if argument == f"{OPTION}pdf":
        from unspin_gui.store.formats.pdf import pdf_child  # noqa: PLC0415 - one of them is wanted

        return pdf_child.main()
    if argument == f"{OPTION}rtf":
        from unspin_gui.store.formats.rtf import rtf_child  # noqa: PLC0415

        return rtf_child.main()
    message = f"no reader is called {argument}"
    raise ValueError(message)
