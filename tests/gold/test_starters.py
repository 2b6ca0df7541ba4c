"""A linter for the starter glossaries: well formed, no chains, silent on honest prose.

honest_phrases.txt is a copy from giladfeldman/torturedcheck (MIT, see its notice); the honest
articles lie beside the repository and are skipped where they are not there.
"""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from starters import DEV, HERE, entries, knowledge, starters

from unspin_gui import paths
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import fold, tokens
from unspin_gui.language import inflection, load_reader
from unspin_gui.store.glossary import glossary_file

HONEST = HERE / "honest_phrases.txt"


def found_in(text: str) -> list[str]:
    return [suspect.phrase for suspect in detect(text, knowledge())]


def example_of(entry: Entry) -> str:
    """A text that must fire: the phrase inside a sentence, with the sign it asks for."""
    sign = f" They spoke of {entry.only_with[0]}, too." if entry.only_with else ""
    return f"Then they wrote about {entry.phrase} in Lagos.{sign}"


def silent_of(batch: list[Entry]) -> list[str]:
    """The entries that do not fire, each on its own line of one text."""
    text = "\n\n".join(example_of(entry) for entry in batch)
    suspects = detect(text, knowledge(inflected=False))
    found = {text.count("\n\n", 0, s.span.start): set[str]() for s in suspects}
    for suspect in suspects:
        found[text.count("\n\n", 0, suspect.span.start)].add(f" {fold(suspect.phrase)} ")
    return [
        entry.phrase
        for line, entry in enumerate(batch)
        if not any(f" {fold(entry.phrase)} " in phrase for phrase in found.get(line, ()))
    ]


def test_each_starter_has_the_entries_it_promises() -> None:
    counts = {glossary.name: len(glossary) for glossary in starters()}
    assert counts["news"] >= 300
    assert counts["science"] >= 3000


@pytest.mark.parametrize("path", paths.starter_glossaries(), ids=lambda path: path.stem)
def test_a_starter_is_read_fast(path: Path) -> None:
    begin = time.process_time()  # the time of this process: other work on the machine is no fault
    file = glossary_file.read(path)
    assert file.glossary.indexes
    assert time.process_time() - begin < 1.0


def test_no_phrase_stands_twice() -> None:
    counts = Counter(fold(entry.phrase) for entry in entries())
    assert [phrase for phrase, count in counts.items() if count > 1] == []


def test_every_entry_has_fixes_other_than_its_phrase() -> None:
    bad = [
        entry.phrase
        for entry in entries()
        if not entry.fixes or any(fold(fix) == fold(entry.phrase) for fix in entry.fixes)
    ]
    assert bad == []


def test_every_phrase_has_several_words_or_a_condition() -> None:
    lone = [e.phrase for e in entries() if " " not in fold(e.phrase) and not e.only_with]
    assert lone == []


def test_no_fix_holds_a_phrase_that_would_be_flagged_again() -> None:
    chains = []
    for entry in entries():
        for fix in entry.fixes:
            hits = [m.entry.phrase for g in starters() for m in g.find(tokens(fix)) if m.exact]
            chains += [(entry.phrase, fix, hit) for hit in hits]
    assert chains == []


def test_every_entry_fires_on_its_own_example() -> None:
    free = [entry for entry in entries() if not entry.only_with and not entry.unless]
    batches = [free[at : at + 200] for at in range(0, len(free), 200)]
    batches += [[entry] for entry in entries() if entry.only_with or entry.unless]
    assert [phrase for batch in batches for phrase in silent_of(batch)] == []


def test_conditions_silence_an_entry_elsewhere() -> None:
    assert found_in("It lasted 7 days and they stayed within the house.") == []
    assert found_in("A calendar year back it lasted for 7 days.") == [
        "calendar year back",
        "7 days",
    ]


def test_no_honest_phrase_is_flagged() -> None:
    lines = HONEST.read_text(encoding="utf-8").split("\n")
    phrases = [line for line in lines if line and not line.startswith("#")]
    assert len(phrases) > 90
    assert {phrase: found_in(phrase) for phrase in phrases if found_in(phrase)} == {}


def lines_of(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def test_no_honest_wording_is_flagged() -> None:
    sentences = lines_of("honest_wordings.txt")
    assert len(sentences) >= 30
    assert {one: found_in(one) for one in sentences if found_in(one)} == {}


def test_a_phrase_that_contains_its_own_fix_was_looked_at() -> None:
    """ "Global climate change" is no spun "climate change": a longer wording is often honest."""
    reviewed = set(lines_of("contain_their_fix.txt"))
    containing = {
        entry.phrase
        for entry in entries()
        if not entry.only_with
        and any(f" {fold(fix)} " in f" {fold(entry.phrase)} " for fix in entry.fixes)
    }
    assert containing - reviewed == set()
    assert reviewed - containing == set()


def test_honest_sentences_that_look_alike_are_not_flagged() -> None:
    text = """
    The calendar year ends in December, and the next seven days will be dry. In the 7 days after
    surgery patients stay under observation. Her husband or wife may sign. He joined forces with
    a partner. The section of the road near the post office was closed. Submit the form in
    Jerusalem. Her companions admired the amenities of the hotel. She lit a fire in the hearth.
    The car could be a bargain. An associate degree takes two years; the area unit is the acre.
    Within the city the navy has a base. We met earlier than planned. For example, some people
    never vote. The company pressured the supplier. It had developed into a port, and it turned
    out to be wrong. At the start of the year the measures were being taken. Weather changes.
    """
    assert found_in(text) == []


@pytest.mark.skipif(not DEV.is_dir(), reason="the annotated articles are not here")
@pytest.mark.parametrize("path", sorted(DEV.glob("*.clean.txt")), ids=lambda path: path.stem)
def test_honest_articles_are_not_flagged(path: Path) -> None:
    assert found_in(path.read_text(encoding="utf-8")) == []


def test_science_names_its_authors_and_licence() -> None:
    science = next(path for path in paths.starter_glossaries() if path.stem == "science")
    header = science.read_text(encoding="utf-8")[:1000]
    for text in ("Guillaume Cabanac", "Cyril Labbé", "Alexander Magazinov", "CC BY 4.0"):
        assert text in header


def test_inflected_places_get_an_inflected_fix() -> None:
    suspects = detect("She takes treatment of it from several points of check out.", knowledge())
    assert [re.sub(r"\s+", " ", s.candidates[0].text) for s in suspects] == [
        "takes care of",
        "points of view",
    ]


@pytest.mark.parametrize("layers", [(), starters()], ids=["none", "starters"])
def test_names_put_for_small_words_are_told_whatever_the_starters_mend_to(
    layers: tuple[Glossary, ...],
) -> None:
    text = (
        "The woman World Health Organization lives next door rich person a dog that sleeps "
        "astatine the foot of her bed. She walks successful the park each day, and volition talk "
        "to everybody she meets. Her son said that helium would beryllium home before dark, but "
        "information technology rained and the road was closed."
    )
    known = Knowledge(layers, load_reader(paths.resources()), inflection=inflection)
    found = {suspect.phrase for suspect in detect(text, known)}
    names = {"World Health Organization", "astatine", "successful", "volition", "helium"}
    assert found >= names | {"beryllium", "information technology"}
