"""British and American spellings: neither is a sign of spinning, and each text keeps its own."""

from collections import Counter

import pytest

from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.text.spellings import Spellings

PAIRS = {"colour": "color", "organise": "organize", "centre": "center", "analyse": "analyze"}
NAMES = ("color", "organize", "center", "colour", "house")
SPUN = (
    "The troops came under rocket hearth near the {harbor} on Monday. The Section of {Defense} "
    "said that the assaults on {neighboring} villages were carried out in opposition to the "
    "government, and that the {behavior} of the {organization} had been noted."
)
AMERICAN = {name: name for name in ("harbor", "Defense", "neighboring", "behavior", "organization")}
BRITISH = {
    "harbor": "harbour",
    "Defense": "Defence",
    "neighboring": "neighbouring",
    "behavior": "behaviour",
    "organization": "organisation",
}


def told(reader: NoisyChannelReader, text: str) -> list[tuple[int, float, list[str]]]:
    """The words of each span by number, its log odds and what is offered."""
    counts = Counter(text.lower().replace(".", "").replace(",", "").split())
    ((readings, _),) = reader.read([text], counts)
    return [
        (text[: one.span.start].count(" "), one.logit, [c.text for c in one.candidates])
        for one in readings
    ]


def test_a_text_is_read_alike_in_both_spellings(reader: NoisyChannelReader) -> None:
    american, british = (told(reader, SPUN.format(**words)) for words in (AMERICAN, BRITISH))
    assert [row[0] for row in american] == [row[0] for row in british]
    assert [row[1] for row in british] == pytest.approx([row[1] for row in american], abs=0.3)


@pytest.mark.parametrize("words", [AMERICAN, BRITISH])
def test_the_other_spelling_of_a_word_is_never_offered(
    reader: NoisyChannelReader, words: dict[str, str]
) -> None:
    text = SPUN.format(**words)
    offered = {fix for _, _, fixes in told(reader, text) for fix in fixes}
    others = AMERICAN if words is BRITISH else BRITISH
    assert not offered & {word.lower() for word in others.values()}


def test_what_is_offered_is_spelt_like_the_text(reader: NoisyChannelReader) -> None:
    for words, own, other in ((AMERICAN, "center", "centre"), (BRITISH, "centre", "center")):
        text = SPUN.format(**words) + " They met at the middle of the town."
        offered = {word for _, _, fixes in told(reader, text) for f in fixes for word in f.split()}
        assert own in offered, text
        assert other not in offered, text


def test_a_word_is_read_as_the_spelling_that_is_known_better(reader: NoisyChannelReader) -> None:
    ids = reader.model.encode(["neighbouring", "neighboring", "labour", "labor", "xyzzyx"])
    assert ids[0] == ids[1]
    assert ids[2] != ids[3]  # "labour" is the more frequent one: parties have it in their names
    assert ids[4] == reader.model.unknown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a house", NAMES),
        ("a colour", NAMES),
        ("colour centre", ("colour", "organise", "centre", "colour", "house")),
        ("colour centre organize", ("colour", "organize", "centre", "colour", "house")),
        ("colour centre organize analyse", ("colour", "organise", "centre", "colour", "house")),
        ("color center", ("color", "organize", "center", "color", "house")),
        ("colour color center centre", NAMES),
    ],
)
def test_names_follow_the_text(text: str, expected: tuple[str, ...]) -> None:
    spelt = Spellings(PAIRS).names(Counter(text.split()), dict(enumerate(NAMES)))
    assert tuple(spelt[number] for number in range(len(NAMES))) == expected


def test_twins_are_pairs_of_which_the_vocabulary_has_both() -> None:
    assert Spellings(PAIRS).twins({"colour": 4, "color": 7, "centre": 9}) == {4: 7, 7: 4}
