"""What the authors of a LaTeX source have taken out of it is no part of its text."""

from pathlib import Path

import pytest

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit

DOCUMENT = (
    "\\documentclass{{article}}\\usepackage[x]{{a,{0}}}\\begin{{document}}{1}\\end{{document}}"
)


def opened(source: str, package: str = "changes") -> formats.Opened:
    return formats.from_bytes(Path("a.tex"), DOCUMENT.format(package, source).encode())


@pytest.mark.parametrize(
    ("source", "text", "count"),
    [
        ("A \\replaced{bosom}{breast} peril.", "A bosom peril.", 1),
        ("A \\replaced[id=A, comment={so {it} is}]{bosom} {breast} peril.", "A bosom peril.", 1),
        ("Effect\\replaced{s}{ed} \\deleted[id=A]{of \\emph{old} things }here.",
         "Effects here.", 2),
        ("Effect\\added{s} and \\highlight{more}s.", "Effects and mores.", 0),
        ("A \\replaced{new \\deleted{gone} \\replaced{b}{c}}{\\replaced{d}{e}} end.",
         "A new b end.", 3),
        ("A \\deleted{b", "A \\deletedb", 0),
        ("A \\replaced{b} c.", "A b c.", 0),
        ("A \\replaced{bosom}% so {it} is\n  %\n  {breast} peril.", "A bosom peril.", 1),
        ("A \\deleted%\n{b }c.", "A c.", 1),
        ("\\deleted{All of it.}\n\nOne.", "One.", 1),
        ("\\DIFdelbegin \\DIFdel{Old }\\DIFdelend \\DIFaddbegin \\DIFadd{New }\\DIFaddend text.",
         "New text.", 1),
    ],
)  # fmt: skip
def test_what_is_taken_out_is_not_shown_but_counted(source: str, text: str, count: int) -> None:
    found = opened(source)
    assert found.text == text
    told = f"The document has tracked deletions ({count}), which are not shown."
    assert found.notices == ((told,) if count else ())


@pytest.mark.parametrize(
    ("package", "source", "text"),
    [
        ("trackchanges", "A \\change[me]{old}{new} \\remove{gone }\\add{end}.", "A new end."),
        ("easyReview", "A \\replace{old}{new} \\remove{gone }\\add{end}.", "A new end."),
        ("amsmath", "A \\change{one}{two} \\remove{three}.", "A one two three."),
    ],
)
def test_commands_of_one_package_mean_so_where_it_is_used(
    package: str, source: str, text: str
) -> None:
    assert opened(source, package).text == text


def test_a_correction_within_and_around_a_replacement_keeps_the_rest(tmp_path: Path) -> None:
    source = DOCUMENT.format("changes", "A \\replaced{bosom}{old} peril \\deleted{x}is.").encode()
    for phrase, fix, expected in (
        ("bosom", "breast", b"A \\replaced{breast}{old} peril \\deleted{x}is."),
        ("is", "was", b"A \\replaced{bosom}{old} peril \\deleted{x}was."),
    ):
        found = formats.from_bytes(tmp_path / "a.tex", source)
        start = found.text.index(phrase)
        formats.write(tmp_path / "a.tex", found, [Edit(Span(start, start + len(phrase)), fix)])
        assert expected in (tmp_path / "a.tex").read_bytes()
        (tmp_path / "a.tex").unlink()
