"""Pairs learnt from a spun text and its original: made texts, and real ones where they are."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.mining.pair_mining import LEAST, propose
from unspin_gui.core.text.spans import Span

SHARED = Path(__file__).resolve().parents[3].parent / "shared"

ORIGINAL = """The Department of Health said on Monday that the new vaccine is safe for children.
Doctors had warned for months that supplies would run out before the winter.

"We have enough doses for every school in the country," the minister told reporters. Nurses
will visit classrooms from October, and parents may refuse in writing. In response to protests,
the health department will publish the trial data. The trial data cover 4,000 volunteers.

A gang of hackers had stolen part of the trial data last spring. Police arrested three people."""

SPUN = """The Department of Health said on Monday that the new immunization is safe for youngsters.
Doctors had cautioned for quite a long time that provisions would run out before the winter.

"We have enough measurements for every school in the country," the minister told columnists.
Medical attendants will visit classrooms from October, and parents may decline in writing. In light
of protests, the wellbeing department will publish the preliminary information. The preliminary
information cover 4,000 volunteers.

A posse of programmers had stolen part of the preliminary information last spring. Police captured
three people."""


def pairs_of(spun: str, original: str, **options: float) -> dict[str, str]:
    return {one.phrase: one.fix for one in propose(spun, original, **options)}


def test_the_pairs_of_a_made_text_are_found() -> None:
    found = pairs_of(SPUN, ORIGINAL)
    wanted = {
        "immunization": "vaccine",
        "youngsters": "children",
        "cautioned": "warned",
        "preliminary information": "trial data",
        "medical attendants": "nurses",
        "in light of": "in response to",
        "posse of programmers": "gang of hackers",
    }
    assert wanted.items() <= found.items()


def test_what_recurs_is_counted_surer_and_first() -> None:
    found = propose(SPUN, ORIGINAL)
    assert (found[0].phrase, found[0].count) == ("preliminary information", 3)
    assert "preliminary information" in found[0].example
    order = [one.confidence for one in found]
    assert order == sorted(order, reverse=True)
    assert all(LEAST <= value <= 1 for value in order)


@pytest.mark.parametrize(
    ("spun", "original"),
    [
        ("the cat slept on the mat", "a cat slept on the mat"),
        ("she walked home and slept", "Anna walked home and slept"),
        ("he saw 12 birds in the tree", "he saw 15 birds in the tree"),
        ("he saw twelve birds in the tree", "he saw 12 birds in the tree"),
        ("the colour of the wall is new", "the color of the wall is new"),
        ("the data set was old and small", "the dataset was old and small"),
        ("the dog barks at the moon", "the dogs bark at the moon"),
        ("it rained, and the match ended", "it rained and the match ended"),
        ("it really rained on the big day", "it rained on the big day"),
        ("it rained on the big day", "it rained all over us on the big day"),
        ("a man on the moon was seen", "a man by the moon was seen"),
        ("red and green flags flew high", "green and red flags flew high"),
    ],
)
def test_what_no_editor_would_keep_is_not_proposed(spun: str, original: str) -> None:
    assert propose(spun, original, least=0.0) == ()


def test_a_long_rewrite_is_no_pair() -> None:
    original = "The firm said that nobody was to blame for the loss of the old files in May."
    spun = "The firm said that it is a fact well known to all and sundry everywhere in May."
    assert all(len(one.phrase.split()) <= 5 for one in propose(spun, original, least=0.0))


def test_a_sentence_cut_short_teaches_nothing_at_its_end() -> None:
    original = "The bank raised its forecast for growth this year. Weather"
    spun = (
        "The bank lifted its estimate for growth this year, while grain merchants hoped for rain."
    )
    assert set(pairs_of(spun, original)) <= {"lifted", "estimate", "estimate for growth"}


def test_good_english_of_the_original_is_doubted() -> None:
    original = (
        "The team won the cup. Its goods were sold, and the merchandise was lost in the fire."
    )
    spun = (
        "The team won the cup. Its merchandise were sold, and the merchandise was lost in the fire."
    )
    assert propose(spun, original) == ()
    assert [one.phrase for one in propose(spun, original, least=0.1)] == ["merchandise"]


def test_function_words_alone_need_to_recur() -> None:
    one = ("It ran while not a driver.", "It ran without a driver.")
    other = ("They left while not any money.", "They left without any money.")
    assert propose(*one) == ()
    both = propose(f"{one[0]} {other[0]}", f"{one[1]} {other[1]}")
    assert [(p.phrase, p.fix, p.count) for p in both] == [("while not", "without", 2)]


def test_what_reads_as_well_as_its_fix_is_doubted() -> None:
    def fit(text: str, span: Span, fixes: Sequence[str]) -> list[float]:
        assert text[span.start : span.end].lower() in {one.phrase for one in plain}
        return [-3.0 if fix == "children" else 5.0 for fix in fixes]

    plain = propose(SPUN, ORIGINAL, least=0)
    fitted = {one.phrase: one.confidence for one in propose(SPUN, ORIGINAL, least=0, fit=fit)}
    for one in plain:
        share = fitted[one.phrase] / one.confidence
        assert share < 0.6 if one.fix == "children" else share > 0.9


def test_a_single_word_that_reads_nearly_as_well_as_its_fix_is_doubted_most() -> None:
    original = "The result was observed in the total value of all goods, nobody knows why."
    spun = "The result was discovered in the aggregate estimation of all goods, nobody knows why."
    plain = {one.phrase: one.confidence for one in propose(spun, original, least=0)}
    fitted = propose(spun, original, least=0, fit=lambda _text, _span, fixes: [0.0 for _ in fixes])
    share = {one.phrase: one.confidence / plain[one.phrase] for one in fitted}
    assert share["discovered"] < 0.45
    assert share["aggregate estimation"] > 0.8


def test_names_keep_their_capitals_and_sentence_starts_lose_theirs() -> None:
    original = "Analysts at Hill Bank agree. The treaty of Montreal holds, and analysts cheer."
    spun = "Investigators at Hill Bank agree. The treaty of urban center holds, and analysts cheer."
    found = pairs_of(spun, original, least=0.1)
    assert found["investigators"] == "analysts"
    assert found.get("urban center") == "Montreal"


def test_what_the_glossary_has_is_left_out() -> None:
    glossary = Glossary("mine", [Entry("Preliminary Information", ("trial data",))], mine=True)
    found = propose(SPUN, ORIGINAL, glossary=glossary)
    assert "preliminary information" not in {one.phrase for one in found}
    assert "immunization" in {one.phrase for one in found}


def test_equal_and_empty_texts_teach_nothing() -> None:
    assert propose(ORIGINAL, ORIGINAL) == propose("", ORIGINAL) == propose(SPUN, "") == ()


@pytest.mark.parametrize(("number", "at_least"), [("02", 20), ("12", 18), ("17", 5), ("20", 10)])
def test_real_pairs_are_those_that_people_marked(number: str, at_least: int) -> None:
    """Seven in ten of the proposed pairs are at a place marked as spun, with a fix marked there."""
    folder = SHARED / "eval" / "dev"
    if not (folder / f"{number}.clean.txt").is_file():
        pytest.skip("the annotated articles are not here")
    texts = (folder / name for name in (f"{number}.txt", f"{number}.clean.txt"))
    found = propose(*(path.read_text(encoding="utf-8") for path in texts))
    marked: list[tuple[set[str], set[str]]] = []
    for kind in ("gold", "optional"):
        rows = (folder / f"{number}.{kind}.tsv").read_text(encoding="utf-8").split("\n")[1:]
        for row in filter(None, rows):
            _, _, phrase, fixes = row.lower().split("\t")
            marked.append((set(phrase.split()), set(fixes.replace("|", " ").split())))
    right = [
        one
        for one in found
        if any(
            phrase & set(one.phrase.lower().split()) and fixes & set(one.fix.lower().split())
            for phrase, fixes in marked
        )
    ]
    assert len(found) >= at_least
    assert len(right) >= 0.7 * len(found)


def test_what_is_unseen_in_a_text_is_not_learnt() -> None:
    spun = "The husband or wife forces came to the town, and counterfeit consciousness ruled it.\n"
    original = (
        "The part\u200bner forces came to the town, and artificial intelli\u202egence ruled it.\n"
    )
    pairs = {(one.phrase, one.fix) for one in propose(spun * 2, original * 2)}
    assert pairs == {
        ("husband or wife", "partner"),
        ("counterfeit consciousness", "artificial intelligence"),
    }
