"""Vale styles: plain pairs are read, what is none is named, and Vale accepts what is written."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from made_entries import entries_for

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store import exchange
from unspin_gui.store.exchange import FORMATS

VALE = r"""
extends: substitution
message: "Use '%s'"
ignorecase: true
swap:
  7 days: week|seven days
  e\.g\.: for example
  (?:colou?r): hue
  "(\\w+) thing": $1
  a|b: c
  \bword\b: x
  pipe: a\|b
"""


def test_vale_patterns_are_reported_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "style.yml"
    path.write_text(VALE)
    found = exchange.read(path)
    assert [(e.phrase, e.fixes) for e in found.entries] == [
        ("7 days", ("week", "seven days")),
        ("e.g.", ("for example",)),
        ("pipe", ("a|b",)),
    ]
    assert [skip.text for skip in found.skipped] == [
        "(?:colou?r)",
        r"(\w+) thing",
        "a|b",
        r"\bword\b",
    ]


def test_a_written_vale_style_is_plain_yaml() -> None:
    style = yaml.safe_load(FORMATS["vale"].write([Entry("e.g. (x)", ("a|b", "c"))]))
    assert style["extends"] == "substitution"
    assert style["swap"] == {r"e\.g\. \(x\)": r"a\|b|c"}
    assert yaml.safe_load(FORMATS["vale"].write([]))["swap"] == {}


VALE_KEYS = {"extends", "message", "level", "scope", "link", "limit", "action"}
SWAP_KEYS = {"append", "ignorecase", "nonword", "swap", "exceptions", "vocab", "capitalize"}


@given(entries_for("vale"))
def test_a_vale_style_has_documented_keys_and_plain_patterns(entries: list[Entry]) -> None:
    style = yaml.safe_load(FORMATS["vale"].write(entries))
    assert style.keys() <= VALE_KEYS | SWAP_KEYS
    assert style["level"] in {"suggestion", "warning", "error"}
    assert style["action"] == {"name": "replace"}  # without it several fixes are one text
    assert style["message"].split("%s") == ["Consider ", " instead of '", "'."]
    patterns = {key: re.compile(key) for key in style["swap"]}
    assert all(isinstance(fix, str) for fix in style["swap"].values())
    assert not any(pattern.groups for pattern in patterns.values())
    assert {e.phrase for e in entries} == {
        next(e.phrase for e in entries if pattern.fullmatch(e.phrase))
        for pattern in patterns.values()
    }


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("extends: existence\nmessage: x\nlevel: error\ntokens:\n  - at loose ends\n", "existence"),
        ("message: x\nlevel: error\nextends: 'occurrence'\nmax: 3\ntoken: a\n", "occurrence"),
        ("extends: consistency\neither:\n  advisor: adviser\n", "consistency"),
        ("level: error\ntokens:\n  - at loose ends\n", "not a Vale substitution"),
        ("extends: substitution\nmessage: x\n", "not a Vale substitution"),
        ("extends: substitution\nswap:\n  - a\n", "not a Vale substitution"),
    ],
)
@pytest.mark.parametrize("suffix", [".yml", ".yaml"])
def test_a_rule_without_pairs_is_refused(tmp_path: Path, rule: str, told: str, suffix: str) -> None:
    path = tmp_path / f"Rule{suffix}"
    path.write_text("# " + "x" * 5000 + "\n" + rule)
    with pytest.raises(StoreError, match=told):
        exchange.read(path)


def test_a_glossary_may_have_the_words_of_vale(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("extends: widens\nswap: exchange\nlevel: even\n")
    assert [e.phrase for e in exchange.read(path).entries] == ["extends", "swap", "level"]


def test_what_limits_the_pairs_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "style.yml"
    path.write_text(
        "extends: substitution\nignorecase: true\nnonword: false\nscope: heading\n"
        "exceptions:\n  - Big Information Day\n  - perils?\nswap:\n  big information: big data\n"
        "  (a|b): c\n  none: ''\n  many: [x, y]\n"
    )
    found = exchange.read(path)
    assert found.entries == (Entry("big information", ("big data",)),)
    assert [(skip.line, skip.text) for skip in found.skipped] == [
        (10, "(a|b)"), (11, "none"), (12, "many"),
        (5, "exceptions: Big Information Day"), (5, "exceptions: perils?"), (4, "scope: heading"),
    ]  # fmt: skip


def test_a_style_may_have_thousands_of_pairs() -> None:
    entries = [Entry(f"phrase {n}", ("fix",)) for n in range(3000)]
    back = FORMATS["vale"].read(Path("x.yml"), FORMATS["vale"].write(entries), None)
    assert back.entries == tuple(entries)
