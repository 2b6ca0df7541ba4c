"""Matrices of weights in one byte each, except for a few inputs that are far louder than others.

In language models a few inputs of a matrix are many times as large as all others, whatever the text
(Dettmers et al. 2022, "LLM.int8()"): the weights of these stay in floats, and the rest lose hardly
anything in a byte. Which inputs are loud is measured on a sample.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.language.neural.products import Product

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints
    from unspin_gui.language.neural.kept import Arrays
    from unspin_gui.language.neural.products import Bytes, Prepared

LOUD = 32
"""How many inputs of a matrix stay in floats."""


class ExactMatrix:
    """A matrix in floats, (inputs, outputs), that measures how loud its inputs are in a sample."""

    def __init__(self, *parts: "Floats") -> None:
        self.weights = np.concatenate(parts).T
        self.loudest = np.zeros(len(self.weights), np.float32)

    def __call__(self, inputs: "Floats") -> "Floats":
        """Return the product with each row of `inputs`."""
        self.loudest = loudness(inputs)
        product: Floats = inputs @ self.weights
        return product


def loudness(inputs: "Floats") -> "Floats":
    """Return the greatest absolute value of each input over some rows."""
    loudest: Floats = np.abs(inputs).max(axis=0)
    return loudest


class Int8Matrix(NamedTuple):
    """A matrix of weights, (inputs, outputs), one byte per weight, with a scale for each output.

    The weights of the `loud` inputs are in floats, and 0 among the others.
    """

    weights: "Bytes"
    scale: "Floats"
    loud: "Ints"
    loud_weights: "Floats"
    product: Product

    @classmethod
    def stored(cls, arrays: "Arrays", name: str, product: Product) -> "Int8Matrix":
        """Return the matrix whose arrays `in_int8` stored under this name."""
        return cls._make([*(arrays[name + part] for part in STORED), product])

    def __call__(self, inputs: "Floats") -> "Floats":
        """Return the product with each row of `inputs`."""
        return self.times(self.prepared(inputs))

    def prepared(self, inputs: "Floats") -> "Prepared":
        """Prepare inputs for `times`; they serve all matrices with the same loud inputs."""
        return self.product.prepared(inputs, self.loud)

    def times(self, prepared: "Prepared") -> "Floats":
        """Return the product with each row of inputs."""
        result = self.product(prepared, self.weights, self.scale)
        result += prepared.loud @ self.loud_weights
        return result


STORED = Int8Matrix._fields[:-1]
"""The names of the stored arrays of a matrix."""


def in_int8(name: str, weights: "Floats", loudest: "Floats") -> "Arrays":
    """Return the arrays of a matrix with these weights and loud inputs, named from `name` on."""
    count = min(LOUD, len(weights) // 2)
    loud = np.sort(np.argsort(-loudest, kind="stable")[:count])
    quiet = weights.copy()
    quiet[loud] = 0
    scale = np.maximum(np.abs(quiet).max(axis=0), np.float32(1e-12)) / np.float32(127)
    quiet /= scale
    arrays = np.rint(quiet).astype(np.int8), scale, loud, weights[loud]
    names = (name + part for part in STORED)
    return dict(zip(names, map(np.ascontiguousarray, arrays), strict=True))
