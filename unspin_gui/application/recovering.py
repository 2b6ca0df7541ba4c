"""Restores unsaved work on its file: the file as it was, or as it is now."""

from collections import Counter
from itertools import product
from pathlib import Path
from typing import NamedTuple

from unspin_gui.application.opening import (
    FileReading,
    OpeningRequest,
    divided,
    plain,
    read_file,
    still_fitting,
)
from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.store import formats
from unspin_gui.store.files import text_file
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats import Opened
from unspin_gui.store.review.decisions_file import save_decisions
from unspin_gui.store.review.journal import Recovered
from unspin_gui.store.review.origin import NOWHERE, Origin


class Restored(NamedTuple):
    """Recovered work.

    `document` belongs to the text in `reading`; `wish` says how its file was read, None without a
    file; `lost` has the phrases whose decisions no longer have a place. `is_changed` says that the
    file contains another text now, `is_gone` that only the text of a document is left.
    """

    reading: FileReading
    document: Document
    wish: OpeningRequest | None = None
    lost: tuple[str, ...] = ()
    is_changed: bool = False
    is_gone: bool = False


def origin_of(file: Opened | None, wish: OpeningRequest | None) -> Origin:
    """What a journal should record about an opened file."""
    if file is None or file.source is None:
        return NOWHERE
    opened, as_text = (str(wish.path), wish.as_text) if wish else (str(file.path), False)
    text = file.file
    if not isinstance(text, TextFile):
        return Origin(file.kind, opened)
    damaged = text.damaged > 0 or "\0" in text.text
    return Origin(file.kind, opened, text.encoding, text.bom, text.ends, damaged, as_text)


def restored(recovered: Recovered, decisions: Path) -> Restored:
    """Return the recovered work: its file with the decisions that still fit, or the text alone.

    Decisions that do not fit are remembered in the folder `decisions` for the text as it was, in
    case the file returns to it. Raises StoreError if that cannot be written.
    """
    document = recovered.document
    found = _now(recovered)
    if found is None:
        file = _rebuilt(recovered)
        is_gone = file.source is None and recovered.path is not None
        return Restored(_reading(file), document, is_gone=is_gone)
    file, wish = found
    if file.text == document.source:
        return Restored(_reading(file), document, wish)
    save_decisions(decisions, file.path, document)
    fitting = still_fitting(document, file.text)
    present = fitting.apply(file.text)._replace(edits=document.edits)
    return Restored(_reading(file), present, wish, _lost(document, present), is_changed=True)


def _reading(file: Opened) -> FileReading:
    return divided(FileReading(file))


def _now(recovered: Recovered) -> tuple[Opened, OpeningRequest] | None:
    """The file as it is now, read as before, and how; None if it cannot be."""
    origin, path = recovered.origin, recovered.path
    if path is None:
        return None
    opened = Path(origin.opened) if origin.opened else path
    readings = []
    for encoding, is_damaged, as_text in dict.fromkeys(
        product((origin.encoding or None, None), (False, True), (origin.as_text, True))
    ):
        wish = OpeningRequest(opened, encoding, replace=is_damaged, as_text=as_text)
        try:
            file = read_file(wish)
        except StoreError:
            continue
        if file.text == recovered.document.source:
            return file, wish
        readings.append((file, wish))
    # Older journals do not record the kind, so a different text may be a different file.
    same_kind = [one for one in readings if one[0].kind == origin.kind]
    return same_kind[0] if same_kind else None


def _rebuilt(recovered: Recovered) -> Opened:
    """The text as its file had it if that was text-based; otherwise the text alone."""
    origin, source = recovered.origin, recovered.document.source
    if recovered.path is None or not formats.is_shown_as_written(origin.kind):
        return plain(text_file.from_text(source))
    like = TextFile(recovered.path, source, origin.encoding, origin.bom, origin.ends)
    try:
        data = text_file.bytes_of(like)
        made = formats.from_bytes(recovered.path, data, origin.encoding, replace=origin.replace)
    except (StoreError, ValueError):
        return plain(text_file.from_text(source))
    return made if made.text == source else plain(text_file.from_text(source))


def _lost(before: Document, now: Document) -> tuple[str, ...]:
    """The phrases whose decisions are in one document and not in the other."""
    kept = Counter((now.source[slice(*d.span)], d.text, d.state) for d in now.decisions)
    lost = []
    for decision in before.decisions:
        phrase = before.source[slice(*decision.span)]
        known = (phrase, decision.text, decision.state)
        if kept[known]:
            kept[known] -= 1
        else:
            lost.append(phrase or decision.text)
    return tuple(lost)
