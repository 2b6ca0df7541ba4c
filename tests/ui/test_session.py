"""The session: acts, undo, what is learnt, and an analysis that is never stale."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Document, Lesson, Pair
from unspin_gui.core.document.marks import open_suspects
from unspin_gui.core.document.places import Place
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.session import Session

SOURCE = (
    "A calendar year ago the husband or wife forces met a adversary.\n"
    "The husband or wife forces left.\n\n"
    "Husband or wife forces came back."
)
STARTER = Glossary(
    "news",
    [
        Entry("calendar year ago", ("year ago",)),
        Entry("husband or wife forces", ("partner forces", "allied forces")),
        Entry("a adversary", ("an enemy",)),
    ],
)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session()
    session.know(Knowledge((STARTER, Glossary("mine", mine=True))))
    session.open(SOURCE)
    settle(qtbot, session)
    yield session
    session.close()


def settle(qtbot: QtBot, session: Session) -> None:
    session.analyse()
    qtbot.waitUntil(lambda: not session.analysing, timeout=60_000)


def phrases(session: Session) -> list[str]:
    return [suspect.phrase.lower() for suspect in session.suspects]


def test_suspects_are_those_of_a_whole_reading(session: Session) -> None:
    assert session.knowledge is not None
    fresh = detect(SOURCE, session.knowledge)
    assert session.suspects == open_suspects(session.document, fresh)
    assert phrases(session).count("husband or wife forces") == 3


def test_an_accepted_fix_is_settled_and_learnt_and_undone(qtbot: QtBot, session: Session) -> None:
    suspect = session.suspects[0]
    session.accept(suspect, "whole year ago")
    assert session.corrected.startswith("A whole year ago")
    assert suspect.span not in [s.span for s in session.suspects]
    assert session.glossary.fixes_of("calendar year ago") == ("whole year ago",)
    settle(qtbot, session)
    session.undo()
    assert session.corrected == SOURCE
    assert session.glossary.entries == ()
    settle(qtbot, session)
    assert session.suspects[0].span == suspect.span


def test_a_fix_brings_its_article_along(session: Session) -> None:
    start = SOURCE.index("adversary")
    suspect = next(s for s in session.suspects if s.span.contains(Span(start, start + 9)))
    session.accept(suspect, "an enemy")
    assert "met an enemy." in session.corrected


def test_identical_phrases_are_found_in_any_case(session: Session) -> None:
    suspect = next(s for s in session.suspects if s.phrase == "husband or wife forces")
    assert len(session.identical(suspect)) == 3
    assert [s.text for s in session.suggestions(session.identical(suspect)[2])] == [
        "Partner forces",
        "Allied forces",
    ]


def test_ignoring_names_its_scope_and_is_reversible(qtbot: QtBot, session: Session) -> None:
    suspect = next(s for s in session.suspects if s.phrase == "husband or wife forces")
    session.keep((suspect,))
    assert phrases(session).count("husband or wife forces") == 2
    session.ignore((suspect.phrase,))
    assert "husband or wife forces" not in phrases(session)
    assert len(session.ignored) == 2
    settle(qtbot, session)
    session.flag_again([suspect.phrase])
    assert phrases(session).count("husband or wife forces") == 2
    session.undo()
    session.undo()
    session.undo()
    assert phrases(session).count("husband or wife forces") == 3


def test_what_the_glossary_never_flags_is_flagged_again(qtbot: QtBot) -> None:
    mine = Glossary("mine", [Entry("latest base", keep=True)], mine=True)
    news = Glossary("news", [Entry("latest base", ("new base",))])
    session = Session()
    session.know(Knowledge((news, mine)))
    session.open("They left the latest base.")
    settle(qtbot, session)
    assert not session.suspects
    session.flag_again(["latest base"])
    settle(qtbot, session)
    assert phrases(session) == ["latest base"]
    assert session.entry_changes == (EntryChange(mine.entries[0], None),)
    session.undo()
    settle(qtbot, session)
    assert not session.suspects
    session.close()


def test_never_flag_is_a_keep_entry_of_the_glossary(qtbot: QtBot, session: Session) -> None:
    session.never_flag("husband or wife forces")
    assert session.glossary.keeps("husband or wife forces")
    settle(qtbot, session)
    assert "husband or wife forces" not in phrases(session)
    session.undo()
    assert not session.glossary.keeps("husband or wife forces")


def test_a_learnt_phrase_is_found_elsewhere(qtbot: QtBot, session: Session) -> None:
    session.open("The rocket hearth grew. More rocket hearth came.")
    start = session.source.index("rocket hearth")
    first = Span(start, start + 13)
    session.accept(Suspect(first, "rocket hearth", "unfit", 1.0, None), "rocket fire")
    settle(qtbot, session)
    assert [(s.phrase, s.layer) for s in session.suspects] == [("rocket hearth", "mine")]


def test_accepting_several_is_one_act(session: Session) -> None:
    some = session.identical(next(s for s in session.suspects if "husband" in s.phrase))
    session.decide([session.fix(s, "partner forces") for s in some])
    assert "husband" not in session.corrected
    pair = Pair("husband or wife forces", "partner forces")
    assert session.document.lessons == (Lesson(pair, "known"),)
    assert session.entry_changes == ()
    session.undo()
    assert session.corrected == SOURCE


def test_opening_another_text_forgets_the_first(session: Session) -> None:
    session.accept(session.suspects[0], "year ago")
    session.open("Nothing here.")
    assert session.suspects == ()
    assert session.history.undo_label == ""
    assert not session.history.is_dirty


def test_typing_merges_within_a_paragraph_and_no_further(session: Session) -> None:
    for place, letter in ((0, "O"), (1, "h")):
        session.rewrite(Span(place, place), letter, typing=True)
    end = len(session.corrected)
    session.rewrite(Span(end, end), "!", typing=True)
    session.undo()
    assert session.corrected == f"Oh{SOURCE}"
    session.undo()
    assert session.corrected == SOURCE


def test_the_same_text_opened_again_is_read_again(qtbot: QtBot, session: Session) -> None:
    before = session.suspects
    session.open(session.source)
    settle(qtbot, session)
    assert session.suspects == before != ()


def test_typing_after_undo_is_a_step_of_its_own(session: Session) -> None:
    session.rewrite(Span(0, 0), "x", typing=True)
    typed = session.corrected
    session.accept(session.suspects[0], "year ago")
    session.undo()
    session.rewrite(Span(0, 0), "y", typing=True)
    session.undo()
    assert session.corrected == typed


def test_ignoring_is_taken_back_in_one_step(session: Session) -> None:
    first, second = session.suspects[:2]
    session.keep([first])
    session.ignore([second.phrase])
    session.never_flag("a adversary")
    ignored = session.document
    session.flag_again([second.phrase, "a adversary"], session.decisions)
    assert not session.document.is_decided
    session.undo()
    assert session.document == ignored


class _Broken:
    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)


def test_an_error_in_the_worker_ends_the_analysis(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: told.append(kind))
    session.know(Knowledge((STARTER,), reader=_Broken()))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: not session.analysing, timeout=60_000)
    qtbot.waitUntil(lambda: told == [RuntimeError])
    session.know(Knowledge((STARTER,)))
    settle(qtbot, session)
    assert session.suspects


def test_places_of_the_file_stay_with_the_document(qtbot: QtBot, session: Session) -> None:
    places = (Place(0, "page", 1), Place(SOURCE.index("The husband"), "page", 2))
    session.open(SOURCE, places=places)
    settle(qtbot, session)
    session.accept(session.suspects[0], "whole year ago")
    session.undo()
    session.take_back(Document(SOURCE, ignored=("year",)), "restore")
    for each in session.suspects:
        number = 1 + (each.span.start >= places[1].start)
        assert str(session.document.place_at(each.span.start)) == f"page {number}"
    assert {each.span.start >= places[1].start for each in session.suspects} == {False, True}
    session.open(SOURCE)
    assert str(session.document.place_at(0)) == "line 1"
