"""Which words keep company: what is heard at a place, and which words belong there."""

import numpy as np
import pytest

from unspin_gui.core.company import OFFSETS, Company
from unspin_gui.core.context_model import ContextModel
from unspin_gui.core.sentences import read_sentences

WORDS = sorted(["<s>", "</s>", "rocket", "fire", "hearth", "soup", "the"])
SIZE = len(WORDS)


class Model:
    """A vocabulary without a language model."""

    def __init__(self) -> None:
        self.words = {word: number for number, word in enumerate(WORDS)}
        self.names = (*WORDS, "")
        self.unknown = SIZE
        self.unigram = np.full(SIZE + 1, -9.0, np.float32)

    def encode(self, words: list[str]) -> np.ndarray:
        return np.array([self.words.get(word, self.unknown) for word in words], np.int64)


@pytest.fixture
def model() -> ContextModel:
    return Model()  # type: ignore[return-value]


@pytest.fixture
def company(model: ContextModel) -> Company:
    """A company in which "fire" goes with "rocket" and "hearth" with "soup", wherever they are."""
    turn = np.zeros((SIZE, SIZE), np.float32)
    turn[model.words["rocket"], model.words["fire"]] = 1
    turn[model.words["soup"], model.words["hearth"]] = 1
    bias = np.zeros(SIZE, np.float16)
    bias[model.words["the"]] = np.nan
    arrays = {
        "co.words": np.arange(SIZE, dtype=np.uint32),
        "co.vectors": np.eye(SIZE, dtype=np.int8),
        "co.scale": np.ones(SIZE, np.float32),
        "co.bias": bias,
        "co.turn": np.stack([turn] * (len(OFFSETS) + 1)).astype(np.float16),
    }
    return Company(arrays, model)


def belonging(company: Company, model: ContextModel, texts: list[str], word: str) -> list[float]:
    """How well a word would belong to every place of the texts where "hearth" stands."""
    sentences = read_sentences(texts, model)
    first = np.flatnonzero(sentences.ids == model.words["hearth"])
    words = np.full((len(first), 4), -1, np.int64)
    words[:, 0] = model.words["hearth"]
    heard = company.heard(sentences, first, words, np.zeros(SIZE + 1, np.float32))
    words[:, 0] = model.words[word]
    found: list[float] = company.fit(heard, np.arange(len(first)), words).tolist()
    return found


def test_a_word_belongs_where_its_company_is(company: Company, model: ContextModel) -> None:
    texts = ["the rocket hearth"]
    assert belonging(company, model, texts, "fire") > belonging(company, model, texts, "hearth")
    texts = ["the soup the hearth"]
    assert belonging(company, model, texts, "fire") < belonging(company, model, texts, "hearth")


def test_words_of_another_text_are_not_heard(company: Company, model: ContextModel) -> None:
    assert belonging(company, model, ["rocket", "hearth", "rocket"], "fire") == [0]


def test_a_place_is_heard_alike_in_every_batch(company: Company, model: ContextModel) -> None:
    alone = belonging(company, model, ["rocket the hearth"], "fire")
    many = belonging(company, model, ["soup hearth"] * 70 + ["rocket the hearth"], "fire")
    assert many[-1:] == alone


def test_words_that_are_not_judged_say_nothing(company: Company, model: ContextModel) -> None:
    assert belonging(company, model, ["rocket hearth"], "the") == [0]
