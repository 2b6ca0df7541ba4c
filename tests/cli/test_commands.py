"""The commands without a window, as a user types them."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from unspin_gui import __version__, language
from unspin_gui.__main__ import COMMANDS, main
from unspin_gui.cli.main import COMMANDS as RUNNABLE
from unspin_gui.core.document.document import Document
from unspin_gui.settings import Settings
from unspin_gui.store.files.settings_file import save_settings
from unspin_gui.store.review import work_file

GLOSSARY = """\
# unspin glossary 1
- spun: "7 days"
  fix: ["week", "seven days"]
- spun: "profound learning"
  fix: "deep learning"
- spun: "intention"
  fix: "aim"
"""


class QuietReader:
    """A reader that finds nothing odd: what is suspected then comes from glossaries."""

    model = SimpleNamespace(words=())

    def read(self, texts: Sequence[str], _: object) -> list[tuple[tuple[()], None]]:
        return [((), None)] * len(texts)

    def candidates(self, *_: object) -> tuple[()]:
        return ()

    def with_learnt(self, *_: object) -> "QuietReader":
        return self

    def score_fixes(self, _: str, __: object, fixes: Sequence[str]) -> list[float]:
        return [0.0] * len(fixes)


_load_reader = language.load_reader


@pytest.fixture(autouse=True)
def quiet_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language data are opened: that takes a second, and is tested elsewhere."""
    monkeypatch.setattr(language, "load_reader", lambda *_: QuietReader())


@pytest.fixture
def glossary(tmp_path: Path) -> str:
    path = tmp_path / "own.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return str(path)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes("Café 🎉 news.\r\nA plan for 7 days, Profound\r\nlearning.\r\n".encode())
    return path


def test_check_lists_suspects_with_their_place(
    article: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(article), "--glossary", glossary]) == 1
    first, second = capsys.readouterr().out.strip().split("\n")
    assert first == f'{article}:2:12: "7 days" reads as spun (known, 0.98): week | seven days'
    assert second.startswith(
        f'{article}:2:20: "Profound learning" reads as spun (known, 0.98): Deep'
    )


