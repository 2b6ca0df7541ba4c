"""A causal language model from a GGUF file (see `core.noisy_channel.causal_model`)."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.causal_model import (
    FULL,
    Effort,
    Excerpt,
    Place,
    Surprise,
    Wording,
    always,
)
from unspin_gui.core.text.messages import Message
from unspin_gui.language.neural.byte_pairs import BytePairs
from unspin_gui.language.neural.gguf import damaged, read_gguf
from unspin_gui.language.neural.kept import kept_for
from unspin_gui.language.neural.products import best_product
from unspin_gui.language.neural.transformer import Continuation, Run, StoppedError, Transformer
from unspin_gui.language.neural.trials import TokenText, Trial, TrialPair, begun_only, difference

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats
    from unspin_gui.language.neural.attention import Cache

BATCH = 320
"""About this many tokens are read at a time: few enough to stop soon, enough for large products."""
_MOST_WORKERS = 4
_MOMENT = 0.05
"""Seconds after which whoever waits for an answer may learn that it is no longer wanted."""


class _Reading(NamedTuple):
    """An excerpt that has been read: its tokens, their last states, and its cache."""

    text: TokenText
    states: "Floats"
    cache: "Cache"
    effort: Effort
    is_wanted: Callable[[], bool]


@dataclass(frozen=True, slots=True, eq=False)
class GgufModel:
    """A model of the Llama family that splits words as SmolLM2 does."""

    name: str
    identity: str
    transformer: Transformer
    byte_pairs: BytePairs
    begin: int
    workers: ThreadPoolExecutor
    ahead: int

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        """See CausalModel; several batches are read at once, a few ahead of the consumer."""
        waiting = deque["Future[list[list[Surprise]]]"]()
        try:
            for batch in self._batches(excerpts):
                waiting.append(self.workers.submit(self._read, batch, effort, is_wanted))
                if len(waiting) > self.ahead:
                    yield from _answer(waiting.popleft(), is_wanted)
                if not is_wanted():
                    return
            while waiting and is_wanted():
                yield from _answer(waiting.popleft(), is_wanted)
        finally:
            for late in waiting:
                late.cancel()

    def close(self) -> None:
        """See CausalModel."""
        self.workers.shutdown(wait=False, cancel_futures=True)

    def _read(
        self,
        batch: Sequence[tuple[Excerpt, TokenText]],
        effort: Effort,
        is_wanted: Callable[[], bool],
    ) -> list[list[Surprise]]:
        found: list[list[Surprise]] = []
        with suppress(StoppedError):
            states, caches = self.transformer.read([text.tokens for _, text in batch], is_wanted)
            ends = np.cumsum([len(text.tokens) for _, text in batch])
            parts = np.split(states, ends[:-1])
            for (excerpt, text), state, cache in zip(batch, parts, caches, strict=True):
                reading = _Reading(text, state, cache, effort, is_wanted)
                found.append(self._said(excerpt, reading))
        return found

    def _batches(self, excerpts: Iterable[Excerpt]) -> Iterator[list[tuple[Excerpt, TokenText]]]:
        some, size = list[tuple[Excerpt, TokenText]](), 0
        for excerpt in excerpts:
            text = self._text(excerpt.text)
            if some and size + len(text.tokens) > BATCH:
                yield some
                some, size = [], 0
            some.append((excerpt, text))
            size += len(text.tokens)
        if some:
            yield some

    def _text(self, text: str) -> TokenText:
        pieces = list(self.byte_pairs.pieces(text))
        tokens, first = [self.begin], list[int]()
        for piece in pieces:
            first.append(len(tokens))
            tokens += piece.tokens
        return TokenText(tokens, pieces, first)

    def _said(self, excerpt: Excerpt, reading: "_Reading") -> list[Surprise]:
        """Return the results for the places of one excerpt."""
        text, effort = reading.text, reading.effort
        stands, pairs = list[Trial](), list[list[TrialPair]]()
        for place in excerpt.places:
            here = excerpt.text[place.start : place.end]
            stands.append(self._trial(excerpt.text, text, place, Wording(place.start, here)))
            pairs.append([self._pair(excerpt.text, text, place, each) for each in place.wordings])
        every = [pair for some in pairs for pair in some]
        asked = [*stands, *(pair.now for pair in every), *(begun_only(pair.new) for pair in every)]
        logs = self._logs(reading.states, asked)
        own, now, begun = (logs[n:m] for n, m in pairwise(_bounds(stands, every, every)))
        gains = [float(one[0] - other[0]) for one, other in zip(begun, now, strict=True)]
        counts = [len(place.wordings) for place in excerpt.places]
        leads = [each.lead for place in excerpt.places for each in place.wordings]
        hopeful = _hopeful(gains, leads, counts, effort)
        rest = dict(
            zip(hopeful, self._read_on(reading, [every[n].new for n in hopeful]), strict=True)
        )
        rows = [difference(pair, now[n], begun[n], rest.get(n)) for n, pair in enumerate(every)]
        table, at = np.array(rows, np.float32).reshape(-1, 2), 0
        found: list[Surprise] = []
        for trial, logs_here, some in zip(stands, own, pairs, strict=True):
            gain, after = table[at : at + len(some)].T
            found.append(Surprise(trial.sums(logs_here)[0], gain, after))
            at += len(some)
        return found

    def _pair(self, whole: str, text: TokenText, place: Place, wording: Wording) -> TrialPair:
        now = Wording(wording.start, whole[wording.start : place.end])
        return TrialPair(*(self._trial(whole, text, place, each) for each in (now, wording)))

    def _trial(self, whole: str, text: TokenText, place: Place, wording: Wording) -> Trial:
        """Return the tokens from the piece in which the wording begins."""
        piece = next(n for n, piece in enumerate(text.pieces) if piece.end > wording.start)
        head = whole[text.pieces[piece].start : wording.start] + wording.text
        pieces = list(self.byte_pairs.pieces(head + whole[place.end : place.until]))
        tokens = [token for each in pieces for token in each.tokens]
        own = sum(len(each.tokens) for each in pieces if each.start < len(head))
        return Trial(text.first[piece], tokens, own)

    def _logs(self, states: "Floats", trials: Sequence[Trial]) -> "list[Floats]":
        """Return the log probabilities of tokens that are in the text or come next in it."""
        runs = [Run(trial.after - 1, trial.tokens) for trial in trials]
        return self.transformer.log_probabilities(states, runs)

    def _read_on(self, reading: "_Reading", trials: Sequence[Trial]) -> "Iterator[Floats]":
        """Yield the log probabilities of the trials' tokens after the first."""
        some, size = list[Continuation](), 0
        for n, trial in enumerate(trials):
            some.append(Continuation(trial.after, trial.tokens[:-1]))
            size += len(trial.tokens) - 1
            if size > BATCH or n == len(trials) - 1:
                last = trials[n + 1 - len(some) : n + 1]
                yield from self._continued(reading, some, [trial.tokens[1:] for trial in last])
                some, size = [], 0

    def _continued(
        self, reading: "_Reading", some: Sequence[Continuation], following: Sequence[list[int]]
    ) -> "list[Floats]":
        if not any(following):
            return [np.zeros(0, np.float32) for _ in some]
        more = [each for each in some if each.tokens]
        states = self.transformer.read_on(reading.cache, more, reading.is_wanted)
        starts = np.cumsum([0, *map(len, following)]).tolist()
        runs = [Run(start, tokens) for start, tokens in zip(starts, following, strict=False)]
        return self.transformer.log_probabilities(states, runs)


