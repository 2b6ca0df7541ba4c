"""Which passages of a document do not read as English prose.

Other languages, lists of works, tables of figures and code stand beside the article in one file.
They say nothing about it, and what fits badly in them means nothing. One passage is often too
short to tell, so all are told together: a hidden Markov chain of two states, of which the most
probable path is found (Viterbi).
"""

import math
from collections.abc import Container, Sequence

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.prose import prose_of
from unspin_gui.core.text.tokens import is_word, tokens
from unspin_gui.core.text.word_lists import FUNCTION_WORDS

_ENGLISH = tuple(map(math.log, (0.42, 0.52, 0.06)))
_FOREIGN = tuple(map(math.log, (0.04, 0.25, 0.71)))
"""Log shares of function words, of others in the vocabulary, and of unknown words."""
_CHANGE = math.log(0.01)
"""How rarely English and other passages follow one another."""
_LEAST_WORDS = 12
"""A document of fewer words gets the benefit of doubt."""
_DOUBT = -1.5
"""How much less a document is expected to begin with another language."""


def words_of(passages: Sequence[Passage], knowledge: Knowledge) -> DocumentWords:
    """What reading one of the passages needs to know of them all."""
    vocabulary = knowledge.reader.model.words if knowledge.reader is not None else {}
    kinds = [_kinds(passage, vocabulary) for passage in passages] if vocabulary else []
    if sum(map(sum, kinds)) < _LEAST_WORDS:
        return DocumentWords(prose_of(passages))
    told = _foreign([(_fit(one, _ENGLISH), _fit(one, _FOREIGN)) for one in kinds])
    english = [passage for passage, out in zip(passages, told, strict=True) if not out]
    apart = frozenset(one.start for one, out in zip(passages, told, strict=True) if out)
    return DocumentWords(prose_of(passages), prose_of(english), apart)


def _kinds(passage: Passage, vocabulary: Container[str]) -> list[int]:
    """How many function words, others of the vocabulary, and unknown words it has."""
    kinds = [0, 0, 0]
    for norm, *_ in tokens(passage.text):
        if is_word(norm):
            kinds[0 if norm in FUNCTION_WORDS else 1 if norm in vocabulary else 2] += 1
    return kinds


def _fit(kinds: Sequence[int], shares: Sequence[float]) -> float:
    """The log probability of the words."""
    return sum(count * share for count, share in zip(kinds, shares, strict=True))


def _foreign(fits: Sequence[tuple[float, float]]) -> list[bool]:
    english, foreign = 0.0, _DOUBT
    came = list[tuple[bool, bool]]()  # for each passage: from which state each one was reached
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
