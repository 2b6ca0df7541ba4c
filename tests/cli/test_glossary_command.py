"""The command `unspin-gui glossary`, run as a user runs it."""

from pathlib import Path

import pytest

from unspin_gui.__main__ import main
from unspin_gui.store.glossary import glossary_file

SPUN = "The swarm of crooks fled. A barter battle began, and the barter battle hurt farmers."
ORIGINAL = "The gang of hoodlums fled. A trade war began, and the trade war hurt farmers."


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    (tmp_path / "spun.txt").write_text(SPUN, encoding="utf-8")
    (tmp_path / "true.txt").write_text(ORIGINAL, encoding="utf-8")
    return [str(tmp_path / "spun.txt"), str(tmp_path / "true.txt")]


def test_pairs_are_proposed_the_surest_first(
    texts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "learn", *texts]) == 0
    assert capsys.readouterr().out.endswith("2x  barter battle -> trade war\n")
    assert main(["glossary", "learn", *texts, "--min-confidence", "0.5"]) == 0
    first, second = capsys.readouterr().out.rstrip("\n").split("\n")
    assert first.endswith("2x  barter battle -> trade war")
    assert second.endswith("1x  swarm of crooks -> gang of hoodlums")


def test_learnt_pairs_are_added_once_to_a_glossary(
    texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine.yaml"
    target.write_text("# my pairs\n- spun: barter battle\n  fix: trade war\n", "utf-8")
    learn = ["glossary", "learn", *texts, "--min-confidence", "0.5", "--output", str(target)]
    assert main(learn) == 0
    assert "1 pairs added" in capsys.readouterr().out
    assert target.read_text("utf-8").startswith("# my pairs\n- spun: barter battle\n")
    entry = glossary_file.read(target).glossary.entries[-1]
    assert (entry.phrase, entry.fixes) == ("swarm of crooks", ("gang of hoodlums",))
    assert entry.source == "learnt from true.txt"
    before = target.read_bytes()
    assert main(learn) == 1
    assert target.read_bytes() == before


def test_what_the_shipped_glossaries_say_is_not_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "spun.txt").write_text(f"{SPUN} The exchange war went on.", encoding="utf-8")
    (tmp_path / "true.txt").write_text(f"{ORIGINAL} The trade war went on.", encoding="utf-8")
    target = tmp_path / "mine.yaml"
    texts = [str(tmp_path / "spun.txt"), str(tmp_path / "true.txt")]
    assert main(["glossary", "learn", *texts, "--output", str(target)]) == 0
    assert "exchange war" not in capsys.readouterr().out
    assert [e.phrase for e in glossary_file.read(target).glossary.entries] == ["barter battle"]


def test_a_new_glossary_is_made(texts: list[str], tmp_path: Path) -> None:
    target = tmp_path / "new" / "mine.yaml"
    learn = ["glossary", "learn", *texts, "--min-confidence", "0.5", "--output", str(target)]
    assert main(learn) == 0
    assert len(glossary_file.read(target).glossary) == 2


def test_only_what_is_sure_enough_is_learnt(
    texts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "learn", *texts, "--min-confidence", "1"]) == 1
    assert capsys.readouterr().out == ""


def test_a_missing_text_is_told(texts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "learn", texts[0], "nowhere.txt"]) == 2
    assert "nowhere.txt: could not read the file" in capsys.readouterr().err


