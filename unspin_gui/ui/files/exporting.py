"""Other forms in which a review can be written: reports, tracked changes, a review file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from unspin_gui.core.errors import StoreError
from unspin_gui.paths import resources
from unspin_gui.store import formats
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.wording import error_in_words, in_words
from unspin_gui.ui.files.places import refuse_place
from unspin_gui.ui.session.services import Services

if TYPE_CHECKING:
    from unspin_gui.store.report import ReportData


class Exporting(QObject):
    """Asks where to write, writes off the GUI thread, and reports the outcome."""

    def __init__(self, services: Services, feedback: Feedback) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._work = services.workspace
        self._session = services.session

    def table(self) -> dict[str, Callable[[], object]]:
        """The actions by name."""
        return {
            "actionSaveReport": lambda: self._ask_report("html"),
            "actionExportEvidence": self._ask_evidence,
            "actionSaveDiff": lambda: self._ask_report("diff"),
            "actionSaveTracked": self._ask_tracked,
            "actionSaveReview": self._ask_review,
        }

    # ---- reports ------------------------------------------------------------------------

    def _ask_report(self, ending: str) -> None:
        kinds = self.tr("Web page (*.html);;Table (*.csv);;Markdown (*.md);;Differences (*.diff)")
        self._ask(self.tr("Save report"), f"report.{ending}", self.save_report, kinds)

    def save_report(self, path: Path) -> bool:
        """Write a report in the format of the file's suffix, or else as a page."""
        source, table = self._work.opened_from, path.suffix.lower() == ".csv"
        return self._write(path, lambda data: _write_report(path, data, source), table=table)

    def _ask_evidence(self) -> None:
        kinds = self.tr("Table (*.csv);;Word (*.docx)")
        self._ask(self.tr("Export evidence"), "evidence.csv", self.save_evidence, kinds)

    def save_evidence(self, path: Path) -> bool:
        """Write a table of the marked places: for Word if its suffix says so, or else as CSV."""
        from unspin_gui.store import report  # noqa: PLC0415 - when it is wanted

        source, table = self._work.opened_from, path.suffix.lower() != ".docx"
        return self._write(
            path, lambda data: report.write_evidence(path, data, source=source), table=table
        )

    def _write(self, path: Path, write: "Callable[[ReportData], object]", *, table: bool) -> bool:
        from unspin_gui.store.report import report_of  # noqa: PLC0415 - when it is wanted
        from unspin_gui.ui.session.wording_of_reports import report_wording  # noqa: PLC0415

        session, title = self._session, self._work.title
        document, suspects = session.document, session.opinions.all
        names = tuple(g.name for g in session.knowledge.glossaries) if session.knowledge else ()
        date = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        words = report_wording(table=table)

        def work() -> None:
            data = report_of(
                document, suspects, name=title, date=date, glossaries=names, wording=words
            )
            write(data)

        return self._do(path, work)

    # ---- documents ----------------------------------------------------------------------

    def _ask_tracked(self) -> None:
        file = self._work.file
        if file is None or not formats.can_track(file.kind):
            self._feedback.messages.info(
                self.tr("Changes can be tracked in Word and OpenDocument files only."),
                key="tracked",
            )
            return
        self._ask(
            self.tr("Save with tracked changes"),
            f"tracked{_tracked_suffix(file)}",
            self.save_tracked,
        )

    def save_tracked(self, path: Path) -> bool:
        """Write the document with each fix as a tracked change with its reason."""
        from unspin_gui.application.outputs import edits_of  # noqa: PLC0415 - when it is wanted
        from unspin_gui.ui.session.wording_of_reports import report_wording  # noqa: PLC0415

        file = self._work.file
        if file is None:
            return False
        session, words = self._session, report_wording()
        edits = edits_of(session.document, session.opinions.all, words.tell)
        source = self._work.opened_from

        notices = list[str]()

        def write() -> None:
            formats.refuse_untracked(path, file)
            made = formats.write(path, file, edits, source=source, tracked=True, comments=True)
            notices.extend(one for one in made.notices if one.startswith(formats.NOT_TRACKED))

        done = self._do(path, write)
        if notices:
            self._feedback.messages.info(" ".join(map(in_words, notices)), key="tracked")
        return done

    # ---- the review itself --------------------------------------------------------------

    def _ask_review(self) -> None:
        self._ask(self.tr("Save review"), "unspin", self.save_review, self.tr("Review (*.unspin)"))

    def save_review(self, path: Path) -> bool:
        """Write source, decisions and settings into one file to pass on."""
        from unspin_gui.application.outputs import work_of  # noqa: PLC0415 - when it is wanted
        from unspin_gui.store.review import work_file  # noqa: PLC0415 - when it is wanted

        file, title = self._work.file, self._work.title
        document, settings = self._session.document, self._services.preferences.settings
        if file is None:
            return False
        source = self._work.opened_from
        agreed = (
            path.suffix == work_file.SUFFIX
        )  # the file dialog has asked about the name as typed
        target = path if agreed else path.with_name(path.name + work_file.SUFFIX)

        def write() -> None:
            work = work_of(file, title, document, settings)
            work_file.save(target, work, overwrite=agreed, source=source)

        return self._do(target, write)

    # ---- in general ---------------------------------------------------------------------

    def _ask(
        self, title: str, ending: str, done: Callable[[Path], object], filters: str = ""
    ) -> None:
        source = self._work.path
        shipped = source is None or source.is_relative_to(resources())
        folder = Path.home() if shipped or source is None else source.parent
        name = f"{Path(self._work.title).stem or 'text'}.{ending}"
        self._feedback.prompts.ask_save_path(title, folder / name, done, filters)

    def _do(self, path: Path, work: Callable[[], object]) -> bool:
        try:
            self._refuse(path)
            self._services.tasks.wait(work)
        except StoreError as error:
            self._feedback.messages.error(error_in_words(error), key="export")
            return False
        self._feedback.messages.dismiss("export")
        self._feedback.tell(self.tr("Saved as {0}").format(path.name))
        return True

    def _refuse(self, path: Path) -> None:
        """Raise StoreError if writing there would destroy something needed."""
        refuse_place(path, self._services.library)
        if self._work.corrected.is_source(path):
            raise StoreError(path, self.tr("this is the source; choose another name"))


def _tracked_suffix(file: formats.Opened) -> str:
    is_copy = file.kind == "text" or formats.is_read_only(file.kind)
    return ".docx" if is_copy else file.path.suffix


def _write_report(path: Path, data: "ReportData", source: Path | None) -> None:
    from unspin_gui.store import report  # noqa: PLC0415 - when it is wanted

    writers = {".csv": report.write_csv, ".md": report.write_markdown, ".diff": report.write_diff}
    writers.get(path.suffix.lower(), report.write_html)(path, data, source=source)
