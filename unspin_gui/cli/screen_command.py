"""The command `unspin-gui screen`: screens a corpus, in parts, by several processes."""

import argparse
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from unspin_gui.application import second_reader
from unspin_gui.application.screening import plan
from unspin_gui.application.screening.driver import ScreeningProgress
from unspin_gui.application.screening.extras import CannotStartError
from unspin_gui.application.screening.options import DEPTHS, ScreenOptions
from unspin_gui.application.screening.plan import Folder
from unspin_gui.application.screening.runner import Runner
from unspin_gui.application.screening.screening import Request, Shard, is_complete, start
from unspin_gui.application.screening.tasks import Setup
from unspin_gui.cli import screen_inputs
from unspin_gui.cli.options import add_deep
from unspin_gui.cli.screen_progress import ProgressLine
from unspin_gui.cli.terminal import complain, count, probability, say, written_path
from unspin_gui.core.errors import UnspinError
from unspin_gui.language.load import is_calibrated
from unspin_gui.paths import resources

FAILED = 2
_MOST_EACH, _LEAST_REFUSED = 4, 16
"""More workers than this per processor, and than this in total, are taken for a mistake."""


_NOT_CALIBRATED = (
    "the weights of the detector are newer than calibration.json, so the probabilities "
    "may be off; tools/calibrate.py --write fits them again"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `screen`."""
    parser.description = (
        "Screen a corpus: which documents look spun, which phrases recur, what could not "
        "be read. Running the same command again does what is missing. `screen report "
        "DIR` rewrites the report."
    )
    parser.epilog = (
        "Exit status: 0 done (documents that cannot be read have rows that say so), 2 it "
        "could not start or continue."
    )
    _add_inputs(parser)
    _add_detection(parser)
    _add_running(parser)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="folder, pattern or file: texts, JSONL, CSV, TSV, Parquet, WARC; - is standard input "
        "(JSONL, or one text)",
    )
    parser.add_argument(
        "--out",
        type=written_path,
        metavar="DIR",
        help="folder for the rows and the report (default: none; it must be named)",
    )
    parser.add_argument(
        "--text-field", default="text", metavar="F", help="field with the text of a record "
        "(default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--id-field", default="id", metavar="F", help="field with the name of a record, if there "
        "is one (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--include", action="append", metavar="GLOB", help=(
            "in folders, read only files that match; can be repeated (default: everything "
            "that can be read)"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help=(
            "in folders and patterns, leave out files or folders that match; can be repeated "
            "(default: none)"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--encoding", metavar="NAME", help="encoding of the texts (default: detected)"
    )


def _add_detection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--depth",
        choices=DEPTHS,
        default="cascade",
        help=(
            "known: only phrases of the glossaries; full: everything; cascade: everything "
            "for documents that a quick sketch makes likely (default: %(default)s)"
        ),
    )
    parser.add_argument(
        "--glossary", action="append", metavar="PATH|none", help=(
            "use this glossary, or none; can be repeated (default: the enabled shipped "
            "ones, and your own)"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--min-score", type=probability, default=0.5, metavar="X", help="list phrases from this "
        "probability, 0 to 1 (default: %(default)s)",
    )  # fmt: skip
    add_deep(
        parser, "read documents that are read in full again with a small language model: more "
        "reliable, but 20 to 40 times slower; see unspin-gui model get (default: read once)",
    )  # fmt: skip


def _add_running(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers", type=count, default=0, metavar="N", help="number of processes on this "
        "machine; 0: one per processor (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help=(
            "use the Dask cluster of this scheduler, e.g. tcp://10.0.0.1:8786 (default: "
            "processes on this machine)"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--shard", type=_shard, default=Shard(), metavar="K/N", help="do only the Kth of N shares "
        "of the parts, as a job array does (default: all)",
    )  # fmt: skip
    parser.add_argument(
        "--part-size", type=_positive, default=100, metavar="N", help="documents in a part, which "
        "is done in one go (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--restart", action="store_true", help="discard what is in DIR (default: continue it)"
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="only count files, documents and parts (default: they are screened)",
    )


def run(flags: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    if flags.inputs[0] == "report" and len(flags.inputs) == 2 and flags.out is None:
        return _report(Folder(flags.inputs[1]))
    if flags.out is None and not flags.dry_run:
        complain("screen needs a folder for its results: --out DIR")
        return FAILED
    if flags.depth == "known" and (flags.deep or flags.model):
        complain("--deep rereads what is read in full, and with --depth known nothing is")
        return FAILED
    try:
        return _dry_run(flags) if flags.dry_run else _screen(flags)
    except UnspinError as error:
        complain(error)
        return FAILED


def _screen(flags: argparse.Namespace) -> int:
    _require_sensible(flags.workers)
    if flags.depth != "known" and not is_calibrated(resources()):
        complain(_NOT_CALIBRATED)
    folder = Folder(flags.out)
    folder.require_own()
    request = Request(
        folder, screen_inputs.names_of(flags, folder), tuple(flags.inputs), _options(flags),
        flags.part_size, flags.shard, flags.restart,
    )  # fmt: skip
    started = start(request, lambda setup: _runner(setup, flags))
    line, last = ProgressLine(sys.stderr), None
    with closing(line), closing(started.progress) as progress:
        for last in progress:
            line.show(last)
    _sum_up(last, folder)
    if not is_complete(folder, started.manifest):
        say(f"other shards do the rest; after that: unspin-gui screen report {folder.path}")
        return 0
    return _report(folder)


def _sum_up(told: ScreeningProgress | None, folder: Folder) -> None:
    if told is not None:
        say(
            f"{told.before + told.done:,} documents in {told.parts_done:,} parts; in this run "
            f"{told.done:,} documents, {told.errors:,} errors, {told.likely:,} likely spun, "
            f"{told.known:,} with known phrases; rows are in {folder.path}"
        )


def _report(folder: Folder) -> int:
    from unspin_gui.application.screening.report import write_report  # noqa: PLC0415 (sqlite)

    try:
        done = write_report(folder)
    except UnspinError as error:
        complain(error)
        return FAILED
    part = "" if done.parts == done.of else f" ({done.parts:,} of {done.of:,} parts so far)"
    say(f"{folder.path / 'report.html'}: {done.documents:,} documents{part}")
    return 0


def _dry_run(flags: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as scratch:  # for standard input
        names = screen_inputs.names_of(flags, Folder(scratch))
        out = None if flags.out is None else Folder(flags.out)
        left = (name for name in names() if out is None or not out.is_result(name))
        files, parts, documents = plan.count(left, _options(flags), flags.part_size)
    say(f"{files:,} files, {documents:,} documents, {parts:,} parts")
    return 0


def _options(flags: argparse.Namespace) -> ScreenOptions:
    glossaries = None if flags.glossary is None else tuple(flags.glossary)
    return ScreenOptions(
        flags.depth, flags.text_field, flags.id_field, flags.encoding, glossaries, flags.min_score,
        model=str(_model(flags).absolute()) if flags.deep or flags.model else "",
    )  # fmt: skip


def _model(flags: argparse.Namespace) -> Path:
    """The model to read a second time with; raises LanguageDataError if there is none."""
    return flags.model or second_reader.required_file()


def _runner(setup: Setup, flags: argparse.Namespace) -> Runner:
    import os  # noqa: PLC0415

    if flags.scheduler:
        from unspin_gui.application.screening.dask_runner import DaskRunner  # noqa: PLC0415

        return DaskRunner(setup, flags.scheduler)
    from unspin_gui.application.screening.local_runner import LocalRunner  # noqa: PLC0415

    return LocalRunner(setup, flags.workers or os.cpu_count() or 1)


def _require_sensible(workers: int) -> None:
    """Raise CannotStartError for more workers than any machine like this one has a use for."""
    import os  # noqa: PLC0415

    here = os.cpu_count() or 1
    if workers > max(_LEAST_REFUSED, _MOST_EACH * here):
        reason = f"{workers} workers are too many for this machine, which has {here} processors"
        raise CannotStartError("--workers", f"{reason}; name {here}, or leave it out")


def _shard(word: str) -> Shard:
    number, _, of = word.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"expected a share like 3/40, not {word}")
    return Shard(int(number), int(of))


def _positive(word: str) -> int:
    if not count(word):
        raise argparse.ArgumentTypeError("it must be at least 1")
    return count(word)
