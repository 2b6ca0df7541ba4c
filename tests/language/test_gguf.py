"""Reading GGUF files: what is damaged, truncated or foreign is refused in one sentence."""

from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tiny_gguf import METADATA, TOKENS, WIDTH, write_tiny

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.language.neural import gguf, quantization
from unspin_gui.language.neural.gguf import read_gguf
from unspin_gui.language.neural.model import load_model


def refusal(path: Path) -> str:
    with pytest.raises(LanguageDataError) as raised:
        load_model(path)
    told = str(raised.value)
    assert "\n" not in told
    assert str(path) in told
    return told


def test_metadata_and_tensors_are_as_written(tmp_path: Path) -> None:
    file = read_gguf(write_tiny(tmp_path / "m.gguf"))
    epsilon = "llama.attention.layer_norm_rms_epsilon"
    assert file.metadata[epsilon] == pytest.approx(METADATA[epsilon])
    assert dict(file.metadata) | {epsilon: 0} == METADATA | {epsilon: 0}
    assert "blk.1.ffn_down.weight" in file
    assert file.tensor("token_embd.weight", (len(TOKENS), WIDTH)).std() > 0.1


def test_rows_unpacked_some_at_a_time_are_those_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = read_gguf(write_tiny(tmp_path / "m.gguf"))
    name, shape = "token_embd.weight", (len(TOKENS), WIDTH)
    whole = file.tensor(name, shape)
    for rows in (1, 7, len(TOKENS), len(TOKENS) + 1):
        monkeypatch.setattr(gguf, "ROWS", rows)
        parts = list(file.row_blocks(name, shape))
        assert max(map(len, parts)) == min(rows, len(TOKENS))
        assert np.array_equal(np.concatenate(parts), whole)


def test_every_truncation_is_refused(tmp_path: Path) -> None:
    whole = write_tiny(tmp_path / "m.gguf").read_bytes()
    part = tmp_path / "part.gguf"
    for size in [0, 3, 7, 30, *range(64, len(whole), 997), len(whole) - 1]:
        part.write_bytes(whole[:size])
        refusal(part)


@example(3693, 1)  # the scale of some weights becomes infinite
@given(st.integers(0, 12_000), st.integers(1, 255))
def test_a_damaged_file_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, at: int, other: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.gguf"
    data = bytearray(write_tiny(path).read_bytes())
    data[at % len(data)] ^= other
    path.write_bytes(data)
    with suppress(LanguageDataError):
        assert 0 <= load_model(path).begin < len(TOKENS)


def test_other_files_and_other_models_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    assert "no such file" in refusal(path)
    assert "not in GGUF format" in refusal(tmp_path)
    path.touch()
    assert "it is truncated" in refusal(path)
    path.write_text("This is a text, and not a short one.", encoding="utf-8")
    assert "not in GGUF format" in refusal(path)
    write_tiny(path, general_architecture="gemma")
    assert "the Llama family" in refusal(path)
    write_tiny(path, tokenizer_ggml_pre="llama-bpe")
    assert "does not split words as" in refusal(path)
    write_tiny(path, llama_feed_forward_length=96)
    assert "another shape" in refusal(path)
    write_tiny(path, llama_block_count=3)
    assert "blk.2" in refusal(path)
    write_tiny(path, llama_embedding_length=None)
    refusal(path)


def blocks(kind: int, *parts: bytes) -> np.ndarray:
    data = b"".join(parts)
    numbers, size = quantization.LAYOUTS[kind]
    assert len(data) == size
    return quantization.dequantized(data, 0, kind, (numbers,))  # type: ignore[arg-type]


def half(value: float) -> bytes:
    return np.float16(value).tobytes()


def test_blocks_are_unpacked_as_ggml_defines_them() -> None:
    """The lower halves of the bytes come first, then the upper ones."""
    packed = bytes([0x21, *[0] * 15])
    q4_0 = blocks(2, half(2), packed)
    assert (q4_0[0], q4_0[16], q4_0[1]) == (2 * (1 - 8), 2 * (2 - 8), -16)
    q4_1 = blocks(3, half(2), half(-1), packed)
    assert (q4_1[0], q4_1[16], q4_1[1]) == (1, 3, -1)
    fifth = bytes([1, 0, 1, 0])
    q5_0 = blocks(6, half(0.5), fifth, packed)
    assert (q5_0[0], q5_0[16], q5_0[1]) == (0.5, 1, -8)
    q5_1 = blocks(7, half(0.5), half(3), fifth, packed)
    assert (q5_1[0], q5_1[16], q5_1[1]) == (11.5, 12, 3)
    q8_0 = blocks(8, half(0.5), np.arange(-16, 16, dtype=np.int8).tobytes())
    assert q8_0.tolist() == [n / 2 for n in range(-16, 16)]


def test_blocks_of_six_bits_have_a_scale_for_every_sixteen_numbers() -> None:
    low, high = bytearray(128), bytearray(64)
    low[0], low[32], high[0] = 0x5F, 0x03, 0b11_10_01_00
    scales = bytes([1, 0, 2, 0, 3, 0, 4, *[0] * 9])
    found = blocks(14, bytes(low), bytes(high), scales, half(0.5))
    assert found[0] == 0.5 * 1 * (0x0F - 32)
    assert found[32] == 0.5 * 2 * (0x03 + 0x10 - 32)
    assert found[64] == 0.5 * 3 * (0x05 + 0x20 - 32)
    assert found[96] == 0.5 * 4 * (0x00 + 0x30 - 32)
    assert found[128] == 0


def test_single_rows_are_those_of_the_whole(tmp_path: Path) -> None:
    file = read_gguf(write_tiny(tmp_path / "m.gguf"))
    name, shape = "token_embd.weight", (len(TOKENS), WIDTH)
    which = np.array([len(TOKENS) - 1, 0, 7, 7])
    assert np.array_equal(file.rows(name, shape, which), file.tensor(name, shape)[which])
