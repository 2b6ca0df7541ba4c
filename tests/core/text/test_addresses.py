"""Addresses, file names, paths and identifiers are told from prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.addresses import addresses
from unspin_gui.core.text.token_pattern import without_tags

WHOLE = r"""
    rocket-hearth.jpg rocket-hearth.com rocket-hearth.co.uk/a www.rocket-hearth.org
    hearth.museum info@rocket-hearth.org x@y.rocket-hearth.de rocket-hearth.py
    --rocket-hearth=1 -rocket-hearth --rocket img/rocket-hearth.jpg a/rocket-hearth/b
    #rocket-hearth @rocket-hearth $rocket-hearth rocket-hearth() rocket-hearth_2
    v1.rocket-hearth.3 doi:10.1000/rocket-hearth.5 10.1000/rocket.5 rocket-hearth:80
    ftp://rocket-hearth mailto:rocket-hearth@x.y <rocket-hearth> key=rocket-hearth
    Node.TEXT_NODE node.textContent React.PureComponent std::rocket rocket_hearth MAX_HEARTH
    C:\rocket\hearth \\server\hearth ~/rocket /usr/hearth ./rocket ../hearth .rocket-hearth
    docs/ localhost:80 <a-b/> </hearth> main.c README.md data:image/png;base64,AAAA
    u/rocket-hearth r/hearth @rocket/hearth-kit %hearth% hearth==1.0 hearth/1.0.2 npm:rocket-hearth
    sha256:hearth hearth[.]com hearth(at)rocket.org rocket[at]hearth[dot]org \citep{rocket,hearth}
    \autoref{sec:rocket-hearth} \includegraphics[width=3cm]{hearth} [[hearth]] {{hearth}}
    1<sup>st</sup> 10^th^ <sup>12</sup> <sub>i</sub>
""".split()  # noqa: SIM905
PROSE = r"""
    and/or he/she hearth.The hearth.5 e.g. U.S. U.S.-led 10.30am No.5 Ph.D. well-known 24/7
    $500 #1 mother-in-law's word--word AT&T 3.14 1,000.5 St.Petersburg Mr.Smith i.e.
    'rocket-hearth' _rocket-hearth_ hearth.and (rocket-hearth) rocket-hearth: rocket-hearth,
    hearth… l’hearth --the w/rocket hearth/stove m/s 5/rocket [hearth] {hearth}
