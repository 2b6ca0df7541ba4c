"""Markdown: what is code, address or markup is not judged; the source is written as text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit
from unspin_gui.store.formats.markdown.markdown_prose import unjudged

SOURCE = """---
title: profound learning
---
# Profound learning

Some `bosom peril` and ``a ` b`` here, see [the link](https://a.org/x(1) "t") and <https://b.org>.
Text <b class="x">bold</b> at https://c.org/path. See [this][ref] and [@smith2020].

    indented code

- item one

    a paragraph of the item

```python
x = 1

```
After.
~~~
never closed
"""


def skipped(source: str) -> list[str]:
    return [source[span.start : span.end] for span in unjudged(source)]


def test_what_is_not_prose_is_skipped() -> None:
    assert skipped(SOURCE) == [
        "---\ntitle: profound learning\n---",
        "`bosom peril`",
        "``a ` b``",
        '(https://a.org/x(1) "t")',
        "<https://b.org>",
        '<b class="x">',
        "</b>",
        "[ref]",
        "@smith2020",
        "    indented code",
        "```python",
        "x = 1",
        "```",
        "~~~",
        "never closed",
    ]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a `b", []),
        ("`a``b`", ["`a``b`"]),
        ("a `b\n\nc` d", []),
        ("---\nno end", []),
        ("+++\na = 1\n+++\nx", ["+++\na = 1\n+++"]),
        ("> ```\n> code\n> ```\ntext", ["> ```", "> code", "> ```"]),
        ("``` a`b", []),
        ("[id]: http://x.org\ntext", ["[id]: http://x.org"]),
        ("a <!-- x\n\ny --> b", ["<!-- x\n\ny -->"]),
        ("text\n    lazy line", []),
        ("a < b and c > d", []),
        ("", []),
    ],
)
def test_small_cases(source: str, wanted: list[str]) -> None:
    assert skipped(source) == wanted


@given(st.text(alphabet="`~<>[]()!-\n ab:/#{}", max_size=80))
def test_spans_are_in_order_apart_and_inside(source: str) -> None:
    spans = unjudged(source)
    ends = [0, *(place for span in spans for place in span)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(source)


@pytest.mark.parametrize("piece", ["<!--", "](", "<a", "[", "{#", "@", "&#"])
def test_openings_without_an_end_skip_nothing_however_many(piece: str) -> None:
    """Who looked for the end of each would not come back in this lifetime."""
    assert skipped("x" + piece * 40_000) == []


@pytest.mark.parametrize(
    ("piece", "code", "count"), [("```a", "```a```", 20_000), ("` ``", "``` ```", 19_999)]
)
def test_many_runs_of_backticks_are_paired(piece: str, code: str, count: int) -> None:
    assert skipped("x" + piece * 40_000) == [code] * count


def test_written_like_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    data = "# A bosom peril\r\n\r\n`bosom peril`\r\n".encode("utf-16")
    path.write_bytes(data)
    document = formats.read(path)
    assert document.kind == "markdown"
    formats.write(path, document, [Edit(Span(4, 15), "breast cancer")])
    assert path.read_bytes().decode("utf-16") == "# A breast cancer\r\n\r\n`bosom peril`\r\n"


WIKI = """See [[rocket hearth]], ![[rocket hearth.png]], [[rocket hearth#Part|the rocket hearth]].
Short: [rocket hearth][] and [Rocket  hearth] and [a rocket hearth][rocket hearth], [no label].
Note[^rocket hearth], {{rocket hearth}}, {{< figure src="rocket" >}}, {% include rocket.html %}.
An :rocket-hearth: and ![alt rocket](img/rocket.png "rocket") and \\[[rocket hearth]\\]

[rocket hearth]: https://example.org/a
  "rocket hearth"
[^rocket hearth]: The rocket hearth
"""


def judged(source: str) -> str:
    """What is left of a source, with a dot for each piece that is not judged."""
    parts, at = [], 0
    for span in unjudged(source):
        parts.append(source[at : span.start])
        at = span.end
    return "·".join([*parts, source[at:]])


def test_addresses_of_wikis_templates_and_labels_are_not_judged() -> None:
    assert judged(WIKI) == (
        "See ·, ·, ·the rocket hearth·.\n"
        "Short: [·]· and [·] and [a rocket hearth]·, [no label].\n"
        "Note·, ·, ·, ·.\n"
        "An · and ![alt rocket]· and \\[[·]\\]\n\n"
        "·\n  ·\n· The rocket hearth\n"
    )


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("> ```\n> code\n\nprose after", "·\n·\n\nprose after"),
        ("- ```\n  code\n\nprose after", "·\n·\n\nprose after"),
        ("---\n\nprose\n\n---\nmore", "---\n\nprose\n\n---\nmore"),
        ("---\nprose between rules\n---\nmore", "---\nprose between rules\n---\nmore"),
        ("a \\`not code` b", "a \\`not code` b"),
        ("a `\\` b`", "a · b`"),
        ("# a ` b\n\nc ` d", "# a ` b\n\nc ` d"),
        ("- a ` b\n- c ` d", "- a ` b\n- c ` d"),
        ("a ` b\n> c ` d", "a ` b\n> c ` d"),
        ("| a ` | b |\n|---|---|\n| ` c | d |", "| a ` | b |\n·\n| ` c | d |"),
        ("[^1]: The note\n\n    goes on", "· The note\n\n    goes on"),
        ("<pre>\na\n\nb\n</pre>\nc", "·\n·\n\n·\n·\nc"),
        ("<script>\na < b\n</script>\n\nc", "·\n·\n·\n\nc"),
        ("x <code>a b</code> y", "x · y"),
        ("<p align='x'>\ntext <b>bold</b>\n</p>", "·\ntext ·bold·\n·"),
        ("- item\n\n      code in it\n\n  text", "- item\n\n·\n\n  text"),
        ("1. item\n\n   text\n\n       code", "·item\n\n   text\n\n·".replace("·item", "· item")),
        ("\tcode\n\ntext", "·\n\ntext"),
        ("x `<!--` y\n\nprose --> z", "x · y\n\nprose --> z"),
        ("a [b](c (d) e) f", "a [b](c (d) e) f"),
        ("a [b](<c d> 'e') f", "a [b]· f"),
        ("[![alt](a.svg)](b.html) c", "[![alt]·]· c"),
        ("It costs $5 and $6, but $x + y$ is math.", "It costs $5 and $6, but · is math."),
        ("- [ ] a task\n- [x] done", "- [ ] a task\n- [x] done"),
        ("a\n=====\nb\n-----\n", "a\n=====\nb\n-----\n"),
    ],
)
def test_blocks_and_their_inline_text_are_read_as_commonmark_does(source: str, wanted: str) -> None:
    assert judged(source) == wanted


