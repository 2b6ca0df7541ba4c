"""The command `unspin-gui fix`: writes corrected copies."""

import argparse
import os
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from unspin_gui.application.outputs import edits_of
from unspin_gui.cli import inputs, options
from unspin_gui.cli.inputs import Source
from unspin_gui.cli.progress import watched
from unspin_gui.cli.terminal import complain, probability, say, written_path
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.first_fix import first_fix_probability
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document
from unspin_gui.core.document.marks import outside_skipped
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.files import atomic
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats import Edit

FAILED = 2
_T = TypeVar("_T")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `fix`."""
    parser.description = "Write NAME.corrected.EXT with every first suggestion accepted."
    parser.epilog = (
        "Exit status: 0 everything was done, 2 something could not be read or written."
        + options.READING
    )
    options.add_common(parser)
    parser.add_argument(
        "--min-right",
        type=probability,
        default=0.0,
        metavar="X",
        help=(
            "accept a first suggestion from this probability, 0 to 1, that it is the "
            "original (default: %(default)s; from 0.5 on, a text improves)"
        ),
    )
    parser.add_argument(
        "--output",
        type=written_path,
        metavar="DIR",
        help="folder to write into (default: the folder of each file)",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="overwrite existing files, and treat data and programs as prose (default: neither)",
    )
    parser.add_argument(
        "--as-text",
        action="store_true",
        help="treat data and programs as prose (default: they are refused)",
    )
    parser.add_argument(
        "--diff",
        action="store_true",
        help="print what would change, as a patch for git apply or patch -p1 (of zipped documents, "
        "their text), and write nothing (default: corrected copies are written)",
    )


def run(flags: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    listed, loaded = inputs.list_sources(flags), options.load(flags)
    for error in (*listed.errors, *loaded.failures, *loaded.notices):
        complain(error)
    failed = bool(listed.errors or loaded.failures)
    fixer = _Fixer(flags, loaded.knowledge, [source.name for source in listed.sources])
    for source in watched(listed.sources, len(listed.sources)):
        try:
            failed = not fixer.fix(source) or failed
        except StoreError as error:
            complain(error)
            failed = True
    return FAILED * failed


class _Fixer:
    """Corrects texts one after the other, and never overwrites one that it has read or written."""

    def __init__(
        self, flags: argparse.Namespace, knowledge: Knowledge, names: Sequence[str]
    ) -> None:
        self._flags, self._knowledge = flags, knowledge
        self._sources = {os.path.realpath(name) for name in names}
        self._written = set[str]()

    def _read(self, source: Source) -> formats.Opened:
        """Read a text; raises MarkupError for data, unless they are to be taken for prose."""
        flags = self._flags
        try:
            file = source.read(flags.encoding, as_text=flags.as_text)
            markup = file.markup
        except formats.MarkupError as error:
            markup = error.markup
            file = source.read(flags.encoding, as_text=True)
        if markup and not (flags.as_text or flags.force):
            raise formats.MarkupError(source.name, markup)
        return file

    def fix(self, source: Source) -> bool:
        """Write the corrected copy, or print what would change; raises StoreError.

        Returns whether all corrections are in it.
        """
        file = self._read(source)
        least = self._flags.min_right
        document = corrected(file.text, self._knowledge, skip=file.skip, least=least)
        if self._flags.diff:
            left_out = self._tell_changes(source.name, file, document)
        else:
            left_out = self._write(source.name, file, edits_of(document))
        for span, new, _ in left_out:
            old, line = file.text[slice(*span)], file.text.count("\n", 0, span.start) + 1
            complain(f"{source.name}:{line}: left out, since it cannot be made: “{old}” → “{new}”")
        return not left_out

    def _write(self, name: str, file: formats.Opened, edits: Sequence[Edit]) -> list[Edit]:
        """Write the corrected copy; returns the edits that it cannot hold. Raises StoreError."""
        target = _target(file.path, self._flags.output, self._sources)
        if self._flags.output is not None:
            atomic.make_folder(self._flags.output)
        real = os.path.realpath(target)
        overwrite = self._flags.force and real not in self._written
        write = partial(formats.write, target, file, overwrite=overwrite)
        _, left_out = _with_fitting(write, edits)
        self._written.add(real)
        say(f"{name} -> {target} ({len(edits) - len(left_out)} changes)")
        for notice in file.notices:
            complain(f"{name}: {notice}")
        return left_out

    def _tell_changes(self, name: str, file: formats.Opened, document: Document) -> list[Edit]:
        """Print what would change; returns the edits that do not fit. Raises StoreError."""
        from unspin_gui.cli.patches import tell_changes, tell_patch  # noqa: PLC0415 - only for this

        changed, left_out = _with_fitting(partial(formats.bytes_with, file), edits_of(document))
        if changed is not None and isinstance(file.file, TextFile) and b"\0" not in changed[0]:
            tell_patch(name, *changed, file.file.encoding)
        else:  # zipped, or two bytes a letter: shown as text
            target = _target(file.path, self._flags.output, self._sources)
            tell_changes(name, str(target), document.source, document.corrected)
        return left_out


def _with_fitting(
    act: Callable[[Sequence[Edit]], _T], edits: Sequence[Edit]
) -> tuple[_T, list[Edit]]:
    """Do something with the edits that the format can hold; returns also those left out.

    Raises StoreError.
    """
    fitting, left_out = list(edits), list[Edit]()
    while True:
        try:
            result = act(fitting)
        except formats.MisfitError as error:  # which names those of one chapter of a book
            misfits = [edit for edit in fitting if edit.span in error.spans]
            fitting = [edit for edit in fitting if edit.span not in error.spans]
            left_out += misfits
            if not misfits or not fitting:
                raise
        else:
            return result, left_out


def _target(source: Path, folder: Path | None, sources: Collection[str]) -> Path:
    """The path for the corrected text; raises StoreError if a text to be read is there."""
    target = formats.default_target(source)
    if folder is not None:
        target = folder / target.name
    if os.path.realpath(target) in sources:
        raise StoreError(target, "this is one of the texts to read, which are never overwritten")
    return target


def corrected(
    source: str, knowledge: Knowledge, *, skip: Sequence[Span] = (), least: float = 0.0
) -> Document:
    """The document with the first suggestion for every suspect accepted, and articles adjusted.

    `skip` lists the spans that are not examined, ordered by place. Suggestions are left that are
    right with less than the `least` probability.
    """
    document = Document(source)
    decisions = []
    for suspect in outside_skipped(detect(source, knowledge, skip=skip), skip):
        best = suggest(suspect, document, knowledge, limit=1)
        if best and first_fix_probability(suspect) >= least:
            decisions.append(decision_for(source, suspect, best[0].text, remember=False))
    return document.with_decisions(decisions)
