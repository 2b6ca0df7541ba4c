"""A reader that reads each text once: what it said of a text is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader, SpanReading

_Read = tuple[tuple[SpanReading, ...], DocumentEvidence]


@dataclass(frozen=True, slots=True, eq=False)
class CachingReader(NoisyChannelReader):
    """Reads like the reader it was made of, for one document (one set of `counts`).

    A learnt phrase or a moved threshold makes new knowledge; what fits badly where has not
    changed by that, and reading it is the longest part of an analysis.
    """

    seen: dict[str, _Read] = field(default_factory=dict)

    @classmethod
    def of(cls, reader: NoisyChannelReader) -> "CachingReader":
        """A reader that remembers, with nothing read yet."""
        return cls(reader.model, reader.channel, reader.vectors, reader.parameters, reader.kept)

    def read(self, texts: Sequence[str], counts: Mapping[str, int]) -> list[_Read]:
        """What NoisyChannelReader.read gives; texts seen before are not read again."""
        new = [text for text in dict.fromkeys(texts) if text not in self.seen]
        if new:
            # slots=True makes another class of this one, so that super() would not find it.
            self.seen.update(zip(new, NoisyChannelReader.read(self, new, counts), strict=True))
        return [self.seen[text] for text in texts]
