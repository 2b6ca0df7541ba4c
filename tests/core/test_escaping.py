"""Hidden signs written out."""

import pytest

from unspin_gui.core.escaping import escaped


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
