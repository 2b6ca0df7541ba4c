"""The rows of the list: suspects and decisions, grouped by phrase."""

from collections.abc import Iterable, Sequence
from operator import is_
from typing import Literal, NamedTuple

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.marks import MarkState
from unspin_gui.core.suspects import Kind, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold

Scope = Literal["here", "document", "never"]


class SuspectRow(NamedTuple):
    """What is shown about one phrase: how often it occurs, its fix, its state.

    `times` is the number of its places, `key` identifies the row, `place` orders rows as in the
    text; `scope` says where an ignored phrase is ignored. Open rows have suspects; done and ignored
    ones have decisions.
    """

    key: tuple[str, ...]
    phrase: str
    times: int
    fix: str
    score: float
    state: MarkState
    kind: Kind | None
    place: int
    suspects: tuple[Suspect, ...] = ()
    decisions: tuple[Decision, ...] = ()
    scope: Scope | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its places, in order."""
        return tuple(item.span for item in self.suspects or self.decisions)


class Filter(NamedTuple):
    """What the list shows and where the review stops; empty shows everything.

    `text` is part of a phrase or of its fix; `kind` is a kind, state or scope, depending on the
    tab; `score` is the lowest score, 0..1.
    """

    text: str = ""
    kind: str = ""
    score: float = 0.0

    def lets_suspect(self, suspect: Suspect) -> bool:
        """Whether an open suspect passes."""
        if suspect.score < self.score or (self.kind and suspect.kind != self.kind):
            return False
        if not self.text:
            return True
        best = suspect.candidates[0].text if suspect.candidates else ""
        return self.text.casefold() in f"{suspect.phrase}\n{best}".casefold()

    def lets_row(self, row: SuspectRow) -> bool:
        """Whether a row passes."""
        if row.suspects and row.score < self.score:
            return False
        if self.kind and self.kind not in (row.kind, row.state, row.scope):
            return False
        return self.text.casefold() in f"{row.phrase}\n{row.fix}".casefold()


class OpenRows:
    """Groups open suspects; reuses a row whose suspects are unchanged."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], SuspectRow] = {}

    def rows(self, suspects: Iterable[Suspect]) -> list[SuspectRow]:
        """The open suspects by phrase and kind, in order of first occurrence."""
        groups: dict[tuple[str, str], list[Suspect]] = {}
        for suspect in suspects:
            key = (fold(suspect.phrase), suspect.kind)
            group = groups.get(key)
            if group is None:
                groups[key] = [suspect]
            else:
                group.append(suspect)
        known = self._known
        self._known = {key: _row_for(known.get(key), key, some) for key, some in groups.items()}
        return list(self._known.values())


def _row_for(known: SuspectRow | None, key: tuple[str, str], group: list[Suspect]) -> SuspectRow:
    old = known.suspects if known is not None else ()
    if known is not None and len(old) == len(group) and all(map(is_, old, group)):
        return known
    return _open_row(key, group)


def _open_row(key: tuple[str, str], group: list[Suspect]) -> SuspectRow:
    first = group[0]
    return SuspectRow(
        ("open", *key),
        " ".join(first.phrase.split()),
        len(group),
        first.candidates[0].text if first.candidates else "",
        max(suspect.score for suspect in group) if len(group) > 1 else first.score,
        "suspected",
        first.kind,
        first.span.start,
        tuple(group),
    )


def done_rows(document: Document) -> list[SuspectRow]:
    """What was fixed or edited, by phrase and wording."""
    done = [d for d in document.decisions if d.state != "kept"]
    return _decision_rows(document, done)


def ignored_rows(document: Document, silent: Sequence[Suspect]) -> list[SuspectRow]:
    """What is ignored, narrowest scope first; `silent` are the suspects silenced by phrase."""
    kept = [d for d in document.decisions if d.state == "kept"]
    rows = [row._replace(scope="here", fix="") for row in _decision_rows(document, kept)]
    found: dict[str, list[Suspect]] = {}
    for suspect in silent:
        found.setdefault(fold(suspect.phrase), []).append(suspect)
    rows += [_silent_row(p, "document", found.get(p, [])) for p in document.ignored]
    rows += [_silent_row(p, "never", found.get(p, [])) for p in document.never]
    return rows


def _silent_row(phrase: str, scope: Scope, suspects: list[Suspect]) -> SuspectRow:
    shown = " ".join(suspects[0].phrase.split()) if suspects else phrase
    place = suspects[0].span.start if suspects else 0
    key = (scope, phrase)
    return SuspectRow(
        key, shown, len(suspects), "", 0.0, "kept", None, place, tuple(suspects), (), scope
    )


def _decision_rows(document: Document, decisions: Iterable[Decision]) -> list[SuspectRow]:
    groups: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in decisions:
        phrase = _phrase_of(document, decision)
        groups.setdefault((decision.state, fold(phrase), decision.text), []).append(decision)
    return [_decision_row(document, key, group) for key, group in groups.items()]


def _decision_row(
    document: Document, key: tuple[str, str, str], group: list[Decision]
) -> SuspectRow:
    first = group[0]
    phrase = " ".join(_phrase_of(document, first).split())
    fix = " ".join((first.learn.fix if first.learn else first.text).split())
    place = first.span.start
    return SuspectRow(
        key, phrase, len(group), fix, 0.0, first.state, None, place, decisions=tuple(group)
    )


def _phrase_of(document: Document, decision: Decision) -> str:
    if decision.learn is not None:
        return decision.learn.phrase
    return document.source[slice(*decision.span)]
