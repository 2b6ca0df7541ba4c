"""The dialog of glossary backups, which can restore one of them."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QDateTime, QLocale, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.restoring import Version
from unspin_gui.core.errors import UnspinError
from unspin_gui.store.glossary.backups import Backup
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.base.wording import error_in_words, in_words
from unspin_gui.ui.widgets.labels import plain_label, quiet, resize_on_screen
from unspin_gui.ui.widgets.message_bar import MessageBar
from unspin_gui.ui.widgets.row_selection import select_row
from unspin_gui.ui.widgets.rows_model import Figure, RowsModel, TableRow
from unspin_gui.ui.widgets.rows_table import RowsTable

_LOW = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class Keeper(Protocol):
    """Provides the backups."""

    @property
    def glossary_name(self) -> str:
        """The file that the backups are of."""

    def looking(self) -> Callable[[], tuple[Version, ...]]:
        """A function that reads the backups, newest first, to be called off the GUI thread."""

    def restore(self, backup: Backup) -> None:
        """Restore a backup; raises UnspinError."""


class BackupsDialog(QDialog):
    """Not modal.

    Signals: restored(Backup): this version is the current one again.
    """

    restored = Signal(object)

    def __init__(self, keeper: Keeper, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backupsDialog")
        self.setWindowTitle(self.tr("Backups of the glossary"))
        self._keeper, self._tasks = keeper, tasks
        self._asked: object = None
        self.messages = MessageBar()
        self.messages.setSizePolicy(_LOW)
        self.told = plain_label("")
        self.told.setObjectName("backupsTold")
        headers = (
            self.tr("Saved"),
            self.tr("Entries"),
            self.tr("Compared with the current glossary"),
        )
        self.model = RowsModel(headers, self)
        self.table = RowsTable(self.model, "backupsTable", self.tr("Earlier versions"))
        self.table.set_widths(("Wednesday, 30 September 2026 00:00:00", "100,000", ""), (2,))
        self._lay_out()
        self.table.chosen.connect(self._on_row)
        self.table.entered.connect(self.restore)
        resize_on_screen(self, 720, 460)

    def _lay_out(self) -> None:
        rule = self.tr(
            "The last 10 saves are kept, and the last save of each of 7 days and 4 "
            "weeks. Before an earlier version is restored, the current one is kept, and "
            "Undo brings it back."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.back: QPushButton = buttons.addButton(self.tr("&Restore This Version"), role)
        self.back.setObjectName("backupsRestore")
        buttons.accepted.connect(self.restore)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.messages)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(quiet(rule))
        column.addWidget(buttons)
        self.back.setDefault(True)

    @Slot()
    def reload(self) -> None:
        """Read the backups again, off the GUI thread."""
        self.told.setText(self.tr("Reading the versions…"))
        self.back.setEnabled(False)
        asked = self._asked = object()

        def done(versions: tuple[Version, ...]) -> None:
            if asked is self._asked:
                self._show(versions)

        self._tasks.start(self._keeper.looking(), done, self._on_failed)

    def _show(self, versions: tuple[Version, ...]) -> None:
        self.model.set_rows(self._row(version) for version in versions)
        name = self._keeper.glossary_name
        message = self.tr("Earlier versions of {0}, newest first.").format(name)
        none = self.tr("There is no earlier version of {0} yet; each save keeps one.").format(name)
        self.told.setText(message if versions else none)
        self.table.say_when_empty(
            self.tr("The first save of a learnt or edited pair keeps the first version.")
        )
        if versions:
            select_row(self.table, 0)
        self._on_row()

    def _row(self, version: Version) -> TableRow:
        moment = QDateTime.fromMSecsSinceEpoch(int(version.backup.when.timestamp() * 1000))
        when = QLocale().toString(moment, self.tr("dddd, d MMMM yyyy hh:mm:ss"))
        if version.problem:
            message = self.tr("cannot be read: {0}").format(in_words(version.problem))
            return TableRow([when, Figure("", -1), message], version)
        entries = Figure(number(version.entries), version.entries)
        return TableRow([when, entries, self._differs(version)], version)

    def _differs(self, version: Version) -> str:
        parts = []
        if version.missing:
            parts.append(self.tr("%Ln entries that it no longer has", "", version.missing))
        if version.more:
            parts.append(self.tr("lacks %Ln of the current entries", "", version.more))
        return ", ".join(parts) or self.tr("the same")

    @Slot()
    def _on_row(self) -> None:
        row = self.table.current
        version: Version | None = row.thing if row else None
        differs = version is not None and bool(version.missing or version.more)
        self.back.setEnabled(differs)

    @Slot()
    def restore(self) -> None:
        """Restore the selected backup."""
        row = self.table.current
        if row is None or not self.back.isEnabled():
            return
        backup: Backup = row.thing.backup
        try:
            self._keeper.restore(backup)
        except UnspinError as error:
            self._on_failed(error)
            return
        self.messages.clear()
        self.restored.emit(backup)
        self.reload()

    def _on_failed(self, error: UnspinError) -> None:
        self.messages.error(error_in_words(error), key="backups")