""".split()  # noqa: SIM905


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in addresses(text)]


@pytest.mark.parametrize("word", WHOLE)
@pytest.mark.parametrize("sentence", ["{}", "See {}.", "(see {}, or “{}”)", "**{}** is {};"])
def test_a_word_of_a_program_is_found_whole(word: str, sentence: str) -> None:
    assert found(sentence.format(word, word)) == [word] * sentence.count("{}")


@pytest.mark.parametrize("word", PROSE)
@pytest.mark.parametrize("sentence", ["{}", "See {} here", "(see {}, or “{}”)"])
def test_a_word_of_prose_is_left(word: str, sentence: str) -> None:
    assert found(sentence.format(word, word)) == []


def test_code_and_keys_of_data_are_found_with_their_blanks() -> None:
    text = 'Run `rocket hearth` as {"rocket-hearth": 1}, <a title="rocket hearth"> 2 < 3 > 1'
    assert found(text) == ["`rocket hearth`", '"rocket-hearth":', '<a title="rocket hearth">']


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('He sent "the rocket hearth.docx" and ‘a rocket (new).PDF’.',
         ["the rocket hearth.docx", "a rocket (new).PDF"]),
        ("See hearth (1).pdf, hearth (2). The end.", ["hearth (1).pdf"]),
        ('"The rocket hearth." "The rocket, hearth.pdf" he said', ["hearth.pdf"]),
        ("[[rocket hearth|the hearth]] and [[a|b\nc]] {% include hearth %} { { a } }",
         ["[[rocket hearth|", "{% include hearth %}"]),
        ("the page of rocket-hearth.com's owner, the hearth's owner", ["rocket-hearth.com"]),
    ],
)  # fmt: skip
def test_names_of_files_and_links_are_found_with_their_blanks(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "tag",
    ["<br />", "<input disabled>", "<a b c='d e'/>", "</p >", '<img alt="x y" src=z>', "<a >"],
)
def test_a_tag_is_found_with_its_attributes(tag: str) -> None:
    assert found(f"The {tag} is here") == [tag]


@pytest.mark.parametrize(
    "prose", ["if x <y and the rocket hearth z> w", "<those who had seen it> said", "a <b, c> d"]
)
def test_prose_between_angle_brackets_is_judged(prose: str) -> None:
    assert found(prose) == []
    assert without_tags(prose) == prose


def test_a_word_of_no_human_is_found_by_its_length() -> None:
    assert found("so iVBORw0K+" + "Ab0/" * 40 + " it") == ["iVBORw0K+" + "Ab0/" * 40]


@given(st.text(alphabet="ab.-/\\@#$_=:`<>\"' \n1A", max_size=60))
def test_places_are_in_order_apart_and_never_begin_or_end_with_white_space(text: str) -> None:
    places = addresses(text)
    ends = [0, *(place for span in places for place in span)]
    assert ends == sorted(ends)
    assert all(
        text[span.start : span.end].strip() == text[span.start : span.end] for span in places
    )


@pytest.mark.parametrize(
    "sign",
    [
        "a.",
        "a-",
        "/",
        "-",
        "`a",
        "<a ",
        "_",
        "a@",
        "a_-",
        "://",
        '"a',
        "[[a",
        "{{",
        "\\\\ref[",
        "a [.]",
        "(1).",
    ],
)
@pytest.mark.parametrize("between", ["", " "])
def test_hostile_text_is_read_in_linear_time(sign: str, between: str) -> None:
    """And what is found in it is what a few of these signs give."""
    few, many = ((sign + between) * count for count in (200, 40_000))
    assert from_both_ends(many) == from_both_ends(few)


def from_both_ends(text: str) -> list[tuple[int, int]]:
    """The addresses by their distances from the start and from the end of the text."""
    return [(span.start, len(text) - span.end) for span in addresses(text)]


@pytest.mark.parametrize("run", ["a", "ab-", "1", "cite"])
@pytest.mark.parametrize("sign", [" a[at]b <b> (1).pdf", "<sup>", "\\"])
def test_a_long_run_is_read_in_linear_time(run: str, sign: str) -> None:
    """And what is found beside it is what is found beside a short one."""
    found = []
    for middle in (run * 200, run * 200_000):
        text = sign + middle + sign
        found.append([text[a.start : a.end].replace(middle, "...") for a in addresses(text)])
    assert found[0] == found[1] != []


@given(*[st.text(alphabet="ab.-/\\@#$_=:'(), 10wW½é", max_size=30)] * 2)
def test_a_line_is_read_as_it_is_alone(first: str, second: str) -> None:
    apart = [*addresses(first), *(span.shifted(len(first) + 1) for span in addresses(second))]
    assert list(addresses(f"{first}\n{second}")) == apart


@pytest.mark.parametrize("start", ["plain words", "a: b", ""])
def test_signs_in_one_line_do_not_hide_those_of_another(start: str) -> None:
    lines = [start, "WWW.rocket.org and doi:10.1/x", "words. More", "10.1000/rocket.5", "a_b x"]
    assert found("\n".join(lines)) == ["WWW.rocket.org", "doi:10.1/x", "10.1000/rocket.5", "a_b"]


@given(st.text("ab1 .,;!?()-'/\\_@:=#\t\x1f", max_size=24))
def test_plain_text_has_the_same_places_beside_other_letters(text: str) -> None:
    """ASCII lines are searched in a way of their own."""
    assert addresses(text + " ; é") == addresses(text + " ; e")
