"""The command `screen` on inputs that are not as they should be, and the way back to documents."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from same_process import SameProcess

from unspin_gui import __main__ as program
from unspin_gui.__main__ import main
from unspin_gui.application.screening import local_runner
from unspin_gui.application.screening.opened_rows import files_of
from unspin_gui.application.screening.plan import Folder
from unspin_gui.cli import screen_command
from unspin_gui.core.errors import StoreError

SPUN = "We study counterfeit consciousness, which is a way to think about machines."
HONEST = "We study the weather, which is a thing to talk about on the way to the market."


@pytest.fixture(autouse=True)
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, and a glossary with one phrase; no other processes."""
    monkeypatch.setattr(local_runner, "LocalRunner", SameProcess)
    monkeypatch.chdir(tmp_path)
    Path("words.yaml").write_text(
        '- spun: "counterfeit consciousness"\n  fix: "artificial intelligence"\n'
    )


def screen(*arguments: str, status: int = 0) -> None:
    command = ["screen", *arguments, "--depth", "known", "--glossary", "words.yaml"]
    workers = [] if "--workers" in arguments else ["--workers", "1"]
    assert main([*command, "--out", "out", *workers]) == status


def rows() -> list[dict[str, object]]:
    found = [path.read_text().split("\n") for path in sorted(Path("out").glob("rows/*.jsonl"))]
    return [json.loads(line) for lines in found for line in lines if line]


def make_jsonl(path: str, texts: list[str]) -> None:
    lines = [json.dumps({"id": f"d{n}", "text": text}) for n, text in enumerate(texts)]
    Path(path).write_text("\n".join(lines) + "\n")


def opened(*names: str) -> list[str]:
    return [path.read_text() for path in files_of(Folder("out"), names).files]


def test_what_was_opened_before_is_left_as_it_is() -> None:
    make_jsonl("a.jsonl", [SPUN, HONEST])
    screen("a.jsonl")
    [path] = files_of(Folder("out")).files
    path.write_text("corrected")
    assert files_of(Folder("out")).files == [path]
    assert path.read_text() == "corrected"
    make_jsonl("a.jsonl", [f"Now {SPUN}", HONEST])
    screen("a.jsonl", "--restart")
    assert opened() == [f"Now {SPUN}"]
    assert path.read_text() == "corrected"


def test_without_probabilities_documents_with_known_phrases_are_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_jsonl("a.jsonl", [SPUN, HONEST, SPUN])
    screen("a.jsonl")
    assert "3 documents, 0 errors, 0 likely spun, 2 with known phrases;" in capsys.readouterr().out
    page = Path("out/report.html").read_text()
    assert "<h1>2 of 3 documents have known phrases</h1>" in page
    assert "with a probability of" not in page
    assert page.count("<figure>") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder decides who may read")
@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_an_opened_record_is_as_closed_as_its_file(mode: int) -> None:
    make_jsonl("a.jsonl", [SPUN])
    Path("a.jsonl").chmod(mode)
    screen("a.jsonl")
    [path] = files_of(Folder("out")).files
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder above decides")
@pytest.mark.parametrize(
    ("modes", "others"), [((0o644, 0o644), 0o055), ((0o644, 0o600), 0), ((0o640, 0o644), 0o050)]
)
def test_results_are_as_closed_as_the_most_private_input(
    modes: tuple[int, int], others: int
) -> None:
    for name, mode in zip(("a.txt", "b.txt"), modes, strict=True):
        Path(name).write_text(SPUN)
        Path(name).chmod(mode)
    old = os.umask(0o022)
    try:
        screen("a.txt", "b.txt")
    finally:
        os.umask(old)
    assert stat.S_IMODE(Path("out").stat().st_mode) == 0o700 | others


def test_a_folder_that_was_there_stays_as_open_as_it_was() -> None:
    Path("a.txt").write_text(SPUN)
    Path("a.txt").chmod(0o600)
    Path("out").mkdir(mode=0o755)
    screen("a.txt")
    assert stat.S_IMODE(Path("out").stat().st_mode) & 0o077


