"""Says why a phrase is flagged, in the words of the window."""

from unspin_gui.core.glossary.match_quality import Difference
from unspin_gui.core.reasons import ContextReason, Fit, GlossaryReason, Reason
from unspin_gui.ui.base.translating import tr


def reason_in_words(reason: Reason) -> str:
    """One line, without the note of the entry."""
    if isinstance(reason, ContextReason):
        return "; ".join(filter(None, (_of_context(reason), _of_second_reading(reason))))
    return _of_glossary(reason)


def _of_glossary(reason: GlossaryReason) -> str:
    if reason.difference is Difference.NONE:
        return tr("In glossary “{0}”").format(reason.layer)
    if reason.difference is Difference.FORM:
        return tr("A form of “{0}” in glossary “{1}”").format(reason.phrase, reason.layer)
    message = tr("Similar to “{0}” in glossary “{1}”: {2}")
    return message.format(reason.phrase, reason.layer, _difference(reason).format(reason.ratio))


def _difference(reason: GlossaryReason) -> str:
    words = {
        Difference.APART: tr("joined or split, {0} % similar"),
        Difference.VARIANT: tr("spelt differently, {0} % similar"),
        Difference.MISSPELT: tr("misspelt, {0} % similar"),
        Difference.JUMBLED: tr("misspelt and joined, {0} % similar"),
        Difference.INFLECTED: tr("in another form, {0} % similar"),
        Difference.LOOSE: tr("with another function word, {0} % similar"),
        Difference.OTHER: tr("with another word, {0} % similar"),
        Difference.NEVER: tr("with another number, {0} % similar"),
        Difference.WORD_BY_WORD: tr("spun word by word"),
    }
    return words[reason.difference]


def _of_second_reading(reason: ContextReason) -> str:
    if not reason.preferred:
        return ""
    if reason.by_far:
        return tr("a language model strongly prefers “{0}”").format(reason.preferred)
    return tr("a language model prefers “{0}”").format(reason.preferred)


def _of_context(reason: ContextReason) -> str:
    if reason.before:
        words = {
            Fit.FAR_BETTER: tr("Reads oddly after “{0}”; “{1}” fits far better"),
            Fit.BETTER: tr("Reads oddly after “{0}”; “{1}” fits better"),
            Fit.POSSIBLE: tr("Reads oddly after “{0}”; “{1}” may have been the original"),
        }
    elif reason.after:
        words = {
            Fit.FAR_BETTER: tr("Reads oddly before “{0}”; “{1}” fits far better"),
            Fit.BETTER: tr("Reads oddly before “{0}”; “{1}” fits better"),
            Fit.POSSIBLE: tr("Reads oddly before “{0}”; “{1}” may have been the original"),
        }
    else:
        words = {
            Fit.FAR_BETTER: tr("Reads oddly here; “{1}” fits far better"),
            Fit.BETTER: tr("Reads oddly here; “{1}” fits better"),
            Fit.POSSIBLE: tr("Reads oddly here; “{1}” may have been the original"),
        }
    return words[reason.fit].format(reason.before or reason.after, reason.best)
