"""The second reading: a causal language model rereads what the noisy channel has found.

It is asked only about the likeliest places. Its answers are combined with the log odds that they
were spun, and reorder their first candidates.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.boosted_trees import Linear, parse_linear
from unspin_gui.core.noisy_channel.causal_model import (
    Effort,
    Excerpt,
    Place,
    Surprise,
    Wording,
    always,
)
from unspin_gui.core.reasons import ContextReason
from unspin_gui.core.suspects import Candidate
from unspin_gui.core.text.indefinite_article import article_fix
from unspin_gui.core.text.letter_case import fit_case
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats
    from unspin_gui.core.noisy_channel.causal_model import CausalModel
    from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
    from unspin_gui.core.noisy_channel.reader import SpanReading

LEAST, LIKELY = -2.5, -1.5
"""Places with log odds below the first are not reread; below the second, with fewer candidates."""
MOST_CANDIDATES, FEW_CANDIDATES = 5, 2
"""How many candidates of a place are scored, and of a less likely place."""
SHARE = 0.25
"""At most this share of a text's words is read again."""
EFFORT = Effort(most=3, least=-1.0)
"""Reading all five changes the average precision by .003, and takes twice as long."""
MOST_GAIN = 12.0
"""The limit of how much likelier a candidate can be, as a log probability."""
BETTER = 5.0
"""A candidate this much likelier is significant: genuine texts have few such places."""
TOLD = 1.0
"""A candidate this much likelier is mentioned to the user."""
DOCUMENT_FEATURES = ("log odds", "better")
"""The log odds of the first reading, and those of a place having a far better candidate."""
_FEW, _USUAL = 5.0, 0.15
"""In a document with few places the share is drawn towards the usual one, which counts as this
many places.
"""
_LOWERED = 3.0
"""How much each unit of log odds by which the share is below the usual one lowers all places.
"""
MIX_FEATURES = ("log odds", "own", "candidates")
"""The log odds of the first reading, the log probability of the present wording, and the log of
the mean gain of the candidates, weighted by their shares.
"""
_LONGEST, _LEAD = 1100, 200
"""The most code points of a text read at a time, and of the text before them read as context."""
_SENTENCE_GAP = re.compile(r"""[.!?…]["'”’)\]]*\s+""")
_RIGHT = re.compile(
    r"(?:[^\S\n]*\n?[^\S\n]*(?:[,;:()\"“”'‘’–—-]+\s?)?[^\W_]+(?:['’-][^\W_]+)*){1,3}"
)
"""Up to three words after a place, in the same sentence."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """How the two readings are combined.

    `spun` gives the log odds of a place from `MIX_FEATURES`, `document` those of a document from
    `DOCUMENT_FEATURES`; `own` and `after` are the weights of a candidate's gain and of the gain of
    what follows it, added to the log of its share.
    """

    spun: Linear
    document: Linear
    own: float
    after: float


def parse_mix(data: Mapping[str, Any]) -> Mix:
    """Read the weights of the mix from parsed JSON.

    Raises:
        LanguageDataError: something is missing or does not fit.
    """
    try:
        spun = parse_linear(data["spun"], len(MIX_FEATURES))
        document = parse_linear(data["document"], len(DOCUMENT_FEATURES))
        return Mix(spun, document, float(data["own"]), float(data["after"]))
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(Message("the weights of the second reading are damaged")) from error


class Asked(NamedTuple):
    """The number of a span reading, and the place that the model is asked about for it."""

    number: int
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class SecondReading:
    """Rereads what the noisy channel found with a causal language model."""

    model: "CausalModel"
    mix: Mix

    def revised(
        self,
        texts: Sequence[str],
        reads: "Sequence[tuple[tuple[SpanReading, ...], DocumentEvidence]]",
        is_wanted: Callable[[], bool] = always,
    ) -> "Iterator[tuple[tuple[SpanReading, ...], DocumentEvidence]]":
        """Yield the revised readings of some texts, one after the other.

        Ends early, within a moment, once `is_wanted` returns False.
        """
        asked = [places(text, readings) for text, (readings, _) in zip(texts, reads, strict=True)]
        excerpts = [list(_excerpts(text, some)) for text, some in zip(texts, asked, strict=True)]
        said = self.model.surprises(chain.from_iterable(excerpts), EFFORT, is_wanted)
        for some, parts, (readings, evidence) in zip(asked, excerpts, reads, strict=True):
            answers = list(islice(said, len(parts)))
            if len(answers) < len(parts):
                return
            surprises = [each for answer in answers for each in answer]
            revised = list(readings)
            for (number, _), surprise in zip(some, surprises, strict=True):
                revised[number] = self._mixed(readings[number], surprise)
            better = sum(best_gain(surprise) > BETTER for surprise in surprises)
            yield tuple(revised), evidence.read_again(len(surprises), better)

    def document_logit(self, logit: float, evidence: "DocumentEvidence") -> float:
        """Return the log odds that a document was spun, given those of the first reading."""
        if not evidence.asked:
            return logit
        row = np.array([document_features(logit, evidence)], np.float32)
        return float(self.mix.document(row)[0])

    def offset(self, evidence: "DocumentEvidence") -> float:
        """Return what to add to the log odds of all places of a document, at most 0.

        If candidates are far better at fewer places than usual, as in genuine texts, single places
        need stronger evidence.
        """
        return _LOWERED * min(0.0, _log_odds(better_share(evidence)) - _log_odds(_USUAL))

    def _mixed(self, reading: "SpanReading", surprise: Surprise) -> "SpanReading":
        row = np.array([mix_features(reading, surprise)], np.float32)
        tried = len(surprise.gain)
        first, rest = reading.candidates[:tried], reading.candidates[tried:]
        return reading._replace(
            logit=float(self.mix.spun(row)[0]),
            candidates=(*self._ordered(first, surprise), *rest),
            reason=_reason(reading, surprise),
        )

    def _ordered(self, candidates: Sequence[Candidate], surprise: Surprise) -> Iterator[Candidate]:
        """Yield the candidates in their new order, in which they exchange their shares.

        So they remain ahead of those that the model was not asked about.
        """
        shares = np.array([candidate.score for candidate in candidates])
        scores = np.log(np.maximum(shares, 1e-9))
        after = np.clip(surprise.after, -MOST_GAIN, MOST_GAIN)
        scores += self.mix.own * surprise.gain + self.mix.after * after
        order = np.argsort(-scores, kind="stable")
        for n, share in zip(order, -np.sort(-shares), strict=True):
            yield candidates[n]._replace(score=float(share))


def mix_features(reading: "SpanReading", surprise: Surprise) -> tuple[float, float, float]:
    """Return the `MIX_FEATURES` of a reading."""
    shares = np.array([candidate.score for candidate in reading.candidates[: len(surprise.gain)]])
    gains = _gains(surprise)
    mean = float(np.sum(shares * np.exp(0.5 * gains)) / np.sum(shares))
    return reading.logit, surprise.own, float(np.log(max(mean, 1e-6)))


def document_features(logit: float, evidence: "DocumentEvidence") -> tuple[float, float]:
    """Return the `DOCUMENT_FEATURES` of a document with these log odds."""
    return logit, _log_odds(better_share(evidence))


def better_share(evidence: "DocumentEvidence") -> float:
    """Return the share, 0..1, of the places asked about where a candidate is far better."""
    return (evidence.better + _FEW * _USUAL) / (evidence.asked + _FEW)


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def best_gain(surprise: Surprise) -> float:
    """Return how much likelier than the present wording the best candidate and what follows are."""
    return float(_gains(surprise).max(initial=-MOST_GAIN))


def _gains(surprise: Surprise) -> "Floats":
    gains: Floats = np.clip(surprise.gain + surprise.after, -MOST_GAIN, MOST_GAIN)
    return gains


def _reason(reading: "SpanReading", surprise: Surprise) -> ContextReason:
    """Return the reason of a reading, with the candidate that the model prefers, if any."""
    gains = _gains(surprise)
    best = int(np.argmax(gains)) if len(gains) else 0
    if not len(gains) or gains[best] < TOLD:
        return reading.reason
    candidate, far = reading.candidates[best].text, bool(gains[best] > BETTER)
    return reading.reason._replace(preferred=candidate, by_far=far)


def places(text: str, readings: "Sequence[SpanReading]") -> list[Asked]:
    """Return what the model is asked about a text: its likeliest places, in order."""
    likely = [n for n, reading in enumerate(readings) if reading.logit > LEAST]
    room = int(SHARE * len(_WORD.findall(text))) + 1
    chosen = sorted(likely, key=lambda n: -readings[n].logit)[:room]
    return [Asked(n, _place(text, readings[n])) for n in sorted(chosen)]


def _place(text: str, reading: "SpanReading") -> Place:
    span = reading.span
    tried = MOST_CANDIDATES if reading.logit > LIKELY else FEW_CANDIDATES
    wordings = [_wording(text, span, each) for each in reading.candidates[:tried]]
    right = _RIGHT.match(text, span.end)
    return Place(span.start, span.end, right.end() if right else span.end, wordings)


def _wording(text: str, span: Span, candidate: Candidate) -> Wording:
    """Return a candidate as it would appear in the text, with its article."""
    lead = log(max(candidate.score, 1e-9))
    fix = fit_case(candidate.text, text, span)
    article = article_fix(text, span, fix)
    if article is None:
        return Wording(span.start, fix, lead)
    place, word = article
    return Wording(place.start, word + text[place.end : span.start] + fix, lead)


def _excerpts(text: str, asked: Sequence[Asked]) -> Iterator[Excerpt]:
    """Yield the text in excerpts that end with a sentence, each with some of the text before it."""
    start = 0
    while start < len(text):
        end = _end(text, start)
        inside = [place for _, place in asked if start <= place.start < end]
        if inside:
            lead = text.find(" ", max(0, start - _LEAD), start) + 1 if start else 0
            last = max(end, *(place.until for place in inside))
            yield Excerpt(text[lead:last], [_moved(place, -lead) for place in inside])
        start = end


def _end(text: str, start: int) -> int:
    """Return where an excerpt ends: after a sentence if possible, otherwise between words."""
    if len(text) - start <= _LONGEST:
        return len(text)
    last = start + _LONGEST
    cut = max((gap.end() for gap in _SENTENCE_GAP.finditer(text, start, last)), default=start)
    return cut if cut > start else text.rfind(" ", start, last) + 1 or last


def _moved(place: Place, by: int) -> Place:
    wordings = [each._replace(start=max(0, each.start + by)) for each in place.wordings]
    return Place(place.start + by, place.end + by, place.until + by, wordings)
