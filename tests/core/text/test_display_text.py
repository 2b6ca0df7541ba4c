"""Hidden signs written out."""

import pytest

from unspin_gui.core.text.display_text import escaped, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain & <b>", "plain & <b>"),
        ("café “x”", "café “x”"),
        ("a\u202ebc\u202c", "a[U+202E]bc[U+202C]"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("раypal", "раypal"),
    ],
)
def test_what_is_hidden_is_written_out(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_what_a_terminal_would_obey_is_written_out() -> None:
    text = "a\x1b[31m\nb\u2028\u202ec"
    assert one_line(text) == "a[U+001B][31m[U+000A]b[U+2028][U+202E]c"
