"""What the style sheets of a page hide or strike out is so here, where it is certain."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit

ELEMENT = '<p>One.</p><div id="i" class="a b">secret <p>secret</p></div><p>Two.</p>'
SHOWN, HIDDEN = ["One.", "secret", "secret", "Two."], ["One.", "Two."]


def words_of(page: str, name: str = "a.html") -> list[str]:
    return formats.from_bytes(Path(name), page.encode()).text.split()


def test_a_style_that_only_a_browser_can_know_hides_nothing() -> None:
    page = "<p style='display:none;display:var(--x)'>One</p><p style='display:none'>two</p>"
    assert words_of(page) == ["One"]


def judged_of(page: str) -> list[str]:
    opened = formats.from_bytes(Path("a.html"), page.encode())
    gone = {place for span in opened.skip for place in range(*span)}
    return "".join(" " if n in gone else sign for n, sign in enumerate(opened.text)).split()


HIDING = [
    ".a{display:none}",
    "DIV { display : none }",
    "#i{display:none;color:red}",
    "p.x,div.a.b{ color: red; display: none }",
    "*.b{visibility:hidden}",
    ".a{display:none!important}.a{display:block}",
    ".a{display:block}.a{display:none}",
    "#i{display:none}.a.b{display:block}",
    ".a.b{display:none}.a{display:block}div{display:flex}",
    "/* .a{ */.a/**/{display:none}",
    "@media screen{.a{display:none}}",
    "@media all, print { .a{display:none} }",
    '@import url("x;}.css");.a{display:none}',
    '.x{content:"}"}.a{display:none}',
    ".a{display:none",
    "<!-- .a{display:none} -->",
    ".a{display:none}@media print{.a{display:block}}",
    "@media (max-width:9em){.a{display:block}}.a{display:none}",
    ".a{display:none}.a:hover,.x .a::before{display:block}",
    ".a{display:none}.x{display:block}.c > .d{display:block}",
    "@font-face{font-family:a;src:url(a)}.a{display:none}",
    ".a{display:none;display:nonsense}",
    ".x:hover,.x::after,.x[a='b']>p:nth-child(2n+1),.a{display:none}",
    ".a{display:none;@media print{display:block}}",
    ".a{display:none;&.x{display:block}}",
    "@charset 'utf-8';@layer a,b;.a{display:none}",
]
NOT_HIDING = [
    "",
    ".A{display:none}",
    ".aa,.c,#a,p.a{display:none}",
    ".x .a{display:none}",
    ".a:not(.b){display:none}",
    ".a:hover{display:none}",
    ".a::before{display:none}",
    ".a{display:none}.a{display:block}",
    ".a{display:none}.a.b{display:block}",
    ".a{display:none}.x .a{display:block}",
    ".a{display:none}#x > *{display:block}",
    ".a{display:none}:not(.x){display:block}",
    ".a{display:none}@media (max-width:9em){.a{display:block}}",
    "@media print{.a{display:none}}",
    "@media (max-width:9em){.a{display:none}}",
    "@keyframes k{from{visibility:hidden}to{visibility:visible}}",
    "@keyframes div{.a{display:none}}",
    "@supports (display:grid){.a{display:none}}",
    "body{visibility:hidden}html{display:none}",
    ".a{color:red}/* .a{display:none} */",
    '.x{content:".a{display:none}"}',
    ".a{.b{display:none}}",
    ".a{display:nonsense}",
    ".a{opacity:.5;text-decoration:none}",
    ".a{display:none;&.b{display:block}}",
    ".a{display:none;.x &{display:block}}",
    ".a{display:none;@media (width>9em){display:block}}",
    ".a{display:none}" + ".x," * 99 + "p.b,.a{@media (width>9em){display:block}}",
    "@media screen{.a{display:none;@supports (display:grid){display:block}}}",
    ".a{display:none}.a{display:var(--x)}",
    ".a{display:none}.b{all:unset}",
    ".x{color:red};.a{display:none}",
    ".x{color:red}}.a{display:none}",
    ".x{};};.a{display:none}",
    ".a,{display:none}",
    ".a,,.x{display:none}",
    ".a,.x:unheard-of{display:none}",
    ".a,.x!{display:none}",
    ".a,.1{display:none}",
    ".a,.x>{display:none}",
    ".a{display:none}.x{content:'/*'}.a{display:block}.x{content:'*/'}",
    ".a{display:none;content:'/*';display:block}",
]


@pytest.mark.parametrize("css", HIDING)
def test_a_sheet_hides_what_it_hides_for_certain(css: str) -> None:
    page = f"<style>{css}</style>{ELEMENT}"
    assert words_of(page) == HIDDEN
    opened = formats.from_bytes(Path("a.html"), page.encode())
    assert any("hides" in told for told in opened.notices)


@pytest.mark.parametrize("css", NOT_HIDING)
def test_a_sheet_hides_nothing_that_may_be_seen(css: str) -> None:
    assert words_of(f"<style>{css}</style>{ELEMENT}") == SHOWN


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("<style type='text/css' media='screen'>", "</style>", HIDDEN),
        ("<style media='ALL'>", "</style>", HIDDEN),
        ("<style>.a{display:block}</style><style>", "</style>", HIDDEN),
        ("<style>.a{display:none}</style><style>.a{display:block}#x{", "}</style>", SHOWN),
        ("<style>.a{display:block}</style><style>#x{}#x{}", "</style>", HIDDEN),
        (
            "<style>.x{}.x{}.a{display:none}</style><style>.b{display:block}</style><i>",
            "</i>",
            [".a{display:none}", *SHOWN],
        ),
        ("<style media=print>", "</style>", SHOWN),
        ("<style media=print>.x{color:red}}", "</style>", SHOWN),
        ("<style type='text/less'>", "</style>", SHOWN),
        ("<style media='(max-width: 9em)'>", "</style>", SHOWN),
        ("<noscript><style>", "</style></noscript>", SHOWN),
        ("<template><style>", "</style></template>", SHOWN),
        ("<pre>", "</pre>", [".a{display:none}", *SHOWN]),
    ],
)
def test_a_sheet_counts_where_a_browser_uses_it(start: str, end: str, expected: list[str]) -> None:
    assert words_of(f"{start}.a{{display:none}}{end}{ELEMENT}") == expected


@pytest.mark.parametrize("name", ["a.html", "a.xhtml"])
def test_a_sheet_in_the_head_of_a_whole_page_counts(name: str) -> None:
    css = "<style>/*<![CDATA[*/ .a > p{color:red} .a{display:none} /*]]>*/</style>"
    page = f"<html><head><title>T</title>{css}</head><body>{ELEMENT}</body></html>"
    assert words_of(page, name) == ["T", *HIDDEN]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<p class=v>x <b class=s>One.</b> x</p>", ["One."]),
        ("<div style='visibility:hidden'>x<p style='visibility:visible'>One.</div>Two.",
         ["One.", "Two."]),
        ("<div class=v>x<ul><li class=s>One.<li>x</ul></div>Two.", ["One.", "Two."]),
        ("<div class=v><p class=s>One. <i class=v>x</i><br>Two.</p>x</div>Three.",
         ["One.", "Two.", "Three."]),
        ("<div class=v><p class=s>One. <i class=n>x</i>Two.</p>x</div>", ["One.", "Two."]),
        ("<div class=n>x<p class=s>x</p></div>One.", ["One."]),
        ("<div class=v>x<span style='visibility:inherit'>x</span></div>One.", ["One."]),
        ("<div class=v>x<p class=s style='visibility:hidden'>x</p></div>One.", ["One."]),
        ("<details>x<summary>One. <b hidden>x</b>Two.</summary>x</details>Three.",
         ["One.", "Two.", "Three."]),
        ("<div class=v>x<u>One.</u></div><i hidden>x</i><u hidden>Two.</u>", ["One.", "Two."]),
        ("<details class=v>x<summary class=s>One.</summary>x</details>", ["One."]),
    ],
)  # fmt: skip
def test_what_is_visible_in_something_hidden_is_shown(element: str, expected: list[str]) -> None:
    css = ".v{visibility:hidden}.s{visibility:visible}.n{display:none}"
    css += "@supports (display:grid){u{visibility:visible;display:block}}"
    assert words_of(f"<style>{css}</style>{element}") == expected


STRIKING = "<style>.a, s.x{text-decoration: line-through red}a:hover{text-decoration-line:"
STRIKING += "line-through}.c{text-decoration:underline}</style>"


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<p>One <b class=a>gone <i>gone</i></b> two.", ["One", "two."]),
        ("<div class=a>gone<p>gone<p>gone<div>gone</div>gone</div>One", ["One"]),
        ("<div style='text-decoration:line-through'><p>gone</p><p>gone</p></div><p>One", ["One"]),
        ("<span class=a><p>gone</p><p>gone</p></span>One", ["One"]),
        ("<ul><li class=a>gone<ul><li>gone</ul><li>One<li class=a>gone</ul>Two", ["One", "Two"]),
        ("<table><tr class=a><td>gone<td>gone<tr><td>One</table>Two", ["One", "Two"]),
        ("<section><div class=a>gone<p>left open</section>One", ["left", "open", "One"]),
        ("<p>One <b class=a>gone<p>two", ["One", "two"]),
        ("<p class=a>gone<p class=c>One <a href=x>two</a>", ["One", "two"]),
        ("<p class=a style='text-decoration:none'>One", ["One"]),
        ("<img class=a>One", ["One"]),
    ],
)
def test_what_a_style_strikes_out_is_not_judged(element: str, expected: list[str]) -> None:
    assert judged_of(STRIKING + element) == expected


def test_a_page_with_sheets_keeps_its_bytes_beside_a_change(tmp_path: Path) -> None:
    page = f"<style>.a{{display:none}}</style>{ELEMENT}".encode()
    opened = formats.from_bytes(tmp_path / "a.html", page)
    formats.write(tmp_path / "a.html", opened, [Edit(Span(0, 3), "Uno")])
    assert (tmp_path / "a.html").read_bytes() == page.replace(b"One", b"Uno")


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ("@media screen", HIDDEN),
        ("@media (width>9em)", SHOWN),
        ("@font-face", SHOWN),
        (".x", SHOWN),
    ],
)
def test_a_hostile_sheet_is_read_in_linear_time(around: str, expected: list[str]) -> None:
    deep = f"{around}{{.y{{display:none}}" * 10_000
    assert words_of(f"<style>{deep}.a{{display:none}}</style>{ELEMENT}") == expected
    queries = ",".join(["@media screen", *["print"] * 10_000])
    many = "".join(f".y{n}{{display:none}}" for n in range(10_000))
    assert words_of(f"<style>{queries}{{{many}.a{{display:none}}}}</style>{ELEMENT}") == HIDDEN


@given(st.text(string.ascii_letters + " .#:;{}()[]\"'@/*<>-,!\\\n", max_size=60))
def test_any_sheet_is_read(css: str) -> None:
    text = formats.from_bytes(Path("a.html"), f"<style>{css}</style>One.".encode()).text
    assert text.endswith("One.") or "</style" not in f"{css}</style>".split("</style>")[0]
