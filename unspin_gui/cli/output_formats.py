"""The output formats of `check`."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from unspin_gui import __version__
from unspin_gui.cli.outcome import CheckedSuspect, Outcome, places
from unspin_gui.cli.terminal import say
from unspin_gui.core.detection.first_fix import first_fix_probability
from unspin_gui.core.text.tokens import word_count

_LONGEST = 200
"""The most characters of a phrase or a fix that are printed."""
_HOME = "https://github.com/unspin-gui/unspin_gui"
_RULES = {
    "known": "A phrase of a glossary, exact or inflected.",
    "near": "A phrase that is like one of a glossary.",
    "unfit": "Words that read badly where they stand.",
}


class Writer(Protocol):
    """Writes outcomes as they come, and at the end whatever needs them all."""

    def add(self, outcome: Outcome) -> None:
        """Write the outcome of one text."""

    def finish(self) -> None:
        """Finish after the last text."""


class _Streaming:
    """Writes something for each text at once."""

    def __init__(self, tell: Callable[[Outcome], None]) -> None:
        self.add = tell

    def finish(self) -> None:
        """Nothing remains to be written."""


class _Whole:
    """Writes one JSON document about all texts."""

    def __init__(
        self, of: Callable[[Outcome], list[Any]], around: Callable[[list[Any]], object]
    ) -> None:
        self._of, self._around = of, around
        self._found: list[Any] = []

    def add(self, outcome: Outcome) -> None:
        self._found += self._of(outcome)

    def finish(self) -> None:
        say(_as_text(self._around(self._found)))


def _as_text(value: object) -> str:
    import json  # noqa: PLC0415 - the format for people does without

    return json.dumps(value)


# ---- text and json --------------------------------------------------------------------------


def _text(outcome: Outcome) -> None:
    place_of, lines = places(outcome.text), list[str]()
    for found in outcome.found:
        line, column = place_of(found.suspect.span.start)
        lines.append(f"{outcome.name}:{line}:{column}: {_sentence(outcome, found)}")
    say(*lines)


def _sentence(outcome: Outcome, found: CheckedSuspect) -> str:
    suspect = found.suspect
    fixes = " | ".join(_short(fix.text) for fix in found.fixes)
    phrase = _short(" ".join(suspect.phrase.split()))
    place = outcome.place_of(suspect)
    known = [suspect.kind, f"{suspect.score:.2f}", *([str(place)] if place else [])]
    return f'"{phrase}" reads as spun ({", ".join(known)}): {fixes}'.rstrip()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _json(outcome: Outcome) -> None:
    place_of = places(outcome.text)
    report = {
        "file": outcome.name,
        "words": word_count(outcome.text),
        "english": outcome.english,
        "probability": None if outcome.probability is None else round(outcome.probability, 4),
        "readers": [*outcome.readers],
        "suspects": [_as_json(outcome, found, place_of) for found in outcome.found],
    }
    say(_as_text(report))


def _as_json(
    outcome: Outcome, found: CheckedSuspect, place_of: Callable[[int], tuple[int, int]]
) -> dict[str, object]:
    suspect, (span, phrase, fixes) = found.suspect, found.changed
    line, column = place_of(span.start)
    place = outcome.place_of(suspect)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        **({} if place is None else {"page": place.number}),
        "text": phrase,
        "kind": suspect.kind,
        "score": round(suspect.score, 4),
        "right": round(first_fix_probability(suspect), 4),
        "reason": suspect.reason_in_english,
        "suggestions": [
            {"text": fix.text, "score": round(fix.score, 4), "source": fix.source} for fix in fixes
        ],
    }


# ---- formats for other programs -------------------------------------------------------------


def _github(outcome: Outcome) -> None:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    place_of = places(outcome.text)
    for found in outcome.found:
        (line, column), (last, end) = map(place_of, found.changed.span)
        where = f"file={_property(outcome.name)},line={line},endLine={last},col={column}"
        until = f",endColumn={end - 1}" if line == last else ""
        message = _sentence(outcome, found).replace("%", "%25")
        say(f"::warning {where}{until},title=unspin::{message}")


def _property(text: str) -> str:
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(sign, code)
    return text


def _sarif_results(outcome: Outcome) -> list[dict[str, Any]]:
    place_of, results = places(outcome.text), []
    for found in outcome.found:
        (line, column), (last, end) = map(place_of, found.changed.span)
        region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end}
        location = {"artifactLocation": {"uri": _uri(outcome.name)}, "region": region}
        results.append(
            {
                "ruleId": found.suspect.kind,
                "level": "warning",
                "rank": round(100 * found.suspect.score, 2),
                "message": {"text": _sentence(outcome, found)},
                "locations": [{"physicalLocation": location}],
            }
        )
    return results


def _uri(name: str) -> str:
    """A relative or absolute reference; the bytes of a name that is no UTF-8 are kept."""
    from urllib.parse import quote  # noqa: PLC0415 - the other formats do without

    return quote(os.fsencode(name.replace(os.sep, "/")))


def _sarif(results: list[Any]) -> object:
    """The Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""
    rules = [{"id": rule, "shortDescription": {"text": text}} for rule, text in _RULES.items()]
    driver = {"name": "unspin-gui", "version": __version__, "informationUri": _HOME, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return {"$schema": schema, "version": "2.1.0", "runs": [run]}


def _diagnostics(outcome: Outcome) -> list[dict[str, Any]]:
    place_of, lines, results = places(outcome.text), outcome.text.split("\n"), []

    def position(place: int) -> dict[str, int]:
        line, column = place_of(place)
        before = lines[line - 1][: column - 1]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    for found in outcome.found:
        (start, end), _, fixes = found.changed
        span = {"start": position(start), "end": position(end)}
        results.append(
            {
                "message": _sentence(outcome, found),
                "location": {"path": outcome.name, "range": span},
                "severity": "WARNING",
                "code": {"value": found.suspect.kind},
                "suggestions": [{"range": span, "text": fix.text} for fix in fixes],
            }
        )
    return results


def _rdjson(diagnostics: list[Any]) -> object:
    """The Reviewdog Diagnostic Format; its columns count bytes of UTF-8."""
    source = {"name": "unspin-gui", "url": _HOME}
    return {"source": source, "severity": "WARNING", "diagnostics": diagnostics}


FORMATS: Mapping[str, Callable[[], Writer]] = {
    "text": partial(_Streaming, _text),
    "json": partial(_Streaming, _json),
    "github": partial(_Streaming, _github),
    "sarif": partial(_Whole, _sarif_results, _sarif),
    "rdjson": partial(_Whole, _diagnostics, _rdjson),
}
