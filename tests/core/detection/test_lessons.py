"""What a fix teaches: which phrases honest prose does not have, and which words are ordinary."""

import pytest

from unspin_gui import language
from unspin_gui.application.session_glossary import Learnt
from unspin_gui.core.detection.adaptation import taught
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.lessons import Learning, with_lessons
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document, Lesson, Pair
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.language import inflection
from unspin_gui.paths import resources

SOURCE = (
    "The rocket assaults went on for modern months. Officials confronted the question at the "
    "committee, and the likely answer was known. Rocket hearth was heard in the town."
)


@pytest.fixture(scope="module")
def english() -> Knowledge:
    return Knowledge((), language.load_reader(resources()), inflection=inflection)


def suspect_of(phrase: str, source: str = SOURCE) -> Suspect:
    at = source.index(phrase)
    return Suspect(Span(at, at + len(phrase)), phrase, "unfit", 0.6, None)


def settled(knowledge: Knowledge, *wishes: tuple[str, str], learning: Learning = True) -> Document:
    suspects = [suspect_of(phrase) for phrase, _ in wishes]
    made = [decision_for(SOURCE, s, fix) for s, (_, fix) in zip(suspects, wishes, strict=True)]
    return Document(SOURCE).with_decisions(
        with_lessons(SOURCE, made, suspects, knowledge, learning)
    )


@pytest.mark.parametrize(
    ("phrase", "fix", "lesson"),
    [
        ("modern months", "recent months", Lesson(Pair("modern months", "recent months"))),
        ("Rocket hearth", "Rocket fire", Lesson(Pair("rocket hearth", "rocket fire"))),
        ("assaults", "attacks", Lesson(Pair("rocket assaults", "rocket attacks"))),
        ("modern", "recent", Lesson(Pair("modern months", "recent months"))),
        ("confronted", "faced", Lesson(Pair("confronted", "faced"), "preference")),
        ("likely", "possible", Lesson(Pair("likely", "possible"), "preference")),
        ("went on", "lasted", Lesson(Pair("went on", "lasted"), "preference")),
    ],
)
def test_ordinary_words_are_learnt_for_their_context(
    english: Knowledge, phrase: str, fix: str, lesson: Lesson
) -> None:
    assert settled(english, (phrase, fix)).lessons == (lesson,)


def test_a_word_that_english_does_not_have_is_learnt_as_it_stands(english: Knowledge) -> None:
    source = "They spoke of the zorblatation of the town."
    suspect = suspect_of("zorblatation", source)
    made = [decision_for(source, suspect, "invasion")]
    (decision,) = with_lessons(source, made, [suspect], english, learning=True)
    assert decision.lesson == Lesson(Pair("zorblatation", "invasion"))


def test_the_wider_form_can_be_chosen(english: Knowledge) -> None:
    document = settled(english, ("assaults", "attacks"), learning="widely")
    assert document.lessons == (Lesson(Pair("assaults", "attacks")),)


@pytest.mark.parametrize(
    ("fix", "form"), [("fire", "known"), ("blaze", "preference"), ("rockets", "phrase")]
)
def test_what_a_shipped_glossary_says_is_not_copied(
    english: Knowledge, fix: str, form: str
) -> None:
    shipped = Glossary("war", [Entry("rocket hearth", ("fire", "blaze"))])
    knowledge = english._replace(glossaries=(shipped,))
    offered = (Candidate("fire", 0.0, "war"), Candidate("blaze", -1.0, "war"))
    suspect = suspect_of("Rocket hearth")._replace(candidates=offered)
    made = [decision_for(SOURCE, suspect, fix)]
    (decision,) = with_lessons(SOURCE, made, [suspect], knowledge, learning=True)
    assert decision.teaches is not None
    assert decision.teaches.form == form


def learnt(document: Document, knowledge: Knowledge) -> tuple[Glossary, Knowledge]:
    """The user's glossary after a document, and what counts in the document itself."""
    memo = Learnt()
    memo.base = knowledge
    memo.follow(document)
    assert memo.knowledge is not None
    return memo.glossary(document), memo.knowledge


def test_an_ordinary_word_is_kept_with_the_phrases_that_show_it(english: Knowledge) -> None:
    document = settled(english, ("modern months", "recent months"), ("confronted", "faced"))
    mine, here = learnt(document, english)
    (kept,) = mine.entries_of("confronted")
    assert kept == Entry("confronted", ("faced",), only_with=("modern months",), prefer=True)
    (now,) = here.glossaries[-1].entries_of("confronted")
    assert now == kept._replace(only_with=())


def test_what_was_saved_is_not_unsaved_again_because_the_language_comes_later(
    english: Knowledge,
) -> None:
    """Opened again, the document is read before the language is loaded."""
    wide = settled(english, ("the town", "the city"), learning="widely")
    document = settled(english, ("modern months", "recent months"), ("confronted", "faced"))
    document = document.with_decisions(wide.decisions)
    memo = Learnt()
    memo.base = english
    saved = Glossary("mine", memo.glossary(document).entries, mine=True)
    memo = Learnt()
    memo.base = english._replace(glossaries=(saved,), reader=None)
    memo.changes(document)
    memo.base = english._replace(glossaries=(saved,))
    assert memo.changes(document) == ()


def test_a_learnt_word_is_flagged_again_where_it_was_learnt_and_not_in_honest_text(
    english: Knowledge,
) -> None:
    document = settled(english, ("modern months", "recent months"), ("confronted", "faced"))
    mine, _ = learnt(document, english)
    glossaries = (Glossary("mine", mine.entries, mine=True),)
    later = english._replace(glossaries=glossaries, reader=taught_by(english, glossaries))
    again = {s.phrase: s for s in detect(SOURCE, later)}
    assert again["confronted"].kind == "known"
    assert again["confronted"].score < 0.9
    honest = "The minister was confronted with the question when she came back to the house."
    assert detect(honest, later) == detect(honest, english)


def taught_by(knowledge: Knowledge, glossaries: tuple[Glossary, ...]):  # noqa: ANN201
    assert knowledge.reader is not None
    return taught(knowledge.reader, glossaries)
