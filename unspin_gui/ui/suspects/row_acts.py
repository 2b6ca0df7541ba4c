"""The commands on rows of the list, applied to many rows as one undo step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from unspin_gui.application.suspect_rows import SuspectRow
from unspin_gui.core.document.accept import wording_at
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.suspects.suspect_bar import Tab

_DIGITS = 9


class SuspectActs(QObject):
    """Turns commands on rows into actions of the session."""

    def __init__(self, session: Session, review: ReviewLoop) -> None:
        super().__init__()
        self.session = session
        self.review = review

    # ---- words --------------------------------------------------------------------------

    def names(self, tab: Tab, rows: Sequence[SuspectRow]) -> tuple[str, str]:
        """The texts of the two buttons for the selected rows; an empty one is not shown."""
        count = sum(row.times for row in rows)
        if tab == "open":
            if count > 1:
                accept = self.tr("Accept %Ln", "", self._places(rows))
                return accept, self.tr("Ignore %Ln here", "", count)
            return self.tr("Accept"), self.tr("Ignore here")
        if tab == "done":
            several = self.tr("Restore %Ln places", "", count)
            return (several if count > 1 else self.tr("Restore original")), ""
        return self.tr("Flag again"), ""

    def can_first(self, tab: Tab, rows: Sequence[SuspectRow]) -> bool:
        """Whether the first button can do anything."""
        return bool(self._places(rows)) if tab == "open" else bool(rows)

    def _places(self, rows: Sequence[SuspectRow]) -> int:
        return sum(row.times for row in rows if row.fix)

    # ---- acts ---------------------------------------------------------------------------

    def first(self, tab: Tab, rows: Sequence[SuspectRow]) -> None:
        """Do what the first button of a tab does."""
        acts: dict[Tab, Callable[[Sequence[SuspectRow]], None]] = {
            "open": self.accept,
            "done": self.restore,
            "ignored": self.flag_again,
        }
        acts[tab](rows)

    def accept(self, rows: Sequence[SuspectRow]) -> None:
        """Accept the fix that each row shows in all its places, as one undo step."""
        session, remember = self.session, self.review.remember
        wishes = (
            (s, wording_at(session.source, s, row.fix))
            for row in rows
            if row.fix
            for s in row.suspects
        )
        session.decide(session.fixes(wishes, remember=remember))
        self.review.tell_act(session.history.undo_label)

    def choices(self, rows: Sequence[SuspectRow]) -> tuple[str, ...]:
        """The suggestions that digits select: those of a single open row."""
        if len(rows) != 1 or not rows[0].suspects:
            return ()
        return tuple(s.text for s in self.session.suggestions(rows[0].suspects[0], _DIGITS))

    def choose(self, rows: Sequence[SuspectRow], number: int) -> None:
        """Accept one of the `choices` in all places of the row, as one undo step."""
        choices = self.choices(rows)
        if number < len(choices):
            first = rows[0].suspects[0]
            self.review.accept(first, choices[number], identical=rows[0].times > 1)

    def ignore_here(self, rows: Sequence[SuspectRow]) -> None:
        """Keep these places as they are."""
        self.review.keep([s for row in rows for s in row.suspects])

    def ignore_in_document(self, rows: Sequence[SuspectRow]) -> None:
        """Do not flag these phrases in this document."""
        self.review.ignore([row.phrase for row in rows])

    def restore(self, rows: Sequence[SuspectRow]) -> None:
        """Restore the source."""
        self.review.restore([d for row in rows for d in row.decisions])

    def flag_again(self, rows: Sequence[SuspectRow]) -> None:
        """Stop ignoring, in whatever scope."""
        kept = [d for row in rows for d in row.decisions]
        phrases = [row.key[1] for row in rows if row.scope in ("document", "never")]
        self.session.flag_again(phrases, kept)
        self.review.tell_act(self.session.history.undo_label)

    def fill_menu(self, menu: QMenu, tab: Tab, rows: Sequence[SuspectRow]) -> None:
        """Add the commands for these rows to a menu."""
        first, second = self.names(tab, rows)
        self._add(menu, first, lambda: self.first(tab, rows)).setEnabled(self.can_first(tab, rows))
        if tab != "open":
            return
        self._add(menu, second, lambda: self.ignore_here(rows))
        self._add(menu, self.tr("Ignore in this document"), lambda: self.ignore_in_document(rows))
        one = len(rows) == 1
        phrase = rows[0].phrase
        never = self._add(menu, self.tr("Never flag (glossary)"), lambda: self.review.never(phrase))
        edit = self._add(
            menu, self.tr("Edit glossary entry…"), lambda: self.review.edit_entry(phrase)
        )
        for action in (never, edit):
            action.setEnabled(one)

    def _add(self, menu: QMenu, text: str, act: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked: act())
        return action