def test_check_as_json_gives_places_in_the_decoded_text(
    article: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = ["--format", "json", "--max-suggestions", "1", "--glossary", glossary]
    assert main(["check", str(article), *flags]) == 1
    report = json.loads(capsys.readouterr().out)
    text = "Café 🎉 news.\nA plan for 7 days, Profound\nlearning.\n"
    assert report["file"] == str(article)
    assert report["words"] == 9
    first, second = report["suspects"]
    assert text[first["start"] : first["end"]] == first["text"] == "7 days"
    assert text[second["start"] : second["end"]] == second["text"] == "Profound\nlearning"
    assert (first["line"], first["column"], first["kind"]) == (2, 12, "known")
    assert [s["text"] for s in first["suggestions"]] == ["week"]
    assert [s["source"] for s in first["suggestions"]] == ["own"]


def test_nothing_suspected_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "fine.txt"
    path.write_text("The cat sat on the mat.", encoding="utf-8")
    assert main(["check", str(path), "--glossary", "none"]) == 0
    assert capsys.readouterr().out == ""


def test_min_score_silences(article: Path, glossary: str) -> None:
    assert main(["check", str(article), "--glossary", glossary, "--min-score", "1"]) == 0


@pytest.mark.parametrize(
    ("sources", "status", "opened"),
    [("mine", 1, False), ("near", 0, False), ("mine,near", 1, False), ("mine,unfit", 1, True)],
)
def test_only_what_the_sources_need_is_opened(
    article: Path,
    glossary: str,
    monkeypatch: pytest.MonkeyPatch,
    sources: str,
    status: int,
    opened: bool,
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(language, "load_reader", lambda *_: asked.append(1) or QuietReader())
    done = main(["check", str(article), "--glossary", glossary, "--sources", sources])
    assert (done, bool(asked)) == (status, opened)


def test_one_unreadable_file_does_not_stop_the_others(
    article: Path, glossary: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone.txt"
    assert main(["check", str(gone), str(article), "--glossary", glossary]) == 2
    shown = capsys.readouterr()
    assert shown.err.count("gone.txt") == shown.err.count("\n") == 1
    assert "7 days" in shown.out


def test_a_broken_glossary_is_named_and_the_rest_goes_on(
    article: Path, glossary: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text('- spun: "x\n', encoding="utf-8")
    flags = ["--glossary", str(broken), "--glossary", glossary]
    assert main(["check", str(article), *flags]) == 2
    shown = capsys.readouterr()
    assert "broken.yaml:" in shown.err
    assert "7 days" in shown.out


def test_the_users_own_glossary_is_used(
    article: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = own_home / "data"
    folder.mkdir(parents=True)
    (folder / "glossary.yaml").write_text(GLOSSARY.replace("week", "fortnight"), encoding="utf-8")
    main(["check", str(article)])
    assert '"7 days" reads as spun (known, 0.98): fortnight' in capsys.readouterr().out


def test_stdin_is_read_for_a_dash(
    glossary: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"for 7 days")))
    assert main(["check", "-", "--glossary", glossary]) == 1
    assert capsys.readouterr().out.startswith('-:1:5: "7 days"')


def test_missing_language_data_is_a_notice_and_glossaries_work(
    article: Path,
    glossary: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(language, "load_reader", _load_reader)
    monkeypatch.setattr("unspin_gui.paths.resources", lambda: tmp_path / "nowhere")
    assert main(["check", str(article), "--glossary", glossary]) == 1
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert "7 days" in shown.out


def test_another_language_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "load_reader", _load_reader)
    path = tmp_path / "text.txt"
    path.write_text(
        "Die Regierung hat am Montag beschlossen, dass die Steuern im Jahr darauf nicht erhöht "
        "werden. Der Minister sagte, man müsse zuerst die Ausgaben prüfen.",
        encoding="utf-8",
    )
    assert main(["check", str(path), "--glossary", "none", "--min-score", "0"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert f"{path}: this is not English" in err


def test_fix_writes_a_copy_with_the_articles_right(
    tmp_path: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes(b"\xef\xbb\xbfAn intention\r\nfor 7 days.")
    assert main(["fix", str(article), "--glossary", glossary, "--min-score", "0.9"]) == 0
    assert (tmp_path / "a.corrected.txt").read_bytes() == b"\xef\xbb\xbfAn aim\r\nfor week."
    assert article.read_bytes() == b"\xef\xbb\xbfAn intention\r\nfor 7 days."
    assert "(2 changes)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("least", "text"), [("0.99", "For 7 days the aim."), ("0.97", "For week the aim.")]
)
def test_fix_takes_what_is_likely_enough_right(tmp_path: Path, least: str, text: str) -> None:
    own, article = tmp_path / "own.yaml", tmp_path / "a.txt"
    own.write_text("- spun: 7 days\n  fix: week\n- spun: aim\n  fix: goal\n", encoding="utf-8")
    article.write_text("For 7 days the aim.", encoding="utf-8")
    flags = ["fix", str(article), "--glossary", str(own), "--sources", "mine"]
    assert main([*flags, "--min-right", least]) == 0
    assert (tmp_path / "a.corrected.txt").read_text(encoding="utf-8") == text
    assert main([*flags, "--force"]) == 0
    assert (tmp_path / "a.corrected.txt").read_text(encoding="utf-8") == "For week the goal."


def test_fix_changes_the_article_before(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text('- spun: "apple gadget"\n  fix: "phone"\n', encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("It is an apple gadget.", encoding="utf-8")
    assert main(["fix", str(article), "--glossary", str(own), "--min-score", "0.95"]) == 0
    assert (tmp_path / "a.corrected.txt").read_text(encoding="utf-8") == "It is a phone."


def test_fix_overwrites_only_when_told_and_writes_where_told(
    article: Path, glossary: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = ["fix", str(article), "--glossary", glossary]
    there = tmp_path / "article.corrected.txt"
    there.write_text("mine", encoding="utf-8")
    assert main(flags) == 2
    assert there.read_text(encoding="utf-8") == "mine"
    assert "article.corrected.txt" in capsys.readouterr().err
    assert main([*flags, "--output", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "article.corrected.txt").is_file()
    assert main([*flags, "--force"]) == 0
    assert "week" in there.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "flags",
    [
        ["check"],
        ["check", "x", "--min-score", "2"],
        ["check", "x", "--format", "xml"],
        ["check", "x", "--sources", "mine,theirs"],
    ],
)
def test_wrong_arguments_end_with_2(flags: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(flags)
    assert end.value.code == 2


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (["--min-score", "2"], "expected a number from 0 to 1, not 2"),
        (["--max-suggestions", "few"], "expected a whole number, 0 or more, not few"),
        (["--sources", "theirs"], "choose among mine, near, starters, unfit"),
    ],
)
def test_what_is_allowed_is_told(
    flags: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["check", "x", *flags])
    assert capsys.readouterr().err.rstrip().endswith(told)


def test_a_name_that_is_empty_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "", "--glossary", "none"]) == 2
    assert capsys.readouterr().err == "unspin-gui: a name is empty; name a file to read\n"


def test_a_file_where_a_folder_is_wanted_is_told(
    article: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fix", str(article), "--glossary", glossary, "--output", str(article)]) == 2
    assert "a file with this name already exists; choose another name" in capsys.readouterr().err


def test_stdin_that_is_closed_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["check", "-", "--glossary", "none"]) == 2
    assert "standard input is closed" in capsys.readouterr().err


def test_nothing_printed_is_obeyed_by_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary, article = tmp_path / "odd.yaml", tmp_path / "a\x1b[31m\nb.txt"
    glossary.write_text(f"- spun: alpha beta\n  fix: ['{'y' * 300}', \"x\\u00ad\"]\n", "utf-8")
    article.write_text("The alpha beta.", encoding="utf-8")
    assert main(["check", str(article), "--glossary", str(glossary)]) == 1
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert shown.count("\n") == 1
    assert "y" * 200 + "…" in shown


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these always have a display")
def test_without_a_display_it_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["article.txt"]) == 2
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert "check" in shown


def test_output_that_nobody_reads_is_no_error(article: Path, glossary: str) -> None:
    command = [sys.executable, "-m", "unspin_gui", "check", *[str(article)] * 50]
    with subprocess.Popen(
        [*command, "--glossary", glossary], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


def test_the_command_knows_its_subcommands() -> None:
    assert tuple(RUNNABLE) == COMMANDS


def test_code_in_markdown_is_left_alone(
    tmp_path: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.md"
    path.write_text("For 7 days.\n\n```\nfor 7 days\n```\n", encoding="utf-8")
    assert main(["check", str(path), "--glossary", glossary, "--format", "json"]) == 1
    suspects = json.loads(capsys.readouterr().out)["suspects"]
    assert [suspect["start"] for suspect in suspects] == [4]


def test_fix_writes_the_format_it_read(tmp_path: Path, glossary: str) -> None:
    path = tmp_path / "page.html"
    path.write_text("<p>A plan for <b>7 days</b> &amp; more.</p>", encoding="utf-8")
    assert main(["fix", str(path), "--glossary", glossary]) == 0
    fixed = (tmp_path / "page.corrected.html").read_text(encoding="utf-8")
    assert fixed == "<p>A plan for <b>week</b> &amp; more.</p>"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_is_one_line_and_a_failure(article: Path, glossary: str) -> None:
    line = [sys.executable, "-m", "unspin_gui", "check", str(article), "--glossary", glossary]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 1
    assert b"could not write" in run.stderr


def test_two_files_of_one_name_do_not_overwrite_each_other(
    tmp_path: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for folder, words in (("a", "7 days"), ("b", "profound learning")):
        (tmp_path / folder).mkdir()
        files.append(tmp_path / folder / "x.txt")
        files[-1].write_text(words, encoding="utf-8")
    out = tmp_path / "out"
    flags = ["--glossary", glossary, "--output", str(out), "--force"]
    for _ in range(2):
        assert main(["fix", *map(str, files), *flags]) == 2
        assert (out / "x.corrected.txt").read_text(encoding="utf-8") == "Week"
        assert "x.corrected.txt: the file already exists" in capsys.readouterr().err


def test_no_text_that_is_read_is_overwritten(
    article: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = article.read_bytes()
    article.with_name("article.corrected.txt").symlink_to(article)
    assert main(["fix", str(article), "--glossary", glossary, "--force"]) == 2
    assert "never overwritten" in capsys.readouterr().err
    assert article.read_bytes() == before


def test_the_encoding_can_be_told(
    tmp_path: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("Ж 7 days".encode("cp866"))
    assert main(["check", str(path), "--glossary", glossary, "--encoding", "cp866"]) == 1
    assert f"{path}:1:3" in capsys.readouterr().out
    assert main(["check", str(path), "--glossary", glossary, "--encoding", "klingon"]) == 2
    assert "no text encoding called klingon" in capsys.readouterr().err


def test_the_glossaries_of_the_preferences_are_used(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, article = tmp_path / "other.yaml", tmp_path / "a.txt"
    other.write_text("- spun: alpha beta\n  fix: gamma\n", encoding="utf-8")
    article.write_text("An alpha beta, and the husband or wife forces.\n", encoding="utf-8")
    wanted = Settings()._replace(glossary=str(other), starters_off=("news", "science"))
    save_settings(own_home / "config" / "settings.json", wanted)
    main(["check", str(article), "--sources", "mine,starters"])
    assert [line.split('"')[1] for line in capsys.readouterr().out.split("\n")[:-1]] == [
        "alpha beta"
    ]


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_review_is_told_to_be_one(
    tmp_path: Path, glossary: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.unspin"
    work_file.save(path, work_file.Work("a.txt", b"7 days", Document("7 days"), "utf-8"))
    assert main([command, str(path), "--glossary", glossary]) == 2
    assert "this is a review; open it in the window" in capsys.readouterr().err
    assert list(tmp_path.glob("*.corrected*")) == []


def test_fix_refuses_what_is_no_prose_unless_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], glossary: str
) -> None:
    source = tmp_path / "a.xml"
    source.write_text('<?xml version="1.0"?>\n<p>It took 7 days.', encoding="utf-8")
    assert main(["fix", str(source), "--glossary", glossary]) == 2
    assert "XML that is not well-formed (line 2" in capsys.readouterr().err
    assert [one.name for one in tmp_path.glob("a.*")] == ["a.xml"]
    assert main(["check", str(source), "--glossary", glossary]) == 1
    assert "so it is read as it is written" in capsys.readouterr().err
    assert main(["fix", str(source), "--glossary", glossary, "--as-text"]) == 0
    assert "It took week." in (tmp_path / "a.corrected.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xml", "<doc days='7 days'><p>It took 7\n <b>days</b>.</p><seven-days/></doc>"),
        ("a.tex", "\\section{7 days}\\label{7 days}\nIt took {\\em 7} days. % 7 days\n$7 days$"),
        ("a.srt", "7\n00:00:07,000 --> 00:00:08,000\nIt took <i>7\ndays</i>.\n"),
        ("a.vtt", "WEBVTT\n\n7 days\n00:07.000 --> 00:08.000\nIt took 7\ndays.\n"),
    ],
)
def test_fix_changes_the_words_of_people_alone(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], glossary: str
) -> None:
    source = tmp_path / name
    source.write_text(text, encoding="utf-8")
    assert main(["check", str(source), "--glossary", glossary]) == 1
    places = capsys.readouterr().out
    assert main(["fix", str(source), "--glossary", glossary]) == 0
    fixed = (
        (tmp_path / f"a.corrected{source.suffix}")
        .read_text(encoding="utf-8")
        .replace("Week", "week")
    )
    gone = set(re.findall(r"\w+", text)) - set(re.findall(r"\w+", fixed))
    assert len(fixed.split("week")) - 1 == places.count("reads as spun") > 0
    assert gone <= {"7", "days"}
    assert re.sub(r"7|days|week|\s", "", fixed) == re.sub(r"7|days|week|\s", "", text)
