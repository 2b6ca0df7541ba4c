"""The words of the language model and their numbers, without an object for each word.

A hundred thousand strings in a dict take more memory than half of the n-grams, and creating them
takes longer than reading a page; a text has a few thousand words. So all names stay in one array of
bytes, and a hash table with linear probing (Knuth, The Art of Computer Programming 3, 6.4) maps
words to numbers. Words of the model are cached once they were looked up; others, of which a corpus
has millions, are not.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array

_NONE = -1


def numbered(lists: "Iterable[Array]") -> "dict[str, Array]":
    """Return the arrays of `Names` and `Numbers` from lists of words, UTF-8, each ended by NUL."""
    data = np.concatenate([np.asarray(words, np.uint8) for words in lists])
    words = data.tobytes().split(b"\0")[:-1]
    slots = [_NONE] * (1 << (2 * len(words)).bit_length())
    for number, word in enumerate(words):
        at = zlib.crc32(word) % len(slots)
        while slots[at] != _NONE:
            at = (at + 1) % len(slots)
        slots[at] = number
    starts = np.append(0, np.flatnonzero(data == 0) + 1)
    return {
        "wo.names": data,
        "wo.starts": starts.astype(np.uint32),
        "wo.slots": np.array(slots, np.int32),
    }


class Names(dict[int, str]):
    """The word of each number; that of the number after the last, for unknown words, is empty.

    It caches the words that were looked up, and decodes others.
    """

    def __init__(self, arrays: "Mapping[str, Array]") -> None:
        super().__init__()
        self._data = np.asarray(arrays["wo.names"], np.uint8).data
        self._starts = np.asarray(arrays["wo.starts"], np.uint32).data
        self.count = len(self._starts) - 1

    def __missing__(self, number: int) -> str:
        word = str(self.encoded(number), "utf-8") if number < self.count else ""
        self[number] = word
        return word

    def encoded(self, number: int) -> bytes:
        """Return the word of a number, in UTF-8."""
        return bytes(self._data[self._starts[number] : self._starts[number + 1] - 1])


class Numbers(Mapping[str, int]):
    """The number of each word."""

    def __init__(self, arrays: "Mapping[str, Array]", names: Names) -> None:
        self._found = _Found(np.asarray(arrays["wo.slots"], np.int32).data, names)
        self._names = names

    def __getitem__(self, word: str) -> int:
        number = self._found[word]
        if number == _NONE:
            raise KeyError(word)
        return number

    def get(self, word: str, default=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """Do the same as in any mapping, without an intermediate KeyError."""
        number = self._found[word]
        return default if number == _NONE else number

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._found[word] != _NONE

    def __len__(self) -> int:
        return self._names.count

    def __iter__(self) -> Iterator[str]:
        return (self._names[number] for number in range(len(self)))


class Encoding(dict[str, int]):
    """The number that each word is read as: its own, another's, or `unknown`.

    `instead` has those read as another's; the rest is looked up on demand and cached if known.
    """

    def __init__(self, numbers: Numbers, unknown: int, instead: Mapping[str, int]) -> None:
        super().__init__(instead)
        self._numbers, self._unknown = numbers, unknown

    def __missing__(self, word: str) -> int:
        number: int = self._numbers.get(word, self._unknown)
        if number != self._unknown:
            self[word] = number
        return number


class _Found(dict[str, int]):
    """Caches the numbers of known words; looks up any other, which gives `_NONE` if unknown."""

    def __init__(self, slots: memoryview, names: Names) -> None:
        super().__init__()
        self._slots, self._names = slots, names

    def __missing__(self, word: str) -> int:
        slots, sought = self._slots, word.encode("utf-8", "surrogatepass")
        at = zlib.crc32(sought) % len(slots)
        while (number := slots[at]) != _NONE and self._names.encoded(number) != sought:
            at = (at + 1) % len(slots)
        if number != _NONE:
            self[word] = number
        return number
