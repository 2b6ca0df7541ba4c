"""Every question that interrupts the user, in one place, so that tests can answer for the user.

Nothing here blocks: each question opens a dialog and calls back when it is answered; a question
that the user dismisses never calls back.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from unspin_gui.ui.base.unsaved import CloseAnswer, Unsaved

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QMessageBox

LossAnswer = Literal["utf-8", "replace"]


class _Answer(NamedTuple):
    """The words on a button, what it does, and whether that destroys something."""

    verb: str
    act: Callable[[], object]
    destroys: bool = False


def _follow(dialog: "QFileDialog", chosen: str) -> None:
    """Give the name in a dialog the suffix of the file type that was chosen."""
    ending = re.search(r"\*(\.\w+)\)", chosen)
    names = dialog.selectedFiles()
    if ending and names and Path(names[0]).suffix != ending[1]:
        dialog.selectFile(str(Path(names[0]).with_suffix(ending[1])))


class Prompts(QObject):
    """The questions, asked in dialogs over one window."""

    def __init__(self, window: QWidget | None) -> None:
        super().__init__(window)
        self._window = window

    def over(self, widget: QWidget) -> "Prompts":
        """The questions of a dialog, asked over it, to which the keyboard then returns."""
        return Prompts(widget)

    # ---- files --------------------------------------------------------------------------

    def ask_open_paths(
        self, folder: Path, done: Callable[[tuple[Path, ...]], object], filters: str = ""
    ) -> None:
        """Ask which files to open."""
        dialog = self._file_dialog(self.tr("Open"), folder, filters)
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        dialog.setOption(dialog.Option.HideNameFilterDetails)  # there may be many suffixes
        dialog.filesSelected.connect(lambda names: done(tuple(Path(name) for name in names)))
        dialog.open()

    def ask_open_path(
        self, title: str, folder: Path, done: Callable[[Path], object], filters: str = ""
    ) -> None:
        """Ask for one existing file."""
        dialog = self._file_dialog(title, folder, filters)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        dialog.open()

    def ask_folder(self, title: str, folder: Path, done: Callable[[Path], object]) -> None:
        """Ask for an existing folder."""
        dialog = self._file_dialog(title, folder, "")
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        dialog.open()

    def ask_save_path(
        self, title: str, suggestion: Path, done: Callable[[Path], object], filters: str = ""
    ) -> None:
        """Ask where to write; the dialog itself asks before a file is overwritten."""
        suggestion = suggestion.absolute()  # to the dialog a relative path begins at its folder
        dialog = self._file_dialog(title, suggestion.parent, filters)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setFileMode(dialog.FileMode.AnyFile)
        dialog.selectFile(str(suggestion))
        dialog.filterSelected.connect(lambda chosen: _follow(dialog, chosen))
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str, folder: Path, filters: str) -> "QFileDialog":
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not needed to start

        dialog = QFileDialog(self._window, title, str(folder))
        dialog.setObjectName("fileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(filters.split(";;") if filters else [self.tr("All files (*)")])
        return dialog

    # ---- unsaved work -------------------------------------------------------------------

    def ask_unsaved(self, unsaved: Unsaved, done: Callable[[CloseAnswer], object]) -> None:
        """Ask once what to save of text and glossary before closing."""
        from unspin_gui.ui.base.close_dialog import CloseDialog  # noqa: PLC0415 - not to start

        dialog = CloseDialog(unsaved, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(done)
        dialog.open()

    def ask_overwrite(self, path: Path, done: Callable[[], object]) -> None:
        """Ask whether an existing file may be overwritten."""
        self.confirm(
            self.tr("“{0}” already exists.").format(path.name),
            self.tr("Overwriting replaces its contents. Folder: {0}").format(path.parent),
            self.tr("&Overwrite"),
            done,
        )

    def ask_over_source(
        self, path: Path, copy: Path, overwrite: Callable[[], object], beside: Callable[[], object]
    ) -> None:
        """Ask whether the text that was opened may be overwritten, after a copy of it is made."""
        self._ask(
            self.tr("“{0}” is the source itself.").format(path.name),
            self.tr(
                "Saving here replaces the text as you opened it. A copy of it is kept beside it "
                "as “{0}”."
            ).format(copy.name),
            (
                _Answer(self.tr("Save &Beside It"), beside),
                _Answer(self.tr("&Overwrite Source"), overwrite, destroys=True),
            ),
        )

    def ask_changed_on_disk(
        self, path: Path, overwrite: Callable[[], object], save_as: Callable[[], object]
    ) -> None:
        """Ask what to do if another program has written the file since it was opened or saved."""
        self._ask(
            self.tr("“{0}” was changed by another program.").format(path.name),
            self.tr("Saving here would overwrite that change. Folder: {0}").format(path.parent),
            (
                _Answer(self.tr("Save &As…"), save_as),
                _Answer(self.tr("&Overwrite"), overwrite, destroys=True),
            ),
        )

    def ask_encoding_loss(
        self, encoding: str, characters: str, done: Callable[[LossAnswer], object]
    ) -> None:
        """Ask what to do with characters that the source's encoding lacks."""
        shown = " ".join(dict.fromkeys(characters[:400]))[:60]
        self._ask(
            self.tr("{0} cannot represent every character of this text.").format(encoding),
            self.tr("It lacks: {0}").format(shown),
            (
                _Answer(self.tr("Save as &UTF-8"), lambda: done("utf-8")),
                _Answer(self.tr("&Replace with “?”"), lambda: done("replace"), destroys=True),
            ),
        )

    # ---- in general ---------------------------------------------------------------------

    def confirm(self, text: str, detail: str, verb: str, done: Callable[[], object]) -> None:
        """Ask before something irreversible; `verb` names the button."""
        self._ask(text, detail, (_Answer(verb, done),))

    def _ask(self, text: str, detail: str, answers: Sequence[_Answer]) -> None:
        box = self._box(text, detail)
        roles = box.ButtonRole
        for answer in answers:
            role = roles.DestructiveRole if answer.destroys else roles.AcceptRole
            made = box.addButton(answer.verb, role)
            made.clicked.connect(lambda _checked, act=answer.act: act())
        stay = box.addButton(self.tr("&Cancel"), roles.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.open()

    def _box(self, text: str, detail: str) -> "QMessageBox":
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not needed to start

        box = QMessageBox(self._window)
        box.setObjectName("promptBox")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setOption(QMessageBox.Option.DontUseNativeDialog)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(text)
        box.setInformativeText(detail)
        for label in box.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return box
