"""The command `screen`: what it reads, the rows it writes, and what it survives."""

import csv
import gzip
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from unspin_gui.__main__ import main
from unspin_gui.application.screening import warc_records
from unspin_gui.application.screening.opened_rows import files_of
from unspin_gui.application.screening.options import ScreenOptions
from unspin_gui.application.screening.plan import Folder
from unspin_gui.core.errors import StoreError
from unspin_gui.store.glossary import glossary_file

SPUN = "We study counterfeit consciousness, which is a way to think about machines."
HONEST = "We study the weather, which is a thing to talk about on the way to the market."


@pytest.fixture
def words(tmp_path: Path) -> str:
    """A glossary with one phrase."""
    path = tmp_path / "words.yaml"
    path.write_text('- spun: "counterfeit consciousness"\n  fix: "artificial intelligence"\n')
    return str(path)


def screen(*arguments: object, status: int = 0) -> None:
    assert main(["screen", *map(str, arguments), "--depth", "known", "--workers", "1"]) == status


def rows(out: Path) -> list[dict[str, object]]:
    lines = [
        line for path in sorted(out.glob("rows/*.jsonl")) for line in path.read_text().split("\n")
    ]
    return [json.loads(line) for line in lines if line]


def make_jsonl(path: Path, texts: list[str]) -> Path:
    lines = [json.dumps({"id": f"d{n}", "text": text}) for n, text in enumerate(texts)]
    path.write_text("\n".join(lines) + "\n")
    return path


def test_a_row_says_what_was_found_and_where(tmp_path: Path, words: str) -> None:
    screen(make_jsonl(tmp_path / "a.jsonl", [SPUN]), "--out", tmp_path / "o", "--glossary", words)
    [row] = rows(tmp_path / "o")
    run = row.pop("run")
    assert isinstance(run, str)
    assert len(run) == 12
    assert row == {
        "doc": "d0", "at": f"{tmp_path}/a.jsonl#1", "error": None, "words": 12, "english": None,
        "probability": None, "known": 1, "suspects": 1, "per_1000": 83.33, "stage": "known",
        "hits": [{"start": 9, "end": 34, "text": "counterfeit consciousness", "kind": "known",
                  "score": 0.98, "fix": "artificial intelligence", "glossary": "words"}],
    }  # fmt: skip


