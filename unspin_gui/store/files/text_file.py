"""Text files as bytes: what was not corrected is written back byte for byte."""

from collections import Counter
from contextlib import suppress
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import shared_ends
from unspin_gui.store.files import atomic, encodings

LARGEST = 200_000_000
"""Files larger than this many bytes are refused."""

_LINE_END = pattern("\r\n|\r|\n|\u2029")


class _Written(NamedTuple):
    r"""The fields of a TextFile.

    `text` has "\n" for every line end; `ends` holds the real ones in order; `known_token` is the
    content token of the bytes on disk, None where they follow from the text; `damaged` counts bytes
    replaced by U+FFFD on request.
    """

    path: Path
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    ends: tuple[str, ...] = ()
    known_token: str | None = atomic.ABSENT
    damaged: int = 0


class TextFile(_Written):
    """A text and everything needed to write it back the same way; fields as in `_Written`."""

    @cached_property
    def token(self) -> str:
        """The content token of the bytes on disk; it is only needed to save, and slow to make."""
        if self.known_token is not None:
            return self.known_token
        return atomic.token_of(_encoded(self))

    @cached_property
    def dominant_end(self) -> str:
        """The line end used for new lines."""
        return Counter(self.ends).most_common(1)[0][0] if self.ends else "\n"

    @cached_property
    def is_mixed(self) -> bool:
        """Whether the file has more than one kind of line end."""
        return len(set(self.ends)) > 1

    @property
    def encoding_label(self) -> str:
        """The name of the encoding as shown to the user."""
        return encodings.label(self.encoding) + (" with BOM" if self.bom else "")


def read(path: str | Path, encoding: str | None = None, *, replace: bool = False) -> TextFile:
    """Read a text file, detecting its encoding unless one is given.

    `replace` (only with `encoding`, and only after asking) turns invalid bytes into U+FFFD and
    accepts NUL bytes. Raises StoreError or its UndecodableError, NulBytesError, BinaryFileError.
    """
    data = atomic.read_bytes(path, limit=LARGEST)
    return from_bytes(Path(path), data, encoding, replace=replace)


def from_bytes(
    path: Path, data: bytes, encoding: str | None = None, *, replace: bool = False
) -> TextFile:
    """Make a TextFile from bytes (a member of an archive, a preview)."""
    if encoding is None:
        found = encodings.detect(path, data)
    else:
        found = encodings.decode(path, data, encoding, replace=replace)
    if "\0" in found.text and not replace:
        line = found.text.count("\n", 0, found.text.index("\0")) + 1
        raise encodings.NulBytesError(
            path, Message("the text contains NUL characters, so it is probably damaged"), line=line
        )
    text, ends = _split(found.text)
    token = encodings.token_unless_exact(found, data)
    return TextFile(path, text, found.encoding, found.bom, ends, token, found.damaged)


def from_text(text: str) -> TextFile:
    """Make a TextFile from text that was never in a file, such as the clipboard's."""
    plain, ends = _split(text)
    return TextFile(Path(), plain, ends=ends)


def write(  # noqa: PLR0913 - what the dialog asks
    path: str | Path,
    corrected: str,
    like: TextFile,
    *,
    encoding: str | None = None,
    lose: bool = False,
    overwrite: bool = True,
    expect: str | None = None,
    source: atomic.Source = None,
) -> TextFile:
    """Save `corrected` as `like` was written: encoding, byte order mark, line end of each line.

    `encoding` selects another one; `expect` and `source` (by default that of `like`) as in
    `atomic.write_bytes`. Returns the file as it now is on disk. Raises StoreError, or
    EncodingLossError if the encoding lacks a character; then nothing is written. With `lose` such
    characters become "?".
    """
    name = encoding or like.encoding
    if lose:
        corrected = encodings.without_lost(corrected, name)
    bom = like.bom if name == like.encoding else bool(encodings.bom_of(name)) and name != "utf-8"
    ends = _ends_for(corrected, like)
    data = _unchanged_bytes(like) if (corrected, name) == (like.text, like.encoding) else None
    if data is None:
        data = encodings.encode(path, _join(corrected, ends), name, bom=bom)
    source = source or like.path
    token = atomic.write_bytes(path, data, expect=expect, overwrite=overwrite, source=source)
    known = None if encodings.is_exact(name) else token
    return TextFile(Path(path), corrected, name, bom, ends, known)


def bytes_of(file: TextFile) -> bytes:
    """The bytes of a text in its own encoding, as its file has or would have them."""
    return _unchanged_bytes(file) or _encoded(file)


def _encoded(file: TextFile) -> bytes:
    return encodings.encode(file.path, _join(file.text, file.ends), file.encoding, bom=file.bom)


def bytes_with(file: TextFile, corrected: str) -> bytes:
    """The bytes of a file with another text: its encoding, mark, and line end of each line."""
    text = _join(corrected, _ends_for(corrected, file))
    return encodings.encode(file.path, text, file.encoding, bom=file.bom)


def default_target(path: str | Path) -> Path:
    """The default name for the corrected text: NAME.corrected.EXT beside the source."""
    source = Path(path)
    return source.with_name(f"{source.stem}.corrected{source.suffix}")


def _split(raw: str) -> tuple[str, tuple[str, ...]]:
    if "\r" not in raw and "\u2029" not in raw:
        return raw, tuple(repeat("\n", raw.count("\n")))
    return _LINE_END.sub("\n", raw), tuple(_LINE_END.findall(raw))


def _join(text: str, ends: tuple[str, ...]) -> str:
    if all(end == "\n" for end in ends):
        return text
    lines = text.split("\n")
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def _unchanged_bytes(like: TextFile) -> bytes | None:
    """The original bytes of an unchanged source, if still there: some encodings are ambiguous."""
    if like.token != atomic.ABSENT:
        with suppress(StoreError):
            data = atomic.read_bytes(like.path)
            return data if atomic.token_of(data) == like.token else None
    return None


def _ends_for(corrected: str, like: TextFile) -> tuple[str, ...]:
    new = like.dominant_end
    if not like.is_mixed:
        return (new,) * corrected.count("\n")
    lines = _align(like.text.split("\n"), corrected.split("\n"))
    return tuple(like.ends[line] if 0 <= line < len(like.ends) else new for line in lines)


def _align(old: list[str], new: list[str]) -> list[int]:
    """For each line of `new` but the last, the line of `old` whose end it keeps, or -1."""
    head, tail = shared_ends(old, new)
    middle = _align_middle(old[head : len(old) - tail], new[head : len(new) - tail])
    whole = [*range(head), *(head + i if i >= 0 else -1 for i in middle)]
    return (whole + list(range(len(old) - tail, len(old))))[: len(new) - 1]


def _align_middle(old: list[str], new: list[str]) -> list[int]:
    """Align lines unique on both sides, as patience diff does, and the others in sequence."""
    seen_old, seen_new = Counter(old), Counter(new)
    once = {line: i for i, line in enumerate(old) if seen_old[line] == seen_new[line] == 1}
    anchors = {j: once[line] for j, line in enumerate(new) if line in once}
    aligned: list[int] = []
    cursor = 0
    for j in range(len(new)):
        anchor = anchors.get(j, -1)
        if anchor >= cursor:
            cursor = anchor
        elif j + 1 in anchors and anchors[j + 1] <= cursor:
            aligned.append(-1)
            continue
        aligned.append(cursor if cursor < len(old) else -1)
        cursor += 1
    return aligned
