"""TeX and tables drawn with signs, which Pandoc reads in Markdown, are not judged."""

import pytest

from unspin_gui.store.formats.markdown.markdown_prose import unjudged

GRID = """+--------+-------+
| bosom  | peril |
+========+=======+
| bosom  | - x   |
|        | - y   |
+--------+-------+"""
COLUMNS = """bosom   peril
------- -----
one       two"""
HEADLESS = """------- ------ ---------
one     bosom  peril
------- ------ ---------"""
WIDE = """  Right     Left     Center
-------     ------ ----------
     12     12        bosom
    123     123        123
"""
ROWS = """----------------------------------
 Bosom   Default   Right
 Header  Aligned   Aligned
-------- --------- ---------------
  First  row       Example of a
                   bosom peril.

  Second row       Another one.
----------------------------------"""
BARE_ROWS = """-------- --------- ---------------
  First  row       A bosom peril.

  Second row       Another one.
-------- --------- ---------------"""
TEX = "\\begin{align*}\nbosom &= peril \\\\\n\\end{align*}"


PARTS = [GRID, COLUMNS, HEADLESS, WIDE, ROWS, BARE_ROWS, TEX, TEX.replace("align*", "tabular")]


@pytest.mark.parametrize("part", PARTS)
def test_such_a_part_is_skipped_whole_and_nothing_else(part: str) -> None:
    source = f"A bosom peril.\n\n{part}\n\nA bosom peril."
    skipped = "".join(source[slice(*span)] for span in unjudged(source)).split()
    assert skipped == part.split()


@pytest.mark.parametrize(
    "source",
    [
        "| bosom | peril |\n|-------|-------|\n| bosom | peril |",
        "A bosom + peril\n+ item of a list\n+ another one",
        "\\begin{quote}\nbosom peril\n\\end{quote}",
        "\\begin{align}\nbosom peril",
        "A bosom\n-- peril -- and on",
        "--- ---\nA bosom peril goes on to the next blank line.\nIn two bosom lines.",
        "A bosom peril.\n--- ---\nAnd on to the next blank line, a bosom.",
        "A bosom peril of a width\n---- ---- ------ --------\nas the bosom rule has it.",
        "-- --\nbosom",
        "---- ----\n\nA bosom peril goes on.\n\n---- ----\n\nAnother bosom.",
        "A bosom.\n\n---\n\n- - -\n\nA bosom peril.\n\n---\n\nBosom.",
        "- bosom\n- peril",
    ],
)
def test_prose_beside_such_signs_is_judged(source: str) -> None:
    spans = unjudged(source)
    assert all("bosom" not in source[slice(*span)] for span in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "\\begin{align}\n",
        "+--+\n",
        "+--+\n|",
        "-- --\n",
        "a\n-- -\n",
        "---- ----\n\n",
        "--- ---\na b\n",
    ],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    spans = unjudged(piece * 20_000)
    assert all(0 <= span.start < span.end <= 20_000 * len(piece) for span in spans)