def test_documents_of_one_name_are_told_apart_by_their_places() -> None:
    make_jsonl("a.jsonl", [SPUN, HONEST])
    make_jsonl("b.jsonl", [HONEST, SPUN])
    screen("a.jsonl", "b.jsonl", "--part-size", "1")
    assert [(row["doc"], row["at"]) for row in rows()] == [
        ("d0", "a.jsonl#1"), ("d1", "a.jsonl#2"), ("d0", "b.jsonl#1"), ("d1", "b.jsonl#2"),
    ]  # fmt: skip
    assert opened("b.jsonl#1", "a.jsonl#1") == [HONEST, SPUN]
    assert opened() == [SPUN, SPUN]
    with pytest.raises(StoreError, match=r"2 documents .* called d0; .* a\.jsonl#1, b\.jsonl#1"):
        opened("d0")
    table = Path("out/documents.csv").read_text()
    assert table.count("#") == 4


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_a_document_that_has_changed_since_is_not_opened_as_if_it_had_not(name: str) -> None:
    Path("a.txt").write_text(SPUN)
    make_jsonl("a.jsonl", [SPUN])
    Path("same.txt").write_text(SPUN)
    screen(name, "same.txt")
    first = str(rows()[0]["doc"])
    assert opened(first, "same.txt") == [SPUN, SPUN]
    with Path(name).open("a") as file:
        file.write("\n")
    with pytest.raises(StoreError, match="has changed since"):
        opened(first)
    Path(name).unlink()
    with pytest.raises(StoreError, match="no longer exists"):
        opened(first)
    assert opened("same.txt") == [SPUN]


