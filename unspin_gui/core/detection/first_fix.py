"""The probability that a suspect's first fix is the original, by which Accept All ticks.

That a span was spun does not say that its first fix is right: of the words marked, the original is
the first of five at less than half. A logistic regression on features of the suspect (Platt 1999)
gives the probability of both; `tools/fit_first_fix.py` fits it on texts that the detector was not
trained on.
"""

import math

from unspin_gui.core.suspects import Suspect

FEATURES = ("spun", "share", "margin", "several", "longer")
"""Log odds of the span being spun; log share of the first candidate, and its lead over the second;
whether the span has several words, and whether the candidate has more words than the span."""
WEIGHTS, BIAS = (0.763, 1.443, 0.073, -0.555, -4.411), -1.148
_MOST, _LEAD = 6.0, 4.0
_LEAST = 1e-4


def first_fix_features(suspect: Suspect) -> tuple[float, ...]:
    """Return a row of `FEATURES` for a suspect with candidates; scores of a reading are shares."""
    first, *rest = (min(candidate.score, 1.0) for candidate in suspect.candidates[:2])
    share = math.log(max(first, _LEAST))
    lead = share - math.log(max(rest[0], _LEAST)) if rest else _LEAD
    score = min(max(suspect.score, _LEAST), 1 - _LEAST)
    odds = min(math.log(score / (1 - score)), _MOST)
    words, longer = len(suspect.phrase.split()), len(suspect.candidates[0].text.split())
    return odds, share, min(lead, _LEAD), float(words > 1), float(longer > words)


def first_fix_probability(suspect: Suspect) -> float:
    """Return the probability, 0..1, that the first candidate of a suspect is the original.

    For a glossary's fix it is the suspect's own score: the entry says what the phrase stands for.
    """
    if not suspect.candidates:
        return 0.0
    if suspect.kind != "unfit":
        return suspect.score
    rows = zip(WEIGHTS, first_fix_features(suspect), strict=True)
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in rows) - BIAS))
