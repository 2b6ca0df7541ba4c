"""Opens documents of many formats as text, and writes back only the corrections to them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import merged
from unspin_gui.store.files import atomic, text_file
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats import kinds, only_read
from unspin_gui.store.formats.conversions import converted, is_word_copy
from unspin_gui.store.formats.edits import applied, ordered
from unspin_gui.store.formats.kinds import ENDINGS, kind_of
from unspin_gui.store.formats.markup import MarkupError, markup_of
from unspin_gui.store.formats.only_read import as_text, default_target
from unspin_gui.store.formats.opened import (
    BREAK,
    NOT_TRACKED,
    Edit,
    Kind,
    MisfitError,
    Opened,
    PackageFile,
    Shown,
    is_package,
    is_read_only,
    is_shown_as_written,
    is_source,
)
from unspin_gui.store.formats.readers import package_reader, source_reader
from unspin_gui.store.formats.refusals import refuse
from unspin_gui.store.formats.text_apparatus import apparatus_of

if TYPE_CHECKING:
    from datetime import datetime


__all__ = [
    "ENDINGS",
    "NOT_TRACKED",
    "Edit",
    "Kind",
    "MarkupError",
    "MisfitError",
    "Opened",
    "PackageFile",
    "as_text",
    "bytes_with",
    "can_track",
    "default_target",
    "from_bytes",
    "is_plain",
    "is_read_only",
    "is_shown_as_written",
    "kind_of",
    "read",
    "refuse_misnamed",
    "refuse_untracked",
    "showing",
    "write",
]

_TRACKING = {"docx", "odt"}
_PLAIN = {".txt", ".text"}
_NOT_TEXT = {
    "docx": Message("a Word document"),
    "odt": Message("an OpenDocument text"),
    "epub": Message("a book"),
    "pdf": Message("a PDF"),
    "rtf": Message("rich text"),
    "review": Message("a review"),
}


def can_track(kind: Kind) -> bool:
    """Whether corrections can be written as tracked changes."""
    return kind in _TRACKING or kind == "text" or is_read_only(kind)


def refuse_misnamed(path: Path, opened: Opened) -> None:
    """Raise StoreError if the name promises a format other than the document's own."""
    if is_read_only(opened.kind):
        only_read.refuse_misnamed(path, opened.kind)
        return
    named = "review" if path.suffix.lower() == ".unspin" else kinds.named_kind(path)
    is_text = named not in _NOT_TEXT and opened.kind not in _NOT_TEXT
    fits = named == opened.kind or not path.suffix or is_text or is_plain(path)
    if not (fits or is_word_copy(path, opened.kind)):
        what, ending = _NOT_TEXT.get(opened.kind, Message("a text")), opened.path.suffix or ".txt"
        reason = Message(
            "{0} cannot be written as {1}; choose a name ending in {2}", what, path.suffix, ending
        )
        raise StoreError(path, reason)


def refuse_untracked(path: Path, opened: Opened) -> None:
    """Raise StoreError if changes cannot be tracked in a file of this name."""
    refuse_misnamed(path, opened)
    if opened.kind not in _TRACKING and path.suffix.lower() != ".docx":
        reason = Message(
            "changes can be tracked only in Word documents; choose a name ending in .docx"
        )
        raise StoreError(path, reason)


def is_plain(path: Path) -> bool:
    """Whether the name is that of plain text, which every document can be saved as."""
    return path.suffix.lower() in _PLAIN


def read(
    path: str | Path,
    encoding: str | None = None,
    *,
    replace: bool = False,
    as_text: bool = False,
) -> Opened:
    """Open a document; `encoding` and `replace` as in `text_file.read`, for text-based formats.

    `as_text` shows text-based formats as they are written. Raises StoreError, in one sentence, if
    the file is damaged, protected or of another kind.
    """
    data = atomic.read_bytes(path, limit=text_file.LARGEST)
    return from_bytes(Path(path), data, encoding, replace=replace, as_text=as_text)


def from_bytes(
    path: Path,
    data: bytes,
    encoding: str | None = None,
    *,
    replace: bool = False,
    as_text: bool = False,
) -> Opened:
    """Open a document from bytes; otherwise like `read`."""
    refuse(path, data)
    kind = kind_of(path, data)
    if is_read_only(kind):
        file = PackageFile(path, data, atomic.token_of(data))
        return _shown(path, kind, only_read.shown(kind, path, data), file)
    if as_text and is_source(kind):
        kind = "text"
    if is_package(kind):
        file = PackageFile(path, data, atomic.token_of(data))
        return _shown(path, kind, package_reader(kind).shown(path, data), file)
    if is_source(kind):
        return _opened(source_reader(kind).from_bytes(path, data, encoding, replace=replace), kind)
    return _opened(text_file.from_bytes(path, data, encoding, replace=replace), kind)


