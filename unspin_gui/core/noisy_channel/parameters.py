"""The trained numbers: a few small models that ship as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.boosted_trees import (
    BoostedTrees,
    Linear,
    parse_linear,
    parse_trees,
)
from unspin_gui.core.noisy_channel.document_evidence import DOCUMENT_FEATURES
from unspin_gui.core.noisy_channel.features import CANDIDATE_FEATURES, RANK_FEATURES, SPAN_FEATURES

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """All trained numbers.

    `candidate` scores candidates (its first weight is that of the gain), `span` gives the log
    odds of spans, `document` those of documents; what `genre` is above 0 is taken from these: it
    tells old prose and tales, which read oddly by themselves. `most` is the most a document adds
    to a span's. `rank` is added to the scores of the first candidates.
    """

    candidate: Linear
    span: BoostedTrees
    document: Linear
    genre: Linear
    most: float
    rank: BoostedTrees

    @property
    def per_gain(self) -> float:
        """What one unit of log probability in the context is worth."""
        return float(self.candidate.weight[0])

    def document_logit(self, evidence: "DocumentEvidence") -> float:
        """What a document adds to the log odds of its spans."""
        features = evidence.features()[None]
        spun, old = float(self.document(features)[0]), float(self.genre(features)[0])
        return min(spun - max(0.0, old), self.most)


def parse_parameters(data: Mapping[str, Any]) -> Parameters:
    """The trained numbers from parsed JSON.

    Raises:
        LanguageDataError: something is missing or does not fit.
    """
    try:
        return Parameters(
            parse_linear(data["candidate"], len(CANDIDATE_FEATURES)),
            parse_trees(data["span"], len(SPAN_FEATURES)),
            parse_linear(data["document"], len(DOCUMENT_FEATURES)),
            parse_linear(data["tale"], len(DOCUMENT_FEATURES)),
            float(data["most"]),
            parse_trees(data["rank"], len(RANK_FEATURES)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError("the detector's weights are damaged") from error
