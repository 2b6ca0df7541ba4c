"""Whether a model computes here what it computed when its answers were stored.

Arithmetic can go wrong without an error: there are programs that give wrong probabilities for
batches above some size, on some processors only. So a text of usual length is read as all texts
are, with candidates in many places, before anything the model says is believed.
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
"""The greatest mean difference of log probabilities; weights of one byte make about 0.1."""
PLAUSIBLE = -7.0
"""A model that gives the words of plain English a lower mean log probability does not know it."""
_WORD = re.compile(r"[^\W\d_]+")
_EVERY = 6


class Check(NamedTuple):
    """A text, its words that are tried elsewhere in it, and a model's answers.

    `answers` are, place by place, the log probability of what stands there, and for each wording
    how much likelier it and what follows it is.
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
    """The text with every sixth word asked about; the words after it are tried in its place."""
    words = [match.span() for match in _WORD.finditer(text)]
    places = []
    for n in range(_EVERY, len(words) - 4, _EVERY):
        start, end = words[n]
        tried = [Wording(start, text[slice(*words[n + k])]) for k in (1, 4)]
        places.append(Place(start, end, words[n + 3][1], tried))
    return Excerpt(text, places)


def answers_of(model: "CausalModel", text: str) -> "Floats":
    """What a model says of a text, as `Check.answers`."""
    said = next(iter(model.surprises([excerpt_of(text)])))
    rows = [(one.own, *(one.gain + one.after)) for one in said]
    return np.array(rows, np.float32).ravel()


def check(model: "CausalModel", known: Check) -> float:
    """By how much a model's answers differ from the stored ones in the mean, if it is that model.

    Raises:
        LanguageDataError: by too much; or another model does not know English.
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
