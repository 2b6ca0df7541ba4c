"""The commands without a window: check and fix. Never imports Qt.

Exit status: 0 nothing suspected (fix: all written), 1 suspects found, 2 something could not be
read or written; the rest is done all the same.
"""

import argparse
import json
import os
import sys
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.application.outputs import edits_of
from unspin_gui.cli import glossary_command
from unspin_gui.cli.terminal import (
    complain,
    complain_of_foreign,
    count,
    probability,
    read_stdin,
    say,
)
from unspin_gui.core.detection.detector import detect, foreign, read, settle
from unspin_gui.core.detection.knowledge import ALL_SOURCES, Knowledge, Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document
from unspin_gui.core.document.marks import outside_skipped
from unspin_gui.core.errors import StoreError
from unspin_gui.core.suspects import Suggestion, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import word_count
from unspin_gui.store import formats
from unspin_gui.store.files import atomic, text_file
from unspin_gui.store.formats import Opened

FOUND, FAILED = 1, 2
_LONGEST = 200
"""Characters of a phrase or a fix that are printed."""
_Flags = argparse.Namespace


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: one line of help, its arguments, and what it does; returns the exit status."""

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[_Flags], int]


def run(argv: Sequence[str]) -> int:
    """Run a subcommand with its arguments; returns the exit status."""
    flags = _parser().parse_args(argv)
    if sys.stdout is None:
        complain("standard output is closed, so there is nowhere to print to")
        return FAILED
    try:
        status = COMMANDS[flags.command].run(flags)
        sys.stdout.flush()
    except OSError as error:
        # A closed pipe has had enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            complain(f"could not write the results: {error.strerror}")
        return FAILED
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="unspin-gui")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.help))
    return parser


# ---- check ------------------------------------------------------------------------------


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "List what reads as spun, with suggestions."
    _common_arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--max-suggestions", type=count, default=5, metavar="N")


def _check(flags: _Flags) -> int:
    knowledge, failed = _knowledge(flags)
    shown = _show_json if flags.format == "json" else _show_text
    found = False
    for name, file in _read_all(flags):
        if file is None:
            failed = True
            continue
        findings = read(file.text, knowledge, skip=file.skip)
        if apart := foreign(findings, knowledge):
            complain_of_foreign(name, file.text, apart, [finding.span for finding in findings])
        suspects = outside_skipped(settle(findings, knowledge), file.skip)
        document = Document(file.text)
        fixes = [suggest(s, document, knowledge, limit=flags.max_suggestions) for s in suspects]
        shown(name, file.text, list(zip(suspects, fixes, strict=True)))
        found = found or bool(suspects)
    return FAILED if failed else FOUND * found


_Found = Sequence[tuple[Suspect, tuple[Suggestion, ...]]]


def _show_text(name: str, text: str, found: _Found) -> None:
    place_of = _places(text)
    for suspect, suggestions in found:
        line, column = place_of(suspect.span.start)
        fixes = " | ".join(_short(suggestion.text) for suggestion in suggestions)
        phrase = _short(" ".join(suspect.phrase.split()))
        about = f'"{phrase}" reads as spun ({suspect.kind}, {suspect.score:.2f})'
        say(f"{name}:{line}:{column}: {about}: {fixes}".rstrip())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _show_json(name: str, text: str, found: _Found) -> None:
    place_of = _places(text)
    report = {
        "file": name,
        "words": word_count(text),
        "suspects": [_as_json(suspect, fixes, place_of) for suspect, fixes in found],
    }
    say(json.dumps(report))


def _as_json(
    suspect: Suspect,
    suggestions: Sequence[Suggestion],
    place_of: Callable[[int], tuple[int, int]],
) -> dict[str, object]:
    line, column = place_of(suspect.span.start)
    return {
        "start": suspect.span.start,
        "end": suspect.span.end,
        "line": line,
        "column": column,
        "text": suspect.phrase,
        "kind": suspect.kind,
        "score": round(suspect.score, 4),
        "reason": suspect.reason,
        "suggestions": [
            {"text": s.text, "score": round(s.score, 4), "source": s.source} for s in suggestions
        ],
    }


def _places(text: str) -> Callable[[int], tuple[int, int]]:
    """A function from a place in the text to its line and column, both from 1."""
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def place_of(place: int) -> tuple[int, int]:
        line = bisect_right(starts, place)
        return line, place - starts[line - 1] + 1

    return place_of


# ---- fix --------------------------------------------------------------------------------


def _fix_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write NAME.corrected.EXT with every first suggestion taken."
    _common_arguments(parser)
    parser.add_argument("--output", type=Path, metavar="DIR", help="folder to write into")
    parser.add_argument("--force", action="store_true", help="overwrite what is there")
    parser.add_argument("--as-text", action="store_true", help="take data and programs for prose")


def _fix(flags: _Flags) -> int:
    knowledge, failed = _knowledge(flags)
    sources = {os.path.realpath(name) for name in flags.files}
    written = set[str]()
    for name, file in _read_all(flags):
        if file is None:
            failed = True
            continue
        if file.markup and not flags.as_text:
            complain(formats.MarkupError(name, file.markup))
            failed = True
            continue
        document = corrected(file.text, knowledge, skip=file.skip)
        try:
            target = _target(file.path, flags.output, sources)
            real = os.path.realpath(target)
            edits = edits_of(document)
            overwrite = flags.force and real not in written
            formats.write(target, file, edits, overwrite=overwrite)
        except StoreError as error:
            complain(error)
            failed = True
            continue
        written.add(real)
        say(f"{name} -> {target} ({len(edits)} changes)")
    return FAILED * failed


def _target(source: Path, folder: Path | None, sources: Collection[str]) -> Path:
    """Where the corrected text goes; raises StoreError where a text to be read lies there."""
    target = text_file.default_target(source)
    if folder is not None:
        atomic.make_folder(folder)
        target = folder / target.name
    if os.path.realpath(target) in sources:
        raise StoreError(target, "this is a text to be read, which is never overwritten")
    return target


def corrected(source: str, knowledge: Knowledge, *, skip: Sequence[Span] = ()) -> Document:
    """The document with the first suggestion of every suspect taken, articles made to agree.

    `skip` are spans that are not judged, ordered by place.
    """
    document = Document(source)
    decisions = []
    for suspect in outside_skipped(detect(source, knowledge, skip=skip), skip):
        best = suggest(suspect, document, knowledge, limit=1)
        if best:
            decisions.append(decision_for(source, suspect, best[0].text, remember=False))
    return document.with_decisions(decisions)


# ---- shared -----------------------------------------------------------------------------


def _common_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="text to read; - is stdin")
    parser.add_argument(
        "--glossary",
        action="append",
        metavar="PATH|none",
        help="use these glossaries, or none, instead of the shipped ones and your own",
    )
    parser.add_argument("--encoding", metavar="NAME", help="encoding of texts (else it is found)")
    parser.add_argument("--min-score", type=probability, default=0.5, metavar="X")
    parser.add_argument(
        "--sources",
        type=_sources,
        default=ALL_SOURCES,
        metavar="WHAT,...",
        help="look only for phrases of mine (also those of --glossary), of the starters, near "
        "ones, unfit words: mine,starters,near,unfit; what is not needed is not loaded",
    )


def _knowledge(flags: _Flags) -> tuple[Knowledge, bool]:
    """What detection knows, and whether a glossary could not be read; complains of what fails."""
    options = Options(min_score=flags.min_score, sources=flags.sources)
    loaded = load_knowledge(flags.glossary, options)
    for error in (*loaded.failures, *loaded.notices):
        complain(error)
    return loaded.knowledge, bool(loaded.failures)


def _read_all(flags: _Flags) -> Iterator[tuple[str, Opened | None]]:
    """Each file as named, and its text; None for one that could not be read."""
    for name in flags.files:
        try:
            yield name, _read(name, flags.encoding)
        except StoreError as error:
            complain(error)
            yield name, None


def _read(name: str, encoding: str | None) -> Opened:
    if name == "-":
        return formats.from_bytes(Path("stdin.txt"), read_stdin(), encoding)
    if not name:
        raise StoreError(name, "a name is empty; name a file to read")
    return formats.read(name, encoding)


def _sources(words: str) -> frozenset[str]:
    sources = frozenset(words.split(","))
    if not sources <= ALL_SOURCES:
        raise argparse.ArgumentTypeError(f"choose among {', '.join(sorted(ALL_SOURCES))}")
    return sources


COMMANDS: Mapping[str, Command] = {
    "check": Command("list what reads as spun", _check_arguments, _check),
    "fix": Command("write corrected copies", _fix_arguments, _fix),
    "glossary": Command(
        "convert glossaries, or learn them", glossary_command.add_arguments, glossary_command.run
    ),
}