def showing(
    path: Path, data: bytes, text: str, encoding: str | None = None, *, replace: bool = False
) -> Opened:
    """Open a document so that it shows `text`, as raw source if need be; otherwise as usual.

    Raises StoreError.
    """
    opened: Opened | None = None
    error: StoreError | None = None
    for as_written in (False, True):
        try:
            read = from_bytes(path, data, encoding, replace=replace, as_text=as_written)
        except StoreError as reason:
            error = error or reason
            continue
        if read.text == text:
            return read
        opened = opened or read
    if opened is not None:
        return opened
    raise error or StoreError(path, Message("the file cannot be read"))


def write(  # noqa: PLR0913 - what the dialog asks
    path: str | Path,
    opened: Opened,
    edits: Sequence[Edit],
    *,
    encoding: str | None = None,
    lose: bool = False,
    overwrite: bool = True,
    expect: str | None = None,
    source: atomic.Source = None,
    tracked: bool = False,
    comments: bool = False,
    date: "datetime | None" = None,
) -> Opened:
    """Save the document with `edits` made in it; without edits, the identical bytes.

    A document that is not text is saved as its text alone, in UTF-8, if the name is that of plain
    text. One that is only read (`is_read_only`) is saved as text, Markdown or a new Word document,
    plain text as a new Word document if the name is that of one.

    `encoding` and `lose` are for text-based formats, as in `text_file.write`. Where the format can
    track changes, `tracked` writes each edit as a deletion and an insertion, and `comments` puts
    its note beside it, both dated `date` (by default now). `overwrite`, `expect` and `source` (by
    default the path of the document) as in `atomic.write_bytes`. Raises StoreError if an edit does
    not fit the format, before anything is written; ValueError if edits overlap.
    """
    path, source = Path(path), source or opened.path
    made = ordered(opened.text, edits)
    opened, left = converted(path, opened, made, tracked=tracked)
    made = tuple(left)
    save = partial(text_file.write, path, overwrite=overwrite, expect=expect, source=source)
    if not is_shown_as_written(opened.kind) and is_plain(path):
        plain = text_file.from_text(applied(opened.text, made).replace(BREAK, "\n"))
        return _opened(save(plain.text, plain), "text")
    if isinstance(opened.file, PackageFile):
        data, result = _rewritten(path, opened, made, tracked=tracked, comments=comments, date=date)
        token = atomic.write_bytes(path, data, expect=expect, overwrite=overwrite, source=source)
        return _shown(path, opened.kind, result, PackageFile(path, data, token))
    written = save(_source(path, opened, made, encoding), opened.file, encoding=encoding, lose=lose)
    return _opened(written, opened.kind)


def bytes_with(opened: Opened, edits: Sequence[Edit]) -> tuple[bytes, bytes] | None:
    """The bytes of a text file as it is, and with `edits` made in it; None for other documents.

    Raises StoreError if an edit does not fit the format, or its encoding lacks a character.
    """
    file = opened.file
    if not isinstance(file, TextFile):
        return None
    before = text_file.bytes_of(file)
    made = ordered(opened.text, edits)
    if not made:
        return before, before
    return before, text_file.bytes_with(file, _source(opened.path, opened, made, None))


def _rewritten(
    path: Path,
    opened: Opened,
    edits: Sequence[Edit],
    *,
    tracked: bool,
    comments: bool,
    date: "datetime | None",
) -> tuple[bytes, Shown]:
    """The bytes of a zipped document with `edits` made in it, and what it shows then."""
    file = opened.file
    assert isinstance(file, PackageFile)  # noqa: S101 - tells the type checker
    assert is_package(opened.kind)  # noqa: S101 - as above
    if not edits:
        return file.data, Shown(opened.text, opened.skip, opened.notices)
    from unspin_gui.store.formats.office.tracking import Tracking, now  # noqa: PLC0415

    tracking = Tracking(tracked, comments, date or now())
    return package_reader(opened.kind).rewritten(path, file.data, edits, tracking)


def _source(path: Path, opened: Opened, edits: Sequence[Edit], encoding: str | None) -> str:
    file = opened.file
    assert isinstance(file, TextFile)  # noqa: S101 - tells the type checker
    if not is_source(opened.kind):
        return applied(opened.text, edits)
    form = source_reader(opened.kind)
    source = form.source_with(path, file, edits, encoding or file.encoding)
    other = encoding not in {None, file.encoding}
    return form.declared(source, encoding) if encoding and other else source


def _opened(file: TextFile, kind: Kind) -> Opened:
    if is_source(kind):
        return _shown(file.path, kind, source_reader(kind).show(file), file)
    if kind == "markdown":
        from unspin_gui.store.formats.markdown import markdown_prose  # noqa: PLC0415

        return _shown(file.path, kind, markdown_prose.shown(file.text), file)
    markup, notices = markup_of(file.path, file.text), kinds.notices(file.path, file.text)
    return _shown(file.path, kind, Shown(file.text, (), notices), file)._replace(markup=markup)


def _shown(path: Path, kind: Kind, shown: Shown, file: TextFile | PackageFile) -> Opened:
    text, skip, notices, places, roles = shown
    if not is_read_only(kind):  # their readers know more than the text
        skip = merged([*skip, *apparatus_of(kind, text)])
    return Opened(path, kind, text, skip, notices, file, places=places, roles=roles)
