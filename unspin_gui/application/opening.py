"""Reads files for review, off the GUI thread, with earlier decisions on them."""

from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.prose import prose_passages
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.files import atomic, encodings, text_file
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats import MarkupError, Opened, is_read_only
from unspin_gui.store.review import work_file
from unspin_gui.store.review.anchoring import recall, remember
from unspin_gui.store.review.decisions_file import Recalled, keep_unusable, load_decisions
from unspin_gui.store.review.work_file import Work


class OpeningRequest(NamedTuple):
    """A file to be read; `encoding` and `replace` as in `text_file.read`.

    `replace` without an encoding reads damaged and NUL bytes in the encoding of the rest. `as_text`
    reads data and programs as if they were prose.
    """

    path: Path
    encoding: str | None = None
    replace: bool = False
    as_text: bool = False


class FileReading(NamedTuple):
    """A file as read, earlier decisions on it, and its corrected text if this program made it.

    `passages` are those of its text, if computed; `told` lists what went wrong with the decisions.
    """

    file: Opened
    recalled: Recalled | None = None
    written: Opened | None = None
    passages: tuple[Passage, ...] | None = None
    told: tuple[StoreError, ...] = ()


def read(wish: OpeningRequest, folder: Path) -> FileReading:
    """Read a file, or a review that was passed on; `folder` holds remembered decisions.

    Raises StoreError; MarkupError for a text that is not prose, unless reading it was requested.
    """
    if is_review(wish.path):
        return divided(_passed_on(wish.path))
    file = read_file(wish)
    if file.markup and not wish.as_text:
        raise MarkupError(wish.path, file.markup)
    unusable = _unusable(folder, wish.path)
    recalled = load_decisions(folder, wish.path, file.text)
    written = _ours(file, recalled.apply(file.text)) if recalled else None
    return divided(FileReading(file, recalled, written, told=unusable))


def _unusable(folder: Path, path: Path) -> tuple[StoreError, ...]:
    """What to report about remembered decisions on this file that cannot be used."""
    try:
        return keep_unusable(folder, path)
    except StoreError as error:
        return (error,)


def read_again(wish: OpeningRequest, document: Document) -> FileReading:
    """Reread a file under review, keeping the decisions that still have a place."""
    file = read_file(wish)
    return divided(FileReading(file, still_fitting(document, file.text)))


def divided(reading: FileReading) -> FileReading:
    """The reading with its passages, which take long to compute for a large text."""
    return reading._replace(passages=prose_passages(reading.file.text, reading.file.skip))


def is_review(path: Path) -> bool:
    """Whether the name is that of a review file."""
    return path.suffix.lower() == work_file.SUFFIX


def read_file(wish: OpeningRequest) -> Opened:
    """Read the file alone, without decisions on it; raises StoreError."""
    path, encoding = wish.path, wish.encoding
    if is_review(path):
        work = work_file.load(path)
        replace = wish.replace or (work.damaged and encoding is None)
        return _in_review(path, work, encoding or work.encoding, replace=replace)
    data = bytes_of(path)
    if wish.replace and encoding is None:
        encoding = _encoding_of_the_rest(path, data)
    return formats.from_bytes(path, data, encoding, replace=wish.replace, as_text=wish.as_text)


def bytes_of(path: Path) -> bytes:
    """The bytes of a source, even inside a review file; raises StoreError."""
    if is_review(path):
        return work_file.load(path).data
    return atomic.read_bytes(path, limit=text_file.LARGEST)


def _in_review(review: Path, work: Work, encoding: str, *, replace: bool) -> Opened:
    """The file that a review was made from, as if it lay beside the review."""
    path, text = review.with_name(work.name), work.document.source
    return formats.showing(path, work.data, text, encoding or None, replace=replace)


def _encoding_of_the_rest(path: Path, data: bytes) -> str:
    """The encoding that the undamaged part of a file appears to have."""
    try:
        return encodings.detect(path, data.replace(b"\0", b" ")).encoding
    except encodings.UndecodableError as error:
        return error.encoding
    except StoreError:
        return "utf-8"


def still_fitting(document: Document, source: str) -> Recalled:
    """The decisions of a document that have a place in another source."""
    decisions = document.decisions
    if source != document.source:
        same = _read_otherwise(document, source)
        decisions = recall(source, remember(document.source, decisions)) if same is None else same
    lost = len(document.decisions) - len(decisions)
    return Recalled(decisions, document.ignored, document.never, lost, document.assume)


def _read_otherwise(document: Document, source: str) -> tuple[Decision, ...] | None:
    """Map the decisions to the same bytes read in another encoding; None for any other text.

    In such a text all ASCII characters occur in the same order.
    """
    ascii_only = source.encode("ascii", "ignore")
    if ascii_only != document.source.encode("ascii", "ignore"):
        return None
    old = [place for place, sign in enumerate(document.source) if sign.isascii()]
    new = [place for place, sign in enumerate(source) if sign.isascii()]
    moved = []
    for decision in document.decisions:
        phrase = document.source[slice(*decision.span)]
        at = bisect_left(old, decision.span.start)
        start = new[at] if at < len(new) else len(source)
        if source[start : start + len(phrase)] == phrase:
            span = Span(start, start + len(phrase))
            moved.append(decision._replace(span=span))
    return tuple(moved)


def plain(file: TextFile) -> Opened:
    """Wrap a text that does not come from a file of another format."""
    return Opened(file.path, "text", file.text, (), (), file)


def _passed_on(path: Path) -> FileReading:
    """Read a review that a colleague saved."""
    work = work_file.load(path)
    file, document = _in_review(path, work, work.encoding, replace=work.damaged), work.document
    if file.text != document.source:
        raise StoreError(
            path,
            Message(
                "the text in this review differs from the one in its file; ask for the review again"
            ),
        )
    return FileReading(
        file, Recalled(document.decisions, document.ignored, document.never, 0, document.assume)
    )


def _ours(file: Opened, document: Document) -> Opened | None:
    """The corrected file beside the source, if it is exactly what these decisions produce.

    It is in the encoding of the source unless another one was chosen.
    """
    target = formats.default_target(file.path)
    own = file.file.encoding if isinstance(file.file, TextFile) else None
    for encoding in dict.fromkeys((own, None)) if atomic.is_there(target) else ():
        try:
            written = formats.read(target, encoding, as_text=file.kind == "text")
        except StoreError:
            continue
        made = document.corrected
        if is_read_only(file.kind) and written.kind == "text":
            made = formats.as_text(made)
        if written.text == made:
            return written
    return None
