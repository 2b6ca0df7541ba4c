"""Shows what another program changed in the source: the differing lines, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from unspin_gui.core.text.line_diff import line_diff
from unspin_gui.ui.panes.positions import shown
from unspin_gui.ui.widgets.labels import heading, mixed, plain_label, resize_on_screen

_MOST = 400_000
"""The most code points of differences that are shown."""


class CompareDialog(QDialog):
    """Lines found only in the text under review (-) and only on disk (+).

    Signals:
        reload_wanted(): use the text on disk.
        keep_wanted(): continue with the text under review.
        postponed(): the user has not decided.
    """

    reload_wanted = Signal()
    keep_wanted = Signal()
    postponed = Signal()

    def __init__(self, name: str, mine: str, theirs: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.setWindowTitle(self.tr("Compare"))
        self.view = QPlainTextEdit(_as_text(mine, theirs) or self.tr("The texts are the same."))
        self.view.setObjectName("differences")
        self.view.setReadOnly(True)
        self.view.setAccessibleName(self.tr("Differing lines"))
        self.view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._colours = _Colours(self.view.document(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("What changed in “{0}”").format(name), 1.2))
        column.addWidget(
            plain_label(self.tr("- only in the text you review,  + only in the file on disk"))
        )
        column.addWidget(self.view, 1)
        column.addWidget(self._buttons())
        resize_on_screen(self, 820, 560)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        reload = box.addButton(self.tr("&Reload"), role.AcceptRole)
        keep = box.addButton(self.tr("&Keep Mine"), role.AcceptRole)
        later = box.addButton(self.tr("&Close"), role.RejectRole)
        for made, name in ((reload, "reload"), (keep, "keep"), (later, "later")):
            made.setObjectName(f"{name}Button")
        reload.clicked.connect(self.accept)
        reload.clicked.connect(self.reload_wanted)
        keep.clicked.connect(self.accept)
        keep.clicked.connect(self.keep_wanted)
        later.clicked.connect(self.reject)
        self.rejected.connect(self.postponed)
        return box


def _as_text(mine: str, theirs: str) -> str:
    places = line_diff(mine, theirs)
    text = "\n\n".join("\n".join(f"{line.side} {line.text}" for line in place) for place in places)
    return shown(text[:_MOST])


class _Colours(QSyntaxHighlighter):
    """Tints the lines by their sign, which distinguishes them without colour too."""

    def __init__(self, document: QTextDocument, dialog: CompareDialog) -> None:
        super().__init__(document)
        self._dialog = dialog

    def highlightBlock(self, text: str) -> None:
        """Tint one line (called by Qt)."""
        hue = {"-": "#d03030", "+": "#2e9a5b"}.get(text[:1])
        if hue is not None:
            tint = QTextCharFormat()
            base = self._dialog.palette().base().color()
            tint.setBackground(mixed(base, QColor(hue), 0.22))
            self.setFormat(0, len(text), tint)
