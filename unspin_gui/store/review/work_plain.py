"""The decisions of a review as JSON values, and the conversion from older versions."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.review.decision_rows import assumption_of, decision_of, row_of

FORMAT, VERSION = "unspin-review", 1
_MOST = 1_000_000


class WorkError(UnspinError):
    """A review that cannot be used, in one sentence; whoever knows the path adds it."""


def plain_of(document: Document) -> dict[str, Any]:
    """Convert the decisions on a document to JSON values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "decisions": [row_of(decision) for decision in document.decisions],
        "ignored": list(document.ignored),
        "never": list(document.never),
        "assume": document.assume,
    }


def document_of(plain: Mapping[str, Any], source: str) -> Document:
    """The document with a text and the decisions on it.

    Raises:
        WorkError: a decision is outside the text or overlaps another, or something is not as
            `plain_of` writes it.
    """
    decisions = tuple(_decisions(_list(plain, "decisions"), source))
    ignored, never = _texts(plain, "ignored"), _texts(plain, "never")
    try:
        assume = assumption_of(plain.get("assume", "auto"))
    except ValueError as error:
        raise WorkError(Message("the review is damaged: “assume” is malformed")) from error
    return Document(source, decisions, ignored, never, assume=assume)


def migrated(raw: object) -> dict[str, Any]:
    """Convert JSON values of any known version to the current form; raises WorkError."""
    if not isinstance(raw, dict):
        raise WorkError(Message("this is not a review"))
    if raw.get("format", FORMAT) != FORMAT:
        raise WorkError(Message("this is not a review made by this program"))
    version = raw.get("version")
    if type(version) is not int or version < 0:
        raise WorkError(Message("the review is damaged: it does not state its format"))
    if version > VERSION:
        raise WorkError(
            Message(
                "the review was saved by a newer version of this program (format {0}, "
                "this one reads up to {1}); update the program to open it",
                version,
                VERSION,
            )
        )
    plain = raw
    while plain["version"] < VERSION:
        plain = _STEPS[plain["version"]](plain)
    return plain


def _from_0(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 0 had decisions as tables, no checksum, and no text besides the bytes."""
    return {
        "format": FORMAT,
        "version": 1,
        "file": {
            "name": raw.get("name"),
            "encoding": raw.get("encoding"),
            "damaged": False,
            "sha256": "",
        },
        "decisions": [_row_of_0(one) for one in _list(raw, "decisions")],
        "ignored": raw.get("ignored", []),
        "never": [],
    }


def _row_of_0(one: object) -> list[object]:
    if not isinstance(one, dict):
        raise WorkError(Message("the review is damaged: a decision is malformed"))
    return [one.get(name) for name in ("start", "end", "text", "state", "learn")]


_STEPS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (_from_0,)
"""The conversion from each version to the next."""


def _decisions(rows: list[object], source: str) -> Iterator[Decision]:
    before = Span(-1, 0)
    for number, row in enumerate(rows, 1):
        decision = _decision(row, number)
        span = decision.span
        if not 0 <= span.start <= span.end <= len(source):
            raise WorkError(
                Message("the review is damaged: decision {0} lies outside the text", number)
            )
        if span.start < before.end or span == before:
            raise WorkError(
                Message("the review is damaged: decision {0} overlaps the one before it", number)
            )
        if decision.state == "kept" and decision.text != source[span.start : span.end]:
            raise WorkError(
                Message("the review is damaged: decision {0} keeps text that is not there", number)
            )
        before = span
        yield decision


def _decision(row: object, number: int) -> Decision:
    try:
        return decision_of(row)
    except ValueError as error:
        reason = Message("the review is damaged: decision {0} is malformed", number)
        raise WorkError(reason) from error


def _list(plain: Mapping[str, Any], name: str) -> list[Any]:
    raw = plain.get(name)
    if not isinstance(raw, list) or len(raw) > _MOST:
        raise WorkError(Message("the review is damaged: “{0}” is malformed", name))
    return raw


def _texts(plain: Mapping[str, Any], name: str) -> tuple[str, ...]:
    raw = _list(plain, name)
    if not all(isinstance(one, str) for one in raw):
        raise WorkError(Message("the review is damaged: “{0}” is malformed", name))
    return tuple(raw)
