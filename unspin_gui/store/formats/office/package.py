"""Zipped documents of any kind: shown as text, and written back with edits made in them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.edits import applied, operations, unjudged
from unspin_gui.store.formats.misfits import misfits
from unspin_gui.store.formats.office.archive import Archive
from unspin_gui.store.formats.office.story import Story, StoryPlan, planned
from unspin_gui.store.formats.office.tracking import Tracking
from unspin_gui.store.formats.opened import HIDDEN, Edit, MisfitError, Shown
from unspin_gui.store.formats.raised import without_raised

_TRIED = 200
"""How often corrections are tried at most to find those that do not fit."""


class HasArchive(Protocol):
    """An opened document, as far as all kinds agree."""

    archive: Archive


class Package(Protocol):
    """The reader and writer of any kind of zipped document."""

    def shown(self, path: Path, data: bytes) -> Shown:
        """What the panes show of a document."""

    def rewritten(
        self, path: Path, data: bytes, edits: Sequence[Edit], tracking: Tracking
    ) -> tuple[bytes, Shown]:
        """The document with ordered edits made, and what it shows."""


P = TypeVar("P", bound=HasArchive)


@dataclass(frozen=True, slots=True)
class PackageFormat(Generic[P]):
    """The parts of reading and writing that differ between kinds of document.

    `changed` returns the members of the archive that change.
    """

    open_package: Callable[[object, bytes], P]
    read_story: Callable[[P], Story]
    notices: Callable[[P], tuple[str, ...]]
    changed: Callable[[P, StoryPlan, Sequence[Edit], Tracking], dict[str, bytes]]

    def shown(self, path: object, data: bytes) -> Shown:
        """Return what the panes show of a document; raises StoreError if it is not of this kind."""
        package = self.open_package(path, data)
        story = self.read_story(package)
        text = story.shown
        skip = unjudged(text, [*story.page_ends, *story.unjudged])
        notices = self.notices(package)
        if count := story.hidden:
            more = Message("The document has {0} ({1}), which are not shown.", HIDDEN, count)
            notices = (*notices, more)
        return Shown(text, skip, notices, roles=story.roles)

    def rewritten(
        self, path: object, data: bytes, edits: Sequence[Edit], tracking: Tracking
    ) -> tuple[bytes, Shown]:
        """Apply ordered edits; returns the document and what it shows.

        Raises MisfitError for edits without which the others could be made, else StoreError.
        """
        try:
            return self._made(path, data, edits, tracking)
        except StoreError as error:
            if not self._fits(path, data, (), tracking):
                raise
            parts = misfits(edits, lambda some: self._fits(path, data, some, tracking), _TRIED)
            spans = tuple(sorted(edit.span for part in parts for edit in part))
            if not spans:
                raise
            text = self.shown(path, data).text
            reason = Message("the correction of “{0}”: {1}", text[slice(*spans[0])], error.reason)
            raise MisfitError(path, reason, spans) from error

    def _fits(self, path: object, data: bytes, edits: Sequence[Edit], tracking: Tracking) -> bool:
        try:
            self._made(path, data, edits, tracking)
        except StoreError:
            return False
        return True

    def _made(
        self, path: object, data: bytes, edits: Sequence[Edit], tracking: Tracking
    ) -> tuple[bytes, Shown]:
        """Return the document with edits made, and what it shows; raises StoreError.

        The result is reread, so that it is certain to show the corrected text.
        """
        package = self.open_package(path, data)
        story = self.read_story(package)
        work = operations(story.shown, edits, whole=tracking.tracked)
        plan = planned(path, story, edits, work)
        made = package.archive.rewritten(self.changed(package, plan, edits, tracking))
        result = self.shown(path, made)
        if without_raised(result.text) != without_raised(applied(story.shown, edits)):
            reason = Message(
                "a correction cannot be made in this document; save as plain text instead"
            )
            raise StoreError(path, reason)
        if tracking.tracked and (places := plan.untracked):
            result = result._replace(notices=(*result.notices, _not_tracked(places)))
        return made, result


def _not_tracked(places: Counter[str]) -> Message:
    counted = [Message("{0} ({1})", place, count) for place, count in sorted(places.items())]
    listed = reduce(lambda one, other: Message("{0} and {1}", one, other), counted)
    return Message(
        "Corrections made without tracking: {0}: LibreOffice would go on showing both "
        "the old and the new wording there.",
        listed,
    )
