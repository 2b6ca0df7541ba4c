"""The command `unspin-gui glossary`: converts glossaries, and learns them from pairs of texts.

Exit status: 0 everything was done, 1 something could not be carried over (convert) or nothing was
found (learn), 2 something could not be read or written.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from unspin_gui.cli import options
from unspin_gui.cli.terminal import complain, probability, say, written_path
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.core.glossary.glossary import Glossary

if TYPE_CHECKING:
    from unspin_gui.core.mining.pair_mining import Proposal
    from unspin_gui.store.glossary.glossary_file import GlossaryFile

PARTLY, FAILED = 1, 2
_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `glossary` and of its subcommands."""
    parser.description = "Convert glossaries, or learn pairs from a spun text and its original."
    parser.epilog = options.EXIT_CODES.format(
        none="everything was done", some="something could not be done"
    )
    actions = parser.add_subparsers(dest="action", required=True)
    _add_convert(actions.add_parser("convert", help="write a glossary in another format"))
    _add_learn(actions.add_parser("learn", help="propose pairs from a spun text and its original"))


def run(flags: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    try:
        return _convert(flags) if flags.action == "convert" else _learn(flags)
    except UnspinError as error:
        complain(error)
        return FAILED


def _add_convert(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write a glossary in another format, chosen by the file name suffixes."
    parser.epilog = options.EXIT_CODES.format(
        none="everything was carried over", some="something could not be"
    )
    parser.add_argument("input", metavar="IN", type=Path, help="glossary to read")
    parser.add_argument("output", metavar="OUT", type=written_path, help="glossary to write")
    parser.add_argument(
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="format of IN (default: recognised by its name and its first bytes)",
    )
    parser.add_argument(
        "--to",
        dest="format",
        metavar="FORMAT",
        help="format of OUT (default: recognised by its name)",
    )
    parser.add_argument(
        "--swap",
        action="store_true",
        help="use the fixes of IN as the phrases (default: the direction is that of IN)",
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite OUT (default: it is left as it is)"
    )


def _convert(flags: argparse.Namespace) -> int:
    from unspin_gui.application import layers  # noqa: PLC0415 - the other commands do without
    from unspin_gui.application.import_plan import turned, united  # noqa: PLC0415
    from unspin_gui.store import exchange  # noqa: PLC0415

    layers.refuse_glossary(flags.output, layers.files_in_use())
    target = flags.format or exchange.guess(flags.output, b"")
    found = exchange.read(flags.input, format=flags.source_format)
    entries = united(turned(found.entries)) if flags.swap else found.entries
    lost = exchange.losses(entries, target)
    losses = [
        f"{flags.input}:{s.line or '?'}: left out: {s.text}: {s.reason}" for s in found.skipped
    ]
    losses += [f"not kept of “{loss.entry.phrase}”: {', '.join(loss.what)}" for loss in lost]
    for line in losses[:_SHOWN]:
        complain(line)
    if len(losses) > _SHOWN:
        complain(f"and {len(losses) - _SHOWN} more like these")
    if not entries:
        raise StoreError(flags.input, "none of its entries can be used, so nothing is written")
    force, source = flags.force, flags.input
    exchange.write(flags.output, entries, target, overwrite=force, source=source)
    shown = next((f", such as “{e.phrase}” -> “{e.fixes[0]}”" for e in entries if e.fixes), "")
    say(f"{flags.input} -> {flags.output} ({len(entries)} entries{shown})")
    if remark := exchange.FORMATS[target].remark:
        complain(remark)
    return PARTLY if losses else 0


def _add_learn(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Propose pairs from a spun text and its original: confidence, count, phrase, "
        "fix. With --output they are added to a glossary. Pairs that it already has, or "
        "that the shipped glossaries have, are left out."
    )
    parser.epilog = options.EXIT_CODES.format(none="pairs were found", some="none were found")
    parser.add_argument("spun", metavar="SPUN", type=Path, help="the spun text")
    parser.add_argument("original", metavar="ORIGINAL", type=Path, help="the text it was made from")
    parser.add_argument(
        "--output",
        metavar="FILE",
        type=written_path,
        help="glossary to add the pairs to (default: they are only printed)",
    )
    parser.add_argument(
        "--min-confidence",
        type=probability,
        default=0.7,
        metavar="X",
        help="leave out pairs below this confidence, 0 to 1 (default: %(default)s)",
    )


def _learn(flags: argparse.Namespace) -> int:
    from unspin_gui.application.learning_from_original import TextSide, compare  # noqa: PLC0415
    from unspin_gui.store.glossary import glossary_file  # noqa: PLC0415

    spun, original = (TextSide(path.name, path=path) for path in (flags.spun, flags.original))
    file = glossary_file.read_or_new(flags.output) if flags.output else None
    known = file.glossary if file else Glossary("none")
    usual = _usual_knowledge()
    found = compare(spun, original, known, usual, least=flags.min_confidence)
    for one in found:
        say(f"{one.confidence:.2f}  {one.count}x  {one.phrase} -> {one.fix}")
    if file and found:
        _add(file, found, f"learnt from {flags.original.name}", usual)
    return 0 if found else PARTLY


def _usual_knowledge() -> Knowledge:
    """Load English and the enabled glossaries; what cannot be read is reported and left out."""
    from unspin_gui.application.knowledge_loading import load_knowledge  # noqa: PLC0415

    loaded = load_knowledge(None, Options())
    for error in (*loaded.failures, *loaded.notices):
        complain(error)
    return loaded.knowledge


def _add(file: "GlossaryFile", found: Sequence["Proposal"], source: str, usual: Knowledge) -> None:
    """Add the pairs to a glossary file; several fixes of a phrase make one entry."""
    from unspin_gui.application.learning_from_original import learning  # noqa: PLC0415
    from unspin_gui.core.glossary.changes import EntryChange  # noqa: PLC0415
    from unspin_gui.store.glossary.glossary_file import save  # noqa: PLC0415

    changes = learning(file.glossary, found, source, usual)
    save(file, [EntryChange(*change) for change in changes])
    say(f"{len(found)} pairs added to {file.path}")