def test_every_kind_of_input_gives_its_documents(tmp_path: Path, words: str) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "below").mkdir(parents=True)
    (corpus / "one.txt").write_text(SPUN)
    (corpus / "below" / "page.html").write_text(f"<html><body><p>{SPUN}</p></body></html>")
    (corpus / "data.bin").write_bytes(b"\0\1")
    make_jsonl(corpus / "many.jsonl", [SPUN, HONEST, SPUN])
    with (corpus / "table.csv").open("w", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        long = "long\n" * 40_000
        writer.writerows([["id", "text"], ["c0", f"{SPUN}\n\n{long}"], ["c1", HONEST], [], ["c2"]])
    (corpus / "table.tsv").write_text(f"text\n{SPUN}\n")
    screen(corpus, "--out", tmp_path / "o", "--glossary", words, "--part-size", 2)
    found = {str(row["doc"]).removeprefix(f"{corpus}/"): row for row in rows(tmp_path / "o")}
    assert {name: row["known"] for name, row in found.items() if not row["error"]} == {
        "below/page.html": 1, "one.txt": 1, "d0": 1, "d1": 0, "d2": 1, "c0": 1, "c1": 0,
        "table.tsv#1": 1,
    }  # fmt: skip
    assert {name: row["error"] for name, row in found.items() if row["error"]} == {
        "c2": "its field “text” contains no text"
    }


def test_parquet_rows_are_documents(tmp_path: Path, words: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    columns = {"id": [f"p{n}" for n in range(10)], "text": [SPUN, HONEST] * 5}
    parquet.write_table(pyarrow.table(columns), path, row_group_size=4)
    screen(path, "--out", tmp_path / "o", "--glossary", words, "--part-size", 3)
    assert [(row["doc"], row["known"]) for row in rows(tmp_path / "o")] == [
        (f"p{n}", 1 - n % 2) for n in range(10)
    ]


def warc_record(address: str, kind: str, text: str) -> bytes:
    page = f"<html><body><p>{text}</p></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{page}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        "WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("library", ["fastwarc", "warcio"])
@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_web_archives_are_documents(
    tmp_path: Path, library: str, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip(library)
    if library == "warcio":
        monkeypatch.setitem(sys.modules, "fastwarc", None)
        monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    pages = [("text/html", SPUN), ("image/png", "x"), ("text/html; charset=utf-8", HONEST)] * 3
    records = [
        warc_record(f"http://example.org/{n}", kind, text) for n, (kind, text) in enumerate(pages)
    ]
    path.write_bytes(b"".join(gzip.compress(one) if packed else one for one in records))
    options = ScreenOptions()
    pieces = list(warc_records.cut(str(path), 2, options))
    found = [d.loaded(None) for piece in pieces for d in warc_records.read(piece, options)]
    assert [piece.count for piece in pieces] == [2, 2, 2]
    assert [(d.name[-1], SPUN in d.text) for d in found] == [
        ("0", True), ("2", False), ("3", True), ("5", False), ("6", True), ("8", False),
    ]  # fmt: skip


def test_what_cannot_be_read_has_a_row_that_says_so(tmp_path: Path, words: str) -> None:
    path = make_jsonl(tmp_path / "a.jsonl", [SPUN])
    with path.open("a") as file:
        file.write('{"id": "x", "text": 7}\n{"text"\n[1]\n' + json.dumps({"text": HONEST}) + "\n")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 damaged")
    screen(path, tmp_path / "bad.docx", "--out", tmp_path / "o", "--glossary", words)
    *told, last = [str(row["error"])[:24] for row in rows(tmp_path / "o")]
    assert told == [
        "None", "its field “text” contain", "this line is not JSON: e", "this line is not a JSON ",
        "None",
    ]  # fmt: skip
    assert last != "None"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.jsonl"], "no such file"),
        (["a.jsonl", "--text-field", "body"], "no field “body”; name theirs with --text-field"),
        (["a.jsonl", "--glossary", "none.yaml"], "none.yaml"),
    ],
)
def test_it_does_not_start_without_what_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    arguments: list[str], told: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    make_jsonl(tmp_path / "a.jsonl", [SPUN])
    screen(*arguments, "--out", "o", status=2)
    assert told in capsys.readouterr().err
    assert rows(tmp_path / "o") == []


def test_the_same_command_again_does_only_what_is_missing(tmp_path: Path, words: str) -> None:
    out = tmp_path / "o"
    command = [make_jsonl(tmp_path / "a.jsonl", [SPUN, HONEST] * 5), "--out", out]
    command += ["--glossary", words, "--part-size", 3]
    screen(*command)
    before, kept = rows(out), out / "rows" / "part-000001.jsonl"
    (out / "rows" / "part-000002.jsonl").unlink()
    stamp = kept.stat().st_mtime_ns
    screen(*command)
    assert rows(out) == before
    assert kept.stat().st_mtime_ns == stamp


def test_another_option_is_refused_unless_all_starts_anew(
    tmp_path: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o"
    command = [make_jsonl(tmp_path / "a.jsonl", [SPUN, HONEST]), "--out", out, "--glossary", words]
    screen(*command)
    screen(*command, "--min-score", 0.99, status=2)
    assert "min-score was 0.5" in capsys.readouterr().err
    make_jsonl(tmp_path / "a.jsonl", [HONEST, SPUN, SPUN])
    screen(*command, status=2)
    assert "the inputs are different" in capsys.readouterr().err
    assert len(rows(out)) == 2
    screen(*command, "--restart")
    assert [row["known"] for row in rows(out)] == [0, 1, 1]


def test_shards_do_all_parts_between_them(tmp_path: Path, words: str) -> None:
    command = [make_jsonl(tmp_path / "a.jsonl", [SPUN, HONEST] * 5), "--glossary", words]
    command += ["--part-size", 2]
    for shard in ("1/3", "3/3"):
        screen(*command, "--out", tmp_path / "o", "--shard", shard)
    assert len(rows(tmp_path / "o")) == 6
    screen(*command, "--out", tmp_path / "o", "--shard", "2/3")
    screen(*command, "--out", tmp_path / "whole")
    assert rows(tmp_path / "o") == rows(tmp_path / "whole")


def test_a_dry_run_counts_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make_jsonl(tmp_path / "a.jsonl", [SPUN] * 250)
    screen(path, "--dry-run", "--out", tmp_path / "o")
    assert capsys.readouterr().out == "1 files, 250 documents, 3 parts\n"
    assert not (tmp_path / "o").exists()


def test_standard_input_is_a_corpus_too(tmp_path: Path, words: str) -> None:
    command = [sys.executable, "-m", "unspin_gui", "screen", "-", "--out", tmp_path / "o"]
    command += ["--glossary", words, "--depth", "known", "--workers", "1"]
    text = make_jsonl(tmp_path / "a.jsonl", [SPUN, HONEST]).read_text()
    for _ in range(2):
        subprocess.run(command, input=text, text=True, check=True, capture_output=True)
    assert [row["known"] for row in rows(tmp_path / "o")] == [1, 0]


def test_a_row_leads_back_to_its_document(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_text(SPUN)
    command = [tmp_path / "a.txt", make_jsonl(tmp_path / "b.jsonl", [HONEST, SPUN])]
    screen(*command, "--out", tmp_path / "o", "--glossary", words, "--part-size", 2)
    folder = Folder(tmp_path / "o")
    assert files_of(folder, (str(tmp_path / "a.txt"),)).files == [tmp_path / "a.txt"]
    assert [path.read_text() for path in files_of(folder, ("d0",)).files] == [HONEST]
    assert [path.read_text() for path in files_of(folder).files] == [SPUN, SPUN]
    with pytest.raises(StoreError, match="no document called d7"):
        files_of(folder, ("d7",))


def test_the_report_ranks_counts_and_groups(tmp_path: Path, words: str) -> None:
    out = tmp_path / "o"
    screen(
        make_jsonl(tmp_path / "a.jsonl", [HONEST, SPUN, SPUN]), "--out", out, "--glossary", words
    )
    found = next(out.glob("rows/*.jsonl"))
    made = [json.loads(line) for line in found.read_text().split("\n") if line]
    pairs = [("7 days", "week"), ("profound learning", "deep learning"), ("Irregular woods", "x")]
    places = [
        {"start": n, "end": n + 1, "text": text, "kind": "unfit", "score": 0.9, "fix": fix}
        for n, (text, fix) in enumerate(pairs)
    ]
    hostile = {"doc": "=<script>alert(1)</script>", "probability": 0.99, "hits": places[:3]}
    more = [{"doc": f"m{n}", "probability": 0.9 - n / 10, "hits": places} for n in range(3)]
    lost = {"doc": "lost", "error": "the file is gone: really", "hits": []}
    lines = [
        json.dumps(row) for row in [*made, *({**made[0], **one} for one in [hostile, *more, lost])]
    ]
    found.write_text("\n".join(lines) + "\n")
    assert main(["screen", "report", str(out)]) == 0
    with (out / "documents.csv").open(newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["doc"] for row in table[:3]] == ["'=<script>alert(1)</script>", "m0", "m1"]
    assert table[-1]["error"] == "the file is gone: really"
    assert {row["doc"] for row in table if row["cluster"] == "1"} >= {"m0", "m1", "m2"}
    candidates = glossary_file.read(out / "candidates.yaml").glossary.entries
    assert {(one.phrase, one.fixes) for one in candidates} >= {("7 days", ("week",))}
    page = (out / "report.html").read_text()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "the file is gone" in page


KILLER = """
    import os, signal
    from unspin_gui.application.screening import screener
    row = screener.Screener._row
    def fatal(self, document, *more):
        if "fatal" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return row(self, document, *more)
    screener.Screener._row = fatal
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_document_that_ends_its_worker_costs_its_own_row_only(tmp_path: Path, words: str) -> None:
    texts = [SPUN, HONEST, "a fatal text", SPUN, HONEST]
    (tmp_path / "sitecustomize.py").write_text(textwrap.dedent(KILLER))
    command = [
        sys.executable,
        "-m",
        "unspin_gui",
        "screen",
        make_jsonl(tmp_path / "a.jsonl", texts),
    ]
    command += ["--out", tmp_path / "o", "--glossary", words, "--depth", "known", "--workers", "2"]
    path = os.pathsep.join([str(tmp_path), *sys.path])
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path}
    )
    assert done.returncode == 0, done.stderr
    found = rows(tmp_path / "o")
    assert [row["doc"] for row in found] == ["d0", "d1", "d2", "d3", "d4"]
    assert [row["known"] for row in found] == [1, 0, 0, 1, 0]
    assert [bool(row["error"]) for row in found] == [False, False, True, False, False]
    assert "SIGKILL" in str(found[2]["error"])
