"""A glossary file stays its user's: only what was changed differs, and nothing is lost."""

import difflib
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from unspin_gui.core.errors import GlossaryError, StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.invisibles import invisibles
from unspin_gui.store.files import atomic, temp_files
from unspin_gui.store.files.failures import LockedError
from unspin_gui.store.files.lock import locked
from unspin_gui.store.glossary import glossary_file, glossary_splice, yaml_nodes
from unspin_gui.store.glossary.glossary_entries import quote, quote_all
from unspin_gui.store.glossary.glossary_file import EntryChange, GlossaryFile, added
from unspin_gui.store.glossary.yaml_nodes import YamlNode

COMMENTED = """\
# my words, kept by hand
# second line

- spun: '7 days'          # never right
  fix: [week, "seven days"]
  seen: {by: me}   # a key of my own

# a section
-   keep: big data
- spun: >-
    colossal
    information
  # about the fix
  fix:
    - big data   # best
    - large data
  note: kept
- {spun: husband or wife, fix: spouse}   # flow
# the end
"""
MAPPING = """\
# by hand
calendar year ago: last year   # yes
"Section of Defense":
  - Department of Defense
  - Pentagon
professional-Iranian: {fix: pro-Iranian, note: hyphen}
"""
FLOW = "[{spun: a, fix: b}, {spun: c, fix: [d, e]}, {keep: f} ]  # all in one\n"
NEW = Entry("husband or wife forces", ("spouse",), note="n")


def from_text(text: str, name: str = "my.yaml") -> GlossaryFile:
    return glossary_file.from_bytes(Path(name), text.encode())


def said(entries: Sequence[Entry]) -> list[Entry]:
    return [entry._replace(line=0) for entry in entries]


