"""Products with weights of one byte each."""

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from unspin_gui.language.neural import products
from unspin_gui.language.neural.int8_matrix import LOUD, ExactMatrix, Int8Matrix, in_int8
from unspin_gui.language.neural.products import FloatProduct, IntegerProduct, Product, best_product

RANDOM = np.random.default_rng(0)
WEIGHTS = RANDOM.normal(size=(96, 50)).astype(np.float32)
INPUTS = RANDOM.normal(size=(7, 96)).astype(np.float32)
INPUTS[:, 11] *= 300


@pytest.fixture(params=["in floats", "in whole numbers"])
def product(request: pytest.FixtureRequest) -> Product:
    if request.param == "in floats":
        return FloatProduct()
    pytest.importorskip("onnxruntime")
    found = best_product()
    assert isinstance(found, IntegerProduct)
    return found


def matrix(product: Product, sample: np.ndarray) -> Int8Matrix:
    exact = ExactMatrix(WEIGHTS[:, :20].T, WEIGHTS[:, 20:].T)
    assert exact(sample) == pytest.approx(sample @ WEIGHTS, abs=1e-3)
    arrays = in_int8("a.", exact.weights, exact.loudest)
    return Int8Matrix.stored(arrays, "a.", product)


def test_a_matrix_of_bytes_multiplies_as_its_floats_do(product: Product) -> None:
    found, exact = matrix(product, INPUTS)(INPUTS), INPUTS @ WEIGHTS
    assert np.abs(found - exact).max() < 0.002 * np.abs(exact).max()
    small = np.delete(WEIGHTS, 11, axis=0)
    error = np.abs(found - exact).max()
    assert error < 0.02 * np.abs(np.delete(INPUTS, 11, axis=1) @ small).max()


def test_what_is_loud_is_heard_in_the_sample(product: Product) -> None:
    """Without it, the quiet inputs beside a loud one would have hardly any steps."""
    heard = matrix(product, INPUTS)
    assert 11 in heard.loud
    assert len(heard.loud) == LOUD
    assert not heard.weights[heard.loud].any()
    deaf = matrix(product, np.delete(INPUTS, 11, axis=1) @ np.insert(np.eye(95), 11, 0, axis=1))
    assert 11 not in deaf.loud
    exact = INPUTS @ WEIGHTS
    assert np.abs(heard(INPUTS) - exact).max() < np.abs(deaf(INPUTS) - exact).max()


def test_a_row_is_the_same_in_all_company(product: Product) -> None:
    one = matrix(product, INPUTS)
    company = np.concatenate([INPUTS[[3]], 50 * INPUTS])
    assert one(company)[0] == pytest.approx(one(INPUTS[[3]])[0], rel=1e-5)


def test_a_prepared_row_serves_matrices_with_the_same_loud_inputs(product: Product) -> None:
    one = matrix(product, INPUTS)
    assert np.array_equal(one.times(one.prepared(INPUTS)), one(INPUTS))


class Saturating:
    """As processors compute that add pairs of products in 16 bits."""

    def run(self, _: None, given: dict[str, Any]) -> list[np.ndarray]:
        numbers, weights = given["a"].astype(np.int64), given["b"].astype(np.int64)
        pairs = numbers[:, ::2, None] * weights[None, ::2] + numbers[:, 1::2, None] * weights[1::2]
        total = np.clip(pairs, -32768, 32767).sum(axis=1) - 128 * weights.sum(axis=0)
        return [total.astype(np.float32)]


class Exact:
    def run(self, _: None, given: dict[str, Any]) -> list[np.ndarray]:
        numbers = given["a"].astype(np.int64) - int(given["a_zero"])
        return [(numbers @ given["b"].astype(np.int64)).astype(np.float32)]


def test_a_processor_that_overflows_is_found_out() -> None:
    assert not IntegerProduct(Saturating()).is_exact()
    assert IntegerProduct(Exact()).is_exact()


class OnnxError(Exception):
    """As those of onnxruntime are: of no other kind."""


def refused(*_: object, **__: object) -> None:
    raise OnnxError


@pytest.mark.parametrize("session", [lambda *_args, **_named: Saturating(), refused, None])
def test_without_a_right_one_numpy_multiplies(
    monkeypatch: pytest.MonkeyPatch, session: Callable[..., Saturating | None] | None
) -> None:
    class Runtime:
        """In the place of the package."""

        SessionOptions = type("SessionOptions", (), {})
        set_default_logger_severity = staticmethod(lambda _: None)
        disable_telemetry_events = staticmethod(lambda: None)
        InferenceSession = session

    monkeypatch.setitem(sys.modules, "onnxruntime", Runtime if session else None)
    assert isinstance(products.best_product.__wrapped__(), FloatProduct)
