"""The one form for a glossary pair, wherever it is opened from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import fold
from unspin_gui.ui.widgets.labels import plain_label

_FIXES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """A pair as filled in, and the name of its glossary."""

    entry: Entry
    target: str


class PairForm(QWidget):
    """The spun phrase, fixes, conditions and notes of one entry.

    Signals: changed(): something was typed or ticked.
    """

    changed = Signal()

    def __init__(self, targets: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = Entry("")
        self._known = Glossary("")
        self.spun = self._line("pairSpun", self.tr("7 days"))
        self.fixes = self._fixes_field()
        self.keep = QCheckBox(self.tr("This phrase is &fine: never flag it"))
        self.prefer = QCheckBox(self.tr("An o&rdinary word: only prefer its fixes"))
        self.exact = QCheckBox(self.tr("Only in exactly this &letter case"))
        self.note = self._line("pairNote", self.tr("Why, or where it was seen"))
        self.tags = self._line("pairTags", self.tr("news, sport"))
        self.only_with = self._line("pairOnlyWith", self.tr("phrase; another phrase"))
        self.unless = self._line("pairUnless", self.tr("phrase; another phrase"))
        self.target = QComboBox()
        self.target.setObjectName("pairTarget")
        self.target.addItems(list(targets))
        self.hint = plain_label("", selectable=True)
        self.hint.setObjectName("pairHint")
        self.hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self.fixes.textChanged.connect(self._on_changed)
        self.keep.toggled.connect(self._on_keep)
        for tick in (self.keep, self.prefer, self.exact):
            tick.toggled.connect(self._on_changed)
        self.keep.setObjectName("pairKeep")
        self.prefer.setObjectName("pairPrefer")
        self.exact.setObjectName("pairExact")

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setPlaceholderText(example)
        line.textChanged.connect(self._on_changed)
        return line

    def _fixes_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName("pairFixes")
        field.setTabChangesFocus(True)
        field.setPlaceholderText(self.tr("week\nseven days"))
        field.setFixedHeight(field.fontMetrics().lineSpacing() * (_FIXES_SHOWN + 1) + 12)
        return field

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self._named(self.tr("&Spun phrase"), self.spun), self.spun)
        form.addRow(self._named(self.tr("Fi&xes, best first"), self.fixes), self.fixes)
        form.addRow("", self.keep)
        form.addRow("", self.prefer)
        form.addRow("", self.exact)
        form.addRow(self._named(self.tr("&Only with"), self.only_with), self.only_with)
        form.addRow(self._named(self.tr("&Unless"), self.unless), self.unless)
        form.addRow(self._named(self.tr("&Note"), self.note), self.note)
        form.addRow(self._named(self.tr("&Tags"), self.tags), self.tags)
        form.addRow(self._named(self.tr("&Glossary"), self.target), self.target)
        form.addRow("", self.hint)
        self.only_with.setToolTip(self.tr("Flagged only in texts that have one of these phrases"))
        message = self.tr(
            "Its fixes come first where the text reads oddly anyway; otherwise it is "
            "flagged only in texts with a phrase under “Only with”"
        )
        self.prefer.setToolTip(message)
        self.prefer.setAccessibleDescription(message)
        self.unless.setToolTip(self.tr("Not flagged in texts that have one of these phrases"))
        form.setRowVisible(self.target, self.target.count() > 1)

    def _named(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        return label

    # ---- what is in it --------------------------------------------------------------------

    def set_entry(self, entry: Entry, known: Glossary | None = None) -> None:
        """Fill the form; duplicates are looked for in the glossary `known`."""
        self._entry = entry
        self._known = known or self._known
        self.spun.setText(entry.phrase)
        self.fixes.setPlainText("\n".join(entry.fixes))
        self.keep.setChecked(entry.keep)
        self.prefer.setChecked(entry.prefer)
        self.exact.setChecked(entry.case == "exact")
        self.note.setText(entry.note)
        self.tags.setText(_shown(entry.tags, ","))
        self.only_with.setText(_shown(entry.only_with, ";"))
        self.unless.setText(_shown(entry.unless, ";"))
        self._on_changed()

    def entry(self) -> Entry:
        """The entry as filled in; fields not shown stay as they were."""
        keep, old = self.keep.isChecked(), self._entry
        phrase, note = self.spun.text(), self.note.text()
        return old._replace(
            phrase=old.phrase if phrase == old.phrase else " ".join(phrase.split()),
            fixes=() if keep else _parts(self.fixes.toPlainText(), "\n"),
            note=old.note if note == old.note else note.strip(),
            tags=_listed(self.tags, ",", old.tags),
            case="exact" if self.exact.isChecked() else "smart",
            only_with=_listed(self.only_with, ";", old.only_with),
            unless=_listed(self.unless, ";", old.unless),
            keep=keep,
            prefer=self.prefer.isChecked(),
        )

    def problem(self) -> str:
        """Why the entry is invalid; empty if it is valid."""
        entry = self.entry()
        if not fold(entry.phrase):
            return self.tr("The spun phrase needs at least one word.")
        if not entry.fixes and not entry.keep:
            return self.tr("Enter at least one fix, or tick that the phrase is fine.")
        if entry.phrase in entry.fixes:
            return self.tr("“{0}” is its own fix.").format(entry.phrase)
        return ""

    def warning(self) -> str:
        """What the user should know before saving it; empty if nothing."""
        entry = self.entry()
        same = [e for e in self._known.entries_of(entry.phrase) if e != self._entry]
        if same:
            fixes = ", ".join(same[0].fixes) or self.tr("never flagged")
            return self.tr("Already in the glossary: {0}").format(fixes)
        own = f" {fold(entry.phrase)} "
        again = [fix for fix in entry.fixes if own in f" {fold(fix)} "]
        if again:
            return self.tr("“{0}” would be flagged again.").format(again[0])
        return ""

    @Slot(bool)
    def _on_keep(self, on: bool) -> None:  # noqa: FBT001 - Qt's signature
        """Untick and disable `prefer` for a phrase that is never flagged."""
        if on:
            self.prefer.setChecked(False)
        self.prefer.setEnabled(not on)

    @Slot()
    def _on_changed(self) -> None:
        self.fixes.setEnabled(not self.keep.isChecked())
        empty = not self.spun.text() and not self.fixes.toPlainText()
        self.hint.setText("" if empty else self.problem() or self.warning())
        self.changed.emit()


class PairDialog(QDialog):
    """The form with two buttons.

    Signals: answered(PairAnswer): the pair should be saved.
    """

    answered = Signal(object)

    def __init__(
        self, title: str, form: PairForm, parent: QWidget | None = None, *, verb: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pairDialog")
        self.setWindowTitle(title)
        self.form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addWidget(form)
        column.addWidget(self._buttons(verb or self.tr("Save")))
        self.setMinimumWidth(480)
        form.changed.connect(self._on_changed)
        self._on_changed()
        (form.fixes if form.spun.text() else form.spun).setFocus()

    def _buttons(self, verb: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self._take = QPushButton(verb)
        self._take.setObjectName("pairSave")
        self._take.setDefault(True)
        self._take.setToolTip(self.tr("Ctrl+Return"))
        self._take.setShortcut(Qt.Modifier.CTRL | Qt.Key.Key_Return)
        self._take.clicked.connect(self._on_take)
        box.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _on_changed(self) -> None:
        self._take.setEnabled(not self.form.problem())

    @Slot()
    def _on_take(self) -> None:
        self.accept()
        self.answered.emit(PairAnswer(self.form.entry(), self.form.target.currentText()))


def _parts(text: str, separator: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in text.split(separator))
    return tuple(dict.fromkeys(part for part in parts if part))


def _shown(parts: tuple[str, ...], separator: str) -> str:
    return f"{separator} ".join(parts)


def _listed(field: QLineEdit, separator: str, old: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a field; if it is unchanged, its old parts, whatever they contain."""
    same = field.text() == _shown(old, separator)
    return old if same else _parts(field.text(), separator)
