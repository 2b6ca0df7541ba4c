"""Rows of documents at each depth, with the language data that ship."""

import pytest

from unspin_gui.application.screening import screener
from unspin_gui.application.screening.options import ScreenOptions
from unspin_gui.application.screening.records import RawDocument
from unspin_gui.application.screening.screener import Row, Screener
from unspin_gui.paths import resources

SAMPLE = (resources() / "samples" / "sample.txt").read_text(encoding="utf-8")
HONEST = (
    "The committee met on Tuesday to talk about the new road. Most of its members said that the "
    "old one was too narrow for the buses that bring children to school, and that nobody had "
    "complained about the noise so far. They will decide next month, when the costs are known.\n"
)
FRENCH = (
    "Le comité s'est réuni mardi pour parler de la nouvelle route, trop étroite pour les bus.\n"
)
TEXTS = [SAMPLE, HONEST, FRENCH, HONEST * 3, "Too short."]


def rows(depth: str, texts: list[str], **options: object) -> list[Row]:
    judge = Screener(ScreenOptions(depth=depth, **options), "key")  # type: ignore[arg-type]
    return list(judge.rows(RawDocument(f"d{n}", text) for n, text in enumerate(texts)))


@pytest.fixture(scope="module")
def full() -> list[Row]:
    return rows("full", TEXTS)


def test_the_cascade_says_what_reading_in_full_says(full: list[Row]) -> None:
    cascade = rows("cascade", TEXTS)
    assert cascade[0]["stage"] == "full"
    assert cascade[0]["probability"] > 0.9
    for one, other in zip(cascade, full, strict=True):
        if one["stage"] == "full":
            assert one == other
        if one["stage"] == "weighed":
            assert one["probability"] == other["probability"]
        assert (one["probability"] or 0) < 0.5 or one["stage"] == "full"
    assert [row["english"] for row in cascade] == [True, True, False, True, True]


def test_a_row_does_not_depend_on_the_documents_beside_it() -> None:
    together = rows("cascade", TEXTS)
    alone = [rows("cascade", [text])[0] for text in TEXTS]
    assert [{**row, "doc": ""} for row in together] == [{**row, "doc": ""} for row in alone]


def test_a_document_that_breaks_the_program_costs_its_own_row_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = screener.examine

    def fragile(text: str, *arguments: object) -> object:
        if text == HONEST:
            raise RecursionError("too deep")
        return whole(text, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(screener, "examine", fragile)
    found = rows("known", [FRENCH, HONEST, SAMPLE])
    assert [row["error"] for row in found] == [
        None, "the program fails on this document: RecursionError: too deep", None,
    ]  # fmt: skip


def test_a_worker_with_other_glossaries_does_not_start() -> None:
    with pytest.raises(Exception, match="other glossaries"):
        Screener(ScreenOptions(depth="known", glossary_digest="of another machine"), "key")
