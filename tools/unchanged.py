"""Counts what saving an unchanged document alters, with its usual library and with this program.

usage: python tools/unchanged.py FILE...   (.docx and .odt; needs python-docx and odfdo)

Prints one object a line: the parts of each archive, and for each way of saving how many of them
have other bytes or are gone or new, and how many bytes those parts have.
"""

import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import odfdo

from unspin_gui.store import formats


def by_library(path: Path) -> bytes:
    """The file as python-docx or odfdo saves it."""
    out = io.BytesIO()
    if path.suffix == ".docx":
        docx.Document(str(path)).save(out)
    else:
        odfdo.Document(path).save(out)
    return out.getvalue()


def by_this_program(path: Path) -> bytes:
    """The file as this program saves it."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / path.name
        formats.write(target, formats.read(path), ())
        return target.read_bytes()


def parts(data: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}


def altered(before: dict[str, bytes], save: Callable[[Path], bytes], path: Path) -> dict[str, int]:
    """How many parts were altered, and their bytes."""
    after = parts(save(path))
    names = [name for name in before | after if before.get(name) != after.get(name)]
    sizes = (len(before.get(name) or after[name]) for name in names)
    return {"parts": len(names), "bytes": sum(sizes)}


def main() -> int:
    """Compare each file; the status is 1 if this program altered any."""
    spoilt = False
    for path in map(Path, sys.argv[1:]):
        before = parts(path.read_bytes())
        library = "python-docx" if path.suffix == ".docx" else "odfdo"
        ours = altered(before, by_this_program, path)
        figures = {"file": path.name, "parts": len(before), "bytes": sum(map(len, before.values()))}
        figures |= {library: altered(before, by_library, path), "unspin": ours}
        print(json.dumps(figures))
        spoilt = spoilt or ours["parts"] > 0
    return int(spoilt)


if __name__ == "__main__":
    sys.exit(main())
