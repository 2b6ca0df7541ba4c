"""Reports: what they tell, and that nothing of a text is ever taken for markup."""

import csv
import io
import stat
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.errors import StoreError
from unspin_gui.core.reasons import ContextReason, Fit
from unspin_gui.core.suspects import Candidate, Suggestion, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.store.report import (
    ReportData,
    report_of,
    write_all_csv,
    write_all_html,
    write_csv,
    write_diff,
    write_html,
    write_markdown,
)
from unspin_gui.store.report.report_page import page
from unspin_gui.store.report.report_plain import unified_diff
from unspin_gui.store.report.report_rows import rows_of

WHY = ContextReason("better", Fit.BETTER)
SOURCE = "The exchange war goes on.\n\nIt is a profound learning tool & more.\nNothing here.\n"


def suspect(phrase: str, *fixes: str, source: str = SOURCE) -> Suspect:
    at = source.index(phrase)
    candidates = tuple(Candidate(fix, 1 - n / 10, "thesaurus") for n, fix in enumerate(fixes))
    return Suspect(Span(at, at + len(phrase)), phrase, "unfit", 0.87, WHY, candidates)


WAR = suspect("exchange war", "trade war", "swap war")
DEEP = suspect("profound learning", "deep learning")
TOOL = suspect("tool", "instrument")


def reported(*decisions: Decision, source: str = SOURCE, **more: object) -> ReportData:
    document = Document(source).with_decisions(decisions)
    suspects = (WAR, DEEP, TOOL) if source == SOURCE else ()
    return report_of(document, suspects, name="a.txt", date="1 May", **more)  # type: ignore[arg-type]


REVIEWED = (
    Decision(WAR.span, "trade war", learn=Pair("exchange war", "trade war")),
    Decision(TOOL.span, "gadget", "edited"),
)


class Reader(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "input", "rect"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_fix_that_took_its_article_along_keeps_its_origin() -> None:
    text = "This is an exchange war."
    war = suspect("exchange war", "trade war", source=text)
    place = Span(text.index("an "), war.span.end)
    for fix, origin in (("a trade war", "thesaurus"), ("a nice trade war", "own wording")):
        document = Document(text).with_decisions([Decision(place, fix)])
        (item,) = report_of(document, [war], name="a.txt", date="").items
        assert (item.fix, item.origin) == (fix, origin)


def test_every_place_is_told_with_its_state_origin_and_reason() -> None:
    data = reported(*REVIEWED)
    told = [(i.number, i.state, i.phrase, i.fix, i.origin, i.line, i.column) for i in data.items]
    assert told == [
        (1, "accepted", "exchange war", "trade war", "thesaurus", 1, 5),
        (2, "open", "profound learning", "deep learning", "thesaurus", 3, 9),
        (3, "edited", "tool", "gadget", "own wording", 3, 27),
    ]
    assert [i.score for i in data.items] == [0.87] * 3
    assert data.counts == {"open": 1, "accepted": 1, "edited": 1, "kept": 0}
    assert data.learnt == (Pair("exchange war", "trade war"),)
    assert data.corrected[slice(*data.items[2].place)] == "gadget"


def test_what_was_typed_over_a_suspect_counts_as_own_wording() -> None:
    chosen, typed, deleted = (
        Decision(WAR.span, fix) for fix in ("trade war", "tariff dispute", "")
    )
    for decision, state in ((chosen, "accepted"), (typed, "edited"), (deleted, "edited")):
        data = report_of(Document(SOURCE).with_decisions([decision]), [WAR], name="a", date="")
        assert [item.state for item in data.items] == [state]
        assert data.counts[state] == 1


def test_a_decision_that_nothing_suspected_has_no_reason() -> None:
    document = Document(SOURCE).with_decisions(REVIEWED)
    data = report_of(document, (DEEP, WAR), name="a", date="")
    assert [item.reason for item in data.items] == [str(WHY), str(WHY), ""]


def test_ranked_suggestions_come_before_raw_candidates() -> None:
    def suggest(_: Suspect) -> tuple[Suggestion, ...]:
        return (Suggestion("Deep Learning", 1.0, "science"),)

    data = reported(suggest=suggest)
    assert {(item.fix, item.origin) for item in data.items} == {("Deep Learning", "science")}


def test_ignored_phrases_are_not_open() -> None:
    document = Document(SOURCE, ignored=("tool",))
    data = report_of(document, (WAR, TOOL), name="a", date="")
    assert [item.phrase for item in data.items] == ["exchange war"]


def test_the_page_tells_all_of_it() -> None:
    read = Reader(page(reported(*REVIEWED, glossaries=("science",))))
    assert read.open == []
    assert "3 places marked in 14 words, 1 still open." in read.text
    for words in ("trade war", "exchange war", "own wording", str(WHY), "fix: thesaurus"):
        assert words in read.text
    assert "never proof" in read.text
    classes = [attributes.get("class") for tag, attributes in read.tags if tag == "a"]
    assert classes.count("m accepted") == classes.count("m open") == 2


def test_the_page_needs_nothing_else_and_its_links_lead_somewhere() -> None:
    text = page(reported(*REVIEWED))
    tags = Reader(text).tags
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object"}
    assert "url(http" not in text
    assert "@import" not in text
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    links = {attributes["href"] for _, attributes in tags if "href" in attributes}
    assert len(ids) == len(set(ids))
    assert links <= {f"#{name}" for name in ids}


EVIL = "<script>alert(1)</script>\"'&amp;\x00\x1b\udc80\u202e {style} $x"


def test_nothing_of_the_user_is_markup() -> None:
    phrase = EVIL[:24]
    decision = Decision(Span(0, 24), EVIL, learn=Pair(phrase, EVIL))
    document = Document(EVIL).with_decisions([decision])
    data = report_of(document, (), name=EVIL, date=EVIL, glossaries=(EVIL,))
    text = page(data)
    read = Reader(text)
    assert "script" not in {tag for tag, _ in read.tags}
    assert read.open == []
    assert read.text.count("<script>alert(1)</script>\"'&amp;␀␛\ufffd") >= 5
    assert not {"\x00", "\x1b", "\udc80"} & set(text)


@settings(max_examples=40, deadline=None)
@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9), st.text(max_size=5))))
def test_any_text_gives_a_sound_page(source: str, edits: list[tuple[int, int, str]]) -> None:
    spans = [(Span(at, min(len(source), at + size)), text) for at, size, text in edits]
    decisions = [Decision(span, text, "edited") for span, text in spans if span.start <= span.end]
    data = reported(*decisions, source=source or "x")
    assert Reader(page(data)).open == []
    assert unified_diff(data) == "" or data.source != data.corrected


