"""Turns the log odds of a document into a probability that holds on whole documents.

The regression for documents was trained on equally many spun and genuine ones, and sees only the
log odds of their spans. How far its output can be trusted depends on the length of the document and
on the share of documents that are spun at all. This is Platt scaling (Platt 1999) with the length
as a second variable; `tools/calibrate.py` fits it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from unspin_gui.core.noisy_channel.boosted_trees import Linear, parse_linear

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unspin_gui.core.noisy_channel.arrays import Floats

FEATURES = ("logit", "positive", "length", "logit by length")
_MIDDLE = 300.0
"""The number of words at which the length has no effect."""
_MOST = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """A weighted sum of `FEATURES`: calibrated log odds."""

    model: Linear

    def __call__(self, logit: float, words: float) -> float:
        """Return the calibrated log odds of a document from its log odds and number of words."""
        row = features(np.array([logit]), np.array([words]))
        return float(self.model(row)[0])


def features(logits: "Floats", words: "Floats") -> "Floats":
    """Return a row of `FEATURES` for each document."""
    logit = np.clip(logits, -_MOST, _MOST)
    length = np.log(np.clip(words, 20, 5000) / _MIDDLE)
    rows = np.column_stack([logit, np.maximum(logit, 0), length, logit * length])
    return rows.astype(np.float32)


def parse_calibration(data: "Mapping[str, Any]") -> Calibration:
    """Read a calibration from parsed JSON; raises KeyError, TypeError or ValueError."""
    return Calibration(parse_linear(data, len(FEATURES)))


UNCALIBRATED = Calibration(Linear(np.array([1, 0, 0, 0], np.float32), 0.0))
"""Leaves log odds as they are."""
