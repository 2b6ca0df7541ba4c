"""The thesaurus: the same bytes from every build, and links that lead where they should."""

import sys
from pathlib import Path

import numpy as np
import pytest

from unspin_gui.core.noisy_channel.channel import FORMS, Channel
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.noisy_channel.sentences import read_sentences
from unspin_gui.core.noisy_channel.windows import Windows
from unspin_gui.language import arrays

TOOLS = Path(__file__).resolve().parents[2] / "tools"
RESOURCES = TOOLS.parent / "resources"
WORDS = sorted(
    "attack attacks attacked assault assaults assaulted raid raids go went gone travel in front "  # noqa: SIM905
    "of before carry carries out".split()
)
VOCABULARY = {word: number for number, word in enumerate(WORDS)}
USUAL = np.full(len(WORDS), -8, np.float32)


def zipf(word: str) -> float:
    """How frequent words are: "raided" is not, others are."""
    return 0.0 if word == "raided" else 3.0


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> dict[str, np.ndarray]:
    monkeypatch.syspath_prepend(str(TOOLS))
    import thesaurus_graph as graph  # noqa: PLC0415

    links = [
        graph.Link("assault", "attack", graph.MOBY),
        graph.Link("attack", "raid", graph.SYNONYM | graph.FIRST),
        graph.Link("assault", "raid", graph.MOBY),
        graph.Link("before", "in front of", graph.MOBY),
        graph.Link("go", "travel", graph.SYNONYM),
        graph.Link("go", "an unknown phrase", graph.SYNONYM),
    ]
    links += [graph.Link("onslaught", word, graph.MOBY) for word in ("attack", "raid")]
    result = graph.build(links, VOCABULARY, USUAL, zipf)
    again = graph.build(links[::-1], VOCABULARY, USUAL, zipf)
    assert arrays.pack(result, "x") == arrays.pack(again, "x")
    sys.modules.pop("thesaurus_graph")
    return dict(result)


def all_words(built: dict[str, np.ndarray]) -> list[str]:
    """The words of the model and those outside it."""
    return [*WORDS, *built["ex.names"].tobytes().decode().split("\0")[:-1]]


def channel_of(built: dict[str, np.ndarray]) -> Channel:
    return Channel(built, {word: number for number, word in enumerate(all_words(built))})


def texts(
    built: dict[str, np.ndarray],
    sentence: list[str],
    channel: Channel | None = None,
    fitting: tuple[int, ...] = (),
) -> dict[str, set[str]]:
    """What may have stood in each window, where the present words fit in some forms (tags)."""
    words_, channel = all_words(built), channel or channel_of(built)
    number = {word: n for n, word in enumerate(words_)}
    ids = np.array([len(words_), *(number[word] for word in sentence), len(words_), len(words_)])
    found: dict[str, set[str]] = {}
    first = np.arange(1, len(sentence) + 1)
    singles = channel.single(ids, first)
    longer = [channel._longer(ids, first[: 1 - n], n) for n in (2, 3) if len(sentence) >= n]
    windows = Windows(*(np.concatenate(column) for column in zip(singles, *longer, strict=True)))
    agreement = np.full((len(windows.first), FORMS), -6, np.float32)
    agreement[:, list(fitting)] = 2
    options = channel.replacements(windows, ids, agreement=agreement)
    assert (options.agreement[~options.other_form] == 0).all()
    for owner, words in zip(options.owner, options.words, strict=True):
        start, size = windows.first[owner], windows.size[owner]
        phrase = " ".join(sentence[start - 1 : start - 1 + size])
        found.setdefault(phrase, set()).add(" ".join(words_[w] for w in words if w >= 0))
    return found


def test_candidates_take_the_form_of_their_place(built: dict[str, np.ndarray]) -> None:
    forms = {"assault", "assaulted", "assaulting"}
    assert texts(built, ["assaults"])["assaults"] == {"attacks", "raids"} | forms
    assert "attacked" in texts(built, ["assaulted"])["assaulted"]
    assert "go" in texts(built, ["travel"])["travel"]
    assert texts(built, ["in", "front", "of"])["in front of"] == {"before"}


def test_dictionary_forms_offer_near_neighbours_in_the_forms_that_fit(
    built: dict[str, np.ndarray],
) -> None:
    own = {"attacks", "attacked"}
    assert texts(built, ["attack"])["attack"] >= own
    assert "raids" not in texts(built, ["attack"])["attack"]
    plural = texts(built, ["attack"], fitting=(1,))["attack"]
    assert plural >= own | {"raids"}
    assert "raids" not in texts(built, ["attacked"], fitting=(1,))["attacked"]


def test_of_many_neighbours_the_near_and_the_usual_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    import thesaurus_graph as graph  # noqa: PLC0415

    monkeypatch.setattr(graph, "MOST", 1)
    links = [graph.Link("travel", word, graph.MOBY) for word in ("carry", "go")]
    for often, rare in (("go", "carry"), ("carry", "go")):
        usual = USUAL.copy()
        usual[VOCABULARY[often]] = -4
        found = texts(dict(graph.build(links, VOCABULARY, usual, zipf)), ["travel"])["travel"]
        assert often in found
        assert rare not in found
    sys.modules.pop("thesaurus_graph")


def test_words_outside_the_model_stand_for_its_own(built: dict[str, np.ndarray]) -> None:
    words = all_words(built)
    assert {"onslaught", "onslaughts"} <= set(words[len(WORDS) :])
    assert "raided" not in words  # too rare
    assert "attack" in texts(built, ["onslaught"])["onslaught"]
    assert "attacks" in texts(built, ["onslaughts"])["onslaughts"]
    assert "onslaught" not in texts(built, ["attack"])["attack"]


def test_learnt_pairs_are_links_too(
    built: dict[str, np.ndarray], reader: NoisyChannelReader
) -> None:
    number = {word: n for n, word in enumerate(all_words(built))}

    class Model:
        unknown = len(number)

        @staticmethod
        def encode(words: list[str]) -> np.ndarray:
            return np.array([number.get(word, len(number)) for word in words])

    channel = channel_of(built).with_learnt([("raid", "travel")], Model())  # type: ignore[arg-type]
    assert "travel" in texts(built, ["raid"], channel)["raid"]
    assert "travel" not in texts(built, ["raid"])["raid"]


def test_the_shipped_file_is_compact_and_whole(reader: NoisyChannelReader) -> None:
    path = RESOURCES / "language" / "thesaurus.bin"
    assert path.stat().st_size < 12_000_000
    sentences = read_sentences(["They sat beside the hearth."], reader.model)
    windows = reader.channel.windows(sentences)
    options = reader.channel.replacements(windows, sentences.ids)
    names = {reader.model.names[words[0]] for words in options.words[options.size == 1]}
    assert {"fire", "fireplace", "next"} & names >= {"fire", "fireplace"}
