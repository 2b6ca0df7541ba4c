"""The thesaurus: the same bytes from every build, and links that lead where they should."""

import sys
from pathlib import Path

import numpy as np
import pytest

from unspin_gui.core.noisy_channel.channel import Channel, Windows
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.noisy_channel.sentences import read_sentences
from unspin_gui.language import arrays

TOOLS = Path(__file__).resolve().parents[2] / "tools"
RESOURCES = TOOLS.parent / "resources"
WORDS = sorted(
    "attack attacks attacked assault assaults assaulted raid raids go went gone travel in front "  # noqa: SIM905
    "of before carry carries out".split()
)
VOCABULARY = {word: number for number, word in enumerate(WORDS)}


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
    result = graph.build(links, VOCABULARY)
    assert arrays.pack(result, "x") == arrays.pack(graph.build(links[::-1], VOCABULARY), "x")
    sys.modules.pop("thesaurus_graph")
    return dict(result)


def texts(channel: Channel, sentence: list[str]) -> dict[str, set[str]]:
    ids = np.array([len(WORDS), *(VOCABULARY[word] for word in sentence), len(WORDS), len(WORDS)])
    found: dict[str, set[str]] = {}
    first = np.arange(1, len(sentence) + 1)
    singles = channel._single(ids, first)
    longer = [channel._longer(ids, first[: 1 - n], n) for n in (2, 3) if len(sentence) >= n]
    windows = Windows(*(np.concatenate(column) for column in zip(singles, *longer, strict=True)))
    options = channel.replacements(windows, ids)
    for owner, words in zip(options.owner, options.words, strict=True):
        start, size = windows.first[owner], windows.size[owner]
        phrase = " ".join(sentence[start - 1 : start - 1 + size])
        found.setdefault(phrase, set()).add(" ".join(WORDS[w] for w in words if w >= 0))
    return found


def test_candidates_take_the_form_of_their_place(built: dict[str, np.ndarray]) -> None:
    channel = Channel(built, VOCABULARY)
    assert texts(channel, ["assaults"])["assaults"] == {"attacks", "raids"}
    assert "attacked" in texts(channel, ["assaulted"])["assaulted"]
    assert texts(channel, ["travel"])["travel"] == {"go"}
    assert texts(channel, ["in", "front", "of"])["in front of"] == {"before"}


def test_learnt_pairs_are_links_too(
    built: dict[str, np.ndarray], reader: NoisyChannelReader
) -> None:
    class Model:
        unknown = len(WORDS)

        @staticmethod
        def encode(words: list[str]) -> np.ndarray:
            return np.array([VOCABULARY.get(word, len(WORDS)) for word in words])

    channel = Channel(built, VOCABULARY).with_learnt([("raid", "travel")], Model())  # type: ignore[arg-type]
    assert "travel" in texts(channel, ["raid"])["raid"]
    assert "travel" not in texts(Channel(built, VOCABULARY), ["raid"])["raid"]


def test_the_shipped_file_is_compact_and_whole(reader: NoisyChannelReader) -> None:
    path = RESOURCES / "language" / "thesaurus.bin"
    assert path.stat().st_size < 12_000_000
    sentences = read_sentences(["They sat beside the hearth."], reader.model)
    windows = reader.channel.windows(sentences)
    options = reader.channel.replacements(windows, sentences.ids)
    names = {reader.model.names[words[0]] for words in options.words[options.size == 1]}
    assert {"fire", "fireplace", "next"} & names >= {"fire", "fireplace"}
