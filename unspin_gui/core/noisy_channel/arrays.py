"""The types of numpy arrays that the noisy channel computes with, and how they are sorted.

Sorting is exact and stable, by radix: keys are sorted digit by digit, the last digit first (Knuth,
The Art of Computer Programming 3, 5.2.5). numpy sorts digits of 16 bits by counting, which takes a
tenth of the time of comparing.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Small = NDArray[np.int8]
Words = NDArray[np.int32] | NDArray[np.int64]
"""Numbers of words; those of candidates, which are many, take half the space."""
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Bools = NDArray[np.bool_]
Array = NDArray[np.generic]

_DIGIT = 16
_SIGN = np.int64(1) << 31


def by_key(keys: Ints, bits: int, order: Ints | None = None) -> Ints:
    """The order that sorts keys of `bits` bits, none negative; equal ones stay in `order`."""
    for shift in range(0, bits, _DIGIT):
        now = keys if order is None else keys.take(order)
        step = np.argsort((now >> shift).astype(np.uint16), kind="stable")
        order = step if order is None else order.take(step)
    return np.arange(len(keys)) if order is None else order


def best_first(owner: Ints, scores: Floats) -> Ints:
    """The order by owner and descending score; equal ones stay in order."""
    falling = by_key(_ranks(scores), 32)
    return by_key(owner, int(owner.max(initial=0)).bit_length(), falling)


def starts_of(ordered: Ints) -> Ints:
    """The row where each distinct value first occurs in ordered values."""
    # numpy.unique does the same, but loads numpy.ma, which takes as long as reading a page.
    if not len(ordered):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))


def _ranks(scores: Floats) -> Ints:
    """Whole numbers below 2 ** 32 in the opposite order of the scores."""
    # IEEE 754: the bits of positive numbers are ordered like the numbers, those of negative ones in
    # reverse. Adding 0 makes -0 equal to 0.
    bits = (scores + np.float32(0)).view(np.int32).astype(np.int64)
    return np.where(bits < 0, bits + 2 * _SIGN, _SIGN - 1 - bits)
