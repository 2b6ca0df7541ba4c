"""How likely a document was spun, in steps that have names."""

from typing import Literal

Likelihood = Literal["certain", "probable", "possible", "improbable", "honest"]
CERTAIN = 0.95
_STEPS: tuple[tuple[float, Likelihood], ...] = (
    (CERTAIN, "certain"),
    (0.7, "probable"),
    (0.3, "possible"),
    (0.05, "improbable"),
)


def likelihood(probability: float) -> Likelihood:
    """Return the step of a probability, 0..1."""
    return next((step for least, step in _STEPS if probability >= least), "honest")
