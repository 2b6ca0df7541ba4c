"""Train resources/language/company.bin: which words keep company, from honest prose.

usage: train_company.py DOWNLOADS OUT [--fetch]

DOWNLOADS holds, or with --fetch receives, the packages of `packages.py` that `prose.py` reads.
Vectors of words start from the bigrams of the language model; then every word of the prose is to be
told from what a spinner might have put there by the words around it (see `core.company`). Seeded; a
few minutes. Needs numpy, scipy and the installed program. Some documents are not looked at: the
detector is trained and measured on them.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from prose import collect, part
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from unspin_gui.core.channel import Channel
from unspin_gui.core.company import FAR, OFFSETS, SPREAD, TOPIC, content
from unspin_gui.core.sentences import read_sentences
from unspin_gui.language import arrays
from unspin_gui.language.load import load_words
from unspin_gui.language.ngrams import NgramModel

ROOT = Path(__file__).resolve().parents[1]
SIZE, KEPT = 48, 48_000
"""Numbers of a vector; words that get one, the most frequent."""
OTHERS, TRIED = 48, 12
"""Words that might stand for a word; how many of them are tried each time."""
EPOCHS, BATCH = 4, 1024
RATE_TURN, RATE_VECTOR, RATE_BIAS = 0.03, 0.015, 0.03


class Places(NamedTuple):
    """Words of the prose with what stands around them: `around` (places, offsets), `document`."""

    word: np.ndarray
    around: np.ndarray
    document: np.ndarray


def first_vectors(model: NgramModel) -> np.ndarray:
    """Vectors of words out of what follows and precedes them in the language model."""
    words = model.unknown
    first, second, log = model.bigrams()
    common = np.minimum(1, np.exp(0.25 * (model.unigram[first] + log + 14)))
    weight = np.clip(log - model.unigram[second] + 1, 0, 8) * common
    table = csr_matrix((weight.astype(np.float64), (first, second)), shape=(words, words))
    left, power, right = svds(table, k=SIZE, v0=np.ones(words))
    usual = np.exp(0.75 * model.unigram[:words].astype(np.float64))
    usual /= usual.sum()
    both = np.concatenate([left * np.sqrt(power), right.T * np.sqrt(power)], axis=1)
    both -= usual @ both
    _, turn = np.linalg.eigh((both * usual[:, None]).T @ both)
    vectors = both @ turn[:, ::-1][:, :SIZE]
    vectors /= np.sqrt((usual[:, None] * vectors**2).sum())
    return np.vstack([vectors, np.zeros((1, SIZE))]).astype(np.float32)


def alternatives(channel: Channel, words: int, random: np.random.Generator) -> np.ndarray:
    """For each word others that may stand for it, -1 where there are fewer."""
    table = np.full((words + 1, OTHERS), -1, np.int32)
    for start in range(0, words, 4000):
        owner, other, near = channel.neighbours(np.arange(start, min(words, start + 4000)))
        order = np.lexsort((-random.random(len(owner)) * (0.15 + near), owner))
        owner, other = owner[order], other[order]
        rank = np.arange(len(owner)) - np.searchsorted(owner, owner)
        keep = rank < OTHERS
        table[owner[keep], rank[keep]] = other[keep]
    return table


def read(
    documents: list[str], model: NgramModel, kept: np.ndarray, others: np.ndarray
) -> tuple[Places, list[np.ndarray]]:
    """The places of all documents, and the words of each."""
    found, words = list[Places](), list[np.ndarray]()
    unknown = model.unknown
    for number, text in enumerate(documents):
        sentences = read_sentences([text], model)
        ids = np.where(kept[sentences.ids], sentences.ids, unknown).astype(np.int32)
        padded = np.concatenate([np.full(FAR, unknown), ids, np.full(FAR, unknown)])
        places = np.flatnonzero((others[ids, 0] >= 0) & sentences.is_word)
        around = np.stack([padded[places + FAR + offset] for offset in OFFSETS], axis=1)
        found.append(Places(ids[places], around, np.full(len(places), number)))
        words.append(ids[sentences.is_word])
    return Places(*(np.concatenate(column) for column in zip(*found, strict=True))), words


class Company:
    """What is trained: `vectors` of words, `turn` for each offset and the topic, `bias`."""

    def __init__(
        self, vectors: np.ndarray, weight: np.ndarray, random: np.random.Generator
    ) -> None:
        self.vectors, self.weight, self.random = vectors, weight, random
        shape = (len(OFFSETS) + 1, SIZE, SIZE)
        self.turn = (random.normal(size=shape) * 0.02).astype(np.float32)
        self.bias = np.zeros(len(vectors), np.float32)
        self._steep = [np.full_like(a, 1e-6) for a in (self.turn, self.bias, self.bias)]

    def epoch(self, places: Places, words: list[np.ndarray], others: np.ndarray) -> float:
        """All places once, in random order; the mean log loss."""
        topic = np.stack([self.weight[ids] @ self.vectors[ids] for ids in words])
        size = np.array([self.weight[ids].sum() for ids in words], np.float32)
        order, lost = self.random.permutation(len(places.word)), list[float]()
        for rows in _batches(order):
            batch = Places(*(column[rows] for column in places))
            own = self.weight[batch.word][:, None]
            about = topic[batch.document] - own * self.vectors[batch.word]
            about *= TOPIC / (size[batch.document][:, None] - own + SPREAD)
            tried = others[batch.word[:, None], self.random.integers(0, OTHERS, (BATCH, TRIED))]
            lost.append(self._step(batch, about, np.hstack([batch.word[:, None], tried])))
        return float(np.mean(lost))

    def _step(self, batch: Places, about: np.ndarray, words: np.ndarray) -> float:
        usable = words >= 0
        usable[:, 1:] &= words[:, 1:] != words[:, :1]
        words = np.where(usable, words, len(self.vectors) - 1)
        context = np.hstack([self.vectors[batch.around].reshape(len(about), -1), about])
        heard = context @ self.turn.reshape(-1, SIZE)
        vectors = self.vectors[words]
        score = (vectors @ heard[:, :, None])[:, :, 0] + self.bias[words]
        score = np.where(usable, score, np.float32(-1e9))
        power = np.exp(score - score.max(axis=1, keepdims=True))
        slope = power / power.sum(axis=1, keepdims=True)
        loss = -float(np.log(slope[:, 0] + 1e-12).mean())
        slope[:, 0] -= 1
        slope[~usable] = 0
        heard_slope = (slope[:, None, :] @ vectors)[:, 0, :]
        context_slope = heard_slope @ self.turn[:-1].reshape(-1, SIZE).T
        self._turn((context.T @ heard_slope).reshape(self.turn.shape) * (30 / BATCH))
        self._move(
            np.concatenate([words.ravel(), batch.around.ravel()]),
            np.concatenate(
                [
                    (slope[:, :, None] * heard[:, None, :]).reshape(-1, SIZE),
                    context_slope.reshape(-1, SIZE),
                ]
            ),
        )
        slopes = np.bincount(words.ravel(), slope.ravel(), len(self.bias)).astype(np.float32)
        self._steep[2] += slopes * slopes
        self.bias -= RATE_BIAS * slopes / np.sqrt(self._steep[2])
        self.bias[-1] = 0
        return loss

    def _turn(self, slope: np.ndarray) -> None:
        self._steep[0] += slope * slope
        self.turn -= RATE_TURN * slope / np.sqrt(self._steep[0])

    def _move(self, words: np.ndarray, slopes: np.ndarray) -> None:
        """Move the vectors of words, each by all its slopes together."""
        order = np.argsort(words, kind="stable")
        ordered = words[order]
        first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
        once, slope = ordered[first], np.add.reduceat(slopes[order], first)
        self._steep[1][once] += (slope * slope).mean(axis=1)
        self.vectors[once] -= RATE_VECTOR * slope / np.sqrt(self._steep[1][once])[:, None]
        self.vectors[-1] = 0


def _batches(order: np.ndarray) -> Iterator[np.ndarray]:
    for start in range(0, len(order) - BATCH, BATCH):
        yield order[start : start + BATCH]


def packed(company: Company, kept: np.ndarray, others: np.ndarray) -> bytes:
    """The trained numbers as they ship: vectors of a byte a number."""
    words = np.flatnonzero(kept)
    vectors = company.vectors[words]
    scale = np.abs(vectors).max(axis=0) / 127
    bias = np.where(others[words, 0] >= 0, company.bias[words], np.float32(np.nan))
    result = {
        "co.words": words.astype(np.uint32),
        "co.vectors": np.rint(vectors / scale).astype(np.int8),
        "co.scale": scale.astype(np.float32),
        "co.bias": bias.astype(np.float16),
        "co.turn": company.turn.astype(np.float16),
    }
    return arrays.pack(result, "company 1")


def main() -> None:
    """Collect, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    args = parser.parse_args()
    started = time.monotonic()
    model, channel, _ = load_words(ROOT / "resources")
    prose = collect(args.downloads, fetch=args.fetch)
    documents = [text for texts in prose.values() for text in texts if part(text) == "company"]
    kept = np.zeros(model.unknown + 1, np.bool_)
    kept[np.argsort(-model.unigram[: model.unknown], kind="stable")[:KEPT]] = True
    kept[[model.words[mark] for mark in ("<s>", "</s>")]] = True
    random = np.random.default_rng(1)
    others = alternatives(channel, model.unknown, random)
    places, words = read(documents, model, kept, others)
    print(f"{len(places.word)} places, {time.monotonic() - started:.0f} s", flush=True)
    company = Company(first_vectors(model), content(model), random)
    for epoch in range(EPOCHS):
        lost = company.epoch(places, words, others)
        print(f"epoch {epoch}: {lost:.4f}, {time.monotonic() - started:.0f} s", flush=True)
        args.out.write_bytes(packed(company, kept, others))


if __name__ == "__main__":
    main()
