"""OpenDocument texts: read as text, written back with only the corrected words changed."""

import re
from collections.abc import Sequence
from itertools import count

from unspin_gui.store.formats.odt.odt_markup import OdtMarkup
from unspin_gui.store.formats.odt.odt_read import OdtPackage, notices, open_package, read_story
from unspin_gui.store.formats.odt.odt_write import OdtWriter, groups
from unspin_gui.store.formats.office.package import PackageFormat
from unspin_gui.store.formats.office.story import StoryPlan
from unspin_gui.store.formats.office.tracking import Tracking
from unspin_gui.store.formats.opened import Edit

_NUMBER = re.compile(rb"\bctu(\d{1,9})\b")


def _changed(
    package: OdtPackage, plan: StoryPlan, edits: Sequence[Edit], tracking: Tracking
) -> dict[str, bytes]:
    """The package members that change."""
    taken = (int(n) for xml in package.parts.values() for n in _NUMBER.findall(xml.data))
    ids = count(max(taken, default=0) + 1)
    writers: dict[str, OdtWriter] = {}
    for group in groups(plan):
        name = plan.story.paragraphs[group[0]].part
        if name not in writers:
            writers[name] = OdtWriter(plan, OdtMarkup(package.parts[name], tracking, ids), edits)
        writers[name].write(group)
    return {
        name: package.parts[name].spliced(writer.finished()) for name, writer in writers.items()
    }


ODT = PackageFormat(open_package, read_story, notices, _changed)
