"""Large texts: offers to cancel reading them, and says what is switched off for them."""

from PySide6.QtCore import QLocale, QObject, QTimer, Slot

from unspin_gui.core.detection.knowledge import Source
from unspin_gui.ui.panes.positions import LONG_PARAGRAPH
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice, MessageBar

LARGE = 2_000_000
"""Code points from which near matches of glossary phrases are no longer sought."""
_NOTICEABLE = 300


class LargeFileNotice(QObject):
    """Reports that a file is still being read, and which features a large text goes without."""

    def __init__(self, services: Services, messages: MessageBar) -> None:
        super().__init__(messages)
        self._services = services
        self._messages = messages
        self._session = services.session
        self._work = services.workspace
        self._is_large = self._wanted = False
        self._long = QTimer(self, singleShot=True, interval=_NOTICEABLE)
        self._long.timeout.connect(self._on_long)
        self._work.changed.connect(self._on_changed)
        self._work.opened.connect(self._on_opened)
        self._session.knowledge_changed.connect(self._adapt)

    # ---- while it is read ---------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        if not self._work.reading:
            self._long.stop()
            self._messages.dismiss("opening")
        elif not self._long.isActive():
            self._long.start()

    @Slot()
    def _on_long(self) -> None:
        if self._work.reading:
            text = self.tr("Opening “{0}”…").format(self._work.reading_name)
            cancel = Choice(self.tr("Cancel"), self._work.cancel)
            self._messages.info(text, cancel, key="opening")

    # ---- once it is open ----------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        source = self._session.source
        self._is_large, self._wanted = len(source) > LARGE, False
        self._adapt()
        self._messages.dismiss("large")
        notices, choices = [], []
        if self._is_large:
            millions = QLocale().toString(len(source) / 1e6, "f", 1)
            text = self.tr(
                "This text is large ({0} million characters), so near matches of "
                "glossary phrases are skipped."
            )
            notices.append(text.format(millions))
            choices.append(Choice(self.tr("Search for Them Anyway"), self._want))
        if has_long_paragraph(source):
            notices.append(
                self.tr(
                    "It has very long paragraphs: typing in them is slower, and their "
                    "marks appear with a delay."
                )
            )
        if notices:
            self._messages.info(" ".join(notices), *choices, key="large")

    def _want(self) -> None:
        self._wanted = True
        self._adapt()

    @Slot()
    def _adapt(self) -> None:
        """Switch near matches off for a large text, and on again for the next one."""
        base = self._session.base
        if base is None:
            return
        near: Source = "near"
        rest = base.options.sources - {near}
        off = self._is_large and not self._wanted
        wanted = not off and near in self._services.preferences.settings.sources
        sources = rest | {near} if wanted else rest
        if sources != base.options.sources:
            self._session.know(base._replace(options=base.options._replace(sources=sources)))


def has_long_paragraph(text: str) -> bool:
    """Whether a paragraph is so long that Qt becomes slow."""
    at = 0
    while len(text) - at > LONG_PARAGRAPH:
        end = text.rfind("\n", at, at + LONG_PARAGRAPH + 1)
        if end < 0:
            return True
        at = end + 1
    return False
