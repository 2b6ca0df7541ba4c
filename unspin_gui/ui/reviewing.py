"""What popup, list and overview ask of the review loop."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from unspin_gui.core.document import Decision
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Suspect


class Reviewing(Protocol):
    """The acts of the review loop; `filter` decides which suspects it stops at."""

    filter: Callable[[Suspect], bool]
    remember: bool

    @property
    def told(self) -> SignalInstance:
        """Emitted with one line for the status bar and for screen readers."""

    def next(self, *, popup: bool = False) -> None:
        """Go to the next open suspect."""

    def previous(self, *, popup: bool = False) -> None:
        """Go to the open suspect before."""

    def reveal(self, span: Span) -> None:
        """Show a place in both panes and make it the current one."""

    def show_popup(self, span: Span) -> None:
        """Show a place with its suggestions."""

    def accept(
        self,
        suspect: Suspect,
        text: str,
        *,
        remember: bool | None = None,
        identical: bool = False,
        advance: bool = False,
    ) -> None:
        """Put a fix in the place of a suspect, or of all with its phrase."""

    def keep(self, suspects: Sequence[Suspect]) -> None:
        """These places are fine as they are."""

    def ignore(self, phrases: Iterable[str]) -> None:
        """Do not flag these phrases in this document."""

    def never(self, phrase: str) -> None:
        """Never flag this phrase."""

    def restore(self, decisions: Sequence[Decision]) -> None:
        """Put the source back in these places."""

    def edit_entry(self, phrase: str) -> None:
        """Open the glossary entry of a phrase."""
