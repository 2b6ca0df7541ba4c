"""The plan of a screening: its parts, its manifest, and what is already done.

In the results folder, `manifest.json` says what is screened and how, `plan.jsonl` has a part on
each line, and `rows/` receives a file for each part. Each file is either complete or absent, so any
of the processes may be killed at any moment.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from unspin_gui import __version__
from unspin_gui.application.screening import corpus
from unspin_gui.application.screening.extras import CannotStartError, NoFieldError
from unspin_gui.application.screening.options import ScreenOptions, key_of
from unspin_gui.application.screening.records import Slice, stamp_of
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.files.attributes import closing_folder
from unspin_gui.store.files.lock import locked
from unspin_gui.store.files.streamed import write_chunks
from unspin_gui.store.files.temp_files import sweep

_DIGESTS = {
    "glossary_digest": "the glossaries have changed",
    "model_digest": "the language model has changed",
}
_REPORT = ("report.html", "documents.csv", "candidates.yaml", "candidates.new.yaml")
_OWN = frozenset({"manifest.json", "plan.jsonl", "rows", "input", "opened", *_REPORT})
"""The names of the files in a results folder."""
_WAIT = 3600.0
"""Seconds to wait while another shard makes the plan."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the corpus, done in one go; `number` counts from 1."""

    number: int
    slices: tuple[Slice, ...]

    @property
    def documents(self) -> int:
        """The number of documents in it."""
        return sum(piece.count for piece in self.slices)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is screened, and how; `key`, which is in every row, is a digest of all that."""

    key: str
    version: str
    options: dict[str, Any]
    inputs: tuple[str, ...]
    fingerprint: str
    part_size: int
    parts: int
    documents: int


class Folder:
    """The results folder, with the paths of everything in it."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    @property
    def manifest_file(self) -> Path:
        """The path of the manifest."""
        return self.path / "manifest.json"

    @property
    def plan_file(self) -> Path:
        """The path of the list of parts."""
        return self.path / "plan.jsonl"

    @property
    def stdin_file(self) -> Path:
        """The path of the copy of standard input."""
        return self.path / "input" / "stdin"

    def rows_file(self, number: int) -> Path:
        """Return the path of the rows of a part."""
        return self.path / "rows" / f"part-{number:06}.jsonl"

    def is_result(self, path: str) -> bool:
        """Whether a file is one of the results of this or of another screening."""
        real = Path(path).resolve()
        return any(
            inside in _OWN and (folder == self._root or _is_screening(folder))
            for folder, inside in zip(real.parents[:2], (real.name, real.parent.name), strict=False)
        )

    @cached_property
    def _root(self) -> Path:
        """The resolved path, cached: it is needed for perhaps millions of files."""
        return self.path.resolve()

    def require_own(self) -> None:
        """Raise CannotStartError if results would overwrite files that are not ours."""
        if atomic.is_there(self.manifest_file):
            return
        rows = atomic.files_in(self.path / "rows", "part-*.jsonl")
        there = [*(self.path / name for name in _REPORT), *rows]
        if taken := next(filter(atomic.is_there, there), None):
            reason = "it is not a screening folder, and this file in it would be overwritten"
            raise CannotStartError(self.path, f"{reason}: {taken.name}; name another --out")

    def manifest(self) -> Manifest | None:
        """The manifest; None if there is none yet. Raises StoreError if it is damaged."""
        if not atomic.is_there(self.manifest_file):
            return None
        try:
            found = json.loads(atomic.read_bytes(self.manifest_file))
            return Manifest(**{**found, "inputs": tuple(found["inputs"])})
        except (ValueError, TypeError, KeyError) as error:
            reason = "this is not a manifest of a screening; start again with --restart"
            raise StoreError(self.manifest_file, reason) from error

    def parts(self) -> Iterator[Part]:
        """The parts in order; raises StoreError."""
        try:
            with self.plan_file.open(encoding="utf-8", errors="surrogateescape") as lines:
                for number, line in enumerate(lines, 1):
                    yield Part(number, tuple(Slice(**piece) for piece in json.loads(line)))
        except (OSError, ValueError, TypeError) as error:
            reason = f"the plan cannot be read ({error}); start again with --restart"
            raise StoreError(self.plan_file, reason) from error

    def is_done(self, number: int, key: str) -> bool:
        """Whether the rows of a part exist and belong to this screening."""
        try:
            with self.rows_file(number).open("rb") as file:
                return f'"run": "{key}"'.encode() in file.readline()
        except OSError:
            return False


@lru_cache(maxsize=4096)
def _is_screening(folder: Path) -> bool:
    """Whether a folder contains the results of a screening."""
    return all(atomic.is_there(folder / name) for name in ("manifest.json", "plan.jsonl", "rows"))


Names = Callable[[], Iterable[str]]
"""Lists the input files anew each time."""


