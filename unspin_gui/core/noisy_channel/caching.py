"""A reader that caches its results, so that each text is read only once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader, SpanReading

_Read = tuple[tuple[SpanReading, ...], DocumentEvidence]


@dataclass(frozen=True, slots=True, eq=False)
class CachingReader(NoisyChannelReader):
    """Reads like the reader it was made from, for one document (one set of `counts`).

    A learnt phrase or a changed threshold makes new knowledge without changing which words fit
    badly, and reading is the longest part of an analysis.
    """

    seen: dict[str, _Read] = field(default_factory=dict)

    @classmethod
    def of(cls, reader: NoisyChannelReader) -> "CachingReader":
        """A caching reader with an empty cache."""
        return cls(
            *(reader.model, reader.channel, reader.vectors, reader.parameters),
            *(reader.kept, reader.calibration),
        )

    def read(self, texts: Sequence[str], counts: Mapping[str, int]) -> list[_Read]:
        """As NoisyChannelReader.read; texts seen before are not read again."""
        new = [text for text in dict.fromkeys(texts) if text not in self.seen]
        if new:
            # slots=True recreates the class, so super() would not find it.
            self.seen.update(zip(new, NoisyChannelReader.read(self, new, counts), strict=True))
        return [self.seen[text] for text in texts]
