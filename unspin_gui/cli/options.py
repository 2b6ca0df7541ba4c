"""The arguments that several commands share, each with its default in its help."""

import argparse
from pathlib import Path

from unspin_gui.application.knowledge_loading import Loaded, load_knowledge
from unspin_gui.cli.terminal import probability
from unspin_gui.core.detection.knowledge import ALL_SOURCES, Options
from unspin_gui.core.suspects import ASSUMPTIONS

EXIT_CODES = "Exit status: 0 {none}, 1 {some}, 2 something could not be read or written."
READING = " A folder or pattern without a file to read is such a thing, too."
"""A supplement to `EXIT_CODES` for the commands that read the files of `add_common`."""


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the arguments for what to read, and what to look for in it."""
    _add_inputs(parser)
    _add_detection(parser)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help=(
            "file, folder (all texts in it and below, except hidden and corrected ones) or "
            "pattern like 'draft/**/*.md'; - is standard input"
        ),
    )
    parser.add_argument(
        "--include",
        action="append",
        metavar="GLOB",
        help=(
            "in folders, read only files that match, e.g. '*.md'; can be repeated (default: "
            "every kind of text that can be read)"
        ),
    )
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="GLOB",
        help=(
            "in folders and patterns, leave out files or folders that match; can be repeated "
            "(default: none)"
        ),
    )
    parser.add_argument(
        "--stdin",
        metavar="NAME",
        help=(
            "also read standard input, as a file of this name, whose suffix determines the "
            "format (default: it is not read)"
        ),
    )


def _add_detection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--glossary",
        action="append",
        metavar="PATH|none",
        help=(
            "use this glossary, or none; can be repeated (default: the enabled shipped "
            "ones, and your own)"
        ),
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="encoding of the texts (default: detected)"
    )
    parser.add_argument(
        "--min-score",
        type=probability,
        default=0.5,
        metavar="X",
        help="flag from this probability, 0 to 1 (default: %(default)s)",
    )
    parser.add_argument(
        "--assume",
        choices=ASSUMPTIONS,
        default="auto",
        help=(
            "what to assume about each text as a whole: that it was spun, that it is genuine "
            "(honest: only glossary phrases are searched for), or nothing (default: %(default)s)"
        ),
    )
    parser.add_argument(
        "--sources",
        type=_sources,
        default=ALL_SOURCES,
        metavar="WHAT,...",
        help=(
            "search only for phrases of mine (including --glossary), of the starters "
            "(shipped glossaries), near matches, unfit words; only what is needed is loaded "
            "(default: mine,starters,near,unfit)"
        ),
    )
    add_deep(
        parser,
            "read the likeliest places again with a small language model: more reliable, but "
            "20 to 40 times slower; see unspin-gui model get (default: read once)",
    )  # fmt: skip


def add_deep(parser: argparse.ArgumentParser, told: str) -> None:
    """Add the arguments of a second reading; `told` is the help of the first."""
    parser.add_argument("--deep", action="store_true", help=told)
    parser.add_argument(
        "--model",
        metavar="PATH",
        type=Path,
        help="the language model of --deep, a file in GGUF format (default: the downloaded one)",
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
