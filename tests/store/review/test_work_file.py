"""Reviews passed on in one file: nothing is lost, and nothing that is wrong is taken for right."""

import io
import json
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.application import opening
from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.settings import Settings
from unspin_gui.store.review import work_file
from unspin_gui.store.review.work_file import Work, load, save

SOURCE = "Une expérience: the exchange war\r\ngoes on and on.\r\n"
TEXT = SOURCE.replace("\r\n", "\n")
DECISIONS = (
    Decision(Span(0, 0), "New: ", "edited"),
    Decision(Span(20, 32), "trade war", learn=Pair("exchange war", "trade war")),
    Decision(Span(33, 37), "goes", "kept"),
)
WORK = Work(
    "a.txt",
    SOURCE.encode("cp1252"),
    Document(TEXT, DECISIONS, ("folded phrase",), ("never this",), assume="spun"),
    "cp1252",
    settings=Settings(min_score=0.7, sources=("mine",), starters_off=("news",), theme="dark"),
    glossaries=("mine", "science"),
    saved="1 May 2026",
)


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def changed(tmp_path: Path, **values: object) -> Path:
    """A review with some of its JSON values changed."""
    save(tmp_path / "a.unspin", WORK)
    members = members_of(tmp_path / "a.unspin")
    plain = json.loads(members["review.json"]) | values
    return pack(tmp_path / "b.unspin", members | {"review.json": json.dumps(plain).encode()})


def test_all_comes_back(tmp_path: Path) -> None:
    save(tmp_path / "a.unspin", WORK)
    back = load(tmp_path / "a.unspin")
    assert back == replace(WORK, settings=WORK.settings._replace(theme="system"))
    assert back.document.corrected == "New: " + TEXT.replace("exchange war", "trade war")
    assert members_of(tmp_path / "a.unspin")["source.bin"] == WORK.data


@pytest.mark.parametrize("name", ["a.tex", "a.xml", "a.srt"])
def test_a_review_of_a_file_read_as_it_is_written_comes_back(name: str, tmp_path: Path) -> None:
    source = "1\n00:01,000 --> 00:02,000\n<p>\\emph{exchange} war</p>"
    work = Work(name, source.encode(), Document(source), "utf-8")
    save(tmp_path / "a.unspin", work)
    assert load(tmp_path / "a.unspin").document.source == source
    reading = opening.read(opening.OpeningRequest(tmp_path / "a.unspin"), tmp_path)
    assert (reading.file.kind, reading.file.text) == ("text", source)


def test_only_the_settings_of_the_review_are_taken_over() -> None:
    mine = Settings(theme="contrast", font_size=20.0, min_score=0.2)
    applied = WORK.applied(mine)
    assert (applied.theme, applied.font_size) == ("contrast", 20.0)
    assert (applied.min_score, applied.sources) == (0.7, ("mine",))


def test_equal_reviews_are_equal_files(tmp_path: Path) -> None:
    assert save(tmp_path / "a", WORK) == save(tmp_path / "b", WORK)


@settings(max_examples=60, deadline=None)
@given(st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), st.text(max_size=4))))
def test_any_review_comes_back(source: str, edits: list[tuple[int, int, str]]) -> None:
    spans = [(Span(at, min(len(source), at + size)), text) for at, size, text in edits]
    decisions = [Decision(span, text, "edited") for span, text in spans if span.start <= span.end]
    document = Document(source).with_decisions(decisions)
    made = Work("b.docx", b"PK\x03\x04", document)
    target = Path(work_file.__file__).with_name("never-written")
    members = _members(made)
    assert load_members(members, target) == document


def _members(work: Work) -> dict[str, bytes]:
    written: list[bytes] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            work_file.atomic, "write_bytes", lambda _path, data, **_: written.append(data)
        )
        save("unused", work)
    with zipfile.ZipFile(io.BytesIO(written[0])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def load_members(members: dict[str, bytes], path: Path) -> Document:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work_file.atomic, "read_bytes", lambda *_, **__: out.getvalue())
        return load(path).document