@pytest.mark.parametrize("named", [False, True])
def test_a_document_that_cannot_be_opened_costs_no_other_its_file(
    named: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text(SPUN)
    make_jsonl("d.jsonl", [SPUN])
    screen("a.txt", "b.txt", "c.txt", "d.jsonl")
    Path("a.txt").write_text(HONEST)
    Path("c.txt").unlink()
    files = list[str]()
    monkeypatch.setattr(
        program, "_window", lambda some, glossary: files.extend(some) or len(glossary or "")
    )
    names = ["c.txt", "nowhere", "b.txt", "a.txt", "d0"] if named else []
    assert program.main(["--open-from", "out", *names]) == 0
    assert [Path(path).read_text() for path in files] == [SPUN, SPUN]
    told = capsys.readouterr().err.splitlines()
    assert len(told) == (3 if named else 2)
    for name, reason in (("a.txt", "its file has changed"), ("c.txt", "its file no longer exists")):
        assert any(f"not opened: {name}: {reason}" in line for line in told)
    Path("b.txt").unlink()
    Path("d.jsonl").unlink()
    assert program.main(["--open-from", "out"]) == 2


@pytest.mark.parametrize("kind", ["jsonl", "csv", "tsv"])
def test_records_are_read_in_the_encoding_that_is_named(kind: str) -> None:
    text = f"Žižek’s view: {SPUN}".replace(",", "")
    line = json.dumps({"text": text}, ensure_ascii=False) if kind == "jsonl" else f"text\n{text}"
    Path(f"a.{kind}").write_bytes(f"{line}\n".encode("cp1250"))
    screen(f"a.{kind}", "--encoding", "cp1250")
    assert opened(f"a.{kind}#1") == [text]


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_records_may_begin_with_a_byte_order_mark(kind: str) -> None:
    plain = SPUN.replace(",", "")
    text = json.dumps({"text": plain}) if kind == "jsonl" else f"text\n{plain}"
    Path(f"a.{kind}").write_text(f"{text}\n", encoding="utf-8-sig")
    screen(f"a.{kind}", "--encoding", "utf-8-sig")
    assert opened(f"a.{kind}#1") == [plain]


def test_documents_of_results_without_places_are_opened_by_name() -> None:
    make_jsonl("a.jsonl", [SPUN, HONEST])
    screen("a.jsonl")
    for path in Path("out").glob("rows/*.jsonl"):
        older = [{name: row[name] for name in row if name != "at"} for row in rows()]
        path.write_text("".join(json.dumps(row) + "\n" for row in older))
    assert opened() == opened("d0") == [SPUN]


@pytest.mark.parametrize(
    ("name", "told"),
    [("utf-16", "records cannot be read in utf-16; save the file as UTF-8"),
     ("klingon", "no encoding called klingon")],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_an_encoding_that_records_cannot_have_is_refused(
    name: str, told: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(f"a.{kind}").write_text('{"text": "x"}\n' if kind == "jsonl" else "text\nx\n")
    screen(f"a.{kind}", "--encoding", name, status=2)
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_records_in_utf_16_are_told_of(kind: str, encoding: str) -> None:
    line = '{"text": "x"}' if kind == "jsonl" else "text\nx"
    Path(f"a.{kind}").write_bytes(f"{line}\n".encode(encoding))
    Path("b.txt").write_text(SPUN)
    screen(f"a.{kind}", "b.txt")
    first, second = rows()
    assert "it is in UTF-16" in str(first["error"])
    assert second["known"] == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("part_size", ["1", "100"])
def test_a_table_may_have_any_line_ends(end: str, part_size: str) -> None:
    cell = f'"two{end}lines: {SPUN}"'
    lines = ["id,text", "c0,x", f"c1,{cell}", "c2,counterfeit consciousness", ""]
    Path("a.csv").write_bytes(end.join(lines).encode())
    screen("a.csv", "--part-size", part_size)
    assert [(row["doc"], row["known"]) for row in rows()] == [("c0", 0), ("c1", 1), ("c2", 1)]


@pytest.mark.parametrize("part_size", ["1", "2", "100"])
@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('c1,"{0}\nc2,{0}\nc3,"{0}"\n', ["line 3", "c2", "c3"]),
        ('"c1","{0}\n"c2","{0}"\n"c3","{0}"\n', ["line 3", "c2", "c3"]),
        ('c1,{0}\nc2,"{0}\nc3,{0}\n', ["c1", "line 4", "c3"]),
        ('c1,{0}\nc2,{0}\nc3,"{0}', ["c1", "c2", "line 5"]),
        ('"c1","{0}\n"c2","{0}\nc3,{0}\n', ["line 3", "line 4", "c3"]),
        ('c1,"two\nlines, {0}"\nc2,{0}\nc3,"a ""quoted"" {0}"\n', ["c1", "c2", "c3"]),
        ('c1,"so" it is: {0}\nc2,{0}\nc3,{0}\n', ["c1", "c2", "c3"]),
    ],
)
def test_a_quotation_that_is_not_closed_costs_its_own_record_only(
    table: str, told: list[str], part_size: str
) -> None:
    plain = SPUN.replace(",", "")
    Path("a.csv").write_text("id,text\nc0," + plain + "\n" + table.format(plain))
    screen("a.csv", "--part-size", part_size)
    first, *found = rows()
    assert first["doc"] == "c0"
    for row, wanted in zip(found, told, strict=True):
        if wanted.startswith("line"):
            assert f"a quotation mark is not closed: the record that begins in {wanted} " in str(
                row["error"]
            )
        else:
            assert (row["doc"], row["error"], row["known"]) == (wanted, None, 1)


@pytest.mark.parametrize("calibrated", [True, False])
def test_probabilities_fitted_to_other_weights_are_told_of(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, calibrated: bool
) -> None:
    monkeypatch.setattr(screen_command, "is_calibrated", lambda _resources: calibrated)
    command = ["screen", "gone.jsonl", "--out", "out"]
    assert main(command) == 2
    assert ("the probabilities may be off" in capsys.readouterr().err) != calibrated


def test_results_of_other_screenings_are_no_documents() -> None:
    Path("papers").mkdir()
    Path("papers/a.txt").write_text(SPUN)
    Path("papers/rows").mkdir()
    Path("papers/rows/b.txt").write_text(SPUN)
    screen("papers")
    Path("out").rename("papers/first")
    Path("papers/first/note.txt").write_text(SPUN)
    screen("papers")
    assert [row["doc"] for row in rows()] == [
        "papers/a.txt", "papers/first/note.txt", "papers/rows/b.txt",
    ]  # fmt: skip


def test_more_workers_than_a_machine_can_use_are_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_jsonl("a.jsonl", [SPUN])
    screen("a.jsonl", "--workers", "100000", status=2)
    assert "100000 workers are too many for this machine" in capsys.readouterr().err
    assert not Path("out").exists()
