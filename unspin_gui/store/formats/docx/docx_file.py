"""Word files: read as text, written back with only the corrected runs changed."""

from collections import Counter
from collections.abc import Sequence
from itertools import count

from unspin_gui.store.formats.docx.docx_comments import Comments, highest_number, with_comments
from unspin_gui.store.formats.docx.docx_markup import DocxMarkup
from unspin_gui.store.formats.docx.docx_package import DocxPackage, open_package
from unspin_gui.store.formats.docx.docx_read import notices, read_story
from unspin_gui.store.formats.docx.docx_write import DocxWriter
from unspin_gui.store.formats.office.package import PackageFormat
from unspin_gui.store.formats.office.story import StoryPlan
from unspin_gui.store.formats.office.tracking import Tracking
from unspin_gui.store.formats.opened import Edit


def _changed(
    package: DocxPackage, plan: StoryPlan, edits: Sequence[Edit], tracking: Tracking
) -> dict[str, bytes]:
    """The package members that change."""
    known = [*package.parts.values(), *map(package.xml, package.related.get("comments", ()))]
    ids = count(highest_number(known) + 1)
    writers: dict[str, DocxWriter] = {}
    changed: dict[str, bytes] = {}
    comments: Comments | None = None
    for index in plan.touched():
        name = plan.story.paragraphs[index].part
        if name not in writers:
            markup = DocxMarkup(package.parts[name], tracking, ids)
            writers[name] = DocxWriter(plan, markup)
            if tracking.comments and name == package.main:
                comments = writers[name].comments = Comments(markup, edits, _cuts(plan, name))
        writers[name].write(index)
    for name, writer in writers.items():
        changed[name] = package.parts[name].spliced(writer.splices)
    return changed | (with_comments(package, comments) if comments else {})


def _cuts(plan: StoryPlan, part: str) -> Counter[int]:
    """The number of cuts that each edit makes in a part."""
    story = plan.story
    return Counter(
        cut.operation.edit
        for piece, cuts in plan.cuts.items()
        for cut in cuts
        if story.paragraphs[story.at(piece.start)].part == part and not piece.untracked
    )


DOCX = PackageFormat(open_package, read_story, notices, _changed)
