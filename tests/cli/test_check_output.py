"""What `check` prints: for programs, in short, not at all, and by how many processes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from unspin_gui.__main__ import main
from unspin_gui.cli import progress

TEXT = "Café 🎉 for 7 days: 100%.\nA profound\nlearning.\n"


@pytest.fixture
def flags(tmp_path: Path) -> list[str]:
    """Arguments of a quick check of one article."""
    own, article = tmp_path / "own.yaml", tmp_path / "an, article.txt"
    own.write_text("- spun: 7 days\n  fix: [week, 50%]\n- spun: profound learning\n  fix: x\n")
    article.write_text(TEXT, encoding="utf-8")
    return ["check", str(article), "--glossary", str(own), "--sources", "mine"]


def test_github_shows_it_beside_the_lines(
    flags: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*flags, "--format", "github"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    name = flags[1].replace(":", "%3A").replace(",", "%2C")
    where = f"file={name},line=1,endLine=1,col=12,endColumn=17,title=unspin"
    said = '"7 days" reads as spun (known, 0.98): week | 50%25'
    assert first == f"::warning {where}::{said}"
    assert "line=2,endLine=3,col=3,title" in second


def test_programs_are_told_of_the_words_that_a_shipped_phrase_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("They met husband or wife forces.\n", encoding="utf-8")
    flags = ["check", str(article), "--sources", "starters"]
    assert main([*flags, "--format", "json"]) == 1
    (suspect,) = json.loads(capsys.readouterr().out)["suspects"]
    assert (suspect["text"], suspect["start"], suspect["column"]) == ("husband or wife", 9, 10)
    assert [fix["text"] for fix in suspect["suggestions"]] == ["partner"]
    assert main(flags) == 1
    assert '"husband or wife forces" reads as spun' in capsys.readouterr().out
    assert main([*flags, "--format", "rdjson"]) == 1
    (told,) = json.loads(capsys.readouterr().out)["diagnostics"]
    (fix,) = told["suggestions"]
    assert (fix["text"], fix["range"]["end"]["column"]) == ("partner", 25)


def test_sarif_is_one_document(flags: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*flags, "--format", "sarif"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["version"] == "2.1.0"
    (run,) = report["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"known", "near", "unfit"}
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("an%2C%20article.txt")
    assert place["region"] == {"startLine": 1, "startColumn": 12, "endLine": 1, "endColumn": 18}
    assert second["locations"][0]["physicalLocation"]["region"]["endLine"] == 3
    assert (first["ruleId"], first["level"], first["rank"]) == ("known", "warning", 98.0)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names there are Unicode")
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "rdjson"])
def test_every_format_names_a_file_whose_name_is_no_unicode(
    flags: list[str], form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/n\xe4me \\.txt")
    Path(odd).write_text(TEXT, encoding="utf-8")
    assert main(["check", odd, *flags[2:], "--format", form]) == 1
    out = capsys.readouterr().out
    named = "n%E4me%20%5C.txt" if form == "sarif" else "n\\udce4me "
    assert named in out


def test_rdjson_counts_bytes(flags: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*flags, "--format", "rdjson"]) == 1
    first, second = json.loads(capsys.readouterr().out)["diagnostics"]
    at = first["location"]["range"]
    line = TEXT.split("\n", maxsplit=1)[0].encode()
    assert line[at["start"]["column"] - 1 : at["end"]["column"] - 1] == b"7 days"
    assert [fix["text"] for fix in first["suggestions"]] == ["week", "50%"]
    assert second["location"]["range"]["end"] == {"line": 3, "column": 9}


@pytest.mark.parametrize("form", ["sarif", "rdjson"])
def test_nothing_found_is_a_whole_document_too(
    flags: list[str], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*flags, "--format", form, "--min-score", "1"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_a_summary_comes_last_and_apart_from_what_programs_read(
    flags: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    summary = "1 file, 8 words, 2 suspects (2 known, 0 near, 0 unfit)"
    assert main([*flags, "--summary", "--quiet"]) == 1
    assert capsys.readouterr().out.strip() == summary
    assert main([*flags, "--summary", "--format", "json"]) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out)
    assert shown.err.strip() == summary


def test_quiet_leaves_errors(flags: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "sarif"):
        assert main(["check", "gone.txt", *flags[1:], "--quiet", "--format", form]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err.count("\n") == 1
        assert "gone.txt" in shown.err


def test_several_processes_say_the_same_in_the_same_order(
    flags: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(5)]
    for n, path in enumerate(files):
        path.write_text("For 7 days. " * n, encoding="utf-8")
    named = [*map(str, files), str(tmp_path / "gone.txt")]
    more = ["check", *named, *flags[1:], "--glossary", "missing.yaml"]
    told = []
    for jobs in ("1", "2"):
        assert main([*more, "--jobs", jobs]) == 2
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    assert told[0].out.count('"7 days"') == 11
    assert told[0].err.count("missing.yaml") == 1


class Terminal:
    """A stderr or stdout that is, or is not, a terminal."""

    def __init__(self, *, is_one: bool) -> None:
        self.isatty = lambda: is_one


@pytest.mark.parametrize(
    ("err", "out", "shown"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_progress_is_for_a_terminal_without_results(
    monkeypatch: pytest.MonkeyPatch, *, err: bool, out: bool, shown: bool
) -> None:
    told: list[dict[str, object]] = []
    bar = ModuleType("tqdm")
    bar.tqdm = lambda items, **how: told.append(how) or items  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tqdm", bar)
    monkeypatch.setattr(sys, "stderr", Terminal(is_one=err))
    monkeypatch.setattr(sys, "stdout", Terminal(is_one=out))
    assert list(progress.watched(iter("abc"), 3)) == ["a", "b", "c"]
    assert bool(told) == shown
    assert all((how["total"], how["delay"]) == (3, 1.0) for how in told)


def test_a_check_for_phrases_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    """Neither models nor what only saving or help needs: most of a short check is loading."""
    own, article = tmp_path / "own.yaml", tmp_path / "article.txt"
    own.write_text('- spun: "7 days"\n  fix: "week"\n', encoding="utf-8")
    article.write_text("After 7 days.\n", encoding="utf-8")
    unneeded = {"numpy", "rapidfuzz", "yaml", "dataclasses", "inspect", "json", "hashlib"}
    unneeded |= {"shutil", "copy"}
    program = (
        "import sys; before = set(sys.modules); from unspin_gui.__main__ import main; "
        "status = main(sys.argv[1:]); "
        f"print(*{unneeded} & set(sys.modules) - before); sys.exit(status)"
    )
    flags = ["check", "--sources", "mine", "--glossary", str(own), str(article)]
    line = [sys.executable, "-c", program, *flags]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    found, loaded = done.stdout.split("\n", 1)
    assert '"7 days" reads as spun' in found
    assert not loaded.strip()
