"""Markdown: what is code, address or markup is not judged; the source is written as text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit
from unspin_gui.store.formats.markdown import unjudged

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
