"""Web archives (WARC), where fastwarc or warcio is installed. Positions are those of bytes.

The documents are the responses that hold a page or plain text, and resource records of the same.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from unspin_gui.application.screening.extras import needed
from unspin_gui.application.screening.records import Fields, RawDocument, Slice, record_name
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files.failures import store_error

_PAGES = ("text/html", "application/xhtml", "text/plain")


class _WebPage(NamedTuple):
    """A record: where it begins, its address, its media type and its payload."""

    start: int
    address: str
    media_type: str
    payload: bytes


def cut(path: str, size: int, fields: Fields) -> Iterator[Slice]:  # noqa: ARG001 - it has none
    """The slices of an archive; raises StoreError."""
    start, number, held = 0, 0, 0
    for page in _pages(path, 0):
        if held == size:
            yield Slice(path, "warc", start, number - held + 1, held)
            held = 0
        start = start if held else page.start
        number, held = number + 1, held + 1
    if held:
        yield Slice(path, "warc", start, number - held + 1, held)


def read(piece: Slice, fields: Fields) -> Iterator[RawDocument]:  # noqa: ARG001 - as above
    """The documents of a slice."""
    pages = _pages(piece.path, piece.start)
    for number, page in zip(range(piece.first, piece.first + piece.count), pages, strict=False):
        name = page.address or record_name(piece.path, number)
        ending = "txt" if page.media_type.startswith("text/plain") else "html"
        yield RawDocument(name, path=f"page.{ending}", data=page.payload)


def _pages(path: str, start: int) -> Iterator[_WebPage]:
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: F401, PLC0415 - an extra

        found = _by_fastwarc(path, start)
    except ImportError:
        found = _by_warcio(path, start)
    for page in found:
        if page.media_type.startswith(_PAGES):
            yield page


def _by_fastwarc(path: str, start: int) -> Iterator[_WebPage]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra

    wanted = WarcRecordType.response | WarcRecordType.resource
    try:
        with Path(path).open("rb") as file:
            file.seek(start)
            for record in ArchiveIterator(file, record_types=wanted, parse_http=True):
                http = record.http_headers
                kind = record.http_content_type if http else record.headers.get("Content-Type")
                address = record.headers.get("WARC-Target-URI", "")
                yield _WebPage(
                    start + record.stream_pos, address, (kind or "").lower(), record.reader.read()
                )
    except OSError as error:
        raise store_error(path, "read the file", error) from error
    except Exception as error:
        raise StoreError(path, f"the archive is damaged: {error}") from error


def _by_warcio(path: str, start: int) -> Iterator[_WebPage]:
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise needed(path, "web archives", "fastwarc", "warc") from error
    try:
        with Path(path).open("rb") as file:
            file.seek(start)
            records: Any = ArchiveIterator(file)
            for record in records:
                if record.rec_type in {"response", "resource"}:
                    head = record.http_headers or record.rec_headers
                    kind = head.get_header("Content-Type") or ""
                    address = record.rec_headers.get_header("WARC-Target-URI") or ""
                    payload = (
                        record.content_stream().read()
                    )  # accessing the position skips the rest of the record
                    place = start + records.get_record_offset()
                    yield _WebPage(place, address, kind.lower(), payload)
    except OSError as error:
        raise store_error(path, "read the file", error) from error
    except Exception as error:
        raise StoreError(path, f"the archive is damaged: {error}") from error
