"""Files of text that are not prose are told, by their name or by how they begin."""

from pathlib import Path

import pytest

from unspin_gui.store import formats

NOT_PROSE = [
    ("a.fodt", "<office:document/>", "an OpenDocument XML file"),
    ("a.txt", '\ufeff<?xml version="1.0"?>\n<p>x</p>', "XML"),
    ("a.txt", "<doc>\n<p>The text</p>\n</doc>\n", "XML"),
    ("a.tex", "Plain words.", "LaTeX"),
    ("a.txt", "% a comment\n\\documentclass[a4paper]{article}\n", "LaTeX"),
    ("chapter.txt", "\\section{One}\nWords.", "LaTeX"),
    ("refs", "@article{key,\n title={The text}}", "LaTeX"),
    ("de.properties", "words", "a list of translations"),
    ("messages", '# c\nmsgid "The text"\nmsgstr "Der Text"\n', "a list of translations"),
    ("a.json", "[1]", "data"),
    ("a.txt", '{"title": "The text"}', "data"),
    ("a.txt", '{"title": "The text"}\n{"title": "More"}\n', "data"),
    ("a.txt", '[{"a": 1}]', "data"),
    ("run", "#!/bin/sh\necho words", "data or a program"),
    ("a.srt", "words", "subtitles"),
    ("a.txt", "1\n00:00:01,000 --> 00:00:02,000\nWords\n", "subtitles"),
    ("a.PY", "words", "a program"),
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
]


@pytest.mark.parametrize(("name", "text", "wanted"), NOT_PROSE)
def test_what_is_no_prose_is_told(name: str, text: str, wanted: str) -> None:
    assert formats.from_bytes(Path(name), text.encode()).markup == wanted


@pytest.mark.parametrize(("name", "text"), PROSE)
def test_prose_is_prose(name: str, text: str) -> None:
    assert formats.from_bytes(Path(name), text.encode()).markup == ""
