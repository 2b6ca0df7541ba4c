"""Compares the speed of the second reading with simpler methods, in one run.

usage: second_reading.py MODEL.gguf TEXT [--plain PLACES] [--threads]

Prints the tokens a processor second when 256 tokens are read and each is scored: ours in floats
and, where onnxruntime is installed, in whole numbers; `plain_model` in 32-bit floats; and where it
is installed ik-llama-cpp-python in batches of 31. Then the same work in two ways: asking about some
places of TEXT in ours (with shared prefixes), and in the plain one (each wording with its whole
text before it, anew). With --threads also the time on the clock for all of TEXT, as the window
reads it. Run it with OPENBLAS_NUM_THREADS=1, as the program does.
"""

import argparse
import ctypes
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from plain_model import PlainModel  # noqa: E402

from unspin_gui import language  # noqa: E402
from unspin_gui.core.detection.foreign import words_of  # noqa: E402
from unspin_gui.core.detection.knowledge import Knowledge  # noqa: E402
from unspin_gui.core.noisy_channel.causal_model import Excerpt  # noqa: E402
from unspin_gui.core.noisy_channel.second_reading import EFFORT, places  # noqa: E402
from unspin_gui.core.text.prose import prose_passages  # noqa: E402
from unspin_gui.language.neural import model as neural  # noqa: E402
from unspin_gui.language.neural.model import GgufModel  # noqa: E402
from unspin_gui.language.neural.products import FloatProduct, Product, best_product  # noqa: E402
from unspin_gui.language.neural.transformer import Run  # noqa: E402
from unspin_gui.language.second import load_second_reading  # noqa: E402

TOKENS, IK_BATCH, ROUNDS = 256, 31, 5


def seconds(acts: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the least processor time of each act in a few alternating rounds."""
    found = dict.fromkeys(acts, float("inf"))
    for _ in range(ROUNDS):
        for name, act in acts.items():
            start = time.process_time()
            act()
            found[name] = min(found[name], time.process_time() - start)
    return found


def loaded(path: Path, product: Product) -> GgufModel:
    """The model with a way to multiply, as the program checks it."""
    neural.best_product = lambda: product  # type: ignore[assignment]
    return cast("GgufModel", load_second_reading(ROOT / "resources", path).model)


def ours(model: GgufModel, tokens: list[int]) -> None:
    """Read some tokens and score each."""
    states, _ = model.transformer.read([tokens])
    model.transformer.log_probabilities(states[:-1], [Run(0, tokens[1:])])


def ik_llama(path: Path, tokens: list[int]) -> Callable[[], None] | None:
    """The same with ik-llama-cpp-python, in batches that it computes rightly."""
    try:
        from ik_llama_cpp import _ctypes_api as api  # noqa: PLC0415
        from ik_llama_cpp import _internals as inner  # noqa: PLC0415
    except ImportError:
        return None
    model = inner.IkModel(str(path))
    context = inner.IkContext(model, n_ctx=512, n_threads=1)

    def read() -> None:
        context.kv_cache_clear()
        for at in range(0, len(tokens), IK_BATCH):
            part = tokens[at : at + IK_BATCH]
            batch = inner.make_batch_range(part, pos_start=at)
            for n in range(len(part)):
                batch.logits[n] = 1
            context.decode(batch)
            for n in range(len(part)):
                pointer = api.llama_get_logits_ith(context.ctx, n)
                floats = ctypes.cast(pointer, ctypes.POINTER(ctypes.c_float))
                logits = np.ctypeslib.as_array(floats, (model.n_vocab,))
                np.log(np.exp(logits - logits.max()).sum())
            api.llama_batch_free(batch)

    return read


def excerpts_of(text: str) -> list[Excerpt]:
    """The passages of a text with the places that are read again."""
    reader, passages = language.load_reader(ROOT / "resources"), prose_passages(text, ())
    words = words_of(passages, Knowledge(reader=reader))
    reads = reader.read([passage.text for passage in passages], words.counts)
    return [
        Excerpt(passage.text, [asked.place for asked in places(passage.text, readings)])
        for passage, (readings, _) in zip(passages, reads, strict=True)
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("--plain", type=int, default=6)
    parser.add_argument("--threads", action="store_true")
    args = parser.parse_args()
    text = args.text.read_text(encoding="utf-8")
    floats, plain = loaded(args.model, FloatProduct()), PlainModel(args.model)
    model = loaded(args.model, best_product())
    tokens = [model.begin, *model.byte_pairs.encode(text)][:TOKENS]
    acts: dict[str, Callable[[], object]] = {
        "ours, in floats": lambda: ours(floats, tokens),
        "ours, as it reads": lambda: ours(model, tokens),
        "plain": lambda: plain.log_probabilities(tokens),
    }
    ik = ik_llama(args.model, tokens)
    for name, each in seconds(acts | ({"ik-llama, 31 at once": ik} if ik else {})).items():
        print(f"{name:22} {len(tokens) / each:6.0f} tokens a processor second, all scored")
    excerpts = excerpts_of(text)
    some = [one._replace(places=one.places[: args.plain]) for one in excerpts if one.places][:1]
    asked = sum(len(one.places) for one in some)
    (mine,) = seconds({"": lambda: list(model.surprises(some, EFFORT))}).values()
    start, plain.read = time.process_time(), 0
    list(plain.surprises(some))
    theirs = time.process_time() - start
    print(f"{asked} places: {mine:.2f} s ours, {theirs:.2f} s plain: {theirs / mine:.1f} times")
    print(f"the plain way reads {plain.read} tokens: {plain.read / mine:.0f} a second in ours")
    start, clock = time.process_time(), time.perf_counter()
    if args.threads:
        list(model.surprises(excerpts, EFFORT))
        size, count = len(text.split()), sum(len(one.places) for one in excerpts)
        spent_here, took = time.process_time() - start, time.perf_counter() - clock
        print(f"{size} words, {count} places: {spent_here:.1f} processor s, {took:.1f} s")


if __name__ == "__main__":
    main()
