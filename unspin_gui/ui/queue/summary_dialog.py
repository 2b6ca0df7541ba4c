"""The summary of a list of files: what was done, and one report on all of them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from unspin_gui.application.file_queue import QueueKey
from unspin_gui.application.file_queue.reporting import FileWords, report_of_document, report_on
from unspin_gui.core.errors import StoreError
from unspin_gui.store.report import FileReport, Wording, write_all_csv, write_all_html
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.queue.across import Across
from unspin_gui.ui.queue.files_words import spun_in_words, state_in_words
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.session.wording_of_reports import report_wording
from unspin_gui.ui.widgets.labels import heading, plain_label, resize_on_screen

_ROLE = QDialogButtonBox.ButtonRole


class FilesSummary(QDialog):
    """Sums over all files; `save_all` is called by its button."""

    def __init__(
        self,
        services: Services,
        feedback: Feedback,
        owner: QueueOwner,
        save_all: Callable[[], object],
    ) -> None:
        super().__init__(feedback.over)
        self.setObjectName("filesSummary")
        self.setWindowTitle(self.tr("Summary"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._feedback = feedback
        self._owner = owner
        self._save_all = save_all
        self._reports: list[FileReport] = []
        self._path = Path()
        self.across = Across(self)
        self.figures = plain_label("", selectable=True)
        self.figures.setObjectName("summaryFigures")
        self.figures.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told = plain_label("")
        self.told.setObjectName("summaryTold")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(heading(self.tr("What was done in all files"), 1.2))
        column.addWidget(self.figures, 1)
        column.addWidget(self.told)
        column.addWidget(self._buttons())
        self.across.done.connect(self._on_reported)
        self.across.ended.connect(self._on_all_reported)
        owner.changed.connect(self.refresh)
        resize_on_screen(self, 520, 340)
        self.refresh()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.report = box.addButton(self.tr("Save &Report…"), _ROLE.ActionRole)
        self.report.setObjectName("summaryReport")
        self.save = box.addButton(self.tr("Save &All"), _ROLE.ActionRole)
        self.save.setObjectName("summarySaveAll")
        close = box.addButton(self.tr("&Close"), _ROLE.RejectRole)
        close.setObjectName("summaryClose")
        self.report.setDefault(True)
        self.report.clicked.connect(self._ask_report)
        self.save.clicked.connect(self._on_save)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def refresh(self) -> None:
        """Show the sums as they are now."""
        self._owner.follow()
        totals = self._owner.queue.totals
        lines = [
            self.tr("%Ln files", "", totals.files),
            self.tr("%Ln finished", "", totals.finished),
            self.tr("%Ln decisions", "", totals.done),
            self.tr("%Ln marks open", "", totals.suspects),
            self.tr("%Ln pairs learnt since this window was opened", "", self._owner.learnt),
            self.tr("%Ln corrected texts not saved", "", totals.unsaved),
        ]
        if totals.errors:
            lines.append(self.tr("%Ln cannot be read", "", totals.errors))
        self.figures.setText("\n".join(lines))
        self.save.setEnabled(bool(totals.unsaved))

    @Slot()
    def _on_save(self) -> None:
        self._save_all()

    # ---- the report ---------------------------------------------------------------------

    @Slot()
    def _ask_report(self) -> None:
        rows = list(self._owner.queue)
        folder = rows[0].path.parent if rows else Path.home()
        filters = f"{self.tr('Web page (*.html)')};;{self.tr('Table (*.csv)')}"
        self._feedback.prompts.over(self).ask_save_path(
            self.tr("Save report"), folder / "report.html", self.save_report, filters
        )

    def save_report(self, path: Path) -> None:
        """Write a page or, by the suffix, a table; every file is read again for it."""
        self._path, self._reports = path, []
        self.report.setEnabled(False)
        self.across.start([row.key for row in self._owner.queue], self._reporting)

    @property
    def _is_table(self) -> bool:
        return self._path.suffix.lower() == ".csv"

    def _wording(self) -> Wording:
        return report_wording(table=self._is_table)

    def _reporting(self, key: QueueKey) -> Callable[[], FileReport]:
        row, session = self._owner.queue[key], self._services.session
        words = FileWords(state_in_words(row), spun_in_words(row), self._wording())
        self.told.setText(self.tr("%Ln files are still being read", "", self.across.left))
        if key == self._owner.current:
            document, suspects = session.document, session.opinions.all
            return lambda: report_of_document(row, words, document, suspects)
        known, kept = session.knowledge_elsewhere, self._owner.kept.get(key)
        decisions, across = self._services.paths.decisions, self.across
        if known is None or row.error:
            return lambda: FileReport(row.name, words.state, error=row.error)
        return lambda: report_on(row, words, kept, decisions, known, lambda: across.is_busy)

    @Slot(object, object)
    def _on_reported(self, _key: QueueKey, report: FileReport) -> None:
        self._reports.append(report)

    @Slot()
    def _on_all_reported(self) -> None:
        path, reports = self._path, list(self._reports)
        date = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        title = next((row.path.parent.name for row in self._owner.queue), "") or self.tr("Files")

        words, sources = self._wording(), [row.path for row in self._owner.queue]

        def write() -> None:
            if self._is_table:
                write_all_csv(path, reports, sources)
            else:
                write_all_html(path, title, date, reports, sources, words)

        self.report.setEnabled(True)
        self.report.setFocus()  # it lost the focus while it was disabled
        try:
            self._services.tasks.wait(write)
        except StoreError as error:
            self.told.setText(str(error))
            return
        self.told.setText(self.tr("Saved as {0}").format(path.name))

    def done(self, result: int) -> None:
        """Stop reading (called by Qt)."""
        self.across.close()
        super().done(result)
