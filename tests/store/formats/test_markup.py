"""What a text file holds is told by its name, or by how it begins."""

from pathlib import Path

import pytest

from unspin_gui.store import formats

NOT_PROSE = [
    ("a.fodg", "<office:document/>", "an OpenDocument XML file"),
    ("a.xsl", "words", "XML"),
    ("a.bib", "Plain words.", "LaTeX"),
    ("refs", "@article{key,\n title={The text}}", "LaTeX"),
    ("de.properties", "words", "a list of translations"),
    ("messages", '# c\nmsgid "The text"\nmsgstr "Der Text"\n', "a list of translations"),
    ("a.json", "[1]", "data"),
    ("a.txt", '{"title": "The text"}', "data"),
    ("a.txt", '{"title": "The text"}\n{"title": "More"}\n', "data"),
    ("a.txt", '[{"a": 1}]', "data"),
    ("run", "#!/bin/sh\necho words", "data or a program"),
    ("a.ass", "words", "subtitles"),
    ("a.PY", "words", "a program"),
]
STRUCTURED = [
    ("a.txt", '\ufeff<?xml version="1.0"?>\n<p>x</p>', "xml"),
    ("a.txt", "<doc>\n<p>The text</p>\n</doc>\n", "xml"),
    ("a.txt", "<!-- c -->\n<!DOCTYPE html><p>The text</p>", "html"),
    ("a.xml", "<?xml version='1.0'?><html><p>The text</p></html>", "html"),
    ("a.tex", "Plain words.", "latex"),
    ("a.txt", "% a comment\n\\documentclass[a4paper]{article}\n", "latex"),
    ("chapter.txt", "\\section{One}\nWords.", "latex"),
    ("a.txt", "1\n00:00:01,000 --> 00:00:02,000\nWords\n", "subtitles"),
    ("a.srt", "WEBVTT\n\n00:01.000 --> 00:02.000\nWords\n", "subtitles"),
]
PROSE = [
    ("a.txt", "[1] Smith said so.\n[2] And Jones."),
    ("a.txt", "{a} and [b]"),
    ("a.txt", "1\n\nOne o'clock --> two."),
    ("a.txt", "<sigh> That is all. </sigh> It ends."),
    ("a.txt", "The \\section{x} command of LaTeX."),
    ("a.txt", '["Words," he said.]'),
    ("a.txt", ""),
    ("notes", "Words."),
    ("a.md", '{"a": 1}'),
    ("a.html", "<p>x</p>"),
    ("a.srt", "words"),
]


@pytest.mark.parametrize(("name", "text", "wanted"), NOT_PROSE)
def test_what_is_no_prose_is_told(name: str, text: str, wanted: str) -> None:
    assert formats.from_bytes(Path(name), text.encode()).markup == wanted


@pytest.mark.parametrize(("name", "text"), PROSE)
def test_prose_is_prose(name: str, text: str) -> None:
    assert formats.from_bytes(Path(name), text.encode()).markup == ""


@pytest.mark.parametrize(("name", "text", "wanted"), STRUCTURED)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_forms_are_told_by_content(name: str, text: str, wanted: str, encoding: str) -> None:
    text = text.lstrip("\ufeff") if encoding != "utf-8" else text
    assert formats.kind_of(Path(name), text.encode(encoding)) == wanted


def test_data_keep_their_name_whatever_they_look_like() -> None:
    assert formats.kind_of(Path("a.json"), b"<?xml version='1.0'?><a/>") == "text"
