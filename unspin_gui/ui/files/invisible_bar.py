"""Deceptive characters in the source: counted, shown one by one, repaired in one step."""

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.panes.editor_area import EditorArea
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.banner import Banner, cross
from unspin_gui.ui.widgets.labels import announce, button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unspin_gui.core.text.invisibles import Invisible, Kind

_KINDS: "tuple[Kind, ...]" = ("look-alike", "zero-width", "direction")


class InvisibleBar(Banner):
    """Says how many places there are and what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "warning", parent)
        self.setObjectName("invisibleBar")
        self.show_next = button(self.tr("Show"), self._nothing)
        self.show_next.setObjectName("invisibleShow")
        self.repair = button(self.tr("Repair"), self._nothing)
        self.repair.setObjectName("invisibleRepair")
        self.close_button = cross("invisibleClose", self.tr("Close this message"))
        self.close_button.clicked.connect(self.hide)
        for widget in (self.show_next, self.repair, self.close_button):
            self.row.addWidget(widget)
        self.hide()

    def _nothing(self) -> None:
        """Do nothing: the owner of the bar sets what the buttons do."""


class Invisibles(QObject):
    """Looks for deceptive characters in an opened text, off the GUI thread, and offers repairs.

    Those inside an open suspect are left to the suspect's fix.
    """

    def __init__(self, services: Services, feedback: Feedback, editors: EditorArea) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._editors = editors
        self._session = services.session
        self._found: tuple[Invisible, ...] = ()
        self.bar = InvisibleBar()
        self.bar.show_next.clicked.connect(self._on_show)
        self.bar.repair.clicked.connect(self._on_repair)
        services.workspace.opened.connect(self._on_opened)
        self._session.document_changed.connect(self._on_changed)

    @Slot()
    def _on_opened(self) -> None:
        self._found = ()
        self.bar.hide()
        source = self._session.source
        if not source.isascii():
            from unspin_gui.core.text.invisibles import invisibles  # noqa: PLC0415 - seldom needed
            from unspin_gui.store.formats import is_shown_as_written  # noqa: PLC0415 - as above

            file = self._services.workspace.file
            breaks = file is not None and not is_shown_as_written(file.kind)
            self._services.tasks.start(
                lambda: invisibles(source, breaks=breaks),
                lambda found: self._on_found(source, found),
                lambda _error: None,
            )

    def _on_found(self, source: str, found: "tuple[Invisible, ...]") -> None:
        if source is self._session.source and found:
            self._found = found
            self._refresh()
            self.bar.setVisible(bool(self._left))
            if self._left:
                announce(self.bar, self.bar.accessibleName())

    @Slot(object)
    def _on_changed(self, _change: object) -> None:
        if self._found and self.bar.isVisible():
            self._refresh()
            self.bar.setVisible(bool(self._left))

    @property
    def _left(self) -> "tuple[Invisible, ...]":
        """The places that are still in the corrected text."""
        document = self._session.document
        return tuple(item for item in self._found if _stands(document, item))

    def _refresh(self) -> None:
        counts = Counter(item.kind for item in self._left)
        alike, unseen, turning = (counts[kind] for kind in _KINDS)
        names = (
            self.tr("%Ln words with look-alike letters from another alphabet", "", alike),
            self.tr("%Ln invisible characters", "", unseen),
            self.tr("%Ln characters that change the text direction", "", turning),
        )
        parts = [name for name, kind in zip(names, _KINDS, strict=True) if counts[kind]]
        self.bar.set_text(self.tr("This text contains {0}.").format(", ".join(parts)))

    @Slot()
    def _on_show(self) -> None:
        """Go to the next such place after the caret, then to the first again."""
        left = self._left
        if not left:
            return
        caret = self._editors.source.caret
        k = bisect_right([item.span.start for item in left], caret) % len(left)
        item = left[k]
        for pane in self._editors.panes:
            pane.reveal(item.span)
        text = f"{k + 1}/{len(left)}: {item.name}"
        if item.repair:
            text += f" ({item.repair})"
        self._feedback.tell(text)

    @Slot()
    def _on_repair(self) -> None:
        """Repair the places outside open suspects, as one undo step."""
        left = self._left
        chosen = _apart(left, self._session.suspects)
        self._session.decide(
            [Decision(item.span, item.repair, "edited") for item in chosen],
            self.tr("repair deceptive characters"),
        )
        notices = [self.tr("%Ln places repaired.", "", len(chosen))]
        if rest := len(left) - len(chosen):
            notices.append(
                self.tr("%Ln places inside marks are repaired when you fix those.", "", rest)
            )
        self._feedback.tell(" ".join(notices))


def _stands(document: Document, item: "Invisible") -> bool:
    """Whether the place is unchanged from the source."""
    return all(decision.state == "kept" for decision in document.overlapping(item.span))


def _apart(items: "Sequence[Invisible]", suspects: "Sequence[Suspect]") -> "list[Invisible]":
    """The places that overlap no suspect; both are ordered."""
    ends = [suspect.span.end for suspect in suspects]
    apart = []
    for item in items:
        k = bisect_right(ends, item.span.start)
        if k == len(suspects) or not suspects[k].span.overlaps(item.span):
            apart.append(item)
    return apart
