"""What a review writes: the edits to a file, a review to pass on, a file written in place."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.settings import Settings
from unspin_gui.store.files import atomic, text_file
from unspin_gui.store.files.in_place import overwrite_in_place
from unspin_gui.store.files.temp_files import temporary_name
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.review.work_file import Work


def edits_of(
    document: Document,
    suspects: Sequence[Suspect] = (),
    tell: Callable[[object], str] = str,
) -> tuple[Edit, ...]:
    """Return the edits that the decisions make to the source, each with the reason for its mark.

    `tell` puts the reasons into words.
    """
    reasons = {one.span: tell(one.reason) for one in suspects if one.reason is not None}
    return tuple(
        Edit(d.span, d.text, reasons.get(d.span, ""))
        for d in document.decisions
        if d.text != document.source[slice(*d.span)]
    )


def work_of(file: Opened, title: str, document: Document, settings: Settings) -> Work:
    """The review to be passed on."""
    name = file.path.name or f"{title}.txt"
    if isinstance(file.file, TextFile):
        data, damaged = text_file.bytes_of(file.file), file.file.damaged > 0 or "\0" in file.text
        return Work(name, data, document, file.file.encoding, damaged, settings)
    return Work(name, file.file.data, document, settings=settings)


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A free name in `folder`; after a thousand that are taken, the last one tried."""
    names = (f"{stem}{f'-{n}' if n > 1 else ''}{suffix}" for n in range(1, 1001))
    candidates = [folder / name for name in names]
    return next((one for one in candidates if not atomic.is_there(one)), candidates[-1])


def keep_copy(path: Path, copy: Path, expect: str | None) -> None:
    """Copy a file before it is overwritten, unless that will be refused; raises StoreError.

    An existing copy is enough.
    """
    data = atomic.read_bytes(path)
    token = atomic.token_of(data)
    if expect in {None, token} and atomic.token_on_disk(copy) != token:
        atomic.write_bytes(copy, data, like=path, overwrite=False)


def write_in_place(
    path: Path, write: Callable[[Path], Opened], backup: Path, state: Path
) -> Opened:
    """Write the output of `write` into the file itself, after copying the file; raises StoreError.

    `state` is a folder to prepare it in.
    """
    atomic.make_folder(state)
    atomic.make_folder(backup.parent)
    staging = state / temporary_name(path.name)
    try:
        atomic.write_bytes(staging, b"", mode=0o600)  # writing over it keeps this mode
        written = write(staging)
        data = atomic.read_bytes(staging)
    finally:
        with suppress(OSError):
            staging.unlink()
    overwrite_in_place(path, data, backup=backup)
    return written
