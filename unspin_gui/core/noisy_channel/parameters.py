"""The trained parameters: a few small models that ship as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.boosted_trees import (
    BoostedTrees,
    Linear,
    parse_linear,
    parse_trees,
)
from unspin_gui.core.noisy_channel.document_evidence import DOCUMENT_FEATURES
from unspin_gui.core.noisy_channel.document_prior import PRIOR_FEATURES
from unspin_gui.core.noisy_channel.features import CANDIDATE_FEATURES, RANK_FEATURES, SPAN_FEATURES
from unspin_gui.core.text.messages import Message

VERSION = 2
"""The version of the file format."""


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """All trained parameters.

    `candidate` scores candidates (its first weight is that of the gain), `span` gives the log odds
    of spans, `document` those of documents; `prior` gives what a document and a passage add to the
    log odds of the spans in them; `rank` is added to the scores of the first candidates.
    """

    candidate: Linear
    span: BoostedTrees
    document: Linear
    prior: Linear
    rank: BoostedTrees

    @property
    def per_gain(self) -> float:
        """The weight of one unit of log probability in context."""
        return float(self.candidate.weight[0])


def parse_parameters(data: Mapping[str, Any]) -> Parameters:
    """Read the parameters from parsed JSON.

    Raises:
        LanguageDataError: something is missing or does not fit.
    """
    try:
        _require_version(data["version"])
        return Parameters(
            parse_linear(data["candidate"], len(CANDIDATE_FEATURES)),
            parse_trees(data["span"], len(SPAN_FEATURES)),
            parse_linear(data["document"], len(DOCUMENT_FEATURES)),
            parse_linear(data["prior"], len(PRIOR_FEATURES)),
            parse_trees(data["rank"], len(RANK_FEATURES)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(Message("the detector's weights are damaged")) from error


def _require_version(version: object) -> None:
    if version != VERSION:
        raise ValueError("the layout is another version's")
