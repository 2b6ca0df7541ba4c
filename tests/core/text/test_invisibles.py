"""Characters that deceive the eye are found; what a script needs is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.invisibles import invisibles


@pytest.mark.parametrize(
    ("text", "kind", "repaired"),
    [
        ("access \u202elevel\u202c", "direction", "access level"),
        ("a\u2066b\u2069", "direction", "ab"),
        ("plain\u200e text", "direction", "plain text"),
        ("pro\u200bfound", "zero-width", "profound"),
        ("pro\u00adfound", "zero-width", "profound"),
        ("\ufeffprofound", "zero-width", "profound"),
        ("pro\u200dfound", "zero-width", "profound"),
        ("hidden\U000e0041\U000e0042", "zero-width", "hidden"),
        ("prоfоund", "look-alike", "profound"),
        ("Рrofound lеarning", "look-alike", "Profound learning"),
        ("pοwer", "look-alike", "power"),
        ("rocket һեarth, օf սs".replace("ե", "e"), "look-alike", "rocket hearth, of us"),
        ("ｆｕｌｌ ｗｉｄｔｈ ７ days", "look-alike", "full width 7 days"),
        ("𝐓𝐡𝐞 𝘰𝘭𝘥 𝐦𝐚𝐧 𝐢𝐬 𝐚 𝐝𝐨𝐠", "look-alike", "The old man is a dog"),
        ("h𝐞arth", "look-alike", "hearth"),
        ("donʼt, the worldʼs", "look-alike", "don’t, the world’s"),
        ("a\u2800hearth", "zero-width", "a hearth"),
        ("hea\u206arth", "zero-width", "hearth"),
        ("h\ufe01e\ufe0fa\U000e0101rth \ufe00here.\ufe0e", "zero-width", "hearth here."),
    ],
)
def test_found_and_repaired(text: str, kind: str, repaired: str) -> None:
    found = invisibles(text)
    assert {item.kind for item in found} == {kind}
    for item in reversed(found):
        text = text[: item.span.start] + item.repair + text[item.span.end :]
    assert text == repaired
    assert not invisibles(text)


@pytest.mark.parametrize(
    "text",
    [
        "ordinary, naïve “text” — no\u00a0break",
        "мир и слово",
        "CuKα radiation, hν, ΔH, αS, sinα, kΩ, μm, β-carotene",
        "👩\u200d💻 and ❤\ufe0f\u200d🔥",
        "क्\u200dष",
        "שלום\u200f, world",
        "می\u200cخواهم",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "λόγος",
        "𝑥 + 𝑦 = 𝑓(𝑥) in ℝ, 𝑎𝑏",
        "日本のＮＨＫ放送 と ＮＨＫ",
        "Հայերեն օր",
        "Hawaiʻi, Ⅳ and Ⅹ, 5 Å",
        "❤\ufe0f 1\ufe0f\u20e3 ©\ufe0f 漢\U000e0100",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert invisibles(text) == ()


def test_each_is_named() -> None:
    names = [item.name for item in invisibles("a\u202eb \u200b pаge")]
    assert names == ["right-to-left override", "zero width space", "cyrillic small letter a"]


@given(st.text(alphabet="ab \n\u202e\u200f\u200d\ufeffао\u03bf\u05d0👩\U000e0041", max_size=30))
def test_places_are_in_order_and_apart(text: str) -> None:
    ends = [0, *(place for item in invisibles(text) for place in item.span)]
    assert ends == sorted(ends)
    assert all(text[i.span.start : i.span.end] != i.repair for i in invisibles(text))


def repaired(text: str, *, breaks: bool) -> str:
    for item in reversed(invisibles(text, breaks=breaks)):
        text = text[: item.span.start] + item.repair + text[item.span.end :]
    return text


def test_line_separators_between_single_words_are_blanks_and_line_ends_stay() -> None:
    text = "The\u2028old\u2028man told\u2028of the hearth.\nA\u2028real line. \u2028It\u2028ends"
    blanks = "The old man told of the hearth.\nA real line. It ends"
    assert repaired(text, breaks=False) == blanks
    assert repaired(text, breaks=True) == text


def test_line_separators_that_end_lines_are_line_breaks() -> None:
    verse = "Roses are red,\u2028violets are blue,\u2028sugar is sweet"
    assert invisibles(verse, breaks=False) == ()
