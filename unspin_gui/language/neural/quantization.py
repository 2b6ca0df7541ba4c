"""Weights in few bits, in blocks, as GGUF files store them.

The layouts of blocks are those of ggml: a scale, perhaps a minimum, and the packed numbers. Names
of types are ggml's, too.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import mmap

    from unspin_gui.core.noisy_channel.arrays import Floats

_Bytes = NDArray[np.uint8]
_F32, _F16, _Q4_0, _Q4_1, _Q5_0, _Q5_1, _Q8_0, _Q6_K, _BF16 = 0, 1, 2, 3, 6, 7, 8, 14, 30
LAYOUTS = {
    _F32: (1, 4),
    _F16: (1, 2),
    _BF16: (1, 2),
    _Q4_0: (32, 18),
    _Q4_1: (32, 20),
    _Q5_0: (32, 22),
    _Q5_1: (32, 24),
    _Q8_0: (32, 34),
    _Q6_K: (256, 210),
}
"""For each type of tensor, how many numbers and how many bytes a block has."""


def dequantized(data: "mmap.mmap", at: int, kind: int, shape: tuple[int, ...]) -> "Floats":
    """Return the numbers of a tensor that begins at byte `at` of the file."""
    block, size = LAYOUTS[kind]
    count = int(np.prod(shape)) // block
    rows = np.frombuffer(data, np.uint8, count * size, at).reshape(count, size)
    return _READERS[kind](rows).reshape(shape)


def dequantized_rows(
    data: "mmap.mmap", at: int, kind: int, width: int, rows: NDArray[np.int64]
) -> "Floats":
    """Return some rows of a matrix of `width` columns that begins at byte `at` of the file."""
    block, size = LAYOUTS[kind]
    last, blocks = int(rows.max(initial=0)) + 1, width // block
    table = np.frombuffer(data, np.uint8, last * blocks * size, at).reshape(last, -1)
    return _READERS[kind](table[rows].reshape(-1, size)).reshape(-1, width)


def _f32(rows: _Bytes) -> "Floats":
    return rows.view("<f4").astype(np.float32)


def _f16(rows: _Bytes) -> "Floats":
    return rows.view("<f2").astype(np.float32)


def _bf16(rows: _Bytes) -> "Floats":
    wide = rows.view("<u2").astype(np.uint32) << np.uint32(16)
    result: Floats = wide.view(np.float32)
    return result


def _half(rows: _Bytes, at: int) -> "Floats":
    """The 16-bit number at a byte of each block, as a column."""
    return np.ascontiguousarray(rows[:, at : at + 2]).view("<f2").astype(np.float32)


def _nibbles(packed: _Bytes) -> _Bytes:
    """The lower halves of all bytes of a block, then the upper ones."""
    return np.concatenate([packed & 15, packed >> 4], axis=1)


def _fifth_bits(rows: _Bytes, at: int) -> _Bytes:
    """Return the fifth bit, worth 16, of each number of a block, from four bytes of it."""
    bits = np.unpackbits(rows[:, at : at + 4], axis=1, bitorder="little")
    return bits << np.uint8(4)


def _q4_0(rows: _Bytes) -> "Floats":
    return _half(rows, 0) * (_nibbles(rows[:, 2:]).astype(np.float32) - np.float32(8))


def _q4_1(rows: _Bytes) -> "Floats":
    return _half(rows, 0) * _nibbles(rows[:, 4:]) + _half(rows, 2)


def _q5_0(rows: _Bytes) -> "Floats":
    whole = (_nibbles(rows[:, 6:]) | _fifth_bits(rows, 2)).astype(np.float32)
    return _half(rows, 0) * (whole - np.float32(16))


def _q5_1(rows: _Bytes) -> "Floats":
    return _half(rows, 0) * (_nibbles(rows[:, 8:]) | _fifth_bits(rows, 4)) + _half(rows, 2)


def _q8_0(rows: _Bytes) -> "Floats":
    numbers: Floats = np.ascontiguousarray(rows[:, 2:]).view(np.int8).astype(np.float32)
    return _half(rows, 0) * numbers


def _q6_k(rows: _Bytes) -> "Floats":
    """Two halves of 128 numbers: low four bits, high two bits, a scale for every sixteen."""
    low = rows[:, :128].reshape(-1, 2, 2, 32)
    high = rows[:, 128:192].reshape(-1, 2, 32)
    four = np.stack([low[:, :, 0] & 15, low[:, :, 1] & 15, low[:, :, 0] >> 4, low[:, :, 1] >> 4], 2)
    two = np.stack([(high >> np.uint8(2 * n)) & 3 for n in range(4)], axis=2)
    whole = (four | (two << np.uint8(4))).astype(np.float32) - np.float32(32)
    scales = np.ascontiguousarray(rows[:, 192:208]).view(np.int8).astype(np.float32)
    each = whole.reshape(-1, 16, 16) * scales[:, :, None]
    result: Floats = each.reshape(-1, 256) * _half(rows, 208)
    return result


_READERS: dict[int, Callable[[_Bytes], "Floats"]] = {
    _F32: _f32,
    _F16: _f16,
    _BF16: _bf16,
    _Q4_0: _q4_0,
    _Q4_1: _q4_1,
    _Q5_0: _q5_0,
    _Q5_1: _q5_1,
    _Q8_0: _q8_0,
    _Q6_K: _q6_k,
}