@pytest.mark.parametrize(
    "piece",
    [
        "> ",
        "- ",
        "1. ",
        "[a]: ",
        "[[",
        "{{",
        "<a b=",
        "$",
        "|-",
        "\\",
        "![",
        "](",
        "<?",
        "<code>",
        "[^",
        "1. > ",
        "- > ",
        "* 1) + ",
    ],
)
@pytest.mark.parametrize("between", ["", "\n", " x"])
def test_hostile_markup_is_read_in_linear_time(piece: str, between: str) -> None:
    few, many = (unjudged((piece + between) * count) for count in (40, 20_000))
    assert bool(many) == bool(few)
    assert [span.start for span in many[: len(few)]] == [span.start for span in few]


@pytest.mark.parametrize(
    ("source", "struck"),
    [
        ("A ~~bosom peril~~ b.", ["~~bosom peril~~"]),
        ("A ~~bosom\nperil~~ b.", ["~~bosom", "peril~~"]),
        ("A ~~*bosom* `x` [peril](u)~~ b.", ["~~*bosom* `x` [peril](u)~~"]),
        ("A ~~bosom ~~peril~~ b.", ["~~peril~~"]),
        ("A ~~bosom ~~peril~~ x~~ b.", ["~~bosom ~~peril~~ x~~"]),
        ("A ~~ bosom ~~ peril.", []),
        ("A ~bosom~ and H~2~O.", []),
        ("A ~~~bosom peril~~~ b.", []),
        ("A \\~~bosom peril~~ b.", []),
        ("A `~~bosom` peril~~ b.", ["`~~bosom`"]),
        ("A ~~bosom.\n\nperil~~ b.", []),
        ("- A ~~bosom\n- peril~~ b.", []),
        ("A {--bosom peril--}{++cancer++} b.", ["{--bosom peril--}"]),
        ("A {~~bosom peril~>cancer~~} b.", ["{~~bosom peril~>"]),
    ],
)
def test_what_tildes_strike_out_is_not_judged(source: str, struck: list[str]) -> None:
    assert skipped(source) == struck


@pytest.mark.parametrize("name", ["del", "s", "strike", "DEL"])
@pytest.mark.parametrize(
    ("source", "judged"),
    [
        ("A <N>bosom peril</N> b.", "A  b."),
        ("A <N class='x'>bosom\nperil</N> b.", "A  b."),
        ("A <N>bosom <N>peril</N> x</N> b.", "A  b."),
        ("A <N>bosom peril\n\nb.", "A b."),
        ("- A <N>bosom peril\n- b.", "- A - b."),
        ("A <N>bosom\n\nperil</N> b.", "A  b."),
        ("A.\n\n<N>\n\nbosom peril\n\n</N>\n\nb.", "A. b."),
        ("A b.</N> c.", "A b. c."),
        ("A `<N>` b.", "A  b."),
    ],
)
def test_what_elements_strike_out_is_not_judged(source: str, judged: str, name: str) -> None:
    source = source.replace("N>", f"{name}>").replace("<N ", f"<{name} ")
    gone = {place for span in unjudged(source) for place in range(*span)}
    left = "".join(sign for place, sign in enumerate(source) if place not in gone)
    assert " ".join(left.split()) == " ".join(judged.split())


@pytest.mark.parametrize("piece", ["~~", "a~~", "~~a ", "<del>", "<del>\n\n", "{--", "{~~", "{>>"])
def test_hostile_strikes_are_read_in_linear_time(piece: str) -> None:
    spans = unjudged(piece * 20_000)
    assert all(0 <= span.start < span.end <= 20_000 * len(piece) for span in spans)
