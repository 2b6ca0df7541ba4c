"""Products of inputs with one-byte weights: in floats by numpy, or in integers by onnxruntime.

numpy multiplies only floats fast, so the bytes are converted to floats first, which takes 0.1 ns
per weight, one fiftieth of the time of the products. onnxruntime, where it is installed, multiplies
the bytes themselves, three to four times as fast.
"""

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from unspin_gui.language.neural import onnx_graph

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints

Bytes = NDArray[np.int8]
_MIDDLE = 128
"""The unsigned byte that represents 0."""


class Prepared(NamedTuple):
    """Rows of inputs as numbers, the scale of each row (None: 1), and the loud inputs."""

    numbers: NDArray[Any]
    scale: "Floats | None"
    loud: "Floats"


class Product(Protocol):
    """A way to multiply."""

    def prepared(self, inputs: "Floats", loud: "Ints") -> Prepared:
        """Prepare rows of inputs; the weights of the loud inputs will be 0."""

    def __call__(self, prepared: Prepared, weights: Bytes, scale: "Floats") -> "Floats":
        """The product with weights, (inputs, outputs), each output times its scale."""


class FloatProduct:
    """Multiplies in floats, by numpy."""

    def prepared(self, inputs: "Floats", loud: "Ints") -> Prepared:
        """See Product."""
        return Prepared(inputs, None, inputs[:, loud])

    def __call__(self, prepared: Prepared, weights: Bytes, scale: "Floats") -> "Floats":
        """See Product."""
        product: Floats = prepared.numbers @ weights.astype(np.float32)
        product *= scale
        return product


class IntegerProduct:
    """Multiplies in integers, by onnxruntime: each row of inputs also in bytes, with a scale.

    The session computes one product, and all factors are passed to it, so that the weights are not
    copied.
    """

    def __init__(self, session: Any) -> None:  # noqa: ANN401 - onnxruntime has no types
        self._session = session
        self._one, self._middle = np.array(1, np.float32), np.array(_MIDDLE, np.uint8)

    def prepared(self, inputs: "Floats", loud: "Ints") -> Prepared:
        """See Product."""
        numbers = inputs.copy()
        numbers[:, loud] = 0
        most = np.maximum(numbers.max(axis=1), -numbers.min(axis=1))
        scale = np.maximum(most, np.float32(1e-9)) / np.float32(_MIDDLE - 1)
        numbers /= scale[:, None]
        numbers += np.float32(_MIDDLE + 0.5)  # with truncation, this rounds
        return Prepared(numbers.astype(np.uint8), scale[:, None], inputs[:, loud])

    def __call__(self, prepared: Prepared, weights: Bytes, scale: "Floats") -> "Floats":
        """See Product."""
        given = {"a": prepared.numbers, "b": weights, "a_scale": self._one, "b_scale": scale}
        result: Floats = self._session.run(None, given | {"a_zero": self._middle})[0]
        if prepared.scale is not None:
            result *= prepared.scale
        return result

    def is_exact(self) -> bool:
        """Whether the largest numbers are multiplied correctly.

        On some processors such products overflow their 16 bits.
        """
        random = np.random.default_rng(0)
        weights = random.choice(np.array([-127, -126, 127], np.int8), (256, 48))
        numbers = random.choice(np.array([0, 1, 255], np.uint8), (40, 256))
        given = Prepared(numbers, None, np.zeros((40, 0), np.float32))
        found = self(given, weights, np.ones(48, np.float32))
        exact = (numbers.astype(np.int64) - _MIDDLE) @ weights.astype(np.int64)
        return bool(np.array_equal(found, exact.astype(np.float32)))


@cache
def best_product() -> Product:
    """Return the fastest available product that is correct on this processor."""
    with suppress(Exception):  # onnxruntime's own are neither RuntimeError nor ValueError
        import onnxruntime  # noqa: PLC0415 - optional

        onnxruntime.set_default_logger_severity(4)
        onnxruntime.disable_telemetry_events()  # by default it reports each use to Windows
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            onnx_graph.product(), options, providers=["CPUExecutionProvider"]
        )
        product = IntegerProduct(session)
        if product.is_exact():
            return product
    return FloatProduct()
