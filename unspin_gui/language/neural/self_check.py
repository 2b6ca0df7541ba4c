"""Checks that a model computes here what it computed when its answers were stored.

Arithmetic can go wrong without an error: some programs give wrong probabilities for batches above a
certain size, and only on some processors. So, before the model is trusted, a text of usual length
is read like any other, with candidates in many places.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.causal_model import Excerpt, Place, Wording
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats
    from unspin_gui.core.noisy_channel.causal_model import CausalModel

MOST_APART = 0.5
"""The greatest acceptable mean difference of log probabilities; one-byte weights cause about 0.1.
"""
PLAUSIBLE = -7.0
"""A model that gives plain English words a lower mean log probability does not know English."""
_WORD = re.compile(r"[^\W\d_]+")
_EVERY = 6


class Check(NamedTuple):
    """A text, its words that are tested elsewhere in it, and a model's answers.

    `answers` are, place by place, the log probability of the present wording, and for each
    alternative how much likelier it and what follows it are.
    """

    model: str
    text: str
    answers: "Floats"

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> "Check":
        """Read a check from parsed JSON; raises KeyError, TypeError or ValueError."""
        answers = np.array(data["answers"], np.float32)
        return cls(str(data["model"]), str(data["text"]), answers)


def excerpt_of(text: str) -> Excerpt:
    """Return the text, asking about every sixth word with the words after it as alternatives."""
    words = [match.span() for match in _WORD.finditer(text)]
    places = []
    for n in range(_EVERY, len(words) - 4, _EVERY):
        start, end = words[n]
        tried = [Wording(start, text[slice(*words[n + k])]) for k in (1, 4)]
        places.append(Place(start, end, words[n + 3][1], tried))
    return Excerpt(text, places)


def answers_of(model: "CausalModel", text: str) -> "Floats":
    """Return what a model says about a text, in the form of `Check.answers`."""
    said = next(iter(model.surprises([excerpt_of(text)])))
    rows = [(one.own, *(one.gain + one.after)) for one in said]
    return np.array(rows, np.float32).ravel()


def check(model: "CausalModel", known: Check) -> float:
    """Return how far a model's answers are from the stored ones on average, if it is that model.

    Raises:
        LanguageDataError: they differ by too much; or another model does not know English.
    """
    answers = answers_of(model, known.text)
    if model.identity != known.model:
        own = float(answers[::3].mean())
        if not own > PLAUSIBLE:
            raise LanguageDataError(
                Message(
                    "the model {0} does not know English (or is damaged), so it is not used",
                    model.name,
                )
            )
        return 0.0
    apart = float(np.abs(answers - known.answers).mean())
    if not apart <= MOST_APART:
        raise LanguageDataError(
            Message(
                "the language model gives wrong results on this computer (off by {0} on "
                "average), so it is not used; get it again, or do without it",
                round(apart, 1),
            )
        )
    return apart
