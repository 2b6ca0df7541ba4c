"""Everything besides the text that detection depends on, as one frozen value."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.glossary.inflections import Inflection
from unspin_gui.core.suspects import Assumption

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
    from unspin_gui.core.noisy_channel.second_reading import SecondReading

Source = Literal["mine", "starters", "near", "unfit"]
ALL_SOURCES: frozenset[Source] = frozenset({"mine", "starters", "near", "unfit"})

NGRAMS = "n-grams"
WEAKEST = 0.2
"""The lowest probability of suspects that are mentioned as weaker hints."""


class Options(NamedTuple):
    """What the user wants flagged.

    `near_threshold` is the similarity, 0..100, from which a text is near a glossary phrase;
    `min_score` the probability, 0..1, from which a suspect is shown; `sources` what is looked for:
    phrases of the user's glossary and of the starter glossaries, near matches, and words that do
    not fit. `assume` is what is taken for granted of the whole document.
    """

    near_threshold: int = 88
    min_score: float = 0.5
    sources: frozenset[Source] = ALL_SOURCES
    assume: Assumption = "auto"


class Knowledge(NamedTuple):
    """Glossaries (lowest layer first: later ones prevail), language data and options.

    Compared by identity: a result is current for as long as its knowledge is. Without a reader, no
    unfit words are found; without inflection, glossary phrases are found only as written. If there
    is a model for a second reading, it rereads what the reader finds.
    """

    glossaries: tuple[Glossary, ...] = ()
    reader: "NoisyChannelReader | None" = None
    options: Options = Options()
    inflection: Inflection | None = None
    second: "SecondReading | None" = None

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)

    @property
    def readers(self) -> tuple[str, ...]:
        """The names of the models that find unfit words: the n-grams and the second reading's."""
        if self.reader is None or "unfit" not in self.options.sources:
            return ()
        return (NGRAMS,) if self.second is None else (NGRAMS, self.second.model.name)

    def looks_in(self, glossary: Glossary) -> bool:
        """Whether the user wants phrases of this glossary flagged."""
        return ("mine" if glossary.mine else "starters") in self.options.sources
