"""Detects the encoding of a text: byte order mark, strict UTF-8, UTF-16 by pattern, then guesses.

UTF-8 comes before any guess because text in another encoding is hardly ever valid UTF-8 by chance
(RFC 3629). A guess is used only if every byte decodes.
"""

import codecs
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files.atomic import token_of


class Decoded(NamedTuple):
    """Decoded text with its line ends untouched; `damaged` counts the bytes replaced."""

    text: str
    encoding: str
    bom: bool
    damaged: int = 0


class UndecodableError(StoreError):
    """The bytes are not text in the encoding tried; another one, or replacement, may be offered.

    `encoding` is the one tried, `offset` the position of the first invalid byte.
    """

    def __init__(self, path: object, reason: str, *, encoding: str, offset: int, line: int) -> None:
        super().__init__(path, reason, line=line)
        self.encoding = encoding
        self.offset = offset


class NulBytesError(StoreError):
    """The file contains NUL bytes, so it is probably not text; opening it anyway may be offered."""


class BinaryFileError(StoreError):
    """The file is of a kind known not to be text."""


class EncodingLossError(StoreError):
    """Some characters do not exist in the file's encoding; saving as UTF-8 may be offered."""

    def __init__(self, path: object, encoding: str, characters: tuple[str, ...]) -> None:
        shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in characters[:8])
        message = Message("{0} cannot hold {1}; save it as UTF-8", label(encoding), shown)
        if (more := len(characters) - 8) > 0:
            message = Message(
                "{0} cannot hold {1} and {2} more; save it as UTF-8", label(encoding), shown, more
            )
        super().__init__(path, message)
        self.encoding = encoding
        self.characters = characters


ENCODINGS: tuple[tuple[str, str], ...] = (
    ("utf-8", "UTF-8"),
    ("utf-16-le", "UTF-16 LE"),
    ("utf-16-be", "UTF-16 BE"),
    ("cp1252", "Windows-1252 (Western)"),
    ("latin-1", "ISO 8859-1 (Latin 1)"),
    ("iso8859-15", "ISO 8859-15 (Latin 9)"),
    ("mac-roman", "Mac Roman"),
    ("cp850", "DOS 850 (Western)"),
    ("cp437", "DOS 437 (US)"),
    ("cp1250", "Windows-1250 (Central European)"),
    ("cp1251", "Windows-1251 (Cyrillic)"),
    ("koi8-r", "KOI8-R (Cyrillic)"),
    ("cp1253", "Windows-1253 (Greek)"),
    ("cp1254", "Windows-1254 (Turkish)"),
    ("gb18030", "GB 18030 (Chinese)"),
    ("big5", "Big5 (Chinese)"),
    ("shift-jis", "Shift JIS (Japanese)"),
    ("euc-kr", "EUC-KR (Korean)"),
)
"""Python codec and label of each encoding that the user can choose."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"PK\x03\x04", Message("a zip archive or an office document")),
    (b"\xd0\xcf\x11\xe0", Message("an old Word document (.doc); save it as .docx first")),
    (b"%PDF-", Message("a PDF; copy its text, or export it as text first")),
    (b"{\\rtf", Message("a rich text document; save it as .docx or plain text first")),
    (b"\x89PNG", Message("a picture")),
    (b"\xff\xd8\xff", Message("a picture")),
    (b"\x1f\x8b", Message("a compressed file")),
)
# What English text contains besides ASCII: typographic marks and the letters of loan words.
_AT_HOME = frozenset(
    "‘’“”–—…•·«»‹›„‚€£¥§©®™°±×÷½¼¾²³µ¿¡\u00a0\u00adàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßÉ"
)
_NOT_FOR_FILES = {"idna", "punycode", "unicode-escape", "raw-unicode-escape"}
_WESTERN = ("cp1252", "mac-roman", "cp850")
_ASCII = bytes(range(128))
_GUESS_FROM = 200_000


def label(encoding: str) -> str:
    """The usual name of an encoding."""
    return dict(ENCODINGS).get(encoding, encoding.upper())


def is_guess(encoding: str) -> bool:
    """Whether bytes can never prove that a text without a byte order mark is in this encoding."""
    return not encoding.startswith(("utf-", "ascii"))


def canonical(encoding: str) -> str | None:
    """The codec's name as used here, or None if Python has no such text encoding."""
    try:
        name = codecs.lookup(encoding).name
        "a".encode(name)
    except (LookupError, ValueError):
        return None
    if name in _NOT_FOR_FILES:
        return None
    if name in dict(ENCODINGS):
        return name  # looking up all the others would load their codecs
    aliases = {codecs.lookup(codec).name: codec for codec, _ in ENCODINGS}
    return aliases.get(name, name)


def bom_of(encoding: str) -> bytes:
    """The byte order mark of an encoding; empty if it has none."""
    return next((mark for mark, name in _BOMS if name == encoding), b"")


