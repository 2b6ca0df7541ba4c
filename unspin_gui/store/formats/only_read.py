"""Formats that are read but never written: their text is saved as text, Markdown or Word."""

from collections.abc import Sequence
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic, text_file
from unspin_gui.store.formats.edits import applied
from unspin_gui.store.formats.opened import (
    BREAK,
    Edit,
    Kind,
    OnlyReadKind,
    Opened,
    PackageFile,
    Shown,
    is_read_only,
)

_TARGETS: dict[str, str] = {".pdf": ".txt", ".rtf": ".docx"}
"""The suffix of a corrected text unless the user chooses another."""
_TEXTS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
}
_WORD = ".docx"
_CALLED: dict[OnlyReadKind, Message] = {"pdf": Message("a PDF"), "rtf": Message("rich text")}


def default_target(path: Path) -> Path:
    """The default name for the corrected text: NAME.corrected.EXT beside the source."""
    target = text_file.default_target(path)
    return target.with_suffix(_TARGETS.get(path.suffix.lower(), path.suffix))


def shown(kind: OnlyReadKind, path: Path, data: bytes) -> Shown:
    """What the panes show of a document; raises StoreError."""
    match kind:
        case "pdf":
            from unspin_gui.store.formats.pdf import pdf_file  # noqa: PLC0415 - seldom needed

            return pdf_file.shown(path, data)
        case "rtf":
            from unspin_gui.store.formats.rtf import rtf_file  # noqa: PLC0415

            return rtf_file.shown(path, data)


def refuse_misnamed(path: Path, kind: OnlyReadKind) -> None:
    """Raise StoreError if the name does not promise a format that the text can be saved in."""
    if path.suffix.lower() not in {*_TEXTS, _WORD}:
        reason = Message(
            "{0} can only be read; choose a name ending in .txt, .md or {1}", _CALLED[kind], _WORD
        )
        raise StoreError(path, reason)


def as_text(text: str) -> str:
    """The text as it is saved in text files: a blank line between paragraphs."""
    return text.replace("\n", "\n\n").replace(BREAK, "\n")


def converted(
    path: Path, opened: Opened, edits: Sequence[Edit], *, tracked: bool
) -> tuple[Opened, Sequence[Edit]]:
    """The document in the format of its new name, and the edits that are still to be made in it.

    Raises StoreError for a name of any other format.
    """
    assert is_read_only(opened.kind)  # noqa: S101 - the caller asked
    refuse_misnamed(path, opened.kind)
    kind = _TEXTS.get(path.suffix.lower())
    if kind is not None:
        file = text_file.from_text(as_text(applied(opened.text, edits)))
        return Opened(path, kind, file.text, (), (), file), ()
    from unspin_gui.store.formats.docx.docx_new import new_docx  # noqa: PLC0415

    left = edits if tracked else ()
    text = opened.text if tracked else applied(opened.text, edits)
    package = PackageFile(path, new_docx(text), atomic.ABSENT)
    return opened._replace(kind="docx", file=package, text=text, notices=()), left
