"""Selects spans: which win where they overlap, which are joined, and their candidates.

Overlaps are resolved greedily, the likeliest span first, as in non-maximum suppression: the few
spans that compete for a place leave a global optimisation little to improve.
"""

from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel import pair_decoding
from unspin_gui.core.noisy_channel.arrays import Floats
from unspin_gui.core.noisy_channel.features import SPAN_FEATURES
from unspin_gui.core.noisy_channel.reranking import ranked
from unspin_gui.core.reasons import ContextReason, Fit
from unspin_gui.core.suspects import THESAURUS, Candidate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unspin_gui.core.noisy_channel.pair_decoding import Pairs
    from unspin_gui.core.noisy_channel.parameters import Parameters
    from unspin_gui.core.noisy_channel.reranking import Ranked
    from unspin_gui.core.noisy_channel.scoring import ScoredSpans


LOWEST = -4.0
"""Spans with lower log odds are not selected."""
JOINED = -1.0
"""Two adjacent words that both exceed this, and both change, are selected as one span."""
MOST_CANDIDATES = 12
_LEFT, _RIGHT, _GAIN = (SPAN_FEATURES.index(name) for name in ("left", "right", "best gain"))


class Selection(NamedTuple):
    """A selected span of tokens; `row` is the scored span that it represents."""

    first: int
    size: int
    row: int
    logit: float
    candidates: tuple[Candidate, ...]


def select_spans(
    scored: "ScoredSpans", names: "Mapping[int, str]", parameters: "Parameters"
) -> list[Selection]:
    """Return the selected spans, ordered by place and disjoint."""
    rows = _winners(scored)
    together = _joined(scored, rows)
    pairs = read_again(scored, [pair for _, pair in together.values()], parameters)
    at = {row: n for n, row in enumerate(together)}
    again = ranked(scored, [row for row in rows if row not in together], parameters.rank)
    selected, skip = [], -1
    for row in rows:
        if row == skip:
            continue
        first, size = int(scored.spans.first[row]), int(scored.spans.size[row])
        logit = float(scored.logits[row])
        if row in together:
            skip, _ = together[row]
            size += int(scored.spans.size[skip])
            logit = (logit + float(scored.logits[skip])) / 2
            kept = scored.sentences.words[first], scored.sentences.words[scored.spans.first[skip]]
            candidates = pair_candidates(pairs, at[row], names, kept)
        else:
            candidates = span_candidates(scored, row, names, again)
        if candidates:
            selected.append(Selection(first, size, row, logit, candidates))
    return selected


def _winners(scored: "ScoredSpans") -> list[int]:
    """Return the rows of the spans that win where they overlap (the likeliest), in order."""
    spans = scored.spans
    rows = np.flatnonzero(scored.logits > LOWEST)
    taken = np.zeros(len(scored.sentences.ids) + 1, np.bool_)
    kept = []
    for row in rows[np.argsort(-scored.logits[rows], kind="stable")]:
        here = slice(int(spans.first[row]), int(spans.first[row] + spans.size[row]))
        if not taken[here].any():
            taken[here] = True
            kept.append(int(row))
    return sorted(kept, key=lambda row: int(spans.first[row]))


def _joined(scored: "ScoredSpans", rows: list[int]) -> dict[int, tuple[int, int]]:
    """Return, for rows joined with the next one, that row and the row of the pair.

    Only a space or a hyphen may be between the two.
    """
    pairs = scored.pairs
    at = {(int(pairs.a[n]), int(pairs.b[n])): n for n in np.flatnonzero(pairs.apart == 1)}
    found: dict[int, tuple[int, int]] = {}
    used = -1
    for row, after in pairwise(rows):
        likely = min(scored.logits[row], scored.logits[after]) > JOINED
        pair = at.get((row, after))
        if pair is None or not scored.sentences.joined[scored.spans.first[row]]:
            continue
        if likely and row != used and _both_change(_informed(scored, pairs, int(pair))):
            found[row] = after, int(pair)
            used = after
    return found


def _both_change(score: Floats) -> bool:
    """Whether the best combination of a pair replaces both words."""
    return bool(score[1:, 1:].max() > max(score[0, 1:].max(), score[1:, 0].max()))


def _informed(scored: "ScoredSpans", pairs: "Pairs", pair: int) -> Floats:
    first, second = scored.logits[pairs.a[pair]], scored.logits[pairs.b[pair]]
    return pair_decoding.informed(pairs.score[pair], float(first), float(second))


def read_again(scored: "ScoredSpans", rows: "Sequence[int]", parameters: "Parameters") -> "Pairs":
    """Score pairs that are selected as one span again, with more candidates."""
    which = np.array(rows, np.int64)
    pairs = pair_decoding.read_again(
        scored.place, scored.tables, parameters.per_gain, scored.pairs, which
    )
    score = [_informed(scored, pairs, pair) for pair in range(len(which))]
    return pairs._replace(score=np.array(score, np.float32)) if score else pairs


def span_candidates(
    scored: "ScoredSpans", row: int, names: "Mapping[int, str]", again: "Ranked"
) -> tuple[Candidate, ...]:
    """Return the best candidates of one span, from those that were reranked."""
    here = again.of(row)
    words = scored.options.words[again.option[here][:MOST_CANDIDATES]].tolist()
    texts = [
        names[row[0]] if row[1] < 0 else " ".join(names[word] for word in row if word >= 0)
        for row in words
    ]
    return _shares(texts, again.scores[here][:MOST_CANDIDATES].tolist())


def pair_candidates(
    pairs: "Pairs", pair: int, names: "Mapping[int, str]", kept: tuple[str, str]
) -> tuple[Candidate, ...]:
    """Return the best wordings of two adjacent words, `kept`, with one or both replaced."""
    score = pairs.score[pair].ravel()[1:]  # the first combination leaves both
    side = pairs.words_a.shape[1]
    order = np.argsort(-score, kind="stable")[:MOST_CANDIDATES]
    best = [int(n) for n in order if score[n] > 2 * pair_decoding.NONE]
    texts = []
    for n in best:
        a, b = divmod(n + 1, side)
        first = names[pairs.words_a[pair, a]] if a else kept[0]
        second = names[pairs.words_b[pair, b]] if b else kept[1]
        texts.append(f"{first} {second}")
    return _shares(texts, score[best].tolist())


def _shares(texts: list[str], scores: list[float]) -> tuple[Candidate, ...]:
    """Return the texts as candidates; duplicates, such as two spellings, count once."""
    best = dict(reversed([*zip(texts, scores, strict=True)]))
    top = max(scores, default=0.0)
    shares = {text: exp(best[text] - top) for text in dict.fromkeys(texts)}
    whole = sum(shares.values())
    return tuple(Candidate(text, share / whole, THESAURUS) for text, share in shares.items())


def reason(scored: "ScoredSpans", selection: Selection) -> ContextReason:
    """Return why a span is selected."""
    words, shown = scored.sentences.words, scored.span_features[selection.row]
    before, after = words[selection.first - 1], words[selection.first + selection.size]
    marks = {"", "<s>", "</s>"}
    gain, best = float(shown[_GAIN]), selection.candidates[0].text
    fit = Fit.FAR_BETTER if gain > 4 else Fit.BETTER if gain > 1 else Fit.POSSIBLE
    if before not in marks and (shown[_LEFT] <= shown[_RIGHT] or after in marks):
        return ContextReason(best, fit, before=before)
    return ContextReason(best, fit, after="" if after in marks else after)