@pytest.mark.parametrize(
    ("decisions", "reason"),
    [
        ([[0, 999, "x", "edited", None]], "decision 1 lies outside the text"),
        ([[-1, 3, "x", "edited", None]], "decision 1 lies outside the text"),
        ([[5, 3, "x", "edited", None]], "decision 1 lies outside the text"),
        ([[0, 5, "x", "edited", None], [4, 8, "y", "edited", None]], "decision 2 overlaps"),
        ([[4, 8, "x", "edited", None], [0, 2, "y", "edited", None]], "decision 2 overlaps"),
        ([[3, 3, "x", "edited", None], [3, 3, "y", "edited", None]], "decision 2 overlaps"),
        ([[0, 3, "x", "kept", None]], "decision 1 keeps text that is not there"),
        ([[0, 3, "x", "liked", None]], "decision 1 is malformed"),
        ([[0, 3, "x", ["kept"], None]], "decision 1 is malformed"),
        ([[0, 3.0, "x", "edited", None]], "decision 1 is malformed"),
        ([[False, 3, "x", "edited", None]], "decision 1 is malformed"),
        ([[0, 3, None, "edited", None]], "decision 1 is malformed"),
        ([[0, 3, "x", "edited", ["a"]]], "decision 1 is malformed"),
        ([[0, 3, "x", "edited"]], "decision 1 is malformed"),
        ({"0": 3}, "“decisions” is malformed"),
    ],
)
def test_decisions_that_cannot_be_are_refused(
    tmp_path: Path, decisions: object, reason: str
) -> None:
    with pytest.raises(StoreError, match=reason) as caught:
        load(changed(tmp_path, decisions=decisions))
    assert caught.value.path.endswith("b.unspin")


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"version": 2}, "saved by a newer version of this program .* update the program"),
        ({"version": "1"}, "does not state its format"),
        ({"version": True}, "does not state its format"),
        ({"version": -1}, "does not state its format"),
        ({"format": "other"}, "not a review made by this program"),
        ({"file": {}}, "which file it belongs to"),
        ({"ignored": [1]}, "“ignored” is malformed"),
        ({"assume": "maybe"}, "“assume” is malformed"),
        ({"never": None}, "“never” is malformed"),
    ],
)
def test_values_that_cannot_be_are_refused(
    tmp_path: Path, values: dict[str, object], reason: str
) -> None:
    with pytest.raises(StoreError, match=reason):
        load(changed(tmp_path, **values))


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"review.json": None}, "one of its parts is missing"),
        ({"source.bin": None}, "one of its parts is missing"),
        ({"source.bin": b"other"}, "not the one it was made from"),
        ({"source.txt": b"other"}, "its text differs from its source"),
        ({"source.txt": b"\xff"}, "its text cannot be read"),
        ({"review.json": b"{"}, "its decisions cannot be read"),
        ({"review.json": b"[" * 100_000}, "its decisions cannot be read"),
        ({"review.json": b"[]"}, "this is not a review"),
    ],
)
def test_parts_that_cannot_be_are_refused(
    tmp_path: Path, members: dict[str, bytes | None], reason: str
) -> None:
    save(tmp_path / "a.unspin", WORK)
    parts = members_of(tmp_path / "a.unspin") | members
    whole = {name: data for name, data in parts.items() if data is not None}
    with pytest.raises(StoreError, match=reason):
        load(pack(tmp_path / "b.unspin", whole))


def test_version_0_is_still_read(tmp_path: Path) -> None:
    plain = {
        "version": 0,
        "name": "old.txt",
        "encoding": "cp1252",
        "decisions": [
            {"start": 20, "end": 32, "text": "trade war", "state": "accepted"},
            {"start": 33, "end": 37, "text": "goes", "state": "kept", "learn": None},
        ],
        "ignored": ["on and on"],
    }
    path = pack(
        tmp_path / "old.unspin",
        {"review.json": json.dumps(plain).encode(), "source.bin": SOURCE.encode("cp1252")},
    )
    work = load(path)
    assert (work.name, work.encoding, work.settings) == ("old.txt", "cp1252", Settings())
    assert work.document.source == TEXT
    assert work.document.corrected == TEXT.replace("exchange war", "trade war")
    assert work.document.ignored == ("on and on",)
    save(tmp_path / "new.unspin", work)
    assert load(tmp_path / "new.unspin").document == work.document


def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "a.unspin", WORK)
    members = members_of(tmp_path / "a.unspin")
    monkeypatch.setitem(work_file._LIMITS, "source.bin", 1_000_000)
    bomb = pack(tmp_path / "b.unspin", members | {"source.bin": b"\0" * 2_000_000})
    assert bomb.stat().st_size < 10_000
    with pytest.raises(StoreError, match=r"too large: source.bin has 2,000,000 bytes"):
        load(bomb)
    lying = bomb.read_bytes().replace((2_000_000).to_bytes(4, "little"), b"\x05\0\0\0")
    bomb.write_bytes(lying)
    with pytest.raises(StoreError, match=r"damaged|too large"):
        load(bomb)


def test_a_crowded_or_doubled_archive_is_refused(tmp_path: Path) -> None:
    many = pack(tmp_path / "many", {f"part{n}": b"" for n in range(50)})
    with pytest.raises(StoreError, match="too many files"):
        load(many)
    with zipfile.ZipFile(tmp_path / "twice", "w") as archive:
        archive.writestr("source.bin", b"a")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("source.bin", b"b")
    with pytest.raises(StoreError, match="there twice"):
        load(tmp_path / "twice")


def test_every_cut_and_many_flips_are_refused_or_harmless(tmp_path: Path) -> None:
    save(tmp_path / "a.unspin", WORK)
    whole, target = (tmp_path / "a.unspin").read_bytes(), tmp_path / "b.unspin"
    for end in range(0, len(whole), 7):
        target.write_bytes(whole[:end])
        with pytest.raises(StoreError):
            load(target)
    for at in range(0, len(whole), 3):
        target.write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        with suppress(StoreError):
            assert load(target).document == WORK.document


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\x.txt", "x.txt"),
        ("..", "source.txt"),
        ("", "source.txt"),
    ],
)
def test_a_name_leads_nowhere(tmp_path: Path, name: str, shown: str) -> None:
    about = {"name": name, "encoding": "cp1252", "damaged": False, "sha256": ""}
    assert load(changed(tmp_path, file=about)).name == shown


def test_a_review_is_not_written_over_another_unasked(tmp_path: Path) -> None:
    token = save(tmp_path / "a.unspin", WORK)
    with pytest.raises(StoreError, match="already exists"):
        save(tmp_path / "a.unspin", WORK, overwrite=False)
    (tmp_path / "a.unspin").write_bytes(b"other")
    with pytest.raises(StoreError, match="another program changed"):
        save(tmp_path / "a.unspin", replace(WORK, saved="2 May"), expect=token)
