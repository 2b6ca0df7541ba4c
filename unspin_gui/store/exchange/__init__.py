"""Exchanges glossaries with other tools: reading, writing, losses and conflicts."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.tokens import fold
from unspin_gui.store.exchange import autocorrect, recognition, term_base
from unspin_gui.store.exchange import exchange_tables as tables
from unspin_gui.store.exchange import vale_style as vale
from unspin_gui.store.exchange.exchange_base import (
    Columns,
    Exchange,
    Format,
    Loss,
    Skipped,
    losses_of,
)
from unspin_gui.store.exchange.exchange_tables import TablePreview
from unspin_gui.store.files import atomic
from unspin_gui.store.files.atomic import Source
from unspin_gui.store.glossary import glossary_file
from unspin_gui.store.glossary.glossary_entries import Style, lines_of, pair_of

__all__ = [
    "FORMATS",
    "Clash",
    "Columns",
    "Exchange",
    "Format",
    "Loss",
    "Skipped",
    "TablePreview",
    "conflicts",
    "guess",
    "losses",
    "preview",
    "read",
    "settle",
    "write",
]

_LARGEST = 64_000_000
_ALL = tables.TABLE | {"control", "formula"}


class Clash(NamedTuple):
    """An imported entry whose phrase the glossary has with different fixes."""

    mine: Entry
    theirs: Entry


def _read_yaml(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    file = glossary_file.from_bytes(path, data)
    return Exchange(tuple(entry._replace(line=0) for entry in file.glossary.entries))


def _write_yaml(entries: Sequence[Entry]) -> bytes:
    body = "".join(lines_of(entry, Style()) for entry in entries)
    return (glossary_file.HEADER + "\n" + body).encode()


def _write_mapping(entries: Sequence[Entry]) -> bytes:
    by_phrase: dict[str, Entry] = {}
    for entry in entries:
        first = by_phrase.setdefault(entry.phrase, entry)
        if first is not entry:
            fixes = tuple(dict.fromkeys(first.fixes + entry.fixes))
            by_phrase[entry.phrase] = first._replace(fixes=fixes)
    return "".join(pair_of(entry, Style()) for entry in by_phrase.values()).encode()


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("yaml", Message("unspin glossary"), ".yaml", _ALL, _read_yaml, _write_yaml),
        Format("mapping", Message("plain YAML mapping"), ".yaml", _ALL, _read_yaml, _write_mapping),
        Format(
            "csv", Message("CSV table"), ".csv", tables.TABLE, tables.read_table, tables.write_csv
        ),
        Format(
            "tsv", Message("TSV table"), ".tsv", tables.TABLE, tables.read_table, tables.write_tsv
        ),
        Format(
            "omegat",
            Message("OmegaT glossary"),
            ".utf8",
            tables.OMEGAT,
            tables.read_omegat,
            tables.write_omegat,
        ),
        Format(
            "screener",
            Message("screener's list"),
            ".csv",
            tables.SCREENER,
            tables.read_table,
            tables.write_screener,
        ),
        Format("vale", Message("Vale style"), ".yml", vale.HOLDS, vale.read_vale, vale.write_vale),
        Format(
            "autocorrect",
            Message("LibreOffice autocorrect"),
            ".dat",
            autocorrect.HOLDS,
            autocorrect.read_autocorrect,
            autocorrect.write_autocorrect,
            autocorrect.never_applied,
            autocorrect.REMARK,
        ),
        Format(
            "tbx",
            Message("TBX terms"),
            ".tbx",
            term_base.HOLDS,
            term_base.read_tbx,
            term_base.write_tbx,
            remark=term_base.REMARK,
        ),
    )
}
"""All formats by name."""
_BY_SUFFIX = [one for name, one in FORMATS.items() if name not in {"mapping", "screener"}]


def read(
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word for it
    columns: Columns | None = None,
) -> Exchange:
    """Read the entries of a file, and what was skipped and why; raises StoreError.

    The format is guessed from name and content unless given; `columns` maps fields to the columns
    of a table (from 0), as `preview` guesses them.
    """
    data = atomic.read_bytes(path, limit=_LARGEST)
    recognition.refuse_foreign(path, data)
    name = format or guess(Path(path), data)
    return _format(path, name).read(Path(path), data, columns)


def preview(path: str | Path) -> TablePreview:
    """A table's separator, header, first rows and guessed columns; raises StoreError."""
    data = atomic.read_bytes(path, limit=_LARGEST)
    recognition.refuse_foreign(path, data)
    return tables.preview(Path(path), data)


def losses(entries: Iterable[Entry], format: str) -> tuple[Loss, ...]:  # noqa: A002
    """Return what `write` would lose of each entry."""
    return losses_of(tuple(entries), _format("", format))


def write(
    path: str | Path,
    entries: Sequence[Entry],
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    overwrite: bool = False,
    source: Source = None,
) -> None:
    """Write entries in a format (by the file's suffix unless given); raises StoreError.

    `source` as in `atomic.write_bytes`.
    """
    name = format or guess(Path(path), b"")
    data = _format(path, name).write(entries)
    atomic.write_bytes(path, data, overwrite=overwrite, source=source)


def conflicts(glossary: Glossary, entries: Iterable[Entry]) -> tuple[Clash, ...]:
    """The entries whose phrase the glossary has with different fixes, or marked never to flag."""
    known = {fold(entry.phrase): entry for entry in glossary.entries}
    clashes = []
    for entry in entries:
        mine = known.get(fold(entry.phrase))
        if mine is not None and (set(mine.fixes), mine.keep) != (set(entry.fixes), entry.keep):
            clashes.append(Clash(mine, entry))
    return tuple(clashes)


def settle(clash: Clash, choice: Literal["mine", "theirs", "both"]) -> EntryChange | None:
    """The change that resolves a clash; None if nothing changes."""
    if choice == "mine":
        return None
    if choice == "theirs":
        return EntryChange(clash.mine, clash.theirs._replace(phrase=clash.mine.phrase))
    fixes = tuple(dict.fromkeys(clash.mine.fixes + clash.theirs.fixes))
    return EntryChange(clash.mine, clash.mine._replace(fixes=fixes))


def guess(path: Path, data: bytes) -> str:
    """Guess the format of a file; raises StoreError if no format fits.

    For a file that does not exist yet (no data) the name decides.
    """
    return recognition.recognised(path, data, {one.suffix: one.name for one in _BY_SUFFIX})


def _format(path: object, name: str) -> Format:
    if name not in FORMATS:
        raise StoreError(
            path, Message("there is no format {0}; choose one of {1}", name, ", ".join(FORMATS))
        )
    return FORMATS[name]
