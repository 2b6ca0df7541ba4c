"""The documents of a corpus: in files of their own, or as records of larger files.

Each kind of larger file has a reader with two functions. `cut` goes through the file once and says
where every part begins; `read` yields the documents of one part, starting there.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from unspin_gui.application.screening.records import Fields, RawDocument, Slice, record_name
from unspin_gui.core.errors import StoreError


class RecordReader(Protocol):
    """Reads files that contain many documents."""

    def cut(self, path: str, size: int, fields: Fields) -> Iterator[Slice]:
        """The slices of a file, of `size` records at most; raises StoreError."""

    def read(self, piece: Slice, fields: Fields) -> Iterator[RawDocument]:
        """The documents of a slice, `count` of them; raises StoreError."""


RECORDS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonlines": "jsonl",
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
    ".parquet": "parquet", ".pq": "parquet",
    ".warc": "warc",
}  # fmt: skip
"""The suffixes of larger files, and their kinds."""
READ_OF_FOLDERS = frozenset({*RECORDS, ".gz"})
"""The suffixes of files that are read in a folder, besides those of texts."""


def kind_of(path: str) -> str:
    """The kind of larger file that the name indicates, or "file" for a document of its own."""
    name = path.lower().removesuffix(".gz") if path.lower().endswith(".warc.gz") else path.lower()
    return RECORDS.get(Path(name).suffix, "file")


def reader_of(kind: str) -> RecordReader:
    """The reader for a kind of larger file, imported on first use."""
    if kind == "jsonl":
        from unspin_gui.application.screening import json_records  # noqa: PLC0415

        return json_records
    if kind in {"csv", "tsv"}:
        from unspin_gui.application.screening import table_records  # noqa: PLC0415

        return table_records
    if kind == "parquet":
        from unspin_gui.application.screening import parquet_records  # noqa: PLC0415

        return parquet_records
    from unspin_gui.application.screening import warc_records  # noqa: PLC0415

    return warc_records


def documents_of(piece: Slice, fields: Fields) -> Iterator[RawDocument]:
    """The documents of a slice, not yet loaded; those that cannot be read are never left out."""
    if piece.kind == "file":
        yield RawDocument(piece.path, path=piece.path, at=piece.path)
        return
    done, reason = 0, piece.kind.removeprefix("error/")
    if not piece.kind.startswith("error/"):
        reason = "the file has become shorter"
        try:
            for document in reader_of(piece.kind.partition("/")[0]).read(piece, fields):
                at = record_name(piece.path, piece.first + done)
                done += 1
                yield replace(document, at=at)
        except StoreError as error:
            reason = error.reason
    for number in range(piece.first + done, piece.first + piece.count):
        name = record_name(piece.path, number)
        yield RawDocument(name, error=reason, at=name)
