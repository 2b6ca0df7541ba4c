"""The content of a journal: lines of a CRC-32 and JSON, and the document they describe.

The first line holds the source itself, each further one what an action changed. A torn or damaged
line ends the replay; reading a line twice has no effect.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from unspin_gui.core.document.change import differing
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.suspects import Assumption
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files.atomic import token_of
from unspin_gui.store.glossary import entry_rows
from unspin_gui.store.review.decision_rows import assumption_of, decision_of, row_of


def line_of(plain: Mapping[str, object]) -> bytes:
    """A line with its checksum."""
    body = json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def base_of(source: str) -> str:
    """A token that ties a line to its source."""
    return token_of(source.encode(errors="surrogatepass"))[:16]


def change_between(old: Document, new: Document) -> dict[str, object]:
    """The JSON values that turn the old document into the new one; empty if they are equal."""
    gone, come = differing(old, new)
    had, spans = set(gone), {decision.span for decision in come}
    change: dict[str, object] = {}
    if put := [row_of(d) for d in come if d not in had]:
        change["put"] = put
    if drop := [list(d.span) for d in gone if d.span not in spans]:
        change["drop"] = drop
    if old.ignored != new.ignored:
        change["ignored"] = list(new.ignored)
    if old.never != new.never:
        change["never"] = list(new.never)
    if old.assume != new.assume:
        change["assume"] = new.assume
    if old.edits != new.edits:
        # Only what follows the common prefix: an import may be long, the next change is not.
        pairs = zip(old.edits, new.edits, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))
        change["edits"] = [same, [entry_rows.row_of(edit) for edit in new.edits[same:]]]
    return change


@dataclass(slots=True)
class JournalReplay:
    """The state of a replay after a line; `acts` counts the changes since the last save."""

    head: Mapping[str, Any]
    source: str
    decisions: dict[Span, Decision]
    base: str
    ignored: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    edits: tuple[EntryChange, ...] = ()
    assume: Assumption = "auto"
    number: int = 0
    acts: int = 0
    when: float = 0.0

    def take(self, change: Mapping[str, Any]) -> bool:
        """Apply one line; False if it does not belong here."""
        number = change.get("n")
        if change.get("base") != self.base or not isinstance(number, int):
            return False
        if number != self.number + 1:
            return number <= self.number
        try:
            self._do(change)
            self.when = float(change["t"])
        except (ValueError, TypeError, KeyError, IndexError):
            return False
        self.number = number
        self.acts = 0 if change.get("saved") else self.acts + 1
        return True

    def _do(self, change: Mapping[str, Any]) -> None:
        dropped = [Span(*place) for place in change.get("drop", ())]
        put = [_on(self.source, decision_of(row)) for row in change.get("put", ())]
        for span in dropped:
            self.decisions.pop(span, None)
        self.decisions |= {decision.span: decision for decision in put}
        self.ignored = tuple(change.get("ignored", self.ignored))
        self.never = tuple(change.get("never", self.never))
        self.assume = assumption_of(change.get("assume", self.assume))
        same, more = change.get("edits", (len(self.edits), ()))
        self.edits = (*self.edits[:same], *map(entry_rows.change_of, more))

    def document(self) -> Document:
        """The document as it was."""
        ordered = tuple(self.decisions[span] for span in sorted(self.decisions))
        return Document(self.source, ordered, self.ignored, self.never, self.edits, self.assume)


def replay_lines(data: bytes) -> JournalReplay | None:
    """Replay the longest intact start of a journal; None without a header."""
    lines = _sound_lines(data)
    head = next(lines, None)
    if head is None or not isinstance(head.get("source"), str):
        return None
    replayed = JournalReplay(head, head["source"], {}, base_of(head["source"]))
    for change in lines:
        if not replayed.take(change):
            break
    return replayed


def _sound_lines(data: bytes) -> Iterator[dict[str, Any]]:
    for line in data.split(b"\n")[:-1]:
        crc, _, body = line.partition(b" ")
        if crc != b"%08x" % zlib.crc32(body):
            return
        try:
            plain = json.loads(body)
        except ValueError:
            return
        if not isinstance(plain, dict):
            return
        yield plain


def _on(source: str, decision: Decision) -> Decision:
    if not 0 <= decision.span.start <= decision.span.end <= len(source):
        raise ValueError("not a decision on this text")
    return decision