@settings(max_examples=40, deadline=None)
@given(st.text("ab\n "), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4))))
def test_paragraphs_lose_no_word(source: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(at, min(len(source), at + size)) for at, size in places]
    decisions = [Decision(span, "X\nY", "edited") for span in spans if span.start <= span.end]
    data = reported(*decisions, source=source or "x")
    rows = list(rows_of(data))
    left = "".join(piece.source for row in rows for piece in row.pieces)
    right = "".join(piece.corrected for row in rows for piece in row.pieces)
    assert "".join(left.split()) == "".join(data.source.split())
    assert "".join(right.split()) == "".join(data.corrected.split())
    lines = data.source.split("\n")
    for row in rows:
        assert "".join(p.source for p in row.pieces).startswith(lines[row.line - 1][:1])


def test_an_untouched_text_says_so() -> None:
    text = page(report_of(Document("All is well."), (), name="a.txt", date="1 May"))
    assert "Nothing in these 3 words reads as spun." in text
    assert "<table>" not in text
    assert "<svg" not in text


def test_the_table_is_read_back_and_holds_no_formula(tmp_path: Path) -> None:
    source = "=1+1 is odd, -2 too.\n"
    decisions = [Decision(Span(0, 4), "@SUM(A1)"), Decision(Span(5, 7), "was, and\n“is”")]
    write_csv(tmp_path / "a.csv", reported(*decisions, source=source))
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["phrase"] for row in rows] == ["'=1+1", "is"]
    assert [row["fix"] for row in rows] == ["'@SUM(A1)", "was, and\n“is”"]
    assert (rows[1]["start"], rows[1]["end"], rows[1]["line"]) == ("5", "7", "1")


def test_markdown_cells_stay_in_their_cells(tmp_path: Path) -> None:
    write_markdown(tmp_path / "a.md", reported(Decision(Span(0, 3), "a|b\n*c*"), source="abc d"))
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert r"| 1 | 1 | accepted | abc | a\|b ↵ \*c\* | own wording |  |  |" in text.split("\n")
    assert "Places marked in 2 words: 0 open, 1 accepted, 0 edited, 0 kept." in text


@pytest.mark.parametrize("source", [SOURCE, SOURCE.rstrip("\n"), "exchange war", "a\n\n"])
def test_the_difference_is_one_that_patch_applies(tmp_path: Path, source: str) -> None:
    at = source.find("exchange")
    spans = [Span(at, at + 8)] if at >= 0 else [Span(0, 1)]
    data = reported(*(Decision(span, "trade\nand") for span in spans), source=source)
    (tmp_path / "a.txt").write_text(source, encoding="utf-8", newline="")
    write_diff(tmp_path / "a.diff", data)
    done = subprocess.run(
        ["git", "apply", "-p1", "--unsafe-paths", "--directory", str(tmp_path), "a.diff"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_report_is_not_written_over_a_file_unasked(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    write_html(target, reported())
    before = target.read_bytes()
    with pytest.raises(StoreError, match="already exists"):
        write_html(target, reported(*REVIEWED), overwrite=False)
    assert target.read_bytes() == before


def test_a_report_on_many_files_is_as_closed_as_the_most_private_of_them(tmp_path: Path) -> None:
    sources = [tmp_path / "open.txt", tmp_path / "private.txt"]
    for path, mode in zip(sources, (0o644, 0o600), strict=True):
        path.touch()
        path.chmod(mode)
    made = [tmp_path / "a.html", tmp_path / "a.csv"]
    for some, mode in ((sources, 0o600), (sources[:1], 0o644)):
        write_all_html(made[0], "t", "d", [], some)
        write_all_csv(made[1], [], some)
        assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [mode] * 2
        for path in made:
            path.unlink()
