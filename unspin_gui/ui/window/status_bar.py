"""The status bar: the progress of the review, the last action, and the state of both files."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QStatusBar, QToolButton, QWidget

from unspin_gui.core.document.change import Change
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.session.workspace import Workspace
from unspin_gui.ui.suspects.progress import Progress
from unspin_gui.ui.widgets.elided import ElidedLabel, named
from unspin_gui.ui.widgets.labels import announce

if TYPE_CHECKING:
    from unspin_gui.store.formats import Kind

_SAID_FOR = 8000

_KIND_NAMES: "dict[Kind, str]" = {
    "docx": "Word",
    "odt": "OpenDocument",
    "pdf": "PDF",
    "rtf": "RTF",
    "html": "HTML",
    "markdown": "Markdown",
    "xml": "XML",
    "latex": "LaTeX",
    "subtitles": "SRT / WebVTT",
    "epub": "EPUB",
    "text": "",
}
_END_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR", "\u2029": "PS"}


class StatusBar(QStatusBar):
    """Shows progress, the last action, encoding, glossary and the running analysis."""

    def __init__(
        self,
        session: Session,
        review: ReviewLoop,
        progress: Progress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._review_progress = progress
        self.setSizeGripEnabled(False)
        self.progress = self._label("progressLabel", self.tr("Progress of the review"))
        self.identical = self._label("identicalLabel", self.tr("Places with the current phrase"))
        self.encoding = QToolButton()
        self.encoding.setObjectName("encodingButton")
        self.encoding.setToolTip(self.tr("Read the source in another encoding"))
        self.encoding.setAutoRaise(True)
        self.glossary = self._label("glossaryLabel", self.tr("Glossary"))
        self.bar = QProgressBar()
        self.bar.setObjectName("analysisBar")
        self.bar.setAccessibleName(self.tr("Progress of the analysis"))
        self.bar.setRange(0, 100)
        self._analysing = self.tr("analysing… %p %")
        self._reading_again = self.tr("reading again… %p %")
        widths = map(self.fontMetrics().horizontalAdvance, (self._analysing, self._reading_again))
        self.bar.setFixedWidth(max(widths) + 48)
        self.said = self._label("saidLabel", self.tr("Last action"))
        self.addWidget(self.progress)
        self.addWidget(self.identical)
        self.addWidget(self.said, 1)
        self._forget = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._forget.timeout.connect(self._on_forgotten)
        self.addPermanentWidget(self.bar)
        self.addPermanentWidget(self.encoding)
        self.addPermanentWidget(self.glossary)
        self.bar.hide()
        progress.counted.connect(self._on_counted)
        session.current_changed.connect(self._on_current)
        review.told.connect(self._on_told)
        session.document_changed.connect(self._on_document_changed)

    def _label(self, name: str, accessible: str) -> ElidedLabel:
        label = ElidedLabel(cut=Qt.TextElideMode.ElideRight, name=accessible)
        label.setObjectName(name)
        label.setContentsMargins(8, 0, 8, 0)
        return label

    def show_encoding(self, text: str) -> None:
        """Name encoding and line ends on their button."""
        self.encoding.setText(text)
        self.encoding.setAccessibleName(named(self.tr("Encoding and line ends"), text))

    @Slot(str)
    def _on_told(self, text: str) -> None:
        self.clearMessage()  # what the button under the pointer is for, once it has been pressed
        self.said.setText(text)
        self._forget.start()
        announce(self, text)

    @Slot()
    def _on_forgotten(self) -> None:
        self.said.setText("")

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.how == "opened":  # what was done in another text can no longer be undone
            self.said.setText("")

    @Slot()
    def _on_counted(self) -> None:
        session = self._session
        self.progress.setText(progress_text(self._review_progress))
        self._on_current()
        reading = session.reading
        again = reading.again is not None and not session.analysing
        self.bar.setFormat(self._reading_again if again else self._analysing)
        self.bar.setVisible(again or (session.analysing and reading.share < 1))
        self.bar.setValue(round(100 * (reading.again or 0.0 if again else reading.share)))

    @Slot()
    def _on_current(self) -> None:
        self.identical.setText(self._identical_text())

    def _identical_text(self) -> str:
        span = self._session.current
        suspect = next((s for s in self._session.suspects if s.span == span), None)
        if suspect is None:
            return ""
        count = len(self._session.identical(suspect))
        return self.tr("“{0}”: %Ln places", "", count).format(suspect.phrase) if count > 1 else ""


def progress_text(progress: Progress) -> str:
    """The progress of the review, in words."""
    counts = progress.counts
    if not progress.has_text:
        return ""
    if not counts.total:
        return tr("Reading the text…") if progress.is_growing else tr("No suspects")
    text = (
        tr("{0} of {1} resolved, {2} left so far")
        if progress.is_growing
        else tr("{0} of {1} resolved, {2} left")
    )
    return text.format(*map(number, (counts.resolved, counts.total, counts.open)))


def encoding_text(work: Workspace) -> str:
    """Encoding and line ends of the source, or the name of its format."""
    file = work.text_file
    if file is None:
        if work.file is None:
            return ""
        from unspin_gui.store.formats import is_read_only  # noqa: PLC0415 - not needed to start

        kind = work.file.kind
        name = _KIND_NAMES[kind]
        return tr("{0}, read-only").format(name) if is_read_only(kind) else name
    mixed = tr("mixed")
    ends = mixed if file.is_mixed else _END_NAMES.get(file.dominant_end, "LF")
    return f"{file.encoding_label}  {ends}"
