"""What is read without a YAML parser is what the parser reads."""

import random
from pathlib import Path

import pytest
from test_yaml_events import GOOD, SPICE

from unspin_gui import paths
from unspin_gui.store.glossary import yaml_events
from unspin_gui.store.glossary.elements import YamlError, YamlItem
from unspin_gui.store.glossary.fast_reader import plain_items

PLAIN = """\
# unspin glossary 1

- spun: "7 days"   # a comment
  fix: ["week", "seven days"]
  note: "it’s a # no comment, - spun: nor an entry"
  tags: time
# between
- keep: "big data"
- spun: " c++ "
  fix: "c"
  unless: []
  mine: "kept"
"""


def parsed(text: str) -> list[YamlItem]:
    return yaml_events.load(Path("my.yaml"), text, lambda item: item)[0]


@pytest.mark.parametrize("text", [PLAIN, PLAIN[:-1], '- spun: "a"', "\n# x\n- a: b\n\n# y\n\n"])
def test_plain_files_are_read(text: str) -> None:
    assert plain_items(text) == parsed(text) != []


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "",
        "# only this\n",
        '- spun: "a\\tb"\n',
        '- spun: "a"\r\n  fix: "b"\r\n',
        '- spun: "a\u2028b"\n',
        '- spun: "a"#b\n',
        '- spun: "a"\n  fix: "b"\n  fix: "c"\n',
        '- spun: "a"\n  spun: "b"\n',
        '- spun: "a"\n   fix: "b"\n',
        '- spun: "a"\n  fix: ["b",, "c"]\n',
        '- spun: "a"\n...\n',
        '- spun: "a"\n  fix: ["b"' + ', "b"' * 10_000 + "]\n",
        "- " + "  ".join(f'{"a" * n}: "b"\n' for n in range(1, 150)),
    ],
)
def test_everything_else_is_left_to_the_parser(text: str) -> None:
    assert plain_items(text) is None


def test_the_starters_are_plain() -> None:
    for path in paths.starter_glossaries():
        text = path.read_text(encoding="utf-8")
        assert plain_items(text) == parsed(text)


def mutated(chance: random.Random) -> str:
    """The plain file with a few signs put in, taken out or doubled."""
    text = PLAIN
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        spice = chance.choice(SPICE).decode("utf-8", "replace")
        gone = chance.choice([0, 0, 1, 3])
        text = text[:at] + chance.choice(["", spice, text[at : at + 9]]) + text[at + gone :]
    return text


def test_mutated_files_are_read_as_the_parser_does_or_left_to_it() -> None:
    chance, read = random.Random(4_000), 0  # noqa: S311 - mutations, no secrets
    for _ in range(4_000):
        text = mutated(chance)
        items = plain_items(text)
        if items is not None:
            read += 1
            try:
                assert items == parsed(text), text
            except YamlError as error:
                pytest.fail(f"{error} in\n{text}")
    assert read > 400
