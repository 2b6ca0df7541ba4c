"""The trigram model says what pocketsphinx itself says."""

import math
import random
from pathlib import Path

import numpy as np
import pytest

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.language_model import Phrases, Places
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.language.ngrams import NgramModel, decode, model_file

WORDS = (
    *("the", "united", "states", "said", "that", "prime", "minister", "of", "a", "country", "has"),
    *("been", "in", "white", "house", "for", "long", "time", "and", "he", "would", "be", "an"),
    *("interesting", "question", "national", "security", "with", "rocket", "fire"),
)


@pytest.fixture
def model(reader: NoisyChannelReader) -> NgramModel:
    assert isinstance(reader.model, NgramModel)
    return reader.model


def test_same_probabilities_as_pocketsphinx(model: NgramModel) -> None:
    from pocketsphinx import Config, LogMath, NGramModel  # noqa: PLC0415

    theirs = NGramModel(Config(), LogMath(1.0001), str(model_file()))
    rng = random.Random(1)  # noqa: S311
    runs = [[rng.choice(WORDS) for _ in range(3)] for _ in range(500)]
    runs += [list(WORDS[n : n + 3]) for n in range(len(WORDS) - 2)]
    ids = np.array([model.encode(run) for run in runs])
    none = np.full((len(runs), 2), model.unknown)
    words = np.full((len(runs), 4), -1)
    words[:, 0] = ids[:, 2]
    one = np.ones(len(runs), np.int64)
    ours = model.fit(Places(ids[:, :2], none), Phrases(np.arange(len(runs)), words, one))
    ours -= 2 * model.unigram[model.unknown]  # the unknown words on the right
    expected = [theirs.prob(run[::-1]) * math.log(1.0001) for run in runs]
    assert np.abs(ours - expected).max() < 2e-4


def test_unknown_words_have_one_number(model: NgramModel) -> None:
    assert model.encode(["fire", "zorblify", "2020"]).tolist() == [
        model.words["fire"],
        model.unknown,
        model.unknown,
    ]


def test_a_phrase_fits_better_where_it_belongs(model: NgramModel) -> None:
    left = model.encode(["the", "prime"])[None]
    right = model.encode(["said", "that"])[None]
    words = np.full((2, 4), -1)
    words[:, 0] = model.encode(["minister", "pastor"])
    fit = model.fit(Places(left, right), Phrases(np.zeros(2, np.int64), words, np.ones(2, int)))
    assert fit[0] > fit[1] + 3


@pytest.mark.parametrize("size", [0, 10, 5000])
def test_a_damaged_model_is_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "en.lm.bin"
    path.write_bytes(model_file().read_bytes()[:size])
    with pytest.raises(LanguageDataError, match="cannot be read"):
        decode(path)
