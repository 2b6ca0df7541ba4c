"""Describes work that was restored after a crash."""

from unspin_gui.application.recovering import Restored
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.base.wording import quoted

_MOST = 5
"""How many phrases are named."""


def words_of(back: Restored, title: str) -> str:
    """One sentence if not everything is as it was; otherwise empty."""
    if back.is_gone:
        text = tr("“{0}” can no longer be read, so only its text is restored, as plain text.")
        return text.format(title)
    if not back.is_changed:
        return ""
    if not back.lost:
        return tr("“{0}” has changed since then; all decisions still apply.").format(title)
    named = ", ".join(quoted(" ".join(phrase.split())) for phrase in back.lost[:_MOST])
    more = f"{named} …" if len(back.lost) > _MOST else named
    return _lost_words(len(back.lost), title, more)


def _lost_words(count: int, title: str, named: str) -> str:
    message = tr("“{0}” has changed since then; %Ln decisions no longer apply: {1}", "", count)
    return message.format(title, named)
