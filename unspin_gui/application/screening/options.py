"""The options of a screening, and the key that distinguishes its rows from those of others."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from unspin_gui import __version__
from unspin_gui.core.detection.knowledge import ALL_SOURCES, Knowledge, Options, Source

Depth = Literal["known", "cascade", "full"]
DEPTHS: tuple[Depth, ...] = get_args(Depth)
_ROWS = 2
"""The version of the content of rows and plans."""
LIKELY = 0.8
"""The probability from which a document counts as likely spun."""


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """The options that the rows depend on: any change of one of them changes the rows.

    `glossaries` are files, "none", or None for the usual ones; `model` is the file of the language
    model for a second reading of what is read in full, empty for none. The digests show whether a
    worker on another machine has the same data.
    """

    depth: Depth = "cascade"
    text_field: str = "text"
    id_field: str = "id"
    encoding: str | None = None
    glossaries: tuple[str, ...] | None = None
    min_score: float = 0.5
    glossary_digest: str = ""
    model: str = ""
    model_digest: str = ""

    def detection(self) -> Options:
        """The detection options for this depth."""
        known: frozenset[Source] = frozenset({"mine", "starters"})
        sources = known if self.depth == "known" else ALL_SOURCES
        return Options(min_score=self.min_score, sources=sources)

    @classmethod
    def parsed(cls, data: Mapping[str, Any]) -> "ScreenOptions":
        """Parse the options from a manifest."""
        glossaries = data["glossaries"]
        kept = None if glossaries is None else tuple(glossaries)
        return cls(**{**data, "glossaries": kept})

    def as_json(self) -> dict[str, object]:
        """Return the options as JSON values."""
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]


def digest_of(knowledge: Knowledge) -> str:
    """A digest of all glossaries: their entries, in their order."""
    whole = hashlib.sha256()
    for glossary in knowledge.glossaries:
        for entry in glossary.entries:
            whole.update(repr(entry).encode("utf-8", "surrogatepass"))
        whole.update(b"\n")
    return whole.hexdigest()[:16]


def key_of(options: ScreenOptions, fingerprint: str, part_size: int) -> str:
    """Return the key of a screening: a digest of its version, options, inputs and parts."""
    parts = [__version__, _ROWS, options.as_json(), fingerprint, part_size]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]
