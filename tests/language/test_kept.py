"""The parts of a model are made once, mapped from then on, and made anew when anything is amiss."""

import os
from pathlib import Path

import numpy as np
import pytest
from tiny_gguf import LAYERS, TOKENS, write_tiny

from unspin_gui.core.noisy_channel.causal_model import Excerpt, Place, Wording
from unspin_gui.language.neural import transformer
from unspin_gui.language.neural.kept import forget, kept_for
from unspin_gui.language.neural.model import GgufModel, load_model

TEXT = "The other men gave an apple to her, and nobody in the town said a word of it."


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with each time that the parts are made."""
    times, make = list[int](), transformer._made

    def counted(*given: object) -> object:
        times.append(1)
        return make(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(transformer, "_made", counted)
    return times


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_tiny(tmp_path / "tiny.gguf")


def said(model: GgufModel) -> np.ndarray:
    at = TEXT.index("apple")
    excerpt = Excerpt(TEXT, [Place(at, at + 5, at + 12, [Wording(at, "orange")])])
    (((own, gain, after),),) = model.surprises([excerpt])
    return np.array([own, *gain, *after])


def test_a_model_says_the_same_from_its_file_and_mapped(
    path: Path, tmp_path: Path, made: list[int]
) -> None:
    cache = tmp_path / "cache"
    plain = said(load_model(path, TEXT))
    assert not cache.exists()
    models = [load_model(path, TEXT, cache) for _ in range(2)]
    assert len(made) == 2
    assert all(np.array_equal(said(model), plain) for model in models)
    weights = models[1].transformer.layers[0].down.weights  # type: ignore[attr-defined]
    assert not weights.flags.writeable
    assert len(list(cache.glob("*/*"))) == LAYERS + 1 + -(-len(TOKENS) // transformer.ROWS)


def test_another_file_or_sample_makes_other_parts(
    path: Path, tmp_path: Path, made: list[int]
) -> None:
    load_model(path, TEXT, tmp_path)
    load_model(path, TEXT[:20], tmp_path)
    assert len(made) == 2
    other = said(load_model(write_tiny(path, seed=1), TEXT[:20], tmp_path))
    assert len(made) == 3
    assert np.array_equal(other, said(load_model(path, TEXT[:20])))
    assert len(list(tmp_path.glob("*.parts"))) == 1


@pytest.mark.parametrize("number", [0, LAYERS, LAYERS + 1])
@pytest.mark.parametrize("size", [0, 100, -1, None])
def test_damaged_and_missing_parts_are_made_anew(
    path: Path, tmp_path: Path, made: list[int], number: int, size: int | None
) -> None:
    right = said(load_model(path, TEXT, tmp_path))
    part = sorted(tmp_path.glob("*.parts/*"))[number]
    if size is None:
        part.unlink()
    else:
        part.write_bytes(part.read_bytes()[:size])
    assert np.array_equal(said(load_model(path, TEXT, tmp_path)), right)
    load_model(path, TEXT, tmp_path)
    assert len(made) == 2


def test_where_nothing_can_be_written_all_stays_in_memory(path: Path, tmp_path: Path) -> None:
    cache = tmp_path / "file"
    cache.write_text("in the way", encoding="utf-8")
    assert np.array_equal(said(load_model(path, TEXT, cache)), said(load_model(path, TEXT)))


def test_parts_are_forgotten_and_nothing_else(path: Path, tmp_path: Path) -> None:
    load_model(path, TEXT, tmp_path)
    forget(tmp_path)
    assert list(tmp_path.iterdir()) == [path]
    forget(tmp_path / "missing")


def test_a_file_that_is_touched_counts_as_another(path: Path, tmp_path: Path) -> None:
    before = kept_for(path, TEXT, tmp_path).key
    os.utime(path, ns=(1, 1))
    assert kept_for(path, TEXT, tmp_path).key != before
