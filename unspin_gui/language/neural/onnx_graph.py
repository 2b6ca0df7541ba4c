"""Writes the graph of one product in ONNX format, a protocol buffers message.

The field numbers are those of `onnx.proto`. The package `onnx` would write the same 200 bytes.
"""

from typing import NamedTuple

_FLOAT, _UINT8, _INT8 = 1, 2, 3
_OPERATOR, _DOMAIN = "MatMulIntegerToFloat", "com.microsoft"
_FORMAT, _OPERATORS = 9, {"": 17, _DOMAIN: 1}
"""The versions of the format and of the sets of operators."""


class _Value(NamedTuple):
    name: str
    kind: int
    sides: tuple[str, ...] = ()


_INPUTS = (
    _Value("a", _UINT8, ("rows", "inputs")),
    _Value("b", _INT8, ("inputs", "outputs")),
    _Value("a_scale", _FLOAT),
    _Value("b_scale", _FLOAT, ("outputs",)),
    _Value("a_zero", _UINT8),
)
_RESULT = _Value("y", _FLOAT, ("rows", "outputs"))


def product() -> bytes:
    """The graph of (a - a_zero) * a_scale times b * b_scale, a row of which is a scale each."""
    node = b"".join(_field(1, value.name) for value in _INPUTS)
    node += _field(2, _RESULT.name) + _field(4, _OPERATOR) + _field(7, _DOMAIN)
    inputs = b"".join(_field(11, _described(value)) for value in _INPUTS)
    graph = _field(1, node) + _field(2, "product") + inputs + _field(12, _described(_RESULT))
    sets = (_field(8, _field(1, name) + _number(2, n)) for name, n in _OPERATORS.items())
    return _number(1, _FORMAT) + _field(7, graph) + b"".join(sets)


def _described(value: _Value) -> bytes:
    shape = b"".join(_field(1, _field(2, side)) for side in value.sides)
    tensor = _field(1, _number(1, value.kind) + _field(2, shape))
    return _field(1, value.name) + _field(2, tensor)


def _field(number: int, content: str | bytes) -> bytes:
    data = content.encode() if isinstance(content, str) else content
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    head = b""
    while value > 127:
        head, value = head + bytes([value & 127 | 128]), value >> 7
    return head + bytes([value])
