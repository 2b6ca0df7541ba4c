"""Notices by content that the source has changed on disk, and shows a message."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from unspin_gui.paths import resources
from unspin_gui.store.files import atomic
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.watch import Watch, pass_over
from unspin_gui.ui.base.wording import error_in_words
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from unspin_gui.ui.files.compare_dialog import CompareDialog

_KEY = "disk"


class OnDisk(QObject):
    """Watches the source of one window, and checks it again when the window is activated.

    Only the content counts: a changed file of the same size and time is noticed, and one that was
    merely touched is not reported.
    """

    def __init__(self, services: Services, feedback: Feedback) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._work = services.workspace
        self._kept: str | None = None
        self._told: str | None = None
        self.dialog: CompareDialog | None = None
        self.watch = Watch(self)
        self.watch.stirred.connect(self.look_again)
        self._work.opened.connect(self._on_opened)
        self._work.reread.connect(self._on_opened)
        self._work.corrected.saved.connect(self.look_again)

    @Slot()
    def _on_opened(self) -> None:
        """Start afresh for another text, or for the same file reread."""
        self._kept = self._told = None
        self._feedback.messages.dismiss(_KEY)
        self.watch.follow(self._path)

    @property
    def _path(self) -> Path | None:
        """The source; None if it ships with the program or is inside a review file."""
        path = self._work.path
        if path is None or path != self._work.opened_from or path.is_relative_to(resources()):
            return None
        return path

    @Slot()
    def look_again(self) -> None:
        """Compare the source on disk with the text under review, off the GUI thread."""
        path = self._path
        if path is None or self._work.reading:
            return
        self.watch.follow(path)
        self._services.tasks.start(
            lambda: atomic.token_on_disk(path), lambda now: self._on_looked(path, now), pass_over
        )

    def _on_looked(self, path: Path, now: str) -> None:
        file, written = self._work.file, self._work.corrected.written
        if file is None or path != self._path or self._work.reading:
            return
        own = {file.file.token, self._kept}
        if written is not None and self._work.corrected.target == path:
            own.add(written.file.token)
        if now in own:
            self._told = None
            self._feedback.messages.dismiss(_KEY)
        elif now != self._told:
            self._told = now
            self._tell(path, now)

    def _tell(self, path: Path, now: str) -> None:
        keep = Choice(self.tr("Keep Mine"), lambda: self._keep(now))
        if now == atomic.ABSENT:
            text = self.tr("“{0}” was removed or renamed. Your review continues here.")
            self._feedback.messages.warn(text.format(path.name), keep, key=_KEY)
            return
        text = self.tr("“{0}” was changed by another program.").format(path.name)
        choices = (
            Choice(self.tr("Reload"), self._work.reload),
            keep,
            Choice(self.tr("Compare"), lambda: self._compare(path, now)),
        )
        self._feedback.messages.warn(text, *choices, key=_KEY)

    def _keep(self, now: str) -> None:
        """Continue the review with the text as it was opened."""
        self._kept, self._told = now, None
        self._feedback.messages.dismiss(_KEY)

    def _compare(self, path: Path, now: str) -> None:
        from unspin_gui.application.opening import read_file  # noqa: PLC0415 - not needed to start

        self._told = None
        wish = self._work.wish_for(path)
        if self._work.is_open:
            self._services.tasks.start(
                lambda: read_file(wish).text,
                lambda theirs: self._show(path, now, theirs),
                lambda error: self._feedback.messages.error(error_in_words(error), key=_KEY),
            )

    def _show(self, path: Path, now: str, theirs: str) -> None:
        from unspin_gui.ui.files.compare_dialog import CompareDialog  # noqa: PLC0415 - not needed to start

        self.dialog = CompareDialog(
            path.name, self._services.session.source, theirs, self._feedback.over
        )
        self.dialog.reload_wanted.connect(self._work.reload)
        self.dialog.keep_wanted.connect(lambda: self._keep(now))
        self.dialog.postponed.connect(self.look_again)
        self.dialog.open()
