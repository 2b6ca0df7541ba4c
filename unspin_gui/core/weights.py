"""The trained numbers: a few small models that ship as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.evidence import FACTS
from unspin_gui.core.features import CANDIDATE_FEATURES, SPAN_FEATURES
from unspin_gui.core.reranking import RANK_FEATURES
from unspin_gui.core.trees import Linear, Trees, parse_linear, parse_trees

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unspin_gui.core.evidence import Evidence

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """All trained numbers.

    `candidate` scores candidates (its first weight is that of the gain), `span` gives the log
    odds of spans, `whole` those of documents; what `tale` is above 0 is taken from these: it
    tells old prose and tales, which read oddly by themselves. `most` is the most a document adds
    to a span's. `rank` is added to the scores of the first candidates.
    """

    candidate: Linear
    span: Trees
    whole: Linear
    tale: Linear
    most: float
    rank: Trees

    @property
    def per_gain(self) -> float:
        """What one unit of log probability in the context is worth."""
        return float(self.candidate.weight[0])

    def document(self, evidence: "Evidence") -> float:
        """What a document adds to the log odds of its spans."""
        facts = evidence.facts()[None]
        return min(float(self.whole(facts)[0]) - max(0.0, float(self.tale(facts)[0])), self.most)


def parse_weights(data: Mapping[str, Any]) -> Weights:
    """The weights from parsed JSON.

    Raises:
        LanguageDataError: something is missing or does not fit.
    """
    try:
        return Weights(
            parse_linear(data["candidate"], len(CANDIDATE_FEATURES)),
            parse_trees(data["span"], len(SPAN_FEATURES)),
            parse_linear(data["document"], len(FACTS)),
            parse_linear(data["tale"], len(FACTS)),
            float(data["most"]),
            parse_trees(data["rank"], len(RANK_FEATURES)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError("the detector's weights are damaged") from error
