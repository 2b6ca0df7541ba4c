"""Text files come back byte for byte apart from what was corrected."""

import codecs
import itertools
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic, encodings, text_file
from unspin_gui.store.files.encodings import (
    BinaryFileError,
    EncodingLossError,
    NulBytesError,
    UndecodableError,
    canonical,
)
from unspin_gui.store.files.failures import AlreadyThereError, ChangedOnDiskError

PLAIN = "The café was “full”.\nNobody — not one — left.\n\nEnd: 5 £ • naïve"
ENDS = {
    "lf": ("\n",),
    "crlf": ("\r\n",),
    "cr": ("\r",),
    "mixed": ("\r\n", "\n", "\r", "\n", "\r\n"),
}
CODECS = {
    "utf-8": b"",
    "utf-8-bom": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-16-le bare": b"",
    "utf-16-be bare": b"",
    "cp1252": b"",
    "mac-roman": b"",
    "utf-32-le": codecs.BOM_UTF32_LE,
}


def with_ends(text: str, ends: tuple[str, ...]) -> str:
    cycle = itertools.cycle(ends)
    first, *rest = text.split("\n")
    return first + "".join(next(cycle) + line for line in rest)


def encodings_corpus() -> list[tuple[str, bytes]]:
    made = []
    for name, mark in CODECS.items():
        codec = name.removesuffix("-bom").removesuffix(" bare")
        for ends, tail in itertools.product(ENDS, ("", "\n")):
            body = with_ends(PLAIN + tail, ENDS[ends])
            made.append((f"{name} {ends} {bool(tail)}", mark + body.encode(codec)))
    return made


SPECIAL = {
    "empty": b"",
    "only a mark": codecs.BOM_UTF8,
    "only newlines": b"\n\r\n\n\r\r\n",
    "trailing blanks": b"a  \n b\t\n  \n",
    "no-break spaces": "a\u00a0b\u202fc\u2007d".encode(),
    "other separators": "a\u2028b\u0085c\x0bd\x0ce\x1cf\x1dg\x1eh\u2029i".encode(),
    "feff inside": "a\ufeffb\n\ufeffc".encode(),
    "two marks": codecs.BOM_UTF8 * 2 + b"x",
    "noncharacters": "a\ufdd0b\ufdd1c\uffffd\U0010ffff".encode(),
    "control": bytes(range(1, 32)) + b"\x7f",
    "bidi": "a\u202eb\u202c \u2066c\u2069".encode(),
    "astral": "\U0001f600 \U0001d4d0 e\u0301 \u0928\u093f".encode(),
    "crcrlf": b"a\r\r\nb\n\r\nc",
    "latin-1": "caf\xe9 na\xefve fa\xe7ade, and then some ordinary words".encode("latin-1"),
    "cyrillic": "Съешь же ещё этих мягких французских булок, да выпей чаю. ".encode("cp1251") * 9,
    "japanese": "これは日本語の文章です。とても簡単な例として書きました。".encode("shift-jis") * 5,
}
CORPUS = encodings_corpus() + list(SPECIAL.items())


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 60


@pytest.mark.parametrize(("name", "data"), CORPUS, ids=[name for name, _ in CORPUS])
def test_an_unchanged_file_is_written_byte_for_byte(tmp_path: Path, name: str, data: bytes) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_bytes(data)
    file = text_file.read(source)
    assert "\r" not in file.text
    text_file.write(target, file.text, file)
    assert target.read_bytes() == data
    source.unlink()
    text_file.write(target, file.text, file)
    assert target.read_bytes() == data


