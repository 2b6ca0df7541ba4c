"""Says what an import would do."""

from unspin_gui.application.import_plan import ImportPlan
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.translating import tr


def summary_of(plan: ImportPlan, chosen: int) -> str:
    """Return what a file contains, and how many new pairs are not `chosen`."""
    message = tr(
        "New: {0}. With fixes that differ from yours: {1}. Already known: {2}. Skipped: {3}."
    )
    counts = len(plan.new), len(plan.clashes), plan.known, len(plan.skipped)
    parts = [message.format(*map(number, counts))]
    if left_out := len(plan.new) - chosen:
        parts.append(tr("Not ticked: {0}.").format(number(left_out)))
    if ordinary := len(plan.ordinary):
        parts.append(_why_unticked(ordinary))
    return " ".join(parts)


def _why_unticked(count: int) -> str:
    return tr(
        "%Ln new phrases are ordinary words, which would be flagged in every text; they "
        "start unticked.",
        "",
        count,
    )
