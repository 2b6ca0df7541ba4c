"""The page of a report: what sorting, phones, both colour schemes and readers of screens need."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from unspin_gui.application.screening import report_plots
from unspin_gui.application.screening.plan import Manifest
from unspin_gui.application.screening.report_index import Index
from unspin_gui.application.screening.report_page import page
from unspin_gui.core.errors import StoreError

STYLE = files("unspin_gui.application.screening").joinpath("report.css").read_text("utf-8")
LONG = "x" * 300


def row(name: str, probability: float | None, **more: object) -> dict[str, object]:
    hits = [
        {"start": 0, "end": 4, "text": text, "kind": kind, "score": 0.9, "fix": fix}
        for text, kind, fix in ((LONG, "unfit", "y"), ("known one", "known", "b & <c>"))
    ]
    return {
        "doc": name, "at": f"a.jsonl#{name}", "error": None, "words": 120, "english": True,
        "probability": probability, "known": 1, "suspects": 2, "per_1000": 16.7, "stage": "full",
        "hits": hits, **more,
    }  # fmt: skip


@pytest.fixture(scope="module")
def report() -> str:
    rows = [row(f"{n}", n / 10) for n in range(11)]
    rows += [row("long" * 80, None), row("bad", None, error="it is gone: x", hits=[])]
    manifest = Manifest("key", "1", {"depth": "full"}, ("a.jsonl",), "print", 100, 1, len(rows))
    with closing(Index(rows)) as index:
        return page(index, manifest, "/out of the way/", 1)


class Page(HTMLParser):
    """The parts of a page that the tests ask for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids, self.links, self.tables = list[str](), list[str](), list[list[list[dict]]]()
        self.loaded = list[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in {"meta", "rect", "circle", "line"}:
            self.open.append(tag)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if told.get("href") else []
        self.loaded += [str(told[name]) for name in ("src", "srcset", "data") if name in told]
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in {"td", "th"}:
            self.tables[-1][-1].append({"tag": tag, **told})

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"rect", "circle", "line"}:
            assert self.open.pop() == tag


def test_every_element_is_closed_and_every_link_leads_somewhere(report: str) -> None:
    found = Page(report)
    assert found.open == []
    assert found.links
    assert {link.removeprefix("#") for link in found.links} == set(found.ids)
    assert len(found.ids) == len(set(found.ids))
    assert found.loaded == []


def test_every_cell_has_the_heading_of_its_column_and_a_key_to_sort_by(report: str) -> None:
    tables = Page(report).tables
    assert len(tables) == 4
    for head, *body in tables:
        assert body
        assert all(cell["tag"] == "th" and cell["scope"] == "col" for cell in head)
        for cells in body:
            assert len(cells) == len(head)
            for cell, above in zip(cells, head, strict=True):
                assert cell["data-of"]
                is_number = above["class"] == "num"
                assert is_number == (cell.get("class") == "num")
                assert not is_number or re.fullmatch(r"-?\d+(\.\d+)?(e-\d+)?", cell["data-key"])


def test_all_that_plots_say_lies_within_them(report: str) -> None:
    plots = re.findall(r"<svg.*?</svg>", report, re.DOTALL)
    assert len(plots) == 3
    size = int(re.search(r"svg text \{[^}]*font: (\d+)px", STYLE)[1])  # type: ignore[index]
    phone = int(re.search(r"48rem\).*?svg text \{ font-size: (\d+)px", STYLE, re.DOTALL)[1])  # type: ignore[index]
    for plot in plots:
        *_, wide, high = map(float, re.search(r'viewBox="([^"]*)"', plot)[1].split())  # type: ignore[index]
        for x, y, text in re.findall(r'<text[^>]* x="([^"]*)" y="([^"]*)">([^<]*)<', plot):
            assert 0 <= float(x) <= wide
            assert size * 0.8 <= float(y) <= high - 0.2 * size, text
        for x, y in re.findall(r'cx="([^"]*)" cy="([^"]*)"', plot):
            assert 4 <= float(x) <= wide - 4
            assert 4 <= float(y) <= high - 4
        assert phone * 358 / wide >= 12, "letters on a phone"


def test_labels_of_neighbouring_bars_do_not_touch() -> None:
    wide = 640 / 10
    plot = report_plots.bars("Many", [f"{n * 10}%" for n in range(10)], [99_999] * 10)
    longest = max(re.findall(r">([^<]+)</text>", plot), key=len)
    assert len(longest) * 0.56 * 19 <= wide


def test_colours_are_told_apart_in_both_schemes() -> None:
    light, dark = re.findall(r":root \{(.*?)\n\s*\}", STYLE, re.DOTALL)[:2]
    for scheme in (light, dark):
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", scheme))
        for name in ("ink", "quiet", "link", "known"):
            assert contrast(colours[name], colours["page"]) >= 4.5, name
        for name in ("bar", "lone"):
            assert contrast(colours[name], colours["page"]) >= 3, name


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, 1.4.3)."""
    low, high = sorted(luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_rows_that_cannot_be_read_leave_no_database_open() -> None:
    def broken() -> Iterator[dict[str, object]]:
        yield row("one", 0.5)
        raise StoreError("rows", "it is damaged")

    index = Index.__new__(Index)
    with pytest.raises(StoreError):
        index.__init__(broken())  # type: ignore[misc]
    with pytest.raises(sqlite3.ProgrammingError):
        index.totals()
