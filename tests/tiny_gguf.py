"""Writes small models in the format GGUF, with random weights, as tests need them."""

import struct
from pathlib import Path
from typing import Any

import numpy as np

from unspin_gui.language.neural.byte_pairs import _LETTERS

WIDTH, INNER, HEADS, GROUPS, LAYERS = 32, 64, 4, 2, 2
F32, Q4_1, Q8_0 = 0, 3, 8
MERGES = ["Ġ t", "h e", "Ġt he", "e r", "i n", "Ġ a", "o n"]
TOKENS = ["<end>", "<begin>", *_LETTERS, *(merge.replace(" ", "") for merge in MERGES)]
METADATA: dict[str, Any] = {
    "general.architecture": "llama",
    "general.name": "tiny",
    "general.file_type": 3,
    "llama.block_count": LAYERS,
    "llama.embedding_length": WIDTH,
    "llama.feed_forward_length": INNER,
    "llama.attention.head_count": HEADS,
    "llama.attention.head_count_kv": GROUPS,
    "llama.attention.layer_norm_rms_epsilon": 1e-5,
    "llama.rope.freq_base": 10_000.0,
    "tokenizer.ggml.model": "gpt2",
    "tokenizer.ggml.pre": "smollm",
    "tokenizer.ggml.bos_token_id": 1,
    "tokenizer.ggml.tokens": TOKENS,
    "tokenizer.ggml.merges": MERGES,
}
KV = WIDTH // HEADS * GROUPS
LAYER = {
    "attn_norm": (F32, (WIDTH,)),
    "attn_q": (Q4_1, (WIDTH, WIDTH)),
    "attn_k": (Q4_1, (KV, WIDTH)),
    "attn_v": (Q4_1, (KV, WIDTH)),
    "attn_output": (Q4_1, (WIDTH, WIDTH)),
    "ffn_norm": (F32, (WIDTH,)),
    "ffn_gate": (Q4_1, (INNER, WIDTH)),
    "ffn_up": (Q4_1, (INNER, WIDTH)),
    "ffn_down": (Q4_1, (WIDTH, INNER)),
}


def tensors() -> dict[str, tuple[int, tuple[int, ...]]]:
    """The type and the shape of each tensor."""
    found = {"token_embd": (Q8_0, (len(TOKENS), WIDTH)), "output_norm": (F32, (WIDTH,))}
    for n in range(LAYERS):
        found |= {f"blk.{n}.{name}": what for name, what in LAYER.items()}
    return found


def write_tiny(path: Path, seed: int = 0, **changed: Any) -> Path:
    """Write a model; `changed` metadata are named with _ for the dots, None for left out."""
    metadata = dict(METADATA)
    for name, value in changed.items():
        key = next(key for key in METADATA if key.replace(".", "_") == name)
        metadata[key] = value
    kept = {key: value for key, value in metadata.items() if value is not None}
    random, body, heads = np.random.default_rng(seed), b"", b""
    for name, (kind, shape) in tensors().items():
        body += bytes(-len(body) % 32)
        sides = struct.pack(f"<I{len(shape)}Q", len(shape), *reversed(shape))
        heads += _string(f"{name}.weight") + sides + struct.pack("<IQ", kind, len(body))
        body += _values(random, kind, int(np.prod(shape)))
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors()), len(kept))
    head += b"".join(_string(key) + _value(value) for key, value in kept.items()) + heads
    path.write_bytes(head + bytes(-len(head) % 32) + body)
    return path


def _values(random: np.random.Generator, kind: int, count: int) -> bytes:
    if kind == F32:
        return random.uniform(0.5, 1.5, count).astype("<f4").tobytes()
    blocks = count // 32
    if kind == Q8_0:
        scale = np.full((blocks, 1), 0.004, "<f2").view(np.uint8)
        return np.hstack([scale, random.integers(0, 256, (blocks, 32), np.uint8)]).tobytes()
    both = random.uniform(0.01, 0.05, (blocks, 1)).astype("<f2")
    least = (-7.5 * both.astype(np.float32)).astype("<f2")
    numbers = random.integers(0, 256, (blocks, 16), np.uint8)
    return np.hstack([both.view(np.uint8), least.view(np.uint8), numbers]).tobytes()


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _value(value: Any) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", 8) + _string(value)
    if isinstance(value, list):
        return struct.pack("<IIQ", 9, 8, len(value)) + b"".join(map(_string, value))
    return (
        struct.pack("<If", 6, value) if isinstance(value, float) else struct.pack("<II", 4, value)
    )
