"""The arguments that several commands share, each with its default in its help."""

import argparse
from pathlib import Path

from unspin_gui.application.knowledge_loading import Loaded, load_knowledge
from unspin_gui.cli.terminal import probability
from unspin_gui.core.detection.knowledge import ALL_SOURCES, Options
from unspin_gui.core.suspects import ASSUMPTIONS

EXIT_CODES = "Exit status: 0 {none}, 1 {some}, 2 something could not be read or written."
READING = " A folder or pattern without a file to read is such a thing, too."
"""What `EXIT_CODES` means by that, for the commands that read what `add_common` names."""


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the arguments for what to read, and what to look for in it."""
    _add_inputs(parser)
    _add_detection(parser)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="file, folder (all texts in it and below, but for hidden and corrected ones) or "
        "pattern like 'draft/**/*.md'; - is standard input",
    )
    parser.add_argument(
        "--include",
        action="append",
        metavar="GLOB",
        help="of folders, read only files like this, e.g. '*.md'; may be given again "
        "(default: every kind of text that can be read)",
    )
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="GLOB",
        help="of folders and patterns, leave out files or folders like this; may be given again "
        "(default: none)",
    )
    parser.add_argument(
        "--stdin",
        metavar="NAME",
        help="read standard input too, as a file of this name, whose ending tells the format "
        "(default: it is not read)",
    )


def _add_detection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--glossary",
        action="append",
        metavar="PATH|none",
        help="use this glossary, or none; may be given again "
        "(default: the shipped ones that are switched on, and your own)",
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="encoding of the texts (default: it is found out)"
    )
    parser.add_argument(
        "--min-score",
        type=probability,
        default=0.5,
        metavar="X",
        help="probability from 0 to 1 from which something is flagged (default: %(default)s)",
    )
    parser.add_argument(
        "--assume",
        choices=ASSUMPTIONS,
        default="auto",
        help="what to take for granted of each text as a whole: that it was spun, that it is "
        "honest (only glossary phrases are looked for), or nothing (default: %(default)s)",
    )
    parser.add_argument(
        "--sources",
        type=_sources,
        default=ALL_SOURCES,
        metavar="WHAT,...",
        help="look only for phrases of mine (also those of --glossary), of the starters, near "
        "ones, unfit words; what is not needed is not loaded (default: mine,starters,near,unfit)",
    )
    add_deep(
        parser, "read the likeliest places again with a small language model: surer, but 20 to 40 "
        "times slower; see unspin-gui model get (default: read once)",
    )  # fmt: skip


def add_deep(parser: argparse.ArgumentParser, told: str) -> None:
    """Add the arguments of a second reading; `told` is the help of the first."""
    parser.add_argument("--deep", action="store_true", help=told)
    parser.add_argument(
        "--model",
        metavar="PATH",
        type=Path,
        help="the language model of --deep, a file in the format GGUF (default: the one got)",
    )


def load(flags: argparse.Namespace) -> Loaded:
    """What detection knows with these arguments, and what could not be read."""
    options = Options(min_score=flags.min_score, sources=flags.sources, assume=flags.assume)
    loaded = load_knowledge(flags.glossary, options)
    if not (flags.deep or flags.model):
        return loaded
    from unspin_gui.application.second_reader import with_second_reading  # noqa: PLC0415 - seldom

    return with_second_reading(loaded, flags.model)


def _sources(words: str) -> frozenset[str]:
    sources = frozenset(words.split(","))
    if not sources <= ALL_SOURCES:
        raise argparse.ArgumentTypeError(f"choose among {', '.join(sorted(ALL_SOURCES))}")
    return sources