def diff(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    lines = list(difflib.ndiff(old.split("\n"), new.split("\n")))
    return [x[2:] for x in lines if x[0] == "-"], [x[2:] for x in lines if x[0] == "+"]


def test_both_shapes_are_read() -> None:
    first, keep, folded, flow = from_text(COMMENTED).glossary.entries
    assert (first.phrase, first.fixes, first.line) == ("7 days", ("week", "seven days"), 4)
    assert (keep.phrase, keep.keep) == ("big data", True)
    assert (folded.phrase, folded.fixes) == ("colossal information", ("big data", "large data"))
    assert flow.fixes == ("spouse",)
    file = from_text(MAPPING)
    assert file.shape == "mapping"
    assert [entry.fixes for entry in file.glossary.entries] == [
        ("last year",),
        ("Department of Defense", "Pentagon"),
        ("pro-Iranian",),
    ]


def test_every_field_is_read_and_written() -> None:
    entry = Entry(
        "a",
        ("b", "c"),
        note="n",
        tags=("t",),
        case="exact",
        added="2026-01-01",
        source="s",
        unless=("u", "v"),
        only_with=("o",),
        enabled=False,
    )
    keep = entry._replace(phrase="k", keep=True)
    for text in ("", MAPPING, FLOW, COMMENTED):
        file = glossary_file.append(from_text(text), [entry, keep])
        assert said(file.glossary.entries)[-2:] == [entry, keep]


def test_a_mapping_holds_a_phrase_once_with_the_new_fix_first() -> None:
    new = [Entry("calendar year ago", (fix,)) for fix in ("a year ago", "last year")]
    file = glossary_file.append(from_text(MAPPING), [*new, Entry("x", ("y",)), Entry("x", ("z",))])
    fixes = {entry.phrase: entry.fixes for entry in file.glossary.entries}
    assert fixes["calendar year ago"] == ("last year", "a year ago")
    assert fixes["x"] == ("z", "y")
    assert "# yes" in file.text


@pytest.mark.parametrize("text", [COMMENTED, MAPPING, COMMENTED.replace("\n", "\r\n")])
def test_appending_adds_lines_and_touches_none(text: str) -> None:
    entries = [Entry(f"phrase {n}", (f"fix {n}",)) for n in range(100)]
    file = glossary_file.append(from_text(text), entries)
    gone, came = diff(text, file.text)
    assert gone == []
    assert len(came) == (200 if "spun" in text else 100)
    assert file.text.startswith(text)
    assert file.text.count("\r\n") in {0, file.text.count("\n")}


@pytest.mark.parametrize(
    "text", [COMMENTED, FLOW, MAPPING, MAPPING[:-1], "# x", "[]", "{}", "---\n"]
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_appending_works_in_every_layout(text: str, mark: str) -> None:
    file = from_text(mark + text)
    grown = glossary_file.append(file, [NEW])
    assert said(grown.glossary.entries) == [*said(file.glossary.entries), NEW]
    assert grown.bom == bool(mark)


@pytest.mark.parametrize(
    "text", [COMMENTED.replace("\n", "\n   "), "---\n- spun: a\n...\n# after\n"]
)
def test_appending_follows_the_indentation_and_the_end_of_the_document(text: str) -> None:
    grown = glossary_file.append(from_text(text.rstrip(" ")), [NEW])
    assert said(grown.glossary.entries)[-1] == NEW


@pytest.mark.parametrize("text", [COMMENTED, FLOW, MAPPING])
@pytest.mark.parametrize("number", range(3))
def test_removing_takes_only_the_lines_of_the_entry(text: str, number: int) -> None:
    file = from_text(text)
    entries = file.glossary.entries
    left = glossary_file.apply(file, [EntryChange(entries[number], None)])
    assert said(left.glossary.entries) == said([*entries[:number], *entries[number + 1 :]])
    gone, came = diff(text, left.text)
    assert text == FLOW or (came == [] and not any(line.startswith("#") for line in gone))


EDITS = [
    {"fixes": ("x", "y")},
    {"fixes": ("x",)},
    {"fixes": ()},
    {"phrase": "another: phrase"},
    {"note": "changed"},
    {"note": ""},
    {"note": "", "fixes": (), "tags": ("t",)},
    {"tags": ("t", "u"), "case": "exact", "enabled": False},
    {"keep": True},
    {"keep": False, "fixes": ("z",)},
    {"unless": ("u",), "only_with": ("o",), "source": "s", "added": "2026-02-03"},
]


@pytest.mark.parametrize("text", [COMMENTED, FLOW, MAPPING, COMMENTED.replace("\n", "\r\n")])
@pytest.mark.parametrize("change", EDITS)
def test_editing_an_entry_leaves_comments_and_others(text: str, change: dict[str, object]) -> None:
    file = from_text(text)
    for number, old in enumerate(file.glossary.entries):
        new = old._replace(**change)
        edited = glossary_file.apply(file, [EntryChange(old, new)])
        expected = [*said(file.glossary.entries)]
        expected[number] = new._replace(line=0)
        assert said(edited.glossary.entries) == expected
        for comment in ("# my words", "# a section", "# a key of my own", "# the end", "# by hand"):
            assert (comment in edited.text) == (comment in text)
        gone, came = diff(text, edited.text)
        assert len(gone) + len(came) <= 14


APART = (COMMENTED, MAPPING, COMMENTED.replace("\n", "\n   ").rstrip(" "))
ENTANGLED = (FLOW, "-\n  spun: a\n-\n  spun: b\n", "- spun: a\n- spun: b", '{"a": b,\n c: d }\n')


@pytest.mark.parametrize("text", APART + ENTANGLED)
def test_of_an_edit_only_the_lines_of_its_entry_are_parsed(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    parsed: list[str] = []

    def tree_of(part: str) -> YamlNode:
        parsed.append(part)
        return yaml_nodes.tree_of(part)

    monkeypatch.setattr(glossary_splice, "tree_of", tree_of)
    file = from_text(text)
    entries = file.glossary.entries
    for number, old in enumerate(entries):
        for new in (old._replace(fixes=("x",)), None):
            parsed.clear()
            edited = glossary_file.apply(file, [EntryChange(old, new)])
            middle = [] if new is None else [new]
            wanted = said([*entries[:number], *middle, *entries[number + 1 :]])
            assert said(edited.glossary.entries) == wanted
            if text in APART:
                assert "".join(parsed).count("spun") <= 1
                assert max(map(len, parsed)) < len(text) / 1.5


def test_many_changes_at_once() -> None:
    file = from_text(COMMENTED)
    first, keep, folded, flow = file.glossary.entries
    second = folded._replace(note="other")
    done = glossary_file.apply(
        file,
        [
            EntryChange(first, None),
            EntryChange(None, NEW),
            EntryChange(folded, second),
            EntryChange(flow, None),
        ],
    )
    assert said(done.glossary.entries) == said([keep, second, NEW])
    assert "# my words, kept by hand\n# second line\n" in done.text
    assert "# the end" in done.text


def test_of_equal_entries_the_one_of_that_line_is_edited() -> None:
    file = from_text("- spun: a\n  fix: b\n# between\n- spun: a\n  fix: b\n")
    _, second = file.glossary.entries
    left = glossary_file.apply(file, [EntryChange(second, None)])
    assert left.text == "- spun: a\n  fix: b\n# between\n"
    assert [entry.line for entry in file.glossary.entries] == [1, 4]


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
ODD = (
    "no|off|12:30|010|1e3|~|null|2020-01-01|- x|# x|a: b|'|\"|\\|a\u0085b|\u2028|\ufeff|\u202ex"
    "|e\u0301|😀|\0| |<<|&a|*a|%|@|`|{|[|? x|!x|...|---"
)
odd = st.sampled_from(ODD.split("|"))
words = texts | odd


def is_safe(text: str) -> bool:
    """Whether a fix may be this text: what is unseen in it is needed, or a soft hyphen."""
    hidden = {text[item.span.start] for item in invisibles(text) if item.kind != "look-alike"}
    odd = re.search(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", text)
    return hidden <= {"\u00ad"} and not odd


safe = words.filter(is_safe)
entries = st.builds(
    Entry,
    phrase=words,
    fixes=st.lists(safe, max_size=3).map(tuple),
    note=st.just("") | words,
    tags=st.lists(words, max_size=2).map(tuple),
    case=st.sampled_from(["smart", "exact"]),
    added=st.just("") | words,
    source=st.just("") | words,
    unless=st.lists(words, max_size=2).map(tuple),
    only_with=st.lists(words, max_size=2).map(tuple),
    keep=st.booleans(),
    enabled=st.booleans(),
    prefer=st.just(False),
    line=st.just(0),
)


@settings(max_examples=500)
@given(st.lists(safe))
def test_any_texts_come_back_under_every_loader(values: list[str]) -> None:
    text = f"- spun: x\n  fix: {quote_all(values)}\n"
    assert yaml.safe_load(text)[0]["fix"] == values
    assert yaml.load(text, Loader=yaml.CSafeLoader)[0]["fix"] == values
    assert from_text(text).glossary.entries[0].fixes == tuple(values)
    assert "\n" not in quote_all(values)


@settings(max_examples=50)
@given(st.lists(words))
def test_any_texts_come_back_under_ruamel(values: list[str]) -> None:
    assert YAML(typ="safe").load(f"a: {quote_all(values)}\n")["a"] == values


@pytest.mark.parametrize(
    "sign",
    "\0\x1b\x07\x7f\x9b\u202e\u2066\u200f\u200b\ufeff\u2060\u2800\ufe0f\u200d\U000e0041\u2028\u2029",
)
def test_a_fix_that_a_terminal_obeys_or_that_deceives_is_refused(sign: str) -> None:
    written = f'- spun: a b\n  fix: ["fine", {quote(f"e{sign}g")}]\n'
    with pytest.raises(StoreError, match=f"a fix contains .* U\\+{ord(sign):04X}"):
        from_text(written)
    with pytest.raises(GlossaryError, match=f"U\\+{ord(sign):04X}"):
        glossary_file.append(from_text(""), [Entry("a b", (f"e{sign}g",))])


@pytest.mark.parametrize("fix", ["\u05d0\u200f (b)", "co\u00adop", "☺️ b", "👩‍🔧 b", "क्‍ष"])
def test_signs_beside_letters_that_need_them_are_fine(fix: str) -> None:
    assert from_text(f"- spun: a\n  fix: {quote(fix)}\n").glossary.entries[0].fixes == (fix,)


@given(words)
def test_what_hides_in_a_text_is_written_as_an_escape(text: str) -> None:
    assert not set("\u202e\u2066\u200b\ufeff\u2028\x00\x7f\x85") & set(quote(text))


@given(
    base=st.sampled_from(["", COMMENTED, MAPPING, FLOW, "[]"]), new=st.lists(entries, max_size=4)
)
def test_any_entries_can_be_appended(base: str, new: list[Entry]) -> None:
    file = from_text(base)
    if file.shape == "mapping":
        phrases = {entry.phrase for entry in file.glossary.entries}
        new = list(
            {e.phrase: e for e in new if e.phrase not in phrases and e.phrase != "<<"}.values()
        )
    grown = glossary_file.append(file, new)
    assert said(grown.glossary.entries) == said(file.glossary.entries) + new


@given(base=st.sampled_from([COMMENTED, FLOW]), data=st.data())
def test_any_entry_can_become_any_other(base: str, data: st.DataObject) -> None:
    file = from_text(base)
    number = data.draw(st.integers(0, len(file.glossary.entries) - 1))
    new = data.draw(entries)
    edited = glossary_file.apply(file, [EntryChange(file.glossary.entries[number], new)])
    expected = said(file.glossary.entries)
    expected[number] = new
    assert said(edited.glossary.entries) == expected
    again = edited.glossary.entries[number]
    emptied = glossary_file.apply(edited, [EntryChange(again, None)])
    assert len(emptied.glossary.entries) == len(expected) - 1


@pytest.mark.parametrize(
    "entry",
    [Entry(""), Entry("x" * 2000), Entry("a\ud800"), Entry("a", ("",)), Entry("a", ("\udc00",))],
)
def test_what_cannot_be_written_is_refused(entry: Entry) -> None:
    with pytest.raises(GlossaryError):
        glossary_file.append(from_text(COMMENTED), [entry])


def test_a_layout_that_resists_is_told() -> None:
    file = from_text("-\n  # about it\n  # - with a dash\n  spun: a\n- spun: c\n")
    with pytest.raises(StoreError, match="by hand"):
        glossary_file.apply(file, [EntryChange(file.glossary.entries[0], None)])


# ---- saving ------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text(COMMENTED)
    return path


def test_the_first_save_makes_folder_and_header(tmp_path: Path) -> None:
    path = tmp_path / "new" / "glossary.yaml"
    file = glossary_file.read_or_new(path)
    saved = glossary_file.save(file, added([NEW]))
    assert path.read_text().startswith("# unspin glossary 1\n- spun: ")
    assert glossary_file.read(path).glossary.entries == saved.file.glossary.entries
    again = glossary_file.save(saved.file, added([Entry("x", ("y",))]))
    assert [entry.phrase for entry in again.file.glossary.entries] == [NEW.phrase, "x"]


def test_saving_keeps_the_last_version(path: Path) -> None:
    path.chmod(0o600)
    glossary_file.save(glossary_file.read(path), added([NEW]))
    backup = path.with_name("glossary.yaml.unspin-bak")
    assert backup.read_text() == COMMENTED
    assert backup.stat().st_mode & 0o777 == 0o600
    assert path.read_text().startswith(COMMENTED)


def test_a_backup_of_the_user_is_left_alone(path: Path, tmp_path: Path) -> None:
    theirs, other = path.with_name("glossary.yaml.bak"), tmp_path / "other.txt"
    theirs.write_text("theirs", encoding="utf-8")
    other.write_text("other", encoding="utf-8")
    ours = path.with_name("glossary.yaml.unspin-bak")
    ours.symlink_to(other)
    glossary_file.save(glossary_file.read(path), added([NEW]))
    assert theirs.read_text(encoding="utf-8") == "theirs"
    assert other.read_text(encoding="utf-8") == "other"
    assert ours.read_text(encoding="utf-8") == COMMENTED


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b""])
def test_encoding_and_mark_are_kept(path: Path, mark: bytes) -> None:
    codec = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, "utf-8")
    path.write_bytes(mark + COMMENTED.encode(codec))
    file = glossary_file.read(path)
    assert file.token == atomic.token_on_disk(path)
    saved = glossary_file.save(file, added([NEW])).file
    assert saved.token == atomic.token_on_disk(path) != file.token
    assert path.read_bytes().startswith(mark + COMMENTED.encode(codec))
    assert said(glossary_file.read(path).glossary.entries)[-1] == NEW


def test_a_file_broken_meanwhile_is_not_overwritten(path: Path) -> None:
    file = glossary_file.read(path)
    path.write_text("- spun: [\n")
    with pytest.raises(StoreError, match=":2:"):
        glossary_file.save(file, added([NEW]))
    assert path.read_text() == "- spun: [\n"


def test_changes_that_follow_one_another_are_one(path: Path) -> None:
    file = glossary_file.read(path)
    first = file.glossary.entries[0]
    second, third = first._replace(note="2"), first._replace(note="3")
    saved = glossary_file.save(
        file,
        [
            EntryChange(None, NEW),
            EntryChange(first, second),
            EntryChange(NEW, NEW._replace(note="later")),
            EntryChange(second, third),
            EntryChange(None, Entry("gone", ("again",))),
            EntryChange(Entry("gone", ("again",)), None),
        ],
    )
    assert saved.conflicts == ()
    entries = said(saved.file.glossary.entries)
    assert (entries[0].note, entries[-1].note) == ("3", "later")
    assert len(entries) == len(file.glossary.entries) + 1


def test_what_others_added_is_merged(path: Path) -> None:
    mine, theirs = glossary_file.read(path), glossary_file.read(path)
    glossary_file.save(theirs, added([Entry("theirs", ("t",))]))
    saved = glossary_file.save(mine, added([NEW, Entry("theirs", ("t",))]))
    assert [entry.phrase for entry in saved.file.glossary.entries][-2:] == ["theirs", NEW.phrase]
    assert saved.conflicts == ()


def test_the_same_phrase_added_twice_is_kept_and_told(path: Path) -> None:
    mine, theirs = glossary_file.read(path), glossary_file.read(path)
    glossary_file.save(theirs, added([Entry("both", ("theirs",))]))
    saved = glossary_file.save(mine, added([Entry("both", ("mine",))]))
    assert [e.fixes for e in saved.file.glossary.entries[-2:]] == [("theirs",), ("mine",)]
    (conflict,) = saved.conflicts
    assert (conflict.theirs and conflict.theirs.fixes) == ("theirs",)


def test_edits_of_the_same_entry_are_both_kept_and_told(path: Path) -> None:
    mine, theirs = glossary_file.read(path), glossary_file.read(path)
    old = mine.glossary.entries[0]
    glossary_file.save(theirs, [EntryChange(old, old._replace(fixes=("theirs",)))])
    saved = glossary_file.save(mine, [EntryChange(old, old._replace(fixes=("mine",)))])
    fixes = [entry.fixes for entry in saved.file.glossary.entries]
    assert ("theirs",) in fixes
    assert ("mine",) in fixes
    assert "both versions are kept" in saved.conflicts[0].message


def test_an_entry_changed_by_others_is_not_removed(path: Path) -> None:
    mine, theirs = glossary_file.read(path), glossary_file.read(path)
    old = mine.glossary.entries[0]
    glossary_file.save(theirs, [EntryChange(old, old._replace(fixes=("theirs",)))])
    saved = glossary_file.save(mine, [EntryChange(old, None)])
    assert saved.file.glossary.entries[0].fixes == ("theirs",)
    assert "not removed" in saved.conflicts[0].message


def test_an_entry_removed_by_others_comes_back_with_my_change(path: Path) -> None:
    mine, theirs = glossary_file.read(path), glossary_file.read(path)
    old = mine.glossary.entries[0]
    glossary_file.save(theirs, [EntryChange(old, None)])
    assert glossary_file.save(mine, [EntryChange(old, None)]).conflicts == ()
    saved = glossary_file.save(mine, [EntryChange(old, old._replace(fixes=("mine",)))])
    assert saved.file.glossary.entries[-1].fixes == ("mine",)
    assert "added again" in saved.conflicts[0].message


def test_a_file_removed_meanwhile_is_written_again(path: Path) -> None:
    file = glossary_file.read(path)
    path.unlink()
    glossary_file.save(file, added([NEW]))
    assert path.read_text().startswith(COMMENTED)


def test_a_lock_held_elsewhere_is_told_in_time(path: Path) -> None:
    with locked(path), pytest.raises(LockedError, match="another program"):
        glossary_file.save(glossary_file.read(path), added([NEW]), wait=0.05)
    assert path.read_text() == COMMENTED


ADD_PAIRS = """
import sys
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary import glossary_file
file = glossary_file.read_or_new(sys.argv[1])
for number in range(int(sys.argv[3])):
    new = glossary_file.added([Entry(f"spun {sys.argv[2]} {number}", (f"fix {number}",))])
    file = glossary_file.save(file, new, wait=60).file
"""


def test_four_programs_adding_fifty_pairs_each_keep_all(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    command = [sys.executable, "-c", ADD_PAIRS, str(path)]
    programs = [subprocess.Popen([*command, name, "50"]) for name in "abcd"]
    assert [program.wait(120) for program in programs] == [0, 0, 0, 0]
    entries = glossary_file.read(path).glossary.entries
    assert len(entries) == len({entry.phrase for entry in entries}) == 200
    assert temp_files.sweep(tmp_path) == 0


SAVE_FOR_EVER = """
import sys
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary import glossary_file
file = glossary_file.read_or_new(sys.argv[1])
print("go", flush=True)
for number in range(10**6):
    new = glossary_file.added([Entry(f"spun {number} {sys.argv[2]}", ("fix",))])
    file = glossary_file.save(file, new).file
    print(number, flush=True)
"""


def test_killed_while_saving_the_glossary_is_whole_and_keeps_what_was_told_saved(
    path: Path,
) -> None:
    rounds = int(os.environ.get("UNSPIN_KILLS", "8"))
    for turn in range(rounds):
        command = [sys.executable, "-c", SAVE_FOR_EVER, str(path), str(turn)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for _ in range(2 + turn % 9):
                child.stdout.readline()
            child.kill()
            rest = child.stdout.read().split()
        told = int(rest[-1]) if rest else turn % 9
        entries = glossary_file.read(path).glossary.entries
        assert sum(entry.phrase.endswith(f" {turn}") for entry in entries) >= told + 1
        temp_files.sweep(path.parent)
    assert not [p for p in path.parent.iterdir() if p.name.endswith("tmp")]


def test_a_glossary_of_a_later_version_is_used_but_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "later.yaml"
    path.write_text("# unspin glossary 99\n- spun: a b\n  fix: c\n", "utf-8")
    before, file = path.read_bytes(), glossary_file.read(path)
    assert [entry.phrase for entry in file.glossary.entries] == ["a b"]
    with pytest.raises(StoreError, match=r"format 99.*it is used but not changed"):
        glossary_file.save(file, added([Entry("d", ("e",))]))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        '- spun: "a"\r- spun: "b"\r- spun: "c"\r',
        '- spun: "a"\r- spun: "b"\r\n  fix: "c"\r\n',
        '- spun: "a"\u2028- spun: "b"\n',
        "a: b\rc: d\r",
    ],
)
def test_line_ends_that_only_yaml_knows_are_no_obstacle(text: str) -> None:
    file = glossary_file.from_bytes(Path("x.yaml"), text.encode())
    more = glossary_file.append(file, [Entry("new", ("old",))])
    assert more.text.startswith(text)
    assert [entry.phrase for entry in more.glossary.entries][-1] == "new"


def test_a_line_that_is_refused_is_shown_whatever_ends_it() -> None:
    with pytest.raises(StoreError) as told:
        glossary_file.from_bytes(Path("x.yaml"), b'- spun: "a"\r- spun: [\r- x: y\r')
    assert told.value.line == 3
    assert "in: - x: y" in told.value.reason


def test_a_preference_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    wanted = Entry("assaults", ("attacks",), only_with=("rocket hearth",), prefer=True)
    glossary_file.save(glossary_file.read_or_new(path), added([wanted]))
    assert 'prefer: "yes"' in path.read_text("utf-8")
    assert glossary_file.read(path).glossary.entries[0]._replace(line=0) == wanted
