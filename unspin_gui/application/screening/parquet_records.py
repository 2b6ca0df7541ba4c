"""Parquet files, where pyarrow is installed. Positions count rows within a row group."""

from collections.abc import Iterator
from typing import Any

from unspin_gui.application.screening.extras import needed
from unspin_gui.application.screening.records import (
    Fields,
    RawDocument,
    Slice,
    document_of,
    record_name,
    require_field,
)
from unspin_gui.core.errors import StoreError

_BATCH = 256


def cut(path: str, size: int, fields: Fields) -> Iterator[Slice]:
    """The slices of a file, none of which reaches into two row groups; raises StoreError."""
    file = _open(path)
    require_field(path, fields, file.schema_arrow.names)
    first = 1
    for group in range(file.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        for start in range(0, rows, size):
            count = min(size, rows - start)
            yield Slice(path, f"parquet/{group}", start, first, count)
            first += count


def read(piece: Slice, fields: Fields) -> Iterator[RawDocument]:
    """The documents of a slice."""
    file = _open(piece.path)
    has_name = fields.id_field in file.schema_arrow.names
    columns = [fields.text_field, *([fields.id_field] if has_name else [])]
    group, seen = int(piece.kind.partition("/")[2]), 0
    for batch in _batches(file, piece, columns, group):
        for row in batch.to_pylist():
            at, seen = seen - piece.start, seen + 1
            if at >= piece.count:
                return
            if at >= 0:
                own = row.get(fields.id_field)
                name = record_name(piece.path, piece.first + at) if own is None else str(own)
                yield document_of(name, row[fields.text_field], fields.text_field)


def _batches(file: Any, piece: Slice, columns: list[str], group: int) -> Iterator[Any]:  # noqa: ANN401
    try:
        yield from file.iter_batches(_BATCH, row_groups=[group], columns=columns)
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError(piece.path, f"the Parquet file is damaged: {error}") from error


def _open(path: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    try:
        from pyarrow import parquet  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise needed(path, "Parquet files", "pyarrow", "parquet") from error
    try:
        return parquet.ParquetFile(path)
    except (OSError, ValueError) as error:
        raise StoreError(path, f"this Parquet file cannot be read: {error}") from error
