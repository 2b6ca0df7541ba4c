"""Tokens: those of known texts, and that pieces cover a text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_gguf import MERGES, TOKENS

from unspin_gui.language.neural.byte_pairs import BytePairs

KNOWN = json.loads((Path(__file__).parent / "smollm2_tokens.json").read_text(encoding="utf-8"))
"""Texts with their tokens according to llama.cpp, and the part of SmolLM2's list they need."""
TINY = BytePairs(TOKENS, MERGES)


@pytest.mark.parametrize(("text", "ids"), [*zip(KNOWN["texts"], KNOWN["ids"], strict=True)])
def test_tokens_are_those_of_the_model(text: str, ids: list[int]) -> None:
    pairs = BytePairs([*KNOWN["tokens"]], KNOWN["merges"])
    number = [*KNOWN["tokens"].values()]
    assert [number[token] for token in pairs.encode(text)] == ids


@given(st.text())
def test_pieces_cover_the_text_and_tokens_spell_it(text: str) -> None:
    pieces = list(TINY.pieces(text))
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    spelt = "".join(TOKENS[token] for piece in pieces for token in piece.tokens)
    back = {letter: byte for byte, letter in enumerate(TOKENS[2:258])}
    assert bytes(back[letter] for letter in spelt) == text.encode("utf-8", "surrogatepass")


def test_earlier_merges_come_first() -> None:
    assert [TOKENS[token] for token in TINY.encode(" the other")] == [
        *("Ġthe", "Ġ", "o", "t", "he", "r"),
    ]