def test_a_glossary_is_converted_and_back(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("phrase,fix\nexchange war,trade war\n", "utf-8")
    assert main(["glossary", "convert", str(tmp_path / "a.csv"), str(tmp_path / "a.yaml")]) == 0
    [entry] = glossary_file.read(tmp_path / "a.yaml").glossary.entries
    assert (entry.phrase, entry.fixes) == ("exchange war", ("trade war",))
    assert main(["glossary", "convert", str(tmp_path / "a.yaml"), str(tmp_path / "b.tsv")]) == 0
    assert "exchange war\ttrade war" in (tmp_path / "b.tsv").read_text("utf-8")


def test_the_direction_is_told_and_can_be_swapped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("trade war,exchange war\n", "utf-8")
    convert = ["glossary", "convert", str(tmp_path / "a.csv")]
    assert main([*convert, str(tmp_path / "a.yaml")]) == 0
    assert "such as “trade war” -> “exchange war”" in capsys.readouterr().out
    assert main([*convert, str(tmp_path / "b.yaml"), "--swap"]) == 0
    assert "such as “exchange war” -> “trade war”" in capsys.readouterr().out
    assert glossary_file.read(tmp_path / "b.yaml").glossary.fixes_of("exchange war") == (
        "trade war",
    )


def test_that_libreoffice_forgets_its_own_list_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("exchange war,trade war\ne.g.,for example\n", "utf-8")
    convert = ["glossary", "convert", str(tmp_path / "a.csv"), str(tmp_path / "a.dat")]
    assert main(convert) == 1
    told = capsys.readouterr().err
    assert "instead of its own" in told
    assert "“e.g.”: LibreOffice never applies it: the phrase ends in “.”" in told


def test_a_new_file_ending_in_yml_is_a_style_for_vale(tmp_path: Path) -> None:
    mine, style = tmp_path / "mine.yaml", tmp_path / "vale.yml"
    mine.write_text('- spun: "7 days"\n  fix: "week"\n', "utf-8")
    assert main(["glossary", "convert", str(mine), str(style)]) == 0
    assert style.read_text("utf-8").startswith("extends: substitution\n")
    assert main(["glossary", "convert", str(style), str(tmp_path / "again.yaml")]) == 0
    (entry,) = glossary_file.read(tmp_path / "again.yaml").glossary.entries
    assert (entry.phrase, entry.fixes) == ("7 days", ("week",))


def test_what_a_format_cannot_hold_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "- spun: exchange war\n  fix: [trade war, tariff war]\n  note: news\n"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert main(["glossary", "convert", str(tmp_path / "a.yaml"), str(tmp_path / "a.dat")]) == 1
    assert "not kept of “exchange war”: all fixes but the first" in capsys.readouterr().err


def test_nothing_is_overwritten_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("phrase,fix\na b,c d\n", "utf-8")
    (tmp_path / "b.tsv").write_text("old", "utf-8")
    convert = ["glossary", "convert", str(tmp_path / "a.csv"), str(tmp_path / "b.tsv")]
    assert main(convert) == 2
    assert "already exists" in capsys.readouterr().err
    assert (tmp_path / "b.tsv").read_text("utf-8") == "old"
    assert main([*convert, "--force"]) == 0


def test_a_glossary_is_not_replaced_by_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("phrase,fix\n,\n", "utf-8")
    (tmp_path / "b.yaml").write_text("- spun: a b\n  fix: c\n", "utf-8")
    convert = ["glossary", "convert", str(tmp_path / "a.csv"), str(tmp_path / "b.yaml")]
    assert main([*convert, "--force"]) == 2
    assert "nothing is written" in capsys.readouterr().err
    assert (tmp_path / "b.yaml").read_text("utf-8") == "- spun: a b\n  fix: c\n"


def test_a_format_that_nobody_knows_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("phrase,fix\na b,c d\n", "utf-8")
    convert = ["glossary", "convert", str(tmp_path / "a.csv"), str(tmp_path / "b.csv")]
    assert main([*convert, "--to", "bogus"]) == 2
    assert capsys.readouterr().err.startswith("unspin-gui: there is no format bogus")


def test_an_unknown_format_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("phrase,fix\na b,c d\n", "utf-8")
    assert main(["glossary", "convert", str(tmp_path / "a.csv"), str(tmp_path / "b.exe")]) == 2
    assert "the format is unclear" in capsys.readouterr().err


def test_a_text_beside_itself_is_told_to_teach_nothing(
    texts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "learn", texts[0], texts[0]]) == 2
    assert "this is the spun text itself" in capsys.readouterr().err


def test_convert_never_writes_over_a_glossary_in_use(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = own_home / "data" / "glossary.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("- spun: 7 days\n  fix: week\n", encoding="utf-8")
    other = tmp_path / "other.csv"
    other.write_text("spun,fix\nrocket hearth,rocket fire\n", encoding="utf-8")
    before = mine.read_bytes()
    assert main(["glossary", "convert", str(other), str(mine), "--force"]) == 2
    assert "a glossary in use" in capsys.readouterr().err
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ["glossary", "convert", "a.csv", "-"],
        ["glossary", "learn", "a.txt", "b.txt", "--output", "-"],
        ["fix", "a.txt", "--output", "-"],
    ],
)
def test_no_file_or_folder_is_named_as_standard_output(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        main(command)
    assert end.value.code == 2
    assert "./-" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
