"""The header of the suggestion popup: the phrase, and why it is marked."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from unspin_gui.core.document.marks import Mark
from unspin_gui.core.document.places import Place
from unspin_gui.core.suspects import Suspect
from unspin_gui.ui.base.wording import quoted
from unspin_gui.ui.session.places_in_words import place_in_words
from unspin_gui.ui.session.reasons import reason_in_words
from unspin_gui.ui.widgets.elided import ElidedLabel
from unspin_gui.ui.widgets.labels import scaled
from unspin_gui.ui.widgets.theme import Theme


class PopupHeader(QWidget):
    """Phrase, kind, score, glossary, reason and note."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picture = QLabel()
        self.phrase = ElidedLabel()
        self.facts = QLabel()
        self.reason = QLabel()
        self.note = QLabel()
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 0, 10, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.picture, 0, 0)
        grid.addWidget(self.phrase, 0, 1)
        grid.addWidget(self.facts, 0, 2)
        for row, label in enumerate((self.reason, self.note), 1):
            grid.addWidget(label, row, 0, 1, 3)
        for label in (self.facts, self.reason, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.reason, self.note):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        grid.setColumnStretch(1, 1)
        self._fit_font()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to another font size (called by Qt)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        self.phrase.setFont(scaled(self.font(), 1.15, bold=True))

    def show_mark(self, mark: Mark, suspect: Suspect, place: Place, *, new: bool) -> None:
        """Describe a mark; `place` is its page, cue, chapter or line."""
        kind = suspect.kind if mark.suspect else None
        icon = self._theme.mark_icon(mark.state, kind)
        self.picture.setPixmap(icon.pixmap(16, 16))
        facts = [*self._facts(mark, suspect, new=new), place_in_words(place)]
        self.facts.setText(" · ".join(facts))
        self.phrase.setText(self._title(mark, suspect))
        self.reason.setText(self._reason(mark, suspect, new=new))
        note = suspect.entry.note if suspect.entry else ""
        self.note.setText(self.tr("Note: {0}").format(note) if note else "")
        self.note.setVisible(bool(note))
        self._colour()

    def _colour(self) -> None:
        for label in (self.facts, self.reason, self.note):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), self._theme.colour("muted"))
            label.setPalette(palette)

    def _facts(self, mark: Mark, suspect: Suspect, *, new: bool) -> tuple[str, ...]:
        if new or mark.suspect is None:
            return ()
        kinds = {
            "known": self.tr("known phrase"),
            "near": self.tr("similar to a known phrase"),
            "unfit": self.tr("does not fit here"),
        }
        score = self.tr("{0} %").format(round(100 * suspect.score))
        return kinds[suspect.kind], score

    def _title(self, mark: Mark, suspect: Suspect) -> str:
        if not suspect.phrase.strip() and mark.decision is not None:
            return self.tr("Inserted: “{0}”").format(mark.decision.text.strip())
        return quoted(suspect.phrase)

    def _reason(self, mark: Mark, suspect: Suspect, *, new: bool) -> str:
        if suspect.reason is None:
            return self._state_in_words(mark, new=new)
        return reason_in_words(suspect.reason)

    def _state_in_words(self, mark: Mark, *, new: bool) -> str:
        if new:
            return self.tr("Marked by you. Type the right wording; the glossary remembers it.")
        words = {
            "suspected": self.tr("Reads as spun"),
            "accepted": self.tr("Fixed by you"),
            "edited": self.tr("Edited by you"),
            "kept": self.tr("Kept as it is: ignored here"),
        }
        return words[mark.state]