def _answer(
    batch: "Future[list[list[Surprise]]]", is_wanted: Callable[[], bool]
) -> list[list[Surprise]]:
    """Return the results of a batch; empty if it is no longer wanted."""
    while is_wanted():
        with suppress(TimeoutError):
            return batch.result(_MOMENT)
    batch.cancel()
    return []


def _hopeful(
    gains: Sequence[float], leads: Sequence[float], counts: Sequence[int], effort: Effort
) -> list[int]:
    """Return the wordings to continue with; `counts` are the numbers of wordings of each place."""
    found, at = list[int](), 0
    for count in counts:
        here = sorted(range(at, at + count), key=lambda n: -leads[n] - gains[n])
        likely = [n for n in here[1 : effort.most] if gains[n] >= effort.least]
        found += [*here[:1], *likely]
        at += count
    return sorted(found)


def _bounds(*parts: Sequence[object]) -> list[int]:
    """Return where each of several concatenated lists begins, and the end."""
    return [0, *accumulate(map(len, parts))]


def load_model(path: Path, sample: str = "", cache: Path | None = None) -> GgufModel:
    """Load the model in a file; its weights are quantised by the loudness in a `sample` of text.

    In that form they are cached in the folder `cache`, if there is one, and memory-mapped.

    Raises:
        LanguageDataError: it cannot be read, is damaged, or is of an unsupported kind.
    """
    file = read_gguf(path)
    data = file.metadata
    if data.get("general.architecture") != "llama":
        raise damaged(path, Message("it does not belong to the Llama family"))
    if (data.get("tokenizer.ggml.model"), data.get("tokenizer.ggml.pre")) != ("gpt2", "smollm"):
        raise damaged(path, Message("it does not split words as SmolLM2 does"))
    try:
        pairs = BytePairs(data["tokenizer.ggml.tokens"], data["tokenizer.ggml.merges"])
        begin = int(data["tokenizer.ggml.bos_token_id"])
        identity = f"{data.get('general.name')} {data.get('general.file_type')}"
        tokens, kept = [begin, *pairs.encode(sample)], kept_for(path, sample, cache)
        transformer = Transformer.of(file, tokens, best_product(), kept)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path, Message("it is damaged")) from error
    pool, ahead = _workers()
    return GgufModel(path.stem, identity, transformer, pairs, begin, pool, ahead)


def _workers() -> tuple[ThreadPoolExecutor, int]:
    """Return threads to read in, and their number: numpy's products release the interpreter."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    count = min(_MOST_WORKERS, cores)
    return ThreadPoolExecutor(count, "unspin-second"), count
