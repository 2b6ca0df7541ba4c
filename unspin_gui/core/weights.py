"""The trained numbers: a few small models that ship as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.features import CANDIDATE_FEATURES, SPAN_FEATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unspin_gui.core.evidence import Evidence

    Floats = NDArray[np.float32]

DOCUMENT_FEATURES = ("likely", "sure", "logit", "left", "right", "known", "common", "size")


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A linear map: `weight` (in, out) and `bias` (out)."""

    weight: "Floats"
    bias: "Floats"


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """A feed-forward network with one output; no hidden layer makes it a regression."""

    layers: tuple[Layer, ...]

    def __call__(self, rows: "Floats") -> "Floats":
        """The output for each row of features."""
        value = rows
        for number, layer in enumerate(self.layers):
            value = value @ layer.weight + layer.bias
            if number + 1 < len(self.layers):
                value = np.maximum(value, 0)
        return value[:, 0]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """All trained numbers.

    `candidate` scores candidates, `span` gives the log odds of spans, `whole` those of
    documents, of which `share` is added to each span, `cap` at most.
    """

    candidate: Net
    span: Net
    whole: Net
    share: float
    cap: float
    per_gain: float
    per_longer: float

    def document(self, evidence: "Evidence") -> float:
        """What a document adds to the log odds of its spans."""
        odds = float(self.whole(document_features(evidence)[None])[0])
        return min(self.share * odds, self.cap)

    def fix(self, gain: "Floats", longer: "NDArray[np.int64]") -> "Floats":
        """The score of fixes that are given, not guessed."""
        value: Floats = self.per_gain * np.clip(gain, -12, 12) + self.per_longer * longer
        return value


def document_features(evidence: "Evidence") -> "Floats":
    """A row of `DOCUMENT_FEATURES`."""
    spans, words = max(evidence.spans, 1.0), max(evidence.words, 1.0)
    row = [
        evidence.likely / spans, evidence.sure / spans, evidence.logit / spans,
        evidence.left / spans, evidence.right / spans, evidence.known / words,
        evidence.common / words, np.log(words),
    ]  # fmt: skip
    return np.array(row, np.float32)


def parse_weights(data: Mapping[str, Any]) -> Weights:
    """The weights from parsed JSON.

    Raises:
        LanguageDataError: something is missing or does not fit.
    """
    try:
        candidate = _net(data["candidate"], len(CANDIDATE_FEATURES))
        span = _net(data["span"], len(SPAN_FEATURES))
        whole = _net(data["document"], len(DOCUMENT_FEATURES))
        numbers = (float(data[name]) for name in ("share", "cap", "per_gain", "per_longer"))
        return Weights(candidate, span, whole, *numbers)
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError("the detector's weights are damaged") from error


def _net(layers: Sequence[Mapping[str, Any]], inputs: int) -> Net:
    built = []
    for layer in layers:
        weight = np.array(layer["weight"], np.float32)
        bias = np.array(layer["bias"], np.float32)
        if weight.shape != (inputs, len(bias)):
            raise ValueError("wrong shape")
        inputs = len(bias)
        built.append(Layer(weight, bias))
    if inputs != 1:
        raise ValueError("wrong shape")
    return Net(tuple(built))
