"""Imports pairs from another program's file, for review before any is added."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.import_plan import (
    Choice,
    ImportPlan,
    changes_of,
    count_of,
    read_plan,
    turned_columns,
)
from unspin_gui.core.errors import UnspinError
from unspin_gui.store.exchange import FORMATS
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.base.wording import error_in_words, in_words
from unspin_gui.ui.glossary.editor.entry_acts import GlossaryOwner, own_glossary
from unspin_gui.ui.glossary.exchange.import_columns import ColumnTable
from unspin_gui.ui.glossary.exchange.import_direction import DirectionRow
from unspin_gui.ui.glossary.exchange.import_summary import summary_of
from unspin_gui.ui.glossary.exchange.import_tables import (
    Clashes,
    first_pairs,
    new_table,
    skipped_table,
)
from unspin_gui.ui.widgets.labels import button, plain_label, quiet, resize_on_screen
from unspin_gui.ui.widgets.message_bar import MessageBar

_LOW = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class ImportDialog(QDialog):
    """Not modal. The file is shown at once; nothing changes before Import is pressed.

    Signals:
        imported(int): the number of entries in the user's glossary that are new or changed.
    """

    imported = Signal(int)

    def __init__(
        self, owner: GlossaryOwner, tasks: Tasks, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import pairs"))
        self._owner, self._tasks, self._prompts = owner, tasks, prompts.over(self)
        self.plan: ImportPlan | None = None
        self._asked: object = None
        self._columns: dict[str, int] | None = None
        self._is_turned = False
        self._path: Path | None = None
        self._build()
        self._connect()
        self._show_plan(None)
        resize_on_screen(self, 900, 740)

    # ---- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self.messages = MessageBar()
        self.messages.setSizePolicy(_LOW)
        self.preview, self.first = ColumnTable(), first_pairs()
        self.fresh = new_table()
        self.clashes = Clashes()
        self.skipped = skipped_table()
        self.tabs = QTabWidget()
        for page in (self.fresh, self.clashes, self.skipped):
            self.tabs.addTab(page, "")
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        for part in (self.preview, self.first, self.tabs):
            self.split.addWidget(part)
            self.split.setStretchFactor(self.split.count() - 1, 1)
        self.summary = plain_label("")
        self.summary.setObjectName("importSummary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.messages)
        column.addLayout(self._file_rows())
        column.addWidget(self.split, 1)
        column.addWidget(self.summary)
        column.addWidget(self._foot())
        self.take.setDefault(True)

    def _file_rows(self) -> QGridLayout:
        self.file = plain_label("", selectable=True)
        self.file.setObjectName("importFile")
        self.choose = button(self.tr("&Choose File…"), self.ask_file)
        self.choose.setObjectName("importChoose")
        self.format = QComboBox()
        self.format.setObjectName("importFormat")
        self.format.setAccessibleName(self.tr("Format"))
        for one in FORMATS.values():
            self.format.addItem(in_words(one.label), one.name)
        self.about = quiet("")
        self.direction = DirectionRow()
        label = QLabel(self.tr("&Format"))
        label.setBuddy(self.format)
        form = QHBoxLayout()
        form.setSpacing(12)
        form.addWidget(self.format)
        form.addWidget(self.about, 1)
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.addWidget(QLabel(self.tr("File")), 0, 0)
        rows.addWidget(self.file, 0, 1)
        rows.addWidget(self.choose, 0, 2)
        rows.addWidget(label, 1, 0)
        rows.addLayout(form, 1, 1, 1, 2)
        rows.addWidget(QLabel(self.tr("Direction")), 2, 0)
        rows.addWidget(self.direction, 2, 1, 1, 2)
        rows.setColumnStretch(1, 1)
        return rows

    def _foot(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take: QPushButton = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("importTake")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.format.activated.connect(self._on_format)
        self.direction.swapped.connect(self._on_swapped)
        self.preview.columns_changed.connect(self._on_columns)
        self.clashes.changed.connect(self._tell)
        self.fresh.rows.ticks_changed.connect(self._tell)

    # ---- reading ------------------------------------------------------------------------

    @Slot()
    def ask_file(self) -> None:
        """Let the user choose the file."""
        folder = self._path.parent if self._path else Path.home()
        endings = " ".join(sorted({f"*{one.suffix}" for one in FORMATS.values()}))
        filters = self.tr("Glossaries ({0} *.txt *.tab *.yml *.xml);;All files (*)").format(endings)
        self._prompts.ask_open_path(self.tr("Import pairs"), folder, self.load, filters)

    def begin(self) -> None:
        """Forget the previous file."""
        self._path, self._columns, self._asked, self._is_turned = None, None, None, False
        self.messages.clear()
        self._show_plan(None)

    def load(self, path: Path) -> None:
        """Read a file, guessing its format and columns."""
        self._path, self._columns, self._is_turned = path, None, False
        self._read(None)

    @Slot(int)
    def _on_format(self, _index: int) -> None:
        self._columns, self._is_turned = None, False
        self._read(self.format.currentData())

    @Slot(object)
    def _on_columns(self, columns: dict[str, int]) -> None:
        self._columns = columns
        self._read(self.format.currentData())

    @Slot()
    def _on_swapped(self) -> None:
        """Reread the file with phrases and fixes exchanged."""
        if self.plan is None:
            return
        if self.plan.preview is None:
            self._is_turned = not self._is_turned
        else:
            now = self.plan.preview.columns if self._columns is None else self._columns
            self._columns = turned_columns(now)
        self._read(self.format.currentData())

    def _read(self, form: str | None) -> None:
        path, columns, is_turned = self._path, self._columns, self._is_turned
        if path is None:
            return
        mine, vocabulary = own_glossary(self._owner), self._owner.vocabulary()
        asked = self._asked = object()
        self.summary.setText(self.tr("Reading {0}…").format(path.name))
        self.take.setEnabled(False)

        def done(plan: ImportPlan) -> None:
            if asked is self._asked:
                self.messages.dismiss("read")
                self._show_plan(plan)
                if self.choose.hasFocus():
                    self.take.setFocus()  # which comes next

        def failed(error: UnspinError) -> None:
            if asked is self._asked:
                self._show_plan(None)
                self.messages.error(error_in_words(error), key="read")

        def read() -> ImportPlan:
            return read_plan(path, mine, form, columns, is_turned=is_turned, vocabulary=vocabulary)

        self._tasks.start(read, done, failed)

    # ---- showing ------------------------------------------------------------------------

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self.plan = plan
        self.file.setText(str(self._path) if self._path else self.tr("No file is chosen yet."))
        seen = plan.preview if plan else None
        first = plan.first if plan else ()
        self.preview.setVisible(seen is not None)
        self.first.setVisible(seen is None and bool(first))
        self.first.show_pairs(first)
        self.direction.show_plan(plan)
        if plan is not None:
            self.format.setCurrentIndex(self.format.findData(plan.format))
        if seen is not None:
            columns = seen.columns if self._columns is None else self._columns
            self.preview.show_preview(seen, columns)
        self.about.setText(self._about(plan))
        self.format.setEnabled(self._path is not None)
        self.fresh.show_plan(plan)
        self.clashes.show_clashes(plan.clashes if plan else ())
        self.skipped.show_skipped(plan.skipped if plan else ())
        counts = [len(part) for part in (plan.new, plan.clashes, plan.skipped)] if plan else [0] * 3
        titles = (self.tr("&New ({0})"), self.tr("C&lashes ({0})"), self.tr("&Skipped ({0})"))
        for n, (title, count) in enumerate(zip(titles, counts, strict=True)):
            self.tabs.setTabText(n, title.format(number(count)))
        reasons = (
            self.tr("No pair is new."),
            self.tr("None of the phrases is in your glossary with other fixes."),
            self.tr("No line was skipped."),
        )
        for table, why in zip((self.fresh, self.clashes.table, self.skipped), reasons, strict=True):
            table.say_when_empty(why if plan else "")
        self._tell()

    def _about(self, plan: ImportPlan | None) -> str:
        if plan is None or plan.preview is None:
            return ""
        seen = plan.preview
        first = self.tr("the first line names the columns")
        if not seen.header:
            first = self.tr("no line names the columns")
        separators = {
            ",": self.tr("commas"),
            ";": self.tr("semicolons"),
            "\t": self.tr("tabs"),
            "|": self.tr("vertical bars"),
        }
        by = separators.get(seen.separator, seen.separator)
        return self.tr("{0}, separated by {1}, {2}").format(seen.encoding.upper(), by, first)

    @Slot()
    def _tell(self) -> None:
        """Say what Import would do."""
        plan = self.plan
        count = count_of(plan._replace(new=self.fresh.chosen_entries), self.choices) if plan else 0
        text = self.tr("&Import %Ln pairs", "", count) if count else self.tr("&Import")
        self.take.setText(text)
        self.take.setEnabled(bool(count))
        if plan is None:
            self.summary.setText(self.tr("Choose a file; nothing changes until you import."))
            return
        self.summary.setText(summary_of(plan, len(self.fresh.chosen_entries)))

    # ---- taking -------------------------------------------------------------------------

    @property
    def choices(self) -> list[Choice]:
        """What to do with each conflict."""
        return self.clashes.choices

    def accept(self) -> None:
        """Apply the choices as one undo step, and close (called by the button)."""
        plan = self.plan
        wanted = plan._replace(new=self.fresh.chosen_entries) if plan else None
        changes = changes_of(wanted, self.choices) if wanted else ()
        if plan is None or not changes:
            return
        label = self.tr("import %Ln pairs from {0}", "", len(changes)).format(plan.path.name)
        self._owner.edit_glossary(changes, label)
        self.imported.emit(len(changes))
        super().accept()
