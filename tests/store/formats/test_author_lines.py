"""Names and addresses below a title are not judged; titles, sentences and lists are."""

from pathlib import Path

import pytest
from docx_files import docx, p, r
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.store import formats
from unspin_gui.store.formats.author_lines import author_lines

TITLE = "Profound Learning and Colossal Information"
ABSTRACT = "Abstract\nWe show that profound learning works on some of the data that we have seen."


def found(*lines: str, after: str = ABSTRACT) -> list[str]:
    text = "\n".join((TITLE, *lines, after))
    return [text[slice(*span)] for span in author_lines(text)]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Maria Rossi¹, John K. Smith², Wei Zhang¹,*",
            "¹ Department of Physics, University of Oslo, 0316 Oslo",
        ],
        ["Ludwig van der Berg^1^, Ana de la Cruz^2^ and Sean O'Brien^1^"],
        ["**Maria Rossi**<sup>1,2</sup>, *Jean-Luc Picard*<sup>†</sup>", "rossi@place.org"],
        ["Maria Rossi¹, Sean O'Brien²"],
        ["Xiaoming Li a, Jun Wang b", "School of Law, Wuhan University, Wuhan 430072, China"],
        ["J. Smith and P. Jones", "Corresponding author: j.smith@place.org"],
        ["Smith, J., Jones, P. & de la Cruz, A. M."],
        ["[Zoë K. Müller](https://orcid.org/0), Wei Zhang^1^, PhD", "zoe@univie.ac.at"],
        ["By M. Rossi"],
        ["A. Rossi", "W. Zhang"],
    ],
)
def test_names_and_addresses_are_found(lines: list[str]) -> None:
    assert found(*lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["Counterfeit Consciousness and Profound Learning"],
        ["At the University of Paris he met Rosa."],
        ["Bosom Peril", "Institute of Things, Vienna"],
        ["Bosom Peril Institute, Vienna 2020"],
        ["Write to Rosa on Bosom Peril, rosa@place.org"],
        ["Profound Learning, Irregular Woodland (1)"],
        ["Bosom Peril [1] and Irregular Woodland [2]"],
        ["Bosom Peril¹"],
        ["Bosom Peril¹, Irregular Woodland²"],
        ["Bosom Peril¹, Irregular Woodland²", "¹ See the notes below."],
        ["**Bosom Peril**<sup>a</sup>, *Irregular Woodland*<sup>b</sup>"],
        ["Maria Rossi¹, Jean-Luc Picard²"],  # maybe names, but nothing proves it
        ["Bosom Peril¹, Irregular Woodland"],
        ["Profound Examples¹, Deep Learning²"],  # "learning" stands in the text
        ["A. Bosom Peril"],
        ["By Irregular Woodland and A. Rossi"],
        ["Bosom Peril, A., Irregular Woodland, B."],
        ["Maria Rossi", "Universität Wien"],  # maybe names, but nothing proves it
        ["The university is a place where people learn of colossal information."],
        ["Mr. Darcy came to see the institute on the hill, and so did others of his family."],
        ["Keywords: Profound Learning, Counterfeit Consciousness"],
        ["New York, London", "April 5, 2020"],
        ["## S3 Usage", "* [Color Function](a.md)", "* [Lab Function](b.md)"],
        ["THE SOFTWARE IS PROVIDED **AS IS**"],
        ["Contents", "A. Profound Learning", "B. Irregular Woodland"],
        ["* C. Profound Learning", "* D. Irregular Woodland", "* E. Bosom Peril"],
    ],
)
def test_all_else_is_judged(lines: list[str]) -> None:
    assert found(*lines) == []


@given(st.text("\u00a0 ²†,;&*_^1aA.'", min_size=1, max_size=6))
def test_a_line_of_signs_and_blanks_is_no_name(line: str) -> None:
    assert found(line, "² \u00a0", ",\u00a0") == found(line)


def test_names_in_the_text_are_judged_with_it() -> None:
    names = ("Maria Rossi¹, Wei Zhang²", "¹ University of Oslo")
    assert found(ABSTRACT, *names) == []
    sentence = (
        "It is said by some that many of these words are written in small letters, and so on."
    )
    assert found(sentence, *names, after="") == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", f"{TITLE}\n\nM. Rossi and W. Zhang\n\n{ABSTRACT}".encode()),
        ("a.md", f"# {TITLE}\n\nM. Rossi and W. Zhang\n\n{ABSTRACT}".encode()),
        ("a.html", f"<h1>{TITLE}</h1><p>M. Rossi and <i>W. Zhang</i><p>{ABSTRACT}".encode()),
        ("a.docx", docx(p(r(TITLE)) + p(r("M. Rossi and W. Zhang")) + p(r(ABSTRACT[9:])))),
    ],
)
def test_so_it_is_in_every_format_that_does_not_say_who_wrote_it(name: str, data: bytes) -> None:
    opened = formats.from_bytes(Path(name), data)
    skipped = [opened.text[slice(*span)].strip("\n") for span in opened.skip]
    assert "M. Rossi and W. Zhang" in skipped
    assert not any("Profound" in text or "profound" in text for text in skipped)
