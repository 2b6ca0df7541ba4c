"""A model computes the same however texts are cut, packed and continued."""

import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from tiny_gguf import write_tiny

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.arrays import Floats
from unspin_gui.core.noisy_channel.causal_model import Effort, Excerpt, Place, Wording
from unspin_gui.language.neural import model as neural
from unspin_gui.language.neural import self_check
from unspin_gui.language.neural.attention import Heads, SideBySide
from unspin_gui.language.neural.layers import Layer, Places, Shape, pass_through
from unspin_gui.language.neural.model import GgufModel, load_model
from unspin_gui.language.neural.products import FloatProduct, IntegerProduct
from unspin_gui.language.neural.self_check import Check, answers_of, check
from unspin_gui.language.neural.transformer import Continuation

TOOLS = Path(__file__).resolve().parents[2] / "tools"
TEXT = "The other men gave a apple to her, and nobody in the town said a word of it."
NEAR = {FloatProduct: 0.08, IntegerProduct: 0.15}
"""What weights of one byte, and inputs of one, may make of a log probability in the small model."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture(scope="module", params=["in floats", "in whole numbers"])
def model(path: Path, request: pytest.FixtureRequest) -> Iterator[GgufModel]:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in floats":
            patch.setattr(neural, "best_product", FloatProduct)
        else:
            pytest.importorskip("onnxruntime")
        yield load_model(path, TEXT)


@pytest.fixture(scope="module")
def plain(path: Path) -> Iterator[object]:
    """The same model computed in the plainest way."""
    sys.path.insert(0, str(TOOLS))
    try:
        from plain_model import PlainModel  # noqa: PLC0415 - of the tools

        yield PlainModel(path)
    finally:
        sys.path.remove(str(TOOLS))


def excerpt(text: str = TEXT) -> Excerpt:
    """With a wording of one word, of two, with its article, and at the end of the text."""
    apple, end = text.index("apple"), text.index("it.")
    first = [Wording(apple, "pear"), Wording(apple - 2, "an orange"), Wording(apple, "red pear")]
    return Excerpt(
        text,
        [
            Place(apple, apple + 5, text.index(", and"), first),
            Place(end, end + 2, end + 2, [Wording(end, "him")]),
            Place(end, end + 2, end + 2, []),
        ],
    )


def test_surprises_are_those_of_a_plain_computation(model: GgufModel, plain: GgufModel) -> None:
    (found,), (exact,) = (list(one.surprises([excerpt()])) for one in (model, plain))
    assert len(found) == 3
    near = NEAR[type(model.transformer.output[0].product)]  # type: ignore[index]
    for one, other in zip(found, exact, strict=True):
        assert one.own == pytest.approx(other.own, abs=near)
        assert one.gain == pytest.approx(other.gain, abs=near)
        assert one.after == pytest.approx(other.after, abs=near)
    assert np.abs(found[0].gain).max() > 0.5


def test_texts_read_side_by_side_do_not_see_each_other(model: GgufModel) -> None:
    others = [Excerpt(word * 40, []) for word in ("and ", "her ", "men, ")]
    alone = next(iter(model.surprises([excerpt()])))
    packed = list(model.surprises([others[0], excerpt(), *others[1:]]))
    assert [len(one) for one in packed] == [0, 3, 0, 0]
    for one, other in zip(packed[1], alone, strict=True):
        assert one.own == pytest.approx(other.own, abs=1e-4)
        assert one.gain == pytest.approx(other.gain, abs=1e-4)


def test_what_follows_is_read_as_if_it_stood_in_the_text(model: GgufModel) -> None:
    tokens = [1, *model.byte_pairs.encode(TEXT)]
    states, (cache,) = model.transformer.read([tokens])
    following = [Continuation(n, tokens[n : n + k]) for n, k in ((3, 4), (30, 1), (1, 9))]
    again = model.transformer.read_on(cache, following)
    rows = [row for one in following for row in range(one.after, one.after + len(one.tokens))]
    assert again == pytest.approx(states[rows], abs=1e-3)


def test_little_effort_reads_on_only_what_begins_well(model: GgufModel) -> None:
    (full,) = model.surprises([excerpt()])
    (little,) = model.surprises([excerpt()], Effort(1, 0.0))
    read = np.isfinite(little[0].after)
    assert read.sum() == 1
    assert little[0].gain[read] == pytest.approx(full[0].gain[read], abs=1e-4)
    assert little[0].own == pytest.approx(full[0].own, abs=1e-4)
    led = [
        place._replace(
            wordings=[each._replace(lead=50.0 * n) for n, each in enumerate(place.wordings)]
        )
        for place in excerpt().places
    ]
    (told,) = model.surprises([Excerpt(TEXT, led)], Effort(1, 0.0))
    assert np.isfinite(told[0].after).tolist() == [False, False, True]


def test_damaged_weights_are_no_matter_for_warnings() -> None:
    """They go to the screen of whoever runs a command, beside the sentence that tells of them."""
    heads = Heads(2, 1, 4)
    shape = Shape(1, 8, 16, heads, 10, 10_000.0, 1e-5)

    def always(value: float, width: int) -> Callable[[Floats], Floats]:
        return lambda inputs: np.full((len(inputs), width), value, np.float32)

    ones = np.ones(8, np.float32)
    for value in (-1e4, -3e38, np.inf, np.nan):
        layer = Layer(
            *(ones, always(value, 16), always(1.0, 8)),
            *(ones, always(value, 32), always(value, 8)),
        )
        places = Places.of(shape, np.arange(3), SideBySide(heads, [3]))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            states = np.ones((3, 8), np.float32)
            pass_through(states, layer, places)
        assert (states != 1).all(), value


def test_a_reader_that_stops_leaves_nothing_waiting(model: GgufModel) -> None:
    many = (excerpt(TEXT * 3) for _ in range(10_000))
    found = model.surprises(many)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(list(many)) > 9_000


def test_the_check_tells_wrong_figures_from_right_ones(
    model: GgufModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Check(model.identity, TEXT * 3, answers_of(model, TEXT * 3))
    assert check(model, known) == pytest.approx(0.0, abs=1e-4)
    with pytest.raises(LanguageDataError, match="wrong results"):
        check(model, known._replace(answers=known.answers + 1.6))
    other = known._replace(model="another")
    with pytest.raises(LanguageDataError, match="does not know English"):
        check(model, other)
    monkeypatch.setattr(self_check, "PLAUSIBLE", -1e9)
    assert check(model, other) == 0.0