def prepare(
    folder: Folder, names: Names, given: tuple[str, ...], options: ScreenOptions,
    *, part_size: int, restart: bool,
) -> Manifest:  # fmt: skip
    """Return the manifest of this screening: the one in the folder, or a new one with a new plan.

    Raises StoreError if the folder contains another screening, unless `restart` discards that.
    """
    is_new = not atomic.is_there(folder.path)
    atomic.make_folder(folder.path)
    fingerprint = _fingerprint(folder, names())
    key = key_of(options, fingerprint, part_size)
    with locked(folder.manifest_file, wait=_WAIT):
        old = None if restart else folder.manifest()
        if old is not None and old.key == key:
            sweep(folder.path / "rows")
            return old
        if old is not None:
            raise CannotStartError(folder.path, _what_differs(old, options, fingerprint, part_size))
        return _planned(
            folder, closing_folder(folder.path, names()) if is_new else names(), options,
            Manifest(key, __version__, options.as_json(), given, fingerprint, part_size, 0, 0),
        )  # fmt: skip


def _planned(
    folder: Folder, names: Iterable[str], options: ScreenOptions, manifest: Manifest
) -> Manifest:
    _remove(folder.manifest_file)
    for old in atomic.files_in(folder.path / "rows", "part-*.jsonl"):
        _remove(old)
    counts = [0, 0]

    def lines() -> Iterator[bytes]:
        pieces = _stamped(folder, _slices(names, manifest.part_size, options))
        for slices in _grouped(pieces, manifest.part_size):
            counts[0] += 1
            counts[1] += sum(piece.count for piece in slices)
            line = json.dumps([piece.as_json() for piece in slices], ensure_ascii=True)
            yield f"{line}\n".encode()

    write_chunks(folder.plan_file, lines())
    atomic.make_folder(folder.path / "rows")
    whole = replace(manifest, parts=counts[0], documents=counts[1])
    atomic.write_bytes(folder.manifest_file, json.dumps(asdict(whole), indent=1).encode())
    return whole


def count(names: Iterable[str], options: ScreenOptions, part_size: int) -> tuple[int, int, int]:
    """Return the numbers of files, parts and documents; raises StoreError."""
    files, parts, documents = set[str](), 0, 0
    for slices in _grouped(_slices(names, part_size, options), part_size):
        parts += 1
        documents += sum(piece.count for piece in slices)
        files.update(piece.path for piece in slices)
    return len(files), parts, documents


def _slices(names: Iterable[str], size: int, options: ScreenOptions) -> Iterator[Slice]:
    some, refused = False, list[NoFieldError]()
    for name in names:
        kind = corpus.kind_of(name)
        if kind == "file":
            some = True
            yield Slice(name)
            continue
        done = 0
        try:
            for piece in corpus.reader_of(kind).cut(name, size, options):
                done = piece.first + piece.count - 1
                some = True
                yield piece
        except NoFieldError as error:
            refused.append(error)
            yield Slice(name, f"error/{error.reason}", 0, done + 1)
        except CannotStartError:
            raise
        except StoreError as error:
            yield Slice(name, f"error/{error.reason}", 0, done + 1)
    if refused and not some:  # rather the field is misnamed than all these files damaged
        raise refused[0]


def _stamped(folder: Folder, slices: Iterable[Slice]) -> Iterator[Slice]:
    """Yield the slices with the stamps of their files, except the copy of standard input."""
    spooled = str(folder.stdin_file)
    for path, pieces in groupby(slices, lambda piece: piece.path):
        stamp = "" if path.startswith(spooled) else stamp_of(path)
        yield from (replace(piece, stamp=stamp) for piece in pieces)


def _grouped(slices: Iterable[Slice], size: int) -> Iterator[list[Slice]]:
    held, documents = list[Slice](), 0
    for piece in slices:
        if held and documents + piece.count > size:
            yield held
            held, documents = [], 0
        held.append(piece)
        documents += piece.count
    if held:
        yield held


def _fingerprint(folder: Folder, names: Iterable[str]) -> str:
    """Return a digest of the names, sizes and modification times of all inputs."""
    whole, spooled = hashlib.sha256(), str(folder.stdin_file)
    for name in names:
        size = mtime = 0
        with suppress(OSError):  # its row will say why it cannot be read
            info = Path(name).stat()
            size, mtime = info.st_size, info.st_mtime_ns
        if name.startswith(spooled):
            name, mtime = "-", int(atomic.token_on_disk(name)[:12], 16)  # noqa: PLW2901
        whole.update(f"{name}\0{size}\0{mtime}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()[:16]


def _what_differs(old: Manifest, options: ScreenOptions, fingerprint: str, size: int) -> str:
    now = options.as_json()
    changed = [
        f"{name.replace('_', '-')} was {old.options.get(name)!r}"
        for name, value in now.items()
        if old.options.get(name) != value and not name.endswith("_digest")
    ]
    for name, what in _DIGESTS.items():
        if old.options.get(name) != now[name] and not changed:
            changed.append(what)
    if old.part_size != size:
        changed.append(f"part-size was {old.part_size}")
    if old.fingerprint != fingerprint:
        changed.append("the inputs are different, or have changed")
    if old.version != __version__:
        changed.append(f"it was made by version {old.version}")
    message = "; ".join(changed)
    return (
        f"it contains another screening ({message}); add --restart to discard it, "
        "or use another --out"
    )


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(path, f"it cannot be removed: {error.strerror}") from error
