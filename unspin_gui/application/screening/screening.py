"""The use case: screen a corpus into a folder, or resume it."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from unspin_gui.application import second_reader
from unspin_gui.application.screening import plan
from unspin_gui.application.screening.driver import Driver, ScreeningProgress
from unspin_gui.application.screening.options import ScreenOptions, digest_of
from unspin_gui.application.screening.plan import Folder, Manifest
from unspin_gui.application.screening.runner import Runner
from unspin_gui.application.screening.screener import known_only
from unspin_gui.application.screening.tasks import Setup
from unspin_gui.store.files import atomic


@dataclass(frozen=True, slots=True)
class Shard:
    """The share of the parts for one of `count` independent runs: the `number`th, from 1."""

    number: int = 1
    count: int = 1


@dataclass(frozen=True, slots=True)
class Request:
    """What to screen.

    `names` lists the input files anew each time; `given` is how they were named.
    """

    folder: Folder
    names: plan.Names
    given: tuple[str, ...]
    options: ScreenOptions
    part_size: int = 100
    shard: Shard = Shard()
    restart: bool = False


MakeRunner = Callable[[Setup], Runner]


@dataclass(frozen=True, slots=True)
class Started:
    """A running screening: its manifest, and the progress as it comes."""

    manifest: Manifest
    progress: Generator[ScreeningProgress]


def start(request: Request, make_runner: MakeRunner) -> Started:
    """Make a plan, or find the earlier one, and begin.

    Raises StoreError, or LanguageDataError for the language model, in one sentence.
    """
    digest, model = digest_of(known_only(request.options.glossaries)), request.options.model
    options = replace(request.options, glossary_digest=digest)
    if model:
        second_reader.load(
            Path(model)
        )  # checked here, as a worker could report it only after the planning
        options = replace(options, model_digest=atomic.token_on_disk(model))
    manifest = plan.prepare(
        request.folder, request.names, request.given, options,
        part_size=request.part_size, restart=request.restart,
    )  # fmt: skip
    setup = Setup(str(request.folder.path), manifest.key, options)
    shard = request.shard
    parts = islice(request.folder.parts(), shard.number - 1, None, shard.count)
    progress = ScreeningProgress(*_size_of(request.folder, manifest, shard))
    return Started(manifest, _run(setup, parts, progress, make_runner))


def _run(
    setup: Setup, parts: Iterator[plan.Part], told: ScreeningProgress, make_runner: MakeRunner
) -> Generator[ScreeningProgress]:
    yield told
    yield from Driver(setup, parts, make_runner(setup), told).run()


def _size_of(folder: Folder, manifest: Manifest, shard: Shard) -> tuple[int, int]:
    """Return how many parts and documents a shard has."""
    if shard.count == 1:
        return manifest.parts, manifest.documents
    mine = [p.documents for p in islice(folder.parts(), shard.number - 1, None, shard.count)]
    return len(mine), sum(mine)


def is_complete(folder: Folder, manifest: Manifest) -> bool:
    """Whether every part is done, by whichever run."""
    return all(folder.is_done(n, manifest.key) for n in range(1, manifest.parts + 1))
