"""A causal model whose answers are kept in a file, so that fitting again takes seconds."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from unspin_gui.core.noisy_channel.causal_model import (
    FULL,
    CausalModel,
    Effort,
    Excerpt,
    Surprise,
    always,
)


class Remembering:
    """A model whose answers are kept, by what it was asked."""

    def __init__(self, model: CausalModel, path: Path | None) -> None:
        self.name, self.identity = model.name, model.identity
        self._model, self._path = model, path
        there = path is not None and path.exists()
        self._known = pickle.loads(path.read_bytes()) if there and path else {}  # noqa: S301

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        """See CausalModel."""
        del is_wanted
        for excerpt in excerpts:
            key = repr((excerpt, effort))
            if key not in self._known:
                self._known[key] = next(iter(self._model.surprises([excerpt], effort)))
            yield self._known[key]

    def save(self) -> None:
        """Keep the answers."""
        if self._path:
            self._path.write_bytes(pickle.dumps(self._known))
