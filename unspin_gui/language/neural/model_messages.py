"""The messages to a process with a model, and its answers (see `model_process`)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.causal_model import Effort, Excerpt, Surprise

ENDED: Literal["ended"] = "ended"
"""Replaces an answer if none can come any more."""


class Loading(NamedTuple):
    """The first message: load this model (see `model.load_model`)."""

    path: Path
    sample: str
    cache: Path | None


class Order(NamedTuple):
    """Read these excerpts; each is answered with this number."""

    number: int
    excerpts: Sequence[Excerpt]
    effort: Effort


class Stop(NamedTuple):
    """The answers to the order with this number are no longer wanted."""

    number: int


Loaded = tuple[str, str]
"""The name and the identity of the model."""

Answer = Loaded | LanguageDataError | list[Surprise] | Literal["ended"]
