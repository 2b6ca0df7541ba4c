"""The command `unspin-gui check`: lists what reads as spun."""

import argparse
import sys

from unspin_gui.cli import inputs, options
from unspin_gui.cli.outcome import Totals, examine_all
from unspin_gui.cli.output_formats import FORMATS
from unspin_gui.cli.progress import watched
from unspin_gui.cli.terminal import complain, count, say

FOUND, FAILED = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `check`."""
    parser.description = "List what reads as spun, with suggestions."
    exits = options.EXIT_CODES.format(none="nothing is suspected", some="something is")
    parser.epilog = exits + options.READING
    options.add_common(parser)
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="text",
        help=(
            "output format: text, json (one object per line), github (workflow annotations), "
            "sarif, rdjson (reviewdog) (default: %(default)s)"
        ),
    )
    parser.add_argument(
        "--max-suggestions",
        type=count,
        default=5,
        metavar="N",
        help="the most suggestions for each place (default: %(default)s)",
    )
    parser.add_argument(
        "--jobs",
        type=count,
        default=1,
        metavar="N",
        help=(
            "number of processes to share the files among; 0: one per processor (default: "
            "%(default)s)"
        ),
    )
    parser.add_argument(
        "--quiet",
        action="store_true",
        help="print only errors; see the exit status (default: findings are printed, too)",
    )
    parser.add_argument(
        "--summary",
        action="store_true",
        help=(
            "finally print how much was read and found, on stderr if the format is for "
            "programs (default: it is not printed)"
        ),
    )


def run(flags: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    listed = inputs.list_sources(flags)
    for error in listed.errors:
        complain(error)
    failed, warned = bool(listed.errors), set[str]()
    writer, totals = FORMATS[flags.format](), Totals(count_words=flags.summary)
    for outcome, general, partly in watched(
        examine_all(listed.sources, flags), len(listed.sources)
    ):
        lines = [line for line in general if line not in warned]
        warned.update(lines)
        lines += [f"{outcome.name}: {line}" for line in outcome.notices]
        for line in [*lines, outcome.error] if outcome.error else lines:
            complain(line)
        failed = failed or partly or bool(outcome.error)
        if not outcome.error:
            totals.add(outcome)
        if not outcome.error and not flags.quiet:
            writer.add(outcome)
    if not flags.quiet:
        writer.finish()
    if flags.summary:
        _sum_up(totals, flags.format)
    return FAILED if failed else FOUND * bool(totals.kinds)


def _sum_up(totals: Totals, form: str) -> None:
    if form == "text":
        say(str(totals))
    else:
        print(totals, file=sys.stderr)
