"""Finds the passages of a document that do not read as English prose.

Other languages, bibliographies, tables of figures and code share a file with the article. They say
nothing about whether it was spun, and words that do not fit mean nothing there. Since a single
passage is often too short to classify, all are classified together: a hidden Markov model with two
states, of which the Viterbi algorithm (Viterbi 1967; Rabiner 1989) finds the most probable path.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.prose import prose_of
from unspin_gui.core.text.tokens import is_word, norms
from unspin_gui.core.text.word_lists import FUNCTION_WORDS

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.language_model import LanguageModel

_ENGLISH = tuple(map(math.log, (0.42, 0.52, 0.06)))
_FOREIGN = tuple(map(math.log, (0.04, 0.25, 0.71)))
"""In either state: log shares of function words, other known words and unknown words."""
_CHANGE = math.log(0.01)
"""Log probability of a change between English and foreign from one passage to the next."""
_LEAST_WORDS = 12
"""Documents with fewer words than this are assumed to be English."""
_DOUBT = -1.5
"""Initial log odds of the foreign state."""


def words_of(passages: Sequence[Passage], knowledge: Knowledge) -> DocumentWords:
    """Return the document's words, on which reading each of its passages depends."""
    model = knowledge.reader.model if knowledge.reader is not None else None
    kinds = [_kinds(passage, model) for passage in passages] if model and model.words else []
    if sum(map(sum, kinds)) < _LEAST_WORDS:
        return DocumentWords(prose_of(passages), _once(passages))
    is_foreign = _foreign([(_fit(one, _ENGLISH), _fit(one, _FOREIGN)) for one in kinds])
    english = [passage for passage, out in zip(passages, is_foreign, strict=True) if not out]
    apart = frozenset(one.start for one, out in zip(passages, is_foreign, strict=True) if out)
    return DocumentWords(prose_of(passages), _once(english), apart)


def _once(passages: Iterable[Passage]) -> str:
    """Return the prose, with what is repeated word for word only once.

    A word that a document uses often is one of its own, but a copied paragraph or a running head
    shows nothing of how its author writes.
    """
    return prose_of({passage.text: passage for passage in passages}.values())


def _kinds(passage: Passage, model: "LanguageModel") -> list[int]:
    """Count function words, other words of the vocabulary, and unknown words."""
    kinds, number, outside = [0, 0, 0], model.words.get, model.outside
    for norm in norms(passage.text):
        if is_word(norm):
            kinds[0 if norm in FUNCTION_WORDS else 1 if number(norm, outside) < outside else 2] += 1
    return kinds


def _fit(kinds: Sequence[int], shares: Sequence[float]) -> float:
    """The log probability of these counts, up to a constant."""
    return sum(count * share for count, share in zip(kinds, shares, strict=True))


def _foreign(fits: Sequence[tuple[float, float]]) -> list[bool]:
    # Viterbi: for each state the log probability of the best path that ends in it.
    english, foreign = 0.0, _DOUBT
    came = list[tuple[bool, bool]]()  # back-pointers of each passage
    for as_english, as_foreign in fits:
        came.append((foreign + _CHANGE > english, foreign >= english + _CHANGE))
        english, foreign = (
            max(english, foreign + _CHANGE) + as_english,
            max(foreign, english + _CHANGE) + as_foreign,
        )
    state, path = foreign > english, list[bool]()
    for step in reversed(came):
        path.append(state)
        state = step[state]
    return path[::-1]
