"""XML documents as they are opened and written, for the tests of several modules."""

from pathlib import Path

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened


def opened(text: str, name: str = "a.xml") -> Opened:
    return formats.from_bytes(Path(name), text.encode())


def edited(file: Opened, old: str, new: str, tmp_path: Path) -> str:
    start = file.text.index(old)
    made = formats.write(tmp_path / "b.xml", file, [Edit(Span(start, start + len(old)), new)])
    assert made.text == file.text.replace(old, new, 1)
    return (tmp_path / "b.xml").read_bytes().decode()
