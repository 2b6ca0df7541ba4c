"""What is read: files, folders, patterns, standard input, each once."""

import errno
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from unspin_gui.__main__ import main
from unspin_gui.cli.inputs import list_sources

BELOW = ["build/g.txt", "sub/d.txt"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        *("b.txt", "a.md", "a.corrected.md", "c.py", ".hidden.txt", "page.HTML", "letter.docx"),
        *("sub/d.txt", "sub/deep/e.odt", ".git/f.txt", "build/g.txt"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The cat.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(
    *files: str, include: list[str] | None = None, exclude: tuple[str, ...] = ()
) -> list[str]:
    flags = Namespace(files=list(files), include=include, exclude=list(exclude), stdin=None)
    listed = list_sources(flags)
    assert listed.errors == ()
    return [Path(source.name).as_posix() for source in listed.sources]


def test_a_folder_is_every_text_below_it(folder: Path) -> None:
    texts = ["a.md", "b.txt", "letter.docx", "page.HTML", "build/g.txt", "sub/d.txt"]
    assert names(".") == [*texts, "sub/deep/e.odt"]
    assert names("sub") == ["sub/d.txt", "sub/deep/e.odt"]


def test_include_and_exclude(folder: Path) -> None:
    assert names(".", include=["*.md", "*.py"]) == ["a.md", "c.py"]
    assert names(".", include=["*.txt"], exclude=("build", "sub/d*")) == ["b.txt"]
    assert names("*.*", "b.txt", exclude=("*.md", "c.*")) == ["b.txt", "letter.docx", "page.HTML"]
    assert names("c.py", exclude=("*.py",)) == ["c.py"]  # who names a file means it


@pytest.mark.parametrize("excluded", ["sub", "sub/", "./sub", "./sub/", "s*b", "sub/*"])
@pytest.mark.parametrize("named", [".", "**/*", "./**", "[a-z]*/**/*.*"])
def test_a_folder_is_excluded_from_folders_and_patterns(
    folder: Path, excluded: str, named: str
) -> None:
    read = names(named, exclude=(excluded, "*.py"))
    assert "build/g.txt" in read
    assert not [name for name in read if name.startswith("sub")]
    assert "sub/d.txt" in names("sub/*", exclude=("sub", "./sub/"))  # who names a folder means it


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_to_folders_above_are_not_gone_round(folder: Path) -> None:
    for link in ("sub/up", "sub/round", "build/up"):
        (folder / link).symlink_to("..", target_is_directory=True)
    assert names("**/*.txt") == names(".", include=["*.txt"]) == ["b.txt", *BELOW]
    assert names("sub/up/b.*") == ["sub/up/b.txt"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("**.txt", ["b.txt"]),
        ("./?.txt", ["b.txt"]),
        (".h*", [".hidden.txt"]),
        (".g*/*", [".git/f.txt"]),
        ("*/d.txt", ["sub/d.txt"]),
        ("sub/../b.tx[st]", ["sub/../b.txt"]),
        ("**/[dg].txt", BELOW),
    ],
)
def test_what_patterns_match(folder: Path, pattern: str, found: list[str]) -> None:
    assert names(pattern) == found
    absolute = [Path(name) for name in names(str(folder / pattern))]
    assert absolute == [folder / name for name in found]


def test_patterns_reach_below_and_name_each_file_once(folder: Path) -> None:
    assert names("**/*.txt", "b.txt", "sub") == [
        *("b.txt", "build/g.txt", "sub/d.txt", "sub/deep/e.odt")
    ]


def test_a_file_whose_name_is_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "b[1].txt").write_text("x", encoding="utf-8")
    assert names("b[1].txt") == ["b[1].txt"]


def test_a_pattern_that_matches_nothing_is_told(folder: Path) -> None:
    listed = list_sources(Namespace(files=["*.tex", "b.txt"], include=None, exclude=[], stdin=None))
    assert [source.name for source in listed.sources] == ["b.txt"]
    assert [str(error) for error in listed.errors] == ["*.tex: no file matches this pattern"]


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_folder_with_nothing_to_read_is_told(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "none").mkdir()
    (folder / "none" / "a.png").touch()
    assert main([command, "none", "--glossary", "none", "--sources", "mine"]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("unspin-gui: none: no files to read in this folder")
    assert (told.out, told.err.count("\n")) == ("", 1)
    with_others = [command, "none", "b.txt", "--glossary", "none", "--sources", "mine"]
    assert main(with_others) == 2  # the others are read all the same
    assert (folder / "b.corrected.txt").exists() == (command == "fix")


def test_standard_input_has_the_name_it_is_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>a &amp; b")))
    flags = Namespace(files=["b.txt"], include=None, exclude=[], stdin="draft.html")
    first, second = list_sources(flags).sources
    assert (first.name, second.name) == ("b.txt", "draft.html")
    assert second.read(None).text == "a & b"


@pytest.mark.parametrize("closed", ["sub/deep", "sub", "."])
@pytest.mark.parametrize("named", [".", "**/*.txt"])
def test_a_folder_that_may_not_be_read_is_told_of(
    closed: str,
    named: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    del folder
    listing, allows = os.scandir, os.access

    def is_closed(path: str | Path) -> bool:
        return Path(path) == Path(closed)

    def scandir(path: str) -> object:
        if is_closed(path):
            raise PermissionError(errno.EACCES, "no", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "access", lambda path, how: not is_closed(path) and allows(path, how))
    command = ["check", named, "--include", "*.txt", "--glossary", "none", "--sources", "mine"]
    assert main(command) == 2
    assert f"{closed}: you may not read this folder; ask its owner" in capsys.readouterr().err
    excluded = main([*command, "--exclude", closed])
    assert excluded == (2 if closed == "." else 0)


def test_a_file_that_cannot_be_looked_at_is_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    look, read = os.stat, os.open

    def closed(path: object) -> bool:
        return isinstance(path, str | Path) and Path(path).name == "d.txt"

    def refusing(act: Callable[..., object]) -> Callable[..., object]:
        def refuse(path: object, *rest: object, **more: object) -> object:
            if closed(path):
                raise PermissionError(errno.EACCES, "no", path)
            return act(path, *rest, **more)

        return refuse

    monkeypatch.setattr(os, "stat", refusing(look))
    monkeypatch.setattr(os, "open", refusing(read))
    (folder / "gone.txt").symlink_to("nowhere")
    for named in (".", "**/*.txt", "sub/*.txt", "*/*.txt"):
        assert main(["check", named, "--glossary", "none", "--sources", "mine"]) == 2
        told = capsys.readouterr().err
        assert "sub/d.txt: could not read the file: no permission" in told.replace(os.sep, "/")
        assert ("gone.txt: could not read" in told) == (named in {".", "**/*.txt"})
