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
    from unspin_gui.core.noisy_channel.arrays import Array, Ints

WORD, PAIR, TRIPLE = 17, 33, 39
"""Bits of a word's number, of a bigram's key (the second word times the number of words, plus the
first), and of a trigram's (slot of its bigram, word).
"""
_SLOT, _TRY = 22, 5
_SLOTS, _TRIES = 1 << _SLOT, (1 << _TRY) - 1
"""Slots of a table, at most half of them full; the most probes for a key."""
_MULTIPLIER = 0x2545F491
"""Odd, so that multiplying by it modulo a power of two is one-to-one."""


def hashed(arrays: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """Return the arrays of an `NgramModel` from those with sorted keys (`ngram_coding.expand`).

    Raises:
        LanguageDataError: they do not belong together, or there are too many n-grams.
    """
    words = arrays["lm.one"].shape[1]
    if max(len(arrays["lm.two"]), len(arrays["lm.three"])) > _SLOTS // 2 or words**2 >> PAIR:
        raise LanguageDataError(Message("the language model is damaged"))
    checks, slots = _table(arrays["lm.two"].astype(np.int64), PAIR)
    pair, before = np.divmod(arrays["lm.three"], words)
    triple_checks, triple_slots = _table((slots[pair] << WORD) | before, TRIPLE)
    return {
        **{name: arrays[name] for name in ("lm.one", "lm.tables")},
        "lm.two": checks,
        "lm.two_p": _placed(arrays["lm.two_p"], slots),
        "lm.two_b": _placed(arrays["lm.two_b"], slots),
        "lm.three": triple_checks,
        "lm.three_p": _placed(arrays["lm.three_p"], triple_slots),
    }


def slots_of(checks: "Array", keys: "Ints", bits: int) -> "Ints":
    """Return the slot of each key in a table; -1 if it is not there."""
    home, rest = _mixed(keys, bits)
    result, left = np.full(len(keys), -1, np.int64), np.arange(len(keys))
    for tried in range(_TRIES):
        slot = _slot(home, rest, tried)
        there = checks.take(slot)
        hit = there == _check(rest, tried, bits)
        found = np.flatnonzero(hit)
        result[left.take(found)] = slot.take(found)
        more = np.flatnonzero((there != 0) & ~hit)
        if not len(more):
            break
        left, home, rest = left.take(more), home.take(more), rest.take(more)
    return result


def _placed(values: "Array", slots: "Ints") -> "Array":
    """Return 16-bit values in the order of a table's slots."""
    table = np.zeros(_SLOTS, np.uint16)
    table[slots] = values
    return table


def _table(keys: "Ints", bits: int) -> tuple["Array", "Ints"]:
    """Return the checks of a table's slots for keys of `bits` bits, and the slot of each key."""
    checks, owner = np.zeros(_SLOTS, _type(bits)), np.zeros(_SLOTS, np.int32)
    slots = np.zeros(len(keys), np.int64)
    left, (home, rest) = np.arange(len(keys), dtype=np.int32), _mixed(keys, bits)
    for tried in range(_TRIES):
        slot = _slot(home, rest, tried)
        free = np.flatnonzero(checks[slot] == 0)
        owner[slot[free]] = left[free]  # of several keys the last one wins
        won = free[owner[slot[free]] == left[free]]
        checks[slot[won]] = _check(rest[won], tried, bits)
        slots[left[won]] = slot[won]
        lost = np.ones(len(left), np.bool_)
        lost[won] = False
        left, home, rest = left[lost], home[lost], rest[lost]
        if not len(left):
            return checks, slots
    raise LanguageDataError(Message("the language model is damaged"))


def _mixed(keys: "Ints", bits: int) -> tuple["Ints", "Ints"]:
    """Return the first slot of each key, and the part of the mixed key it does not determine."""
    mask = (1 << bits) - 1
    mixed = (keys * _MULTIPLIER) & mask
    mixed ^= mixed >> (bits // 2)
    mixed = (mixed * _MULTIPLIER) & mask
    low = bits - _SLOT
    return mixed >> low, mixed & ((1 << low) - 1)


def _slot(home: "Ints", rest: "Ints", tried: int) -> "Ints":
    """The slot of each key at each probe."""
    return (home + tried * (2 * rest + 1)) & (_SLOTS - 1) if tried else home


def _check(rest: "Ints", tried: int, bits: int) -> "Array":
    return ((rest << _TRY) | (tried + 1)).astype(_type(bits))


def _type(bits: int) -> "type[np.uint16 | np.uint32]":
    """Return the type of the checks for keys of `bits` bits: remaining bits, and the probes."""
    return np.uint16 if bits - _SLOT + _TRY <= 16 else np.uint32
