"""The sketch of documents: what it sees of words, and that nothing depends on other documents."""

import json
from pathlib import Path

import numpy as np
import pytest

from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.noisy_channel.sketch.documents import SIZE, Eye, Sketch, features, parse_sketch
from unspin_gui.core.noisy_channel.sketch.substitutes import MOST, Substitutes
from unspin_gui.language.load import fingerprint, is_calibrated, load_reader, load_sketch
from unspin_gui.paths import resources

HONEST = (
    "The committee met on Tuesday to talk about the new road. Most of its members said that the "
    "old one was too narrow for the buses that bring children to school."
)
SPUN = (
    "The panel met on Tuesday to speak approximately the unused street. Most of its individuals "
    "said that the ancient one was as well limit for the buses that bring kids to school."
)
FRENCH = "Le comité s'est réuni mardi pour parler de la nouvelle route, trop étroite pour les bus."
DOCUMENTS = [[HONEST], [SPUN], [], [FRENCH, HONEST], ["Too short."], [HONEST, SPUN], [""]]


@pytest.fixture(scope="module")
def reader() -> NoisyChannelReader:
    return load_reader(resources())


@pytest.fixture(scope="module")
def sketch(reader: NoisyChannelReader) -> Sketch:
    return load_sketch(resources(), reader)


def substitutes_of(reader: NoisyChannelReader, words: str) -> list[set[str]]:
    made = Substitutes(reader.model, reader.channel, reader.parameters.candidate.weight)
    ids = reader.model.encode(words.split())
    counts, offered = made.count(ids), made.of(ids)
    found = [
        {reader.model.names[n] for n in offered.words[offered.owner == row]}
        for row in range(len(ids))
    ]
    assert counts.tolist() == [len(one) for one in found]
    return found


def test_a_word_has_its_likeliest_substitutes_in_its_own_form(reader: NoisyChannelReader) -> None:
    counterfeit, streets, the, nothing = substitutes_of(reader, "counterfeit streets the qqzzqq")
    assert {"fake", "false"} & counterfeit
    assert "roads" in streets
    assert "road" not in streets
    assert the == nothing == set()
    assert max(map(len, (counterfeit, streets))) <= MOST


def test_substitutes_are_the_same_whatever_was_looked_up_before(reader: NoisyChannelReader) -> None:
    words = "kids panel counterfeit met kids ancient"
    together = substitutes_of(reader, words)
    assert together == [substitutes_of(reader, word)[0] for word in words.split()]


def test_a_spun_document_has_higher_log_odds_than_its_original(sketch: Sketch) -> None:
    honest, spun = sketch.read([[HONEST], [SPUN]])
    assert spun.logit > honest.logit + 1
    assert sketch.probability(spun.logit) > sketch.probability(honest.logit)


def test_a_document_is_sketched_alike_alone_and_among_others(sketch: Sketch) -> None:
    together = sketch.read(DOCUMENTS)
    assert together == [sketch.read([document])[0] for document in DOCUMENTS]
    assert together[::-1] == sketch.read(DOCUMENTS[::-1])


def test_words_see_what_is_around_them_and_in_their_document_only(
    reader: NoisyChannelReader,
) -> None:
    eye = Eye.of(reader)
    alone, beside = eye.look([[SPUN]]), eye.look([[HONEST], [SPUN], [HONEST]])
    assert np.array_equal(alone.rows, beside.rows[beside.owner == 1])
    assert features(beside, np.zeros(len(beside.owner))).shape == (3, SIZE)


def test_it_says_like_the_detector_what_is_no_english_and_too_short(
    sketch: Sketch, reader: NoisyChannelReader
) -> None:
    for document, sketched in zip(DOCUMENTS, sketch.read(DOCUMENTS), strict=True):
        [(_, evidence)] = reader.read(["\n\n".join(document)], {})
        assert sketched.english == reader.is_english(evidence)
        assert sketched.told == (
            reader.document_prior([evidence]) is not None or not sketched.english
        )


@pytest.mark.parametrize("name", ["words", "document", "threshold", "sure", "scale"])
def test_a_damaged_sketch_is_refused(reader: NoisyChannelReader, name: str) -> None:
    data = json.loads((resources() / "language" / "sketch.json").read_bytes())
    with pytest.raises((KeyError, TypeError, ValueError)):
        parse_sketch({**data, name: []}, reader)
    del data[name]
    with pytest.raises(KeyError):
        parse_sketch(data, reader)


@pytest.mark.parametrize("name", ["calibration.json", "sketch.json"])
def test_probabilities_were_fitted_to_the_detector_that_ships(name: str) -> None:
    told = json.loads((resources() / "language" / name).read_bytes())["made for"]
    assert told == fingerprint(resources()), "run tools/calibrate.py --write"


def test_other_weights_have_another_fingerprint(tmp_path: Path) -> None:
    folder = tmp_path / "language"
    folder.mkdir()
    for path in (resources() / "language").iterdir():
        (folder / path.name).symlink_to(path)
    assert fingerprint(tmp_path) == fingerprint(resources())
    assert is_calibrated(tmp_path)
    weights = (folder / "weights.json").read_bytes()
    (folder / "weights.json").unlink()
    (folder / "weights.json").write_bytes(weights + b" ")
    assert fingerprint(tmp_path) != fingerprint(resources())
    assert not is_calibrated(tmp_path)
