"""Word vectors: what a place is about, and which words go with it."""

import numpy as np
import pytest

from unspin_gui.core.noisy_channel.embeddings import AROUND, WordVectors, unpacked
from unspin_gui.core.noisy_channel.features import words_of
from unspin_gui.core.noisy_channel.language_model import LanguageModel
from unspin_gui.core.noisy_channel.sentences import read_sentences
from unspin_gui.core.noisy_channel.usage import WordUsage

WORDS = sorted(["<s>", "</s>", "rocket", "fire", "hearth", "soup", "the", "camp"])
ABOUT = {"rocket": (7, 0), "fire": (7, 1), "soup": (0, 7), "hearth": (1, 7), "camp": (7, 7)}


class Model:
    """A vocabulary without a language model."""

    def __init__(self) -> None:
        self.words = {word: number for number, word in enumerate(WORDS)}
        self.names = (*WORDS, "")
        self.unknown = self.outside = len(WORDS)
        self.unigram = np.full(len(WORDS) + 1, -9.0, np.float32)

    def encode(self, words: list[str]) -> np.ndarray:
        return np.array([self.words.get(word, self.unknown) for word in words], np.int64)


@pytest.fixture
def model() -> LanguageModel:
    return Model()  # type: ignore[return-value]


@pytest.fixture
def vectors(model: LanguageModel) -> WordVectors:
    """Two things to be about: weapons and kitchens."""
    words = [model.words[word] for word in ABOUT]
    halves = [[(a + 8) << 4 | (b + 8)] for a, b in ABOUT.values()]
    arrays = {
        "co.words": np.array(words, np.uint32),
        "co.vectors": np.array(halves, np.uint8),
        "co.scale": np.array([0.5, 0.5], np.float32),
    }
    return WordVectors(unpacked(arrays), model, np.zeros(model.unknown + 1, np.bool_))


def goes(
    text: str, place: int, wording: str, vectors: WordVectors, model: LanguageModel
) -> np.ndarray:
    """How a wording goes with what is around a token and with the text."""
    sentences = read_sentences([text], model)
    first = np.flatnonzero(sentences.is_word)[[place]]
    words = words_of(first, np.array([1]), sentences.ids)
    used = np.zeros(model.unknown + 1, np.float32)
    for word in text.lower().split():
        used[model.words.get(word.strip("."), model.unknown)] += 1
    usage = WordUsage(used[None], np.zeros(1, np.int64))
    context = vectors.context(sentences, first, words, usage)
    ids = np.full((1, 4), -1)
    parts = model.encode(wording.split())
    ids[0, : len(parts)] = parts
    return vectors.similarities(context, np.zeros(1, np.int64), ids)[:2, 0]


def test_a_word_goes_with_what_the_text_is_about(
    vectors: WordVectors, model: LanguageModel
) -> None:
    fire = goes("the rocket hearth the rocket", 2, "fire", vectors, model)
    hearth = goes("the rocket hearth the rocket", 2, "hearth", vectors, model)
    assert (fire > hearth + 0.5).all()


def test_a_span_does_not_speak_for_itself(vectors: WordVectors, model: LanguageModel) -> None:
    around, text = goes("the hearth the", 1, "hearth", vectors, model)
    assert (around, text) == (0, 0)


def test_what_is_far_away_is_heard_in_the_text_only(
    vectors: WordVectors, model: LanguageModel
) -> None:
    far = " ".join(["rocket", *["the"] * AROUND, "hearth"])
    around, text = goes(far, AROUND + 1, "fire", vectors, model)
    assert around == 0
    assert text > 0.9


def test_several_words_are_about_what_each_of_them_is(
    vectors: WordVectors, model: LanguageModel
) -> None:
    both = goes("the rocket soup", 1, "fire hearth", vectors, model)
    camp = goes("the rocket soup", 1, "camp", vectors, model)
    assert both == pytest.approx(camp, abs=5e-4)  # vectors are kept in half precision


def test_small_words_have_no_say(model: LanguageModel, vectors: WordVectors) -> None:
    small = np.zeros(model.unknown + 1, np.bool_)
    small[model.words["rocket"]] = True
    arrays = {
        "co.words": np.array([model.words["rocket"], model.words["fire"]], np.uint32),
        "co.vectors": np.array([[15 << 4 | 8], [15 << 4 | 9]], np.uint8),
        "co.scale": np.array([0.5, 0.5], np.float32),
    }
    silent = WordVectors(unpacked(arrays), model, small)
    assert (goes("the rocket hearth", 2, "fire", silent, model) == 0).all()
    assert (goes("the rocket hearth", 2, "fire", vectors, model) > 0.9).all()
