"""The trigram model says what the program it comes from says."""

from pathlib import Path

import numpy as np
import pytest

from unspin_gui.core.noisy_channel.language_model import Phrases, Places
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.language.ngrams import NgramModel

PROBABILITIES = Path(__file__).with_name("pocketsphinx.tsv")
"""Log probability that pocketsphinx 5.1.1 gives the last of three words (NGramModel.prob)."""


@pytest.fixture
def model(reader: NoisyChannelReader) -> NgramModel:
    assert isinstance(reader.model, NgramModel)
    return reader.model


def test_same_probabilities_as_pocketsphinx(model: NgramModel) -> None:
    rows = [line.split("\t") for line in PROBABILITIES.read_text("utf-8").splitlines()]
    ids = np.array([model.encode(row[:3]) for row in rows])
    none = np.full((len(rows), 2), model.unknown)
    words = np.full((len(rows), 4), -1)
    words[:, 0] = ids[:, 2]
    one = np.ones(len(rows), np.int64)
    ours = model.fit(Places(ids[:, :2], none), Phrases(np.arange(len(rows)), words, one))
    ours -= 2 * model.unigram[model.unknown]  # the unknown words on the right
    assert np.abs(ours - [float(row[3]) for row in rows]).max() < 2e-4


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