@pytest.mark.parametrize(("name", "data"), encodings_corpus()[:64])
def test_the_encoding_is_found(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    file = text_file.read(path)
    assert file.encoding == name.split(maxsplit=1)[0].removesuffix("-bom")
    assert file.text.rstrip("\n") == PLAIN
    assert file.bom == (data[:1] in b"\xef\xff\xfe" and "bare" not in name)
    assert file.text.endswith("\n") == name.endswith("True")


@pytest.mark.parametrize(
    ("new", "bytes_"),
    [
        ("one\ntwo\nTHREE\nfour\n", b"one\r\ntwo\nTHREE\rfour\n"),
        ("one\nnew\ntwo\nthree\nfour\n", b"one\r\nnew\ntwo\nthree\rfour\n"),
        ("one\nthree\nfour\n", b"one\r\nthree\rfour\n"),
        ("two\nthree\nfour", b"two\nthree\rfour"),
        ("ONE\nTWO\nTHREE\nFOUR\n", b"ONE\r\nTWO\nTHREE\rFOUR\n"),
        ("one two\nthree\nfour\n", b"one two\nthree\rfour\n"),
        ("", b""),
    ],
)
def test_other_lines_keep_their_ends(tmp_path: Path, new: str, bytes_: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\nthree\rfour\n")
    file = text_file.read(path)
    written = text_file.write(path, new, file, expect=file.token)
    got = path.read_bytes()
    if new.startswith("one two"):
        assert got in {bytes_, b"one two\r\nthree\rfour\n"}
    else:
        assert got == bytes_
    again = text_file.read(path)
    assert (again.text, again.token, again.ends) == (new, written.token, written.ends)


lines = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\u2029\0"))
)
ends = st.sampled_from(["\n", "\r\n", "\r"])


@given(text=lines, data=st.data())
def test_editing_one_line_leaves_the_others_alone(text: list[str], data: st.DataObject) -> None:
    unique = [f"{i}{line}" for i, line in enumerate(text)] or ["0"]
    real = [data.draw(ends) for _ in unique[1:]]
    raw = "".join(line + end for line, end in zip(unique, [*real, ""], strict=True))
    like = text_file.from_bytes(Path("x"), raw.encode())
    if like.bom:
        return
    edited = data.draw(st.integers(0, len(unique) - 1))
    new = [*unique[:edited], "edited", *unique[edited + 1 :]]
    assert text_file._ends_for("\n".join(new), like) == tuple(real)


def test_what_the_encoding_cannot_hold_is_named_and_nothing_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("caf\xe9 here and there".encode("cp1252"))
    file = text_file.read(path)
    target = text_file.default_target(path)
    with pytest.raises(EncodingLossError, match=r"Windows-1252 .*U\+2603.*UTF-8") as caught:
        text_file.write(target, "caf\xe9 ☃ 😀 ’", file)
    assert caught.value.characters == ("☃", "😀")
    assert not target.exists()
    text_file.write(target, "caf\xe9 ☃ ’", file, encoding="utf-8")
    assert target.read_bytes() == "caf\xe9 ☃ ’".encode()


def test_the_default_target_is_beside_the_source() -> None:
    assert text_file.default_target("/a/b.c.txt") == Path("/a/b.c.corrected.txt")
    assert text_file.default_target("/a/README") == Path("/a/README.corrected")


def test_the_target_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    file = text_file.read(path)
    with pytest.raises(AlreadyThereError):
        text_file.write(path, "y", file, overwrite=False)
    path.write_bytes(b"z")
    with pytest.raises(ChangedOnDiskError):
        text_file.write(path, "y", file, expect=file.token)
    assert path.read_bytes() == b"z"


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        ("It’s “fine”—mostly.".encode() * 9 + b"\xe2\x80", UndecodableError, "1 damaged"),
        (codecs.BOM_UTF8 + b"a\nb\xff", UndecodableError, ":2: .*FF"),
        (codecs.BOM_UTF16_LE + b"a\0\0", UndecodableError, "UTF-16 LE"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0", UndecodableError, "UTF-16"),
        (b"abc\nd\0ef", NulBytesError, ":2: .*NUL"),
        ("a\0b".encode("utf-16"), NulBytesError, "NUL"),
        (b"PK\x03\x04...", BinaryFileError, "zip"),
        (b"%PDF-1.7", BinaryFileError, "PDF"),
        (b"{\\rtf1 x}", BinaryFileError, "rich text"),
        (bytes(range(128, 256)), UndecodableError, "choose"),
    ],
)
def test_what_is_no_text_is_refused(
    tmp_path: Path, data: bytes, kind: type[StoreError], told: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(kind, match=told):
        text_file.read(path)


def test_damaged_bytes_are_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\xff\0b")
    with pytest.raises(UndecodableError):
        text_file.read(path, "utf-8")
    file = text_file.read(path, "utf-8", replace=True)
    assert (file.text, file.damaged) == ("a\ufffd\0b", 1)
    assert text_file.read(path, "latin-1", replace=True).text == "a\xff\0b"


@pytest.mark.parametrize("name", ["rot13", "hex", "idna", "undefined", "no-such", "a\0b", ""])
def test_odd_encoding_names_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a")
    assert canonical(name) is None
    with pytest.raises(StoreError, match="no text encoding"):
        text_file.read(path, name)


@given(data=st.binary(max_size=300))
def test_any_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        file = text_file.from_bytes(Path("x"), data)
    except StoreError:
        return
    file.text.encode()  # no lone surrogates ever
    if canonical(file.encoding) in {"utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac-roman"}:
        raw = text_file._join(file.text, file.ends)
        assert encodings.encode("x", raw, file.encoding, bom=file.bom) == data


@given(data=st.binary(max_size=60), encoding=st.sampled_from([None, "utf-8", "utf-16", "gb18030"]))
@example(b"\xef\xbb\xbfa\r\nb\rc\xe2\x80\xa9\n", None)
@example(b"a\xef\xbf\xbdb", "utf-8")
@example(b"+AGE-", "utf-7")
@example(b"a\xffb", "utf-8")
def test_the_token_is_that_of_the_bytes_read(data: bytes, encoding: str | None) -> None:
    for replace in (False, True):
        with suppress(StoreError):
            file = text_file.from_bytes(Path("x"), data, encoding, replace=replace)
            assert file.token == atomic.token_of(data)


def test_pasted_text_is_a_file_without_a_place() -> None:
    file = text_file.from_text("a\r\nb\rc")
    assert (file.text, file.ends, file.token) == ("a\nb\nc", ("\r\n", "\r"), atomic.ABSENT)
