"""Text from the clipboard or from a drag."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from unspin_gui.core.text.patterns import pattern

_UNFIT = pattern("[\0\ud800-\udfff]")


def put(text: str) -> None:
    """Make `text` the content of the clipboard."""
    QApplication.clipboard().setText(text)


def plain_text(data: QMimeData | None = None) -> str:
    """The text of `data`, or of the clipboard.

    NUL, with which some programs end what they copy, and halves of surrogate pairs are left out: no
    file that held them could be read again.
    """
    text = QApplication.clipboard().text() if data is None else data.text()
    return _UNFIT.sub("", text)