def detect(path: object, data: bytes) -> Decoded:
    """Detect the encoding and decode; raises a StoreError rather than lose a byte."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strict(path, data[len(mark) :], encoding), encoding, bom=True)
    _refuse_known_kinds(path, data)
    if b"\0" in data:
        return _with_nul(path, data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", bom=False)
    except UnicodeDecodeError as error:
        return _legacy(path, data, error)


def decode(path: object, data: bytes, encoding: str, *, replace: bool = False) -> Decoded:
    """Decode `data` in this encoding; with `replace`, invalid bytes are counted as U+FFFD."""
    name = canonical(encoding)
    if name is None:
        raise StoreError(path, Message("there is no text encoding called {0}", encoding))
    name = _with_byte_order(name, data)
    mark = bom_of(name)
    bom = bool(mark) and data.startswith(mark)
    body = data[len(mark) :] if bom else data
    if not replace:
        return Decoded(_strict(path, body, name), name, bom)
    text = body.decode(name, errors="replace")
    return Decoded(text, name, bom, text.count("\ufffd"))


def encode(path: object, text: str, encoding: str, *, bom: bool) -> bytes:
    """Encode `text`; raises EncodingLossError naming what the encoding cannot represent."""
    try:
        body = text.encode(encoding)
    except UnicodeEncodeError:
        lost = tuple(c for c in dict.fromkeys(text) if not _holds(encoding, c))
        raise EncodingLossError(path, encoding, lost) from None
    return bom_of(encoding) + body if bom else body


def is_exact(encoding: str) -> bool:
    """Whether every text has one form only, so that encoding it gives back the bytes decoded.

    So it is in UTF-8 (RFC 3629); in other encodings several bytes may mean the same.
    """
    return encoding == "utf-8"


def token_unless_exact(found: Decoded, data: bytes) -> str | None:
    """The content token of `data`; None if encoding the text again gives just these bytes."""
    return None if is_exact(found.encoding) and not found.damaged else token_of(data)


def without_lost(text: str, encoding: str) -> str:
    """The text with "?" for every character that the encoding lacks."""
    return text.encode(encoding, "replace").decode(encoding)


def _with_byte_order(name: str, data: bytes) -> str:
    """For names that leave the byte order open: the encoding that the byte order mark selects."""
    if name == "utf-8-sig":
        return "utf-8"
    if name in {"utf-16", "utf-32"}:
        return next((n for mark, n in _BOMS if data.startswith(mark)), name + "-le")
    return name


def _holds(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _refuse_known_kinds(path: object, data: bytes) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise BinaryFileError(path, Message("this is not plain text but {0}", kind))


def _strict(path: object, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(path, data, encoding, error) from error


def _undecodable(
    path: object, data: bytes, encoding: str, error: UnicodeDecodeError, hint: str = ""
) -> UndecodableError:
    line = data.count(b"\n", 0, error.start) + 1
    bad = " ".join(f"{byte:02X}" for byte in data[error.start : error.start + 4])
    reason = hint or f"this is not valid {label(encoding)} (bytes {bad}); choose another encoding"
    return UndecodableError(path, reason, encoding=encoding, offset=error.start, line=line)


def _with_nul(path: object, data: bytes) -> Decoded:
    """Decode UTF-16 without a mark, which has NUL in every other byte; else it is not text."""
    half = len(data) // 2
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        here = data[offset::2].count(0)
        there = data[1 - offset :: 2].count(0)
        if len(data) % 2 == 0 and here > 0.5 * half and there < 0.05 * half:
            return Decoded(_strict(path, data, encoding), encoding, bom=False)
    line = data.count(b"\n", 0, data.index(b"\0")) + 1
    raise NulBytesError(
        path,
        Message("the file contains NUL bytes, so it is probably damaged or not a text"),
        line=line,
    )


def _legacy(path: object, data: bytes, error: UnicodeDecodeError) -> Decoded:
    sound, broken = _utf8_balance(data)
    if sound > broken:
        hint = f"this is UTF-8 with {broken} damaged bytes; replace them or choose another encoding"
        raise _undecodable(path, data, "utf-8", error, hint)
    guess = _western(data) or _guessed(data)
    if guess is None:
        hint = "the encoding of this file is not clear; choose one"
        raise _undecodable(path, data, "utf-8", error, hint)
    return Decoded(_strict(path, data, guess), guess, bom=False)


def _utf8_balance(data: bytes) -> tuple[int, int]:
    """Count the valid multi-byte sequences and the invalid places of `data` as UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    high = len(text) - len(text.encode("ascii", errors="ignore"))
    return high - text.count("\ufffd"), broken


def _western(data: bytes) -> str | None:
    """The Western encoding in which the few non-ASCII bytes are most plausible in English text."""
    high = data.translate(None, delete=_ASCII)
    if len(high) > 0.15 * len(data) + 3:
        return None
    best, best_score = None, 0.5 * len(high)
    for encoding in _WESTERN:
        try:
            score = float(sum(c in _AT_HOME for c in high.decode(encoding)))
        except UnicodeDecodeError:
            continue
        if score > best_score:
            best, best_score = encoding, score
    return best


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    found = from_bytes(data[:_GUESS_FROM]).best()
    return canonical(found.encoding) if found is not None else None
