"""The use case: screen a folder on this machine, to list the documents that look spun."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.application.folder_listing import texts_below
from unspin_gui.application.screening.corpus import READ_OF_FOLDERS
from unspin_gui.application.screening.extras import CannotStartError
from unspin_gui.application.screening.local_runner import LocalRunner
from unspin_gui.application.screening.opened_rows import queue_rows, unreadable
from unspin_gui.application.screening.options import ScreenOptions
from unspin_gui.application.screening.plan import Folder
from unspin_gui.application.screening.screening import Request, Started, start
from unspin_gui.application.screening.tasks import Setup
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.core.text.messages import Message
from unspin_gui.paths import UserPaths

_PART = 10
"""Documents in a part: few, so that progress is visible and no processor waits for the last part.
"""

Told = Callable[[int, int], bool]
"""Receives the number of documents done and their total; returns whether to continue."""


@dataclass(frozen=True, slots=True)
class Screened:
    """What a screening found: the documents likely spun, how many were screened or unreadable."""

    rows: tuple[QueueRow, ...]
    documents: int
    unreadable: int


class _GivenUpError(UnspinError):
    """The screening was cancelled."""


def screen_folder(place: Path, user: UserPaths, told: Told) -> Screened | None:
    """Screen a folder; returns None if it is cancelled.

    Raises UnspinError in one sentence. The results are kept in the user's data folder: the next
    time only what is missing is done, unless something has changed.
    """
    name = hashlib.sha256(os.fsencode(os.path.realpath(place))).hexdigest()[:16]
    folder, done = Folder(user.screenings / name), 0
    try:
        with closing(_started(place, folder, told).progress) as progress:
            for last in progress:
                done = last.before + last.done
                if not told(done, last.documents):
                    return None
    except _GivenUpError:
        return None
    if not done:
        raise StoreError(place, Message("this folder contains no texts"))
    rows, gone = queue_rows(folder, user.progress)
    return Screened(tuple(rows), done, unreadable(folder) + gone)


def _started(place: Path, folder: Folder, told: Told) -> Started:
    def names() -> Iterator[str]:
        for each in texts_below(str(place), more=READ_OF_FOLDERS):
            if not told(0, 0):
                raise _GivenUpError
            if not folder.is_result(each):
                yield each

    def begin(*, restart: bool) -> Started:
        request = Request(
            folder, names, (str(place),), ScreenOptions(), _PART, restart=restart
        )  # fmt: skip
        return start(request, _runner)

    try:
        return begin(restart=False)
    except CannotStartError:  # something has changed since the last time
        return begin(restart=True)


def _runner(setup: Setup) -> LocalRunner:
    """Return a runner with as many processes as are useful, leaving one processor to the window."""
    manifest = Folder(setup.folder).manifest()
    parts = manifest.parts if manifest else 1
    return LocalRunner(setup, max(1, min(parts, (os.cpu_count() or 2) - 1)))
