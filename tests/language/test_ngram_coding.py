"""The coded language model is the model, and the tool that makes it reads what it should."""

import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.language.ngram_coding import compact, expand

TOOLS = Path(__file__).resolve().parents[2] / "tools"
WORDS = 40
BIGRAMS = st.sets(st.tuples(st.integers(0, WORDS - 1), st.integers(0, WORDS - 1)))


def model(bigrams: set[tuple[int, int]], trigrams: set[tuple[int, int, int]]) -> dict:
    """Arrays of a model: keys from the last word to the first, other numbers by their place."""
    two = np.array(sorted(last * WORDS + first for first, last in bigrams), np.int64)
    keys = [two.searchsorted(c * WORDS + b) * WORDS + a for a, b, c in trigrams]
    three = np.array(sorted(keys), np.int64)
    return {
        "lm.names": np.frombuffer(b"a\0b\0", np.uint8),
        "lm.one": np.linspace(-9, -1, 2 * WORDS, dtype=np.float32).reshape(2, WORDS),
        "lm.tables": np.linspace(-3, 0, 12, dtype=np.float32).reshape(3, 4),
        "lm.two": two,
        "lm.two_b": (np.arange(len(two)) * 777 % 65536).astype(np.uint16),
        "lm.two_p": (np.arange(len(two)) * 333 % 65536).astype(np.uint16),
        "lm.three": three,
        "lm.three_p": (np.arange(len(three)) * 555 % 65536).astype(np.uint16),
    }


@given(bigrams=BIGRAMS, data=st.data())
def test_what_was_coded_comes_back(bigrams: set[tuple[int, int]], data: st.DataObject) -> None:
    chains = sorted((a, b, d) for a, b in bigrams for c, d in bigrams if b == c)
    trigrams = data.draw(st.sets(st.sampled_from(chains))) if chains else set()
    whole = model(bigrams, trigrams)
    back = expand(compact(whole))
    assert set(back) == set(whole)
    for name, array in whole.items():
        assert back[name].dtype == array.dtype, name
        assert back[name].tolist() == array.tolist(), name


def test_a_trigram_without_its_first_bigram_cannot_be_coded() -> None:
    with pytest.raises(ValueError, match="bigram"):
        compact(model({(1, 2), (3, 2)}, {(5, 1, 2)}))


@pytest.mark.parametrize("name", ["lm.one", "lm.two_count", "lm.three_count", "lm.three_step"])
def test_a_part_too_few_is_told(name: str) -> None:
    coded = compact(model({(1, 2), (2, 3), (0, 1)}, {(1, 2, 3), (0, 1, 2)}))
    del coded[name]
    with pytest.raises(LanguageDataError, match="damaged"):
        expand(coded)


def trie() -> bytes:
    """A file of the words a, b, c with the bigrams (a, b), (b, c) and the trigram (a, b, c)."""
    words = 3
    data = b"Trie Language Model" + struct.pack("<B4I", 3, words, 2, 1, 1)
    tables = np.zeros((3, 65536), "<f4")
    tables[0, 7], tables[1, 8], tables[2, 9] = -10_000, -20_000, -30_000
    data += tables.tobytes()
    for number, follows in enumerate([0, 0, 1, 2]):  # nothing ends in a; (a, b) in b; (b, c) in c
        data += struct.pack("<ffI", -1000.0 * number, 0.0, follows)
    two = 0
    for row, (word, first) in enumerate([(0, 0), (1, 0), (0, 1)]):
        two |= (word | 8 << 17 | 7 << 33 | first << 49) << 70 * row
    data += two.to_bytes(3 * 70 // 8 + 1 + 8, "little")
    data += (0 | 9 << 17).to_bytes(2 * 33 // 8 + 1 + 8, "little")
    return data + struct.pack("<I", 6) + b"a\0b\0c\0"


def test_the_file_of_the_wheel_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    import trie_model  # noqa: PLC0415

    logs = [-1e4 * n * np.log(1.0001) for n in (1, 2, 3)]
    read = trie_model.decode(trie())
    assert read["lm.names"].tobytes() == b"a\0b\0c\0"
    assert read["lm.two"].tolist() == [1 * 3 + 0, 2 * 3 + 1]
    assert read["lm.three"].tolist() == [1 * 3 + 0]  # a before the second bigram
    assert read["lm.tables"][[0, 1, 2], [7, 8, 9]] == pytest.approx(logs)
    assert (read["lm.two_p"][0], read["lm.two_b"][0], read["lm.three_p"][0]) == (7, 8, 9)
    for size in (0, 10, 5000):
        with pytest.raises(ValueError, match="cannot be read"):
            trie_model.decode(trie()[:size])
    sys.modules.pop("trie_model")
