"""Glossaries go to other tools and come back; what is lost on the way is told before."""

import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_entries import FULL, KEEP, entries_for, glossaries

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store import exchange
from unspin_gui.store.exchange import FORMATS, Clash, conflicts, losses, settle
from unspin_gui.store.exchange.exchange_base import FEATURES, features, texts_of


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=20)
@given(data=st.data())
def test_what_a_format_holds_comes_back(name: str, data: st.DataObject) -> None:
    entries = data.draw(entries_for(name))
    one = FORMATS[name]
    assert [what for loss in losses(entries, name) for what in loss.what if is_lost(what)] == []
    back = one.read(Path("x" + one.suffix), one.write(entries), None)
    assert back.skipped == ()
    assert sorted(back.entries, key=repr) == sorted(entries, key=repr)


def is_lost(what: str) -> bool:
    """Whether something is not in the file, rather than in it and not applied."""
    return not what.startswith("LibreOffice") and what != FEATURES["formula"]


@settings(max_examples=500)
@given(entries=glossaries)
def test_what_is_written_comes_back_or_is_named_as_lost(entries: list[Entry]) -> None:
    """In every format; and what is named as lost is, and nothing is invented."""
    for name, one in FORMATS.items():
        lost = {loss.entry: loss.what for loss in losses(entries, name)}
        back = one.read(Path("x" + one.suffix), one.write(entries), None).entries
        for entry in entries:
            assert (entry in back) or (entry in lost), name
            told = [what for what in lost.get(entry, ()) if is_lost(what)]
            assert not told or entry not in back or "one of several" in told[0], name
        texts = {text for entry in entries for text in texts_of(entry)}
        for entry in back:
            assert entry in entries or lost, name
            words = {text.strip() for text in (entry.phrase, *entry.fixes)}
            assert {plainly(word) for word in words} <= {plainly(text) for text in texts}, name


def plainly(text: str) -> str:
    """A text without what formats may do to its ends and blanks."""
    return re.sub(r"[\s#\x00-\x1f]+|\(\?\)$", "", text)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_lost_is_listed_and_nothing_else_is(name: str, tmp_path: Path) -> None:
    entries = [
        FULL,
        KEEP,
        FULL._replace(phrase="off", enabled=False),
        Entry("bare"),
        Entry("a", ("b",)),
    ]
    lost = {loss.entry.phrase for loss in losses(entries, name)}
    path = tmp_path / ("x" + FORMATS[name].suffix)
    exchange.write(path, entries, name)
    back = exchange.read(path, format=name)
    assert {e for e in back.entries if e.phrase not in lost} == {
        e for e in entries if e.phrase not in lost
    }
    for entry in entries:
        assert (entry.phrase in lost) == bool(features(entry) - FORMATS[name].holds)


@pytest.mark.parametrize("name", FORMATS)
def test_control_characters_and_breaks_do_no_harm(name: str) -> None:
    entry = Entry("a\x00b\x1bc", ("line\nbreak\td",), note="\x07")
    one = FORMATS[name]
    (back,) = one.read(Path("x" + one.suffix), one.write([entry]), None).entries
    assert "\x1b" not in back.phrase or name in {"yaml", "mapping"}
    assert losses([entry], name) != () or name in {"yaml", "mapping"}


def autocorrect(body: bytes, name: str = "DocumentList.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
FETCH = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
SKIPPED = b'<!DOCTYPE x SYSTEM "x.dtd"><x>&undefined;</x>'


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("autocorrect", autocorrect(b"x", "other.xml"), "no DocumentList"),
        ("autocorrect", autocorrect(b"<a/>")[:60], "damaged"),
        ("autocorrect", autocorrect(b"<a> </a>" + b" " * 40_000_000), "larger"),
        ("autocorrect", autocorrect(LAUGHS), "entities"),
        ("autocorrect", autocorrect(b"<a"), "not valid XML"),
        ("autocorrect", b"\0\1\2", "not valid XML"),
        ("tbx", LAUGHS, "entities"),
        ("tbx", FETCH, "entities"),
        ("tbx", SKIPPED, "entities"),
        ("tbx", b"<a>\n" * 5, r":6: this is not valid XML"),
        ("tbx", b'<?xml version="1.0" encoding="nosuch"?><a/>', "not valid XML"),
        ("vale", b"extends: substitution\n", "swap"),
        ("vale", b"swap: *x\n", "alias"),
        ("vale", b"swap: [", ":1:"),
        ("csv", b'a,"' + b"x" * 1_100_000, "damaged"),
        ("csv", b"a\0b,c\n", "NUL"),
        ("yaml", b"- spun: [\n", ":1:"),
        ("nonsense", b"", "no format"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_files_are_refused_with_the_reason(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / "bad"
    path.write_bytes(data)
    with pytest.raises(StoreError, match=told):
        exchange.read(path, format=name)


@given(data=st.binary(max_size=300), name=st.sampled_from(sorted(FORMATS)))
def test_no_bytes_make_a_reader_fall(data: bytes, name: str) -> None:
    one = FORMATS[name]
    for body in (data, one.write([FULL, KEEP])[: len(data)] + data, b"PK\x03\x04" + data):
        with suppress(StoreError):
            assert one.read(Path("x"), body, None) is not None


def test_the_format_is_guessed_by_name_and_content(tmp_path: Path) -> None:
    for name in FORMATS:
        path = tmp_path / f"{name}{FORMATS[name].suffix}"
        exchange.write(path, [Entry("a b", ("c",))], name)
        assert [(e.phrase, e.fixes) for e in exchange.read(path).entries] == [("a b", ("c",))]
    with pytest.raises(StoreError, match="unclear"):
        exchange.write(tmp_path / "x.doc", [])


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("mine")
    with pytest.raises(StoreError, match="exists"):
        exchange.write(path, [FULL])
    exchange.write(path, [FULL], overwrite=True)


def test_conflicts_are_found_and_settled() -> None:
    mine = Entry("7 Days", ("week",), note="mine")
    glossary = Glossary("mine", [mine, KEEP, Entry("same", ("x", "y"))], mine=True)
    theirs = Entry("7 days", ("seven days",))
    clashes = conflicts(glossary, [theirs, Entry("same", ("y", "x")), Entry("new", ("n",)), KEEP])
    assert clashes == (Clash(mine, theirs),)
    (clash,) = clashes
    assert settle(clash, "mine") is None
    assert settle(clash, "theirs") == EntryChange(mine, theirs._replace(phrase="7 Days"))
    assert settle(clash, "both") == EntryChange(mine, mine._replace(fixes=("week", "seven days")))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1 day", "@sum", "\tx"])
@pytest.mark.parametrize("name", ["csv", "tsv", "screener", "omegat", "yaml"])
def test_what_spreadsheets_take_for_a_formula_is_told(name: str, cell: str) -> None:
    told = exchange.losses([Entry("a b", (cell,)), Entry("a c", ("1-1",))], name)
    warned = [loss.entry.phrase for loss in told if "formula" in "".join(loss.what)]
    assert warned == (["a b"] if name in {"csv", "tsv", "screener"} else [])
