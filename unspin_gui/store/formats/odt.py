"""OpenDocument texts: read as text, written back with only the corrected words new."""

import re
from collections.abc import Sequence
from itertools import count

from unspin_gui.core.errors import StoreError
from unspin_gui.store.formats.edits import addresses, applied, merged, operations
from unspin_gui.store.formats.odt_markup import Markup
from unspin_gui.store.formats.odt_read import Package, notices, open_package, read_story
from unspin_gui.store.formats.odt_write import Writer, groups
from unspin_gui.store.formats.opened import Edit, Shown
from unspin_gui.store.formats.story import Plan, planned
from unspin_gui.store.formats.tracking import Tracking

_NUMBER = re.compile(rb"\bctu(\d{1,9})\b")


def shown(path: object, data: bytes) -> Shown:
    """What the panes show of an OpenDocument text; raises StoreError where it is none."""
    return _shown(open_package(path, data))


def rewritten(
    path: object, data: bytes, edits: Sequence[Edit], tracking: Tracking
) -> tuple[bytes, Shown]:
    """The file with ordered edits made, and what it shows; raises StoreError.

    It is read again, so that nothing is returned that shows anything but the corrected text.
    """
    package = open_package(path, data)
    story = read_story(package)
    plan = planned(path, story, edits, operations(story.text, edits, whole=tracking.tracked))
    made = package.archive.rewritten(_changed(package, plan, edits, tracking))
    result = _shown(open_package(path, made))
    if result.text != applied(story.text, edits):
        reason = "a correction does not fit into this document; save as plain text instead"
        raise StoreError(path, reason)
    return made, result


def _shown(package: Package) -> Shown:
    text = read_story(package).text
    return Shown(text, merged(addresses(text)), notices(package))


def _changed(
    package: Package, plan: Plan, edits: Sequence[Edit], tracking: Tracking
) -> dict[str, bytes]:
    """The members that become others."""
    taken = (int(n) for xml in package.parts.values() for n in _NUMBER.findall(xml.data))
    ids = count(max(taken, default=0) + 1)
    writers: dict[str, Writer] = {}
    for group in groups(plan):
        name = plan.story.paragraphs[group[0]].part
        if name not in writers:
            writers[name] = Writer(plan, Markup(package.parts[name], tracking, ids), edits)
        writers[name].write(group)
    return {
        name: package.parts[name].spliced(writer.finished()) for name, writer in writers.items()
    }
