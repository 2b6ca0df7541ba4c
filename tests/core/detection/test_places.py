"""Where glossary phrases are found in a text as people write it, and what a fix leaves there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.cli.fix_command import corrected
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.exact_match import Hit, known_hits
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.passage_read import Read
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.glossary import conditions
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import tokens
from unspin_gui.language import inflection

PHRASES = {
    "rocket hearth": "rocket fire",
    "husband or wife forces": "partner forces",
    "7 days": "week",
    "counterfeit consciousness": "artificial intelligence",
    "profound learning": "deep learning",
    "in price of": "in charge of",
    "related press": "Associated Press",
    "signal to commotion": "signal-to-noise ratio",
    "dog": "cat",
    "elect": "choose",
    "huge information": "big data",
    "uav": "drone",
    "rambler flyer": "UAV",
    "style 7": "Fashion Week",
}
ENTRIES = [Entry(phrase, (fix,)) for phrase, fix in PHRASES.items()]
MINE = Knowledge((Glossary("mine", ENTRIES, mine=True),), inflection=inflection)


def mended(text: str) -> str:
    return corrected(text, MINE).corrected


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("a rocket hearth¹ here", "a rocket fire¹ here"),
        ("a rocket hearthⁱ, a rocket hearth①.", "a rocket fireⁱ, a rocket fire①."),
        ("the rocket\nhearth burnt", "the rocket\nfire burnt"),
        ("the rocket\u2028hearth burnt", "the rocket\u2028fire burnt"),
        ("the **rocket** hearth burnt", "the **rocket** fire burnt"),
        ("the [rocket](x.y/a/hearth.htm) hearth", "the [rocket](x.y/a/hearth.htm) fire"),
        ("a rocket&nbsp;hearth burnt", "a rocket&nbsp;fire burnt"),
        ("a ro&shy;cket hearth burnt", "a rocket fire burnt"),
        ("> a husband or wife\n> forces left", "> a partner\n> forces left"),
        ("counterfeit con-\nsciousness", "artificial\nintelligence"),
        ("coun- terfeit consciousness", "artificial intelligence"),
        ("counterfeit con-\n\fsciousness", "artificial\n\fintelligence"),
        ("counterfeit con-\fsciousness", "artificial\fintelligence"),
        ("counterfeit con¬\nsciousness", "artificial\nintelligence"),
        ("counterfeit con‑\n  sciousness", "artificial\n  intelligence"),
        ("| a husband or wife\n| forces left", "| a partner\n| forces left"),
        ("|| a rocket\n|| hearth", "|| a rocket\n|| fire"),
        ("JD> a rocket\nJD> hearth", "JD> a rocket\nJD> fire"),
        ("- > a rocket\n  > hearth", "- > a rocket\n  > fire"),
        ("the <B>rocket</B> hearth", "the <B>rocket</B> fire"),
        ("a rocket<BR/>hearth burnt", "a rocket<BR/>fire burnt"),
        ("a rocket&#32;hearth&#x2009;burnt", "a rocket&#32;fire&#x2009;burnt"),
        ("the **[rocket](u)** hearth", "the **[rocket](u)** fire"),
        ("the rocket _[hearth](u)_ burnt", "the rocket _[fire](u)_ burnt"),
        ("a huge INFORMATION set", "a big DATA set"),
        ("HUGE information, Huge INFORMATION", "BIG data, Big DATA"),
        ("the HUGE INFORMATION set", "the BIG DATA set"),
        ("pro-\nfound\nlearning", "deep\nlearning"),
        ("signal-to-\ncommotion", "signal-to-noise\nratio"),
        ("The DOG barked at the DOGS.", "The CAT barked at the CATS."),
        ("He elected it.", "He chose it."),
        ("It was not yet elected, it has elected.", "It was not yet chosen, it has chosen."),
        ("They’d never openly elected an elected man.", "They’d never openly chosen a chosen man."),
        ("Who elected one elected by all?", "Who chose one chosen by all?"),
        ("They left and elected him when elected.", "They left and chose him when chosen."),
        ("Two UAVs flew.", "Two drones flew."),
        ("Two rambler flyers flew.", "Two UAVs flew."),
        ("The style 7s came.", "The style 7s came."),
    ],
)  # fmt: skip
def test_found_and_mended(text: str, fixed: str) -> None:
    assert mended(text) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "a trade-in price of $4,000",
        "a COVID‑related press release",
        "a rocket\thearth",
        "a rocket\fhearth",
        "a rocket\n\nhearth",
        "# The rocket\nhearth",
        "- a rocket\n- hearth",
        "> a rocket\nhearth",
        "> a rocket\n>> hearth",
        "| a rocket\nhearth",
        "| a rocket\n|| hearth",
        "JD> a rocket\nMK> hearth",
        "- > a rocket\n- > hearth",
        "| a rocket |\n| hearth |",
        "a rocket¬hearth",
        "a rocket\n\fhearth",
        "| a rocket | hearth |",
        "a rocket\n======\nhearth",
        "a `rocket` hearth",
        "a rocket ![hearth](x.png)",
        "1. rocket\n2. hearth",
    ],
)
def test_not_found(text: str) -> None:
    assert mended(text) == text


WORDS = st.sampled_from([*" ".join(PHRASES).split(), "trade", "the", "DOG", "Rocket"])
GAPS = st.sampled_from(
    [
        " ",
        " ",
        "\n",
        "-",
        "‑",
        "-\f",
        "¬\n",
        "\n| ",
        "&#32;",
        "--",
        "-\n",
        "\t",
        "\u2028",
        "** ",
        " *",
        "¹ ",
        ". ",
        "\n\n",
        "\n> ",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=14).map(lambda rows: "".join(map("".join, rows)))


@given(TEXTS)
def test_no_match_begins_or_ends_beside_a_hyphen(text: str) -> None:
    for suspect in detect(text, MINE):
        start, end = suspect.span
        assert not re.search(r"(?<![-‑])[-‑]\Z", text[:start])
        assert not re.match(r"[-‑](?![-‑])", text[end:])


@given(TEXTS)
def test_line_ends_breaks_and_tabs_stay_while_the_fix_has_blanks(text: str) -> None:
    for suspect in detect(text, MINE):
        fix = PHRASES[suspect.entry.phrase if suspect.entry else ""]
        decision = decision_for(text, suspect, fix, remember=False)
        place = text[slice(*decision.span)]
        if len(fix.split()) >= len(re.split(r"[\s*>-]+", place.strip("*"))):
            for sign in "\n\t\u2028":
                assert decision.text.count(sign) == place.count(sign)


@given(TEXTS)
def test_what_is_found_with_notes_is_found_without(text: str) -> None:
    plain = text.replace("¹", "")
    found = [suspect.entry for suspect in detect(text, MINE)]
    without = [suspect.entry for suspect in detect(plain, MINE)]
    assert all(found.count(entry) <= without.count(entry) for entry in ENTRIES) or "¹" not in text


def test_entries_that_say_the_same_are_one_match_with_all_fixes() -> None:
    same = [Entry("dog", (f"cat {n % 30}",)) for n in range(1000)]
    found = tokens("The dog and the dog")
    matches = list(Glossary("g", same).find(found))
    assert [match.first for match in matches] == [1, 4]
    assert matches[0].entry is same[-1]
    assert matches[0].fixes == tuple(f"cat {n % 30}" for n in range(999, 969, -1))


def test_entries_that_say_something_else_stay_apart() -> None:
    rows = [
        Entry("dog", ("cat",)),
        Entry("dog", ("cow",), only_with=("farm",)),
        Entry("Dog", ("hen",), case="exact"),
        Entry("dog", keep=True),
    ]
    matches = list(Glossary("g", rows).find(tokens("A Dog"), "A Dog"))
    assert {match.entry for match in matches} == set(rows)


def test_a_condition_is_tried_once_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    fold = conditions.fold
    monkeypatch.setattr(conditions, "fold", lambda text: tried.append(text) or fold(text))
    words = DocumentWords("the dog barked " * 50)
    entries = [Entry("dog", ("cat",), only_with=("barked", "farm")) for _ in range(20)]
    entries += [Entry("the", ("a",), unless=("farm",)) for _ in range(20)]
    assert all(words.allows(entry) for entry in entries for _ in range(3))
    assert tried == ["barked", "farm"]


def test_what_is_learnt_of_a_divided_phrase_is_the_phrase() -> None:
    text = "a counterfeit con-\nsciousness and **profound** learning"
    pairs = [
        decision_for(text, suspect, suspect.candidates[0].text).learn
        for suspect in detect(text, MINE)
    ]
    assert [pair and pair.phrase for pair in pairs] == [
        "counterfeit consciousness",
        "profound learning",
    ]


def hits_of(entries: list[Entry]) -> list[Hit]:
    text = "a rocket hearth burnt"
    knowledge = Knowledge((Glossary("mine", entries, mine=True),), inflection=inflection)
    return known_hits(Read(text), DocumentWords(text), knowledge)


def test_equal_entries_under_conditions_that_are_met_count_once() -> None:
    entries = [Entry("rocket hearth", ("fire",), unless=(f"x {n}",)) for n in range(30)]
    (hit,) = hits_of([*entries, Entry("rocket hearth", ("fire",), only_with=("not there",))])
    assert hit.entry == entries[-1]
    assert hit.others == ()


def test_of_many_entries_for_a_place_the_latest_are_kept() -> None:
    entries = [Entry("rocket hearth", (f"fire {n}",), unless=(f"x {n}",)) for n in range(90)]
    (hit,) = hits_of(entries)
    assert [hit.fixes[0], *(other.fixes[0] for other in hit.others)] == [
        f"fire {n}" for n in range(89, 68, -1)
    ]
