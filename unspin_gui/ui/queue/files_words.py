"""The words of the list of files."""

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.application.likelihood import likelihood
from unspin_gui.ui.base.translating import tr


def spun_in_words(row: QueueRow) -> str:
    """Say how likely the document is spun; empty if that is not known."""
    if row.probability is None:
        return ""
    words = {
        "certain": tr("almost certainly"),
        "probable": tr("probably"),
        "possible": tr("perhaps"),
        "improbable": tr("probably not"),
        "honest": tr("no"),
    }
    return words[likelihood(row.probability)]


def state_in_words(row: QueueRow) -> str:
    """Say the state of a file, and whether its corrected text is saved."""
    words = {
        "unread": tr("not opened yet"),
        "work": tr("in progress"),
        "finished": tr("finished"),
        "error": tr("cannot be read"),
    }
    return ", ".join(filter(None, (words[row.state], tr("not saved") if row.unsaved else "")))
