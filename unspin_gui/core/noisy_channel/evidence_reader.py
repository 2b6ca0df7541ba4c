"""A reader that only gathers the evidence on documents, and selects no spans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader, SpanReading
from unspin_gui.core.noisy_channel.scoring import score_together
from unspin_gui.core.noisy_channel.usage import WordUsage


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceReader(NoisyChannelReader):
    """Reads like the reader it was made from, at less than half the cost, but returns no spans.

    The probability of a document is the same. `ready` is the evidence of texts that were already
    read, together with those of other documents.
    """

    ready: Mapping[str, DocumentEvidence] = field(default_factory=dict)

    @classmethod
    def of(cls, reader: NoisyChannelReader) -> "EvidenceReader":
        """Return an evidence reader with the models of `reader`."""
        return cls(
            *(reader.model, reader.channel, reader.vectors, reader.parameters),
            *(reader.kept, reader.calibration),
        )

    def read(
        self, texts: Sequence[str], counts: Mapping[str, int]
    ) -> list[tuple[tuple[SpanReading, ...], DocumentEvidence]]:
        """As NoisyChannelReader.read, without spans."""
        if all(text in self.ready for text in texts):
            return [((), self.ready[text]) for text in texts]
        return [((), evidence) for evidence in self.evidence(texts, counts)]

    def read_together(
        self, documents: Sequence[tuple[Sequence[str], Mapping[str, int]]]
    ) -> "list[EvidenceReader]":
        """Return a reader for each document (its texts and word counts) that has read its texts.

        Reading several short documents together costs as much as reading one of their total length.
        """
        texts = [text for some, _ in documents for text in some]
        document = np.repeat(np.arange(len(documents)), [len(some) for some, _ in documents])
        usage = WordUsage.counted([counts for _, counts in documents], document, self.model)
        found = iter(self._evidence(texts, score_together(texts, usage, self.models)))
        return [replace(self, ready={text: next(found) for text in some}) for some, _ in documents]
