"""A review in one file to pass on: the original source, the decisions, the settings they need.

A zip archive with `review.json`, `source.bin` (the bytes of the file that was opened) and
`source.txt` (its text in UTF-8, to which the places of the decisions refer).
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.settings import Settings, from_plain, to_plain
from unspin_gui.store import formats
from unspin_gui.store.files import atomic, text_file
from unspin_gui.store.files.atomic import Source
from unspin_gui.store.review.work_plain import VERSION, WorkError, document_of, migrated, plain_of

SUFFIX = ".unspin"
REVIEW_SETTINGS = ("min_score", "near_threshold", "sources", "starters", "starters_off")
"""The settings that determine what is flagged."""
_JSON, _SOURCE, _TEXT = "review.json", "source.bin", "source.txt"
_LIMITS = {_JSON: 64_000_000, _SOURCE: text_file.LARGEST, _TEXT: text_file.LARGEST}
_LARGEST = 2 * text_file.LARGEST
_MOST_MEMBERS = 16
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, RuntimeError, OSError, ValueError, OverflowError),
)
"""The exceptions that `zipfile` is known to raise for truncated or altered archives."""


@dataclass(frozen=True, slots=True)
class Work:
    """A review to be passed on.

    `name` is the file's name without folders; `data` its bytes; `encoding` the one it was read in,
    empty if it is not text-based. `damaged` says that U+FFFD replaces unreadable bytes, or that it
    contains NUL. `glossaries` names those that were used; `saved` is a date to be shown as it is.
    """

    name: str
    data: bytes
    document: Document
    encoding: str = ""
    damaged: bool = False
    settings: Settings = field(default_factory=Settings)
    glossaries: tuple[str, ...] = ()
    saved: str = ""

    def applied(self, settings: Settings) -> Settings:
        """The reader's own settings, with those that this review was made with."""
        return settings._replace(**{name: getattr(self.settings, name) for name in REVIEW_SETTINGS})


def save(
    path: str | Path,
    work: Work,
    *,
    overwrite: bool = True,
    expect: str | None = None,
    source: Source = None,
) -> str:
    """Write a review in one step; returns the content token. Raises StoreError.

    `expect` and `source` as in `atomic.write_bytes`.
    """
    document, settings = work.document, to_plain(work.settings)
    plain = plain_of(document) | {
        "file": {
            "name": Path(work.name).name,
            "encoding": work.encoding,
            "damaged": work.damaged,
            "sha256": atomic.token_of(work.data),
        },
        "settings": {name: settings[name] for name in REVIEW_SETTINGS},
        "glossaries": list(work.glossaries),
        "saved": work.saved,
    }
    text = document.source.encode("utf-8", errors="surrogatepass")
    members = {_JSON: json.dumps(plain, indent=1).encode(), _SOURCE: work.data, _TEXT: text}
    data = _packed(members)
    return atomic.write_bytes(path, data, overwrite=overwrite, expect=expect, source=source)


def load(path: str | Path) -> Work:
    """Read a review; raises StoreError, also if it is damaged or has been tampered with."""
    data = atomic.read_bytes(path, limit=_LARGEST)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _unpacked(archive)
        return _work(members)
    except WorkError as error:
        raise StoreError(path, str(error)) from error
    except _DAMAGED as error:
        raise StoreError(
            path, Message("this is not a review, or it was damaged on its way here")
        ) from error


def _packed(members: Mapping[str, bytes]) -> bytes:
    """The archive; equal members give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The known members, none longer than allowed, whatever its header says."""
    infos = archive.infolist()
    if len(infos) > _MOST_MEMBERS:
        raise WorkError(Message("this is not a review: the archive contains too many files"))
    if len({info.filename for info in infos}) != len(infos):
        raise WorkError(Message("the review is damaged: one of its parts is there twice"))
    members = {}
    for info in infos:
        limit = _LIMITS.get(info.filename)
        if limit is not None:
            members[info.filename] = _member(archive, info, limit)
    return members


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    if info.flag_bits & 0x1:
        raise WorkError(Message("the review is password-protected; save it without a password"))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise WorkError(Message("the review is compressed in a way that this program does not use"))
    if info.file_size > limit:
        raise WorkError(
            Message("the review is too large: {0} has {1:,} bytes", info.filename, info.file_size)
        )
    with archive.open(info) as member:
        data = member.read(limit + 1)
    if len(data) > limit:
        raise WorkError(
            Message("the review is too large: {0} is longer than it claims", info.filename)
        )
    return data


def _work(members: Mapping[str, bytes]) -> Work:
    if _JSON not in members or _SOURCE not in members:
        raise WorkError(Message("this is not a review: one of its parts is missing"))
    try:
        plain = migrated(json.loads(members[_JSON]))
    except (ValueError, RecursionError) as error:
        raise WorkError(Message("the review is damaged: its decisions cannot be read")) from error
    about, data = _about(plain), members[_SOURCE]
    if about["sha256"] not in ("", atomic.token_of(data)):
        raise WorkError(
            Message("the review is damaged: its source is not the one it was made from")
        )
    return Work(
        about["name"],
        data,
        document_of(plain, _text(members, about)),
        about["encoding"],
        about["damaged"],
        _settings(plain),
        _names(plain.get("glossaries", [])),
        str(plain.get("saved", "")),
    )


def _about(plain: Mapping[str, Any]) -> dict[str, Any]:
    """What the review says about its file."""
    kinds = {"name": str, "encoding": str, "damaged": bool, "sha256": str}
    about = plain.get("file")
    if not isinstance(about, dict) or not all(
        isinstance(about.get(name), kind) for name, kind in kinds.items()
    ):
        raise WorkError(Message("the review is damaged: it does not say which file it belongs to"))
    name = about["name"].replace("\\", "/").rpartition("/")[2].replace("\0", "")
    return {**about, "name": "source.txt" if name in ("", ".", "..") else name}


def _text(members: Mapping[str, bytes], about: Mapping[str, Any]) -> str:
    """Return the text of the source, which must match its bytes if they are text."""
    text: str | None = None
    if _TEXT in members:
        try:
            text = members[_TEXT].decode("utf-8", errors="surrogatepass")
        except UnicodeDecodeError as error:
            raise WorkError(Message("the review is damaged: its text cannot be read")) from error
    if not about["encoding"]:
        if text is None:
            raise WorkError(Message("this is not a review: one of its parts is missing"))
        return text
    name, encoding, replace = Path(about["name"]), about["encoding"], about["damaged"]
    try:
        read = formats.showing(name, members[_SOURCE], text or "", encoding, replace=replace)
    except StoreError as error:
        raise WorkError(
            Message("the source in the review cannot be read: {0}", error.reason)
        ) from error
    if text is not None and read.text != text:
        raise WorkError(Message("the review is damaged: its text differs from its source"))
    return read.text


def _settings(plain: Mapping[str, Any]) -> Settings:
    raw = plain.get("settings")
    known = raw if isinstance(raw, dict) else {}
    return from_plain({name: known[name] for name in REVIEW_SETTINGS if name in known})


def _names(raw: object) -> tuple[str, ...]:
    return tuple(name for name in raw if isinstance(name, str)) if isinstance(raw, list) else ()


__all__ = ["REVIEW_SETTINGS", "SUFFIX", "VERSION", "Work", "load", "save"]
