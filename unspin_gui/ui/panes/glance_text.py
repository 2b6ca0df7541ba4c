"""The text of a mark's tool tip: what was there, the first fixes, and where they come from."""

import html
import re

from unspin_gui.core.document.document import Decision
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.display_text import escaped
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.base.wording import quoted
from unspin_gui.ui.session.provenance import source_in_words, source_of
from unspin_gui.ui.session.session import Session

_FIXES = 3
_LONGEST = 80
"""Code points after which a wording is cut."""


def glance_of(session: Session, mark: Mark) -> str:
    """Describe a mark in a few lines of HTML; the text in it is escaped."""
    if mark.suspect is not None:
        lines = _of_suspect(session, mark.suspect)
    elif mark.decision is not None:
        lines = _of_decision(session, mark.decision)
    else:
        return ""
    return f"<p style='white-space:pre'>{'<br>'.join(lines)}</p>"


def _of_suspect(session: Session, suspect: Suspect) -> list[str]:
    kinds = {
        "known": tr("known phrase"),
        "near": tr("similar to a known phrase"),
        "unfit": tr("does not fit here"),
    }
    score = tr("{0} %").format(round(100 * suspect.score))
    head = f"<b>{_shown(suspect.phrase)}</b> · {kinds[suspect.kind]} · {score}"
    fixes = _fixes(session, suspect)
    return [head, *(fixes or [tr("No suggestion")])]


def _fixes(session: Session, suspect: Suspect, number: int = 1) -> list[str]:
    # Only fixes already found are shown: searching for others could take too long.
    most = min(_FIXES, len(suspect.candidates))
    found = session.suggestions(suspect, most) if most else ()
    return [
        f"{n}. {_shown(one.text)} <i>({html.escape(source_in_words(one.source))})</i>"
        for n, one in enumerate(found, number)
    ]


def _of_decision(session: Session, decision: Decision) -> list[str]:
    before = session.source[slice(*decision.span)]
    if decision.state == "kept":
        return [f"<b>{_shown(before)}</b>", tr("Kept as it is: ignored here")]
    stood = tr("Original: {0}") if before.strip() else tr("Original: nothing")
    now = tr("Now: {0}") if decision.text.strip() else tr("Deleted")
    return [
        stood.format(f"<b>{_shown(before)}</b>"),
        now.format(_shown(decision.text)),
        f"<i>{html.escape(_whence(session, decision))}</i>",
    ]


def _whence(session: Session, decision: Decision) -> str:
    if decision.state == "edited":
        return tr("Typed by you")
    source = source_of(session, decision)
    if source:
        return tr("Suggested by: {0}").format(source_in_words(source))
    return tr("Your own wording") if decision.text.strip() else tr("Fixed by you")


def _shown(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return quoted(html.escape(escaped(text)))
