"""No YAML file, however broken or hostile, gets past the guarded loader."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary import glossary_file, yaml_events
from unspin_gui.store.glossary.elements import YamlError

GOOD = """\
# unspin glossary 1
- spun: "7 days"   # a comment
  fix: ["week", seven days]
  note: |
    two
    lines
- keep: 'big data'
- {spun: no, fix: 12:30, unless: [010, 1e3, ~, 2020-01-01]}
- spun: colossal information
  fix:
    - big data
    - large data
  mine: {deep: [1, {er: x}]}
"""

BROKEN = {
    "tab": "- spun: a\n\tfix: b\n",
    "duplicate key": "- spun: a\n  fix: b\n  fix: c\n",
    "bad indent": "- spun: a\n fix: b\n",
    "half written": '- spun: "a\n  fix: b',
    "half list": "- spun: a\n  fix: [b, c",
    "half braces": "- {spun: a, fix: b",
    "colon in plain": "- spun: a: b\n",
    "no phrase": "- fix: b\n",
    "empty phrase": "- spun:\n  fix: b\n",
    "both": "- spun: a\n  keep: b\n",
    "not an entry": "- a\n",
    "a list in a list": "- [a, b]\n",
    "only text": "hello\n",
    "phrase is a list": "- spun: [a]\n  fix: b\n",
    "phrase is a table": "- spun: {a: b}\n  fix: b\n",
    "fix is a table": "- spun: a\n  fix: {b: c}\n",
    "fix holds a list": "- spun: a\n  fix: [[b]]\n",
    "note is a list": "- spun: a\n  note: [b]\n",
    "case is odd": "- spun: a\n  case: upper\n",
    "case is a list": "- spun: a\n  case: [exact]\n",
    "enabled is odd": "- spun: a\n  enabled: maybe\n",
    "second document": "- spun: a\n---\n- spun: b\n",
    "anchor": "- spun: &x a\n",
    "anchored entry": "- &x {spun: a}\n",
    "anchored top": "&x\n- spun: a\n",
    "alias": "- spun: *x\n",
    "defined alias": "- spun: &x a\n- spun: *x\n",
    "tag": "- spun: !!python/object:os.system a\n",
    "tagged entry": "- !!omap\n  spun: a\n",
    "tagged top": "!!set\n? a\n",
    "merge key": "- <<: {a: b}\n  spun: a\n",
    "merge key in mapping": "<<: {a: b}\n",
    "key is a list": "? [a, b]\n: c\n",
    "key is an alias": "*x : c\n",
    "duplicate phrase": "a: b\nc: d\na: e\n",
    "forgotten dash": "spun: a\nfix: b\n",
    "nul": "- spun: a\0b\n",
    "control": "- spun: a\x07b\n",
    "deep": "a: " + "[" * 9 + "]" * 9,
    "unclosed quote": "- spun: 'it's'\n",
    "directive": "%YAML 9.9\n---\n- spun: a\n",
    "bad escape": '- spun: "\\q"\n',
    "percent": "%\n",
    "at sign": "- spun: @home\n",
    "backtick": "- spun: `a`\n",
}


def read(text: str | bytes) -> glossary_file.GlossaryFile:
    data = text.encode() if isinstance(text, str) else text
    return glossary_file.from_bytes(Path("my.yaml"), data)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line(name: str) -> None:
    with pytest.raises(YamlError, match=r"^my\.yaml:\d+:\d+: .") as caught:
        read(BROKEN[name])
    assert caught.value.line <= BROKEN[name].count("\n") + 1
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "place", "said"),
    [
        ("duplicate key", (3, 3), "line 2"),
        ("duplicate phrase", (3, 1), "line 1"),
        ("tab", (2, 1), "tab"),
        ("alias", (1, 9), r"- spun: \*x"),
        ("merge key", (1, 3), "merge"),
        ("second document", (2, 1), "second document"),
        ("note is a list", (1, 3), "note"),
        ("nul", (1, 10), r"U\+0000"),
    ],
)
def test_the_place_and_the_reason_are_told(name: str, place: tuple[int, int], said: str) -> None:
    with pytest.raises(YamlError, match=said) as caught:
        read(BROKEN[name])
    assert (caught.value.line, caught.value.column) == place
    assert caught.value.text == BROKEN[name].split("\n")[place[0] - 1]


@pytest.mark.parametrize(
    "data", ["caf\xe9: x".encode("cp1252"), b"a: \xff", "a: \ud800".encode(errors="surrogatepass")]
)
def test_other_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(StoreError, match="UTF-8"):
        read(data)


@pytest.mark.parametrize(
    "word", ["no", "12:30", "010", "1e3", "~", "2020-01-01", "null", "=", "0x1f"]
)
def test_every_scalar_is_text(word: str) -> None:
    (entry,) = read(f"- spun: {word}\n  fix: [{word}, {word} x]\n").glossary.entries
    assert (entry.phrase, entry.fixes) == (word, (word, f"{word} x"))


@pytest.mark.parametrize("text", ["", "\n", "# only this\n", "---\n", "---\n...\n", "[]", "{}"])
def test_an_empty_file_is_an_empty_glossary(text: str) -> None:
    assert read(text).glossary.entries == ()


def test_the_pure_python_parser_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(GOOD).glossary.entries
    monkeypatch.setattr(yaml_events, "_LOADER", yaml.BaseLoader)
    assert read(GOOD).glossary.entries == fast
    for text in BROKEN.values():
        with pytest.raises(StoreError):
            read(text)


def mutated(source: bytes, chance: random.Random) -> bytes:
    data = bytearray(source)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        kind = chance.random()
        if kind < 0.3:
            data[at : at + chance.randint(1, 9)] = b""
        elif kind < 0.6:
            data[at:at] = chance.choice(SPICE)
        elif kind < 0.8:
            data[at : at + 1] = bytes([chance.randrange(256)])
        else:
            piece = data[at : at + chance.randint(1, 60)]
            data[at:at] = piece * chance.randint(1, 4)
    return bytes(data)


SPICE = [
    *(c.encode() for c in "-:?,[]{}#&*!|>'\"%@`\t\n\r \0\ufeff\u2028\x85\ud7ff"),
    *(
        b"- ",
        b": ",
        b"<<: ",
        b"!!str ",
        b"&a ",
        b"*a",
        b"---\n",
        b"...\n",
        b"\xff",
        b"\xed\xa0\x80",
    ),
    *(b"|+\n", b"\\x41", b"\\uD800", b"[" * 40, b"{" * 40, b"? ", b"%YAML 1.2\n"),
]


def test_mutated_files_are_read_or_refused_and_nothing_else() -> None:
    chance = random.Random(20_000)  # noqa: S311 - mutations, no secrets
    refused = 0
    rounds = int(os.environ.get("UNSPIN_MUTATIONS", "20000"))
    for _ in range(rounds):
        data = mutated(GOOD.encode(), chance)
        try:
            read(data)
        except StoreError:
            refused += 1
    assert 0.3 * rounds < refused < rounds


@pytest.mark.parametrize("entry", ["- spun: {0}\n  fix: b\n", "{0}: b\n", "- 'spun': {0}\n"])
def test_more_entries_than_can_be_held_are_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    for module in (glossary_file, yaml_events):
        monkeypatch.setattr(module, "MOST_ENTRIES", 3)
    text = "".join(entry.format(f"p{n}") for n in range(3))
    file = read(text)
    assert len(file.glossary) == 3
    with pytest.raises(StoreError, match="entries; split this one"):
        read(text + entry.format("p3") + entry.format("p4"))
    with pytest.raises(StoreError, match="entries; split"):
        glossary_file.append(file, [Entry("x"), Entry("y")])


BOMBS = {
    "depth 10^6": "b'[' * 10**6",
    "depth 10^5 of braces": "b'{a: ' * 10**5",
    "depth of dashes": "b'- ' * 10**5 + b'x'",
    "depth of questions": "b'? ' * 10**5",
    "aliases": "b'a: &a [x,x,x,x,x,x,x,x,x]\\n' + b'b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\\n' * 9",
    "laughs as entries": "b'- &a {spun: x}\\n' + b'- *a\\n' * 10**5",
    "a long figure": "b'- spun: ' + b'9' * 10**5",
    "64 MB": "b'#' * 64_000_000",
    "31 MB of comment": "b'#' * 31_000_000",
    "many tags": "b'- !t {spun: a}\\n' * 10**5",
    "many merge keys": "b'- {<<: {spun: a}}\\n' * 10**5",
    "a huge key": "b'? ' + b'k' * 10**6 + b'\\n: v'",
    "a huge phrase": "b'- spun: ' + b'k ' * 10**6",
    "many anchors": "b''.join(b'- &a%d {spun: a}\\n' % i for i in range(10**5))",
    "many keys": "b'- {' + b','.join(b'k%d: a' % i for i in range(10**5)) + b'}'",
    "many fixes": "b'- {spun: a, fix: [' + b'x,' * 10**6 + b']}'",
    "a million entries": "b'# unspin glossary 1\\n' + b'- spun: a\\n  fix: b\\n' * 10**6",
    "a million pairs": "b''.join(b'p%d: a\\n' % i for i in range(10**6))",
    "many documents": "b'---\\na: b\\n' * 10**5",
    "open quotes": "b'- spun: \"' * 10**5",
    "many colons": "b'a: b: ' * 10**5",
    "directives": "b'%TAG !e! tag:x,2000:\\n' * 10**5",
    "nul": "b'\\0' * 10**6",
    "dashes alone": "b'-\\n' * 10**6",
    "blank lines without a comment": "b'\\n' * 6_000_000 + b'- spun: a\\n  fix: b\\n'",
    "lines of hashes": "b'- spun: a\\n' + b'#\\n' * 10**6 + b'x'",
}

BLOW = """
import resource, sys, time
from pathlib import Path
from unspin_gui.store.glossary import glossary_file
from unspin_gui.core.errors import StoreError
data = eval(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
start = time.process_time()
try:
    Path(sys.argv[2]).write_bytes(data)
    glossary_file.read(sys.argv[2])
    print("read")
except StoreError as told:
    print("refused", str(told)[:200])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = Path("/proc/self/status")
if status.exists():  # what getrusage tells there includes the program that started this one
    peak = int(status.read_text().partition("VmHWM:")[2].split()[0])
print(time.process_time() - start, len(data), peak)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_bounded_time_and_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / "bomb.yaml"
    done = subprocess.run(
        [sys.executable, "-c", BLOW, BOMBS[name], str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-500:]
    answer, figures = done.stdout.strip().split("\n")
    assert answer.startswith("read" if "comment" in name else "refused")
    seconds, size, peak = map(float, figures.split())
    assert seconds < 1.0 + size / 1e6  # generous: the machine may be shared
    assert peak < 1_000_000
