"""Hash tables of n-grams, which find each of a batch in one or two probes.

Open addressing with double hashing (Knuth, The Art of Computer Programming 3, 6.4). Keys are mixed
one-to-one; a slot stores only the part of the mixed key that its position and the number of probes
do not determine, so that checks are exact.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array, Bools, Ints

WORD, PAIR, TRIPLE = 17, 34, 39
"""Bits of a word's number, of a bigram's key, and of a trigram's (slot of its bigram, word)."""
_SLOT, _TRIES = 22, 63
_SLOTS = 1 << _SLOT
"""Slots of a table, at most half of them full; the most probes for a key."""
_MULTIPLIER = 0x2545F491
"""Odd, so that multiplying by it modulo a power of two is one-to-one."""


def hashed(arrays: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """The arrays of an `NgramModel` from those with sorted keys (`ngram_coding.expand`).

    Raises:
        LanguageDataError: they do not belong together, or there are too many n-grams.
    """
    words = arrays["lm.one"].shape[1]
    if max(len(arrays["lm.two"]), len(arrays["lm.three"])) > _SLOTS // 2 or words >> WORD:
        raise LanguageDataError(Message("the language model is damaged"))
    second, first = np.divmod(arrays["lm.two"], words)
    checks, slots = _table((second << WORD) | first, PAIR)
    pair, before = np.divmod(arrays["lm.three"], words)
    triple_checks, triple_slots = _table((slots[pair] << WORD) | before, TRIPLE)
    return {
        **{name: arrays[f"lm.{name[3:]}"] for name in ("lm.names", "lm.one", "lm.tables")},
        "lm.two": checks,
        "lm.two_p": _placed(arrays["lm.two_p"], slots),
        "lm.two_b": _placed(arrays["lm.two_b"], slots),
        "lm.three": triple_checks,
        "lm.three_p": _placed(arrays["lm.three_p"], triple_slots),
    }


def found(checks: "Array", keys: "Ints", wanted: "Bools | None", bits: int) -> "Ints":
    """The slot of each wanted key in a table, -1 if it is not there."""
    result = np.full(len(keys), -1, np.int64)
    left = np.arange(len(keys)) if wanted is None else np.flatnonzero(wanted)
    home, rest = _mixed(keys[left], bits)
    for tried in range(_TRIES):
        slot = _slot(home, rest, tried)
        there = checks[slot]
        hit = there == _check(rest, tried)
        result[left[hit]] = slot[hit]
        more = np.flatnonzero((there != 0) & ~hit)
        if not len(more):
            break
        left, home, rest = left[more], home[more], rest[more]
    return result


def _placed(values: "Array", slots: "Ints") -> "Array":
    """Values of 16 bits in the order of a table's slots."""
    table = np.zeros(_SLOTS, np.uint16)
    table[slots] = values
    return table


def _table(keys: "Ints", bits: int) -> tuple["Array", "Ints"]:
    """The checks of the slots of a table for keys of `bits` bits, and the slot of each key."""
    checks, owner = np.zeros(_SLOTS, np.uint32), np.zeros(_SLOTS, np.int32)
    slots = np.zeros(len(keys), np.int64)
    left, (home, rest) = np.arange(len(keys), dtype=np.int32), _mixed(keys, bits)
    for tried in range(_TRIES):
        slot = _slot(home, rest, tried)
        free = np.flatnonzero(checks[slot] == 0)
        owner[slot[free]] = left[free]  # of several keys the last one wins
        won = free[owner[slot[free]] == left[free]]
        checks[slot[won]] = _check(rest[won], tried)
        slots[left[won]] = slot[won]
        lost = np.ones(len(left), np.bool_)
        lost[won] = False
        left, home, rest = left[lost], home[lost], rest[lost]
        if not len(left):
            return checks, slots
    raise LanguageDataError(Message("the language model is damaged"))


def _mixed(keys: "Ints", bits: int) -> tuple["Ints", "Ints"]:
    """The first slot of each key, and the part of the mixed key that it does not determine."""
    mask = (1 << bits) - 1
    mixed = (keys * _MULTIPLIER) & mask
    mixed ^= mixed >> (bits // 2)
    mixed = (mixed * _MULTIPLIER) & mask
    low = bits - _SLOT
    return mixed >> low, mixed & ((1 << low) - 1)


def _slot(home: "Ints", rest: "Ints", tried: int) -> "Ints":
    """The slot of each key at each probe."""
    return (home + tried * (2 * rest + 1)) & (_SLOTS - 1) if tried else home


def _check(rest: "Ints", tried: int) -> "Array":
    return ((rest << 6) | (tried + 1)).astype(np.uint32)
