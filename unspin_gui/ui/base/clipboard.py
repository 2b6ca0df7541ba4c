"""Text from the clipboard or from a drag."""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

_UNFIT = re.compile("[\0\ud800-\udfff]")


def plain_text(data: QMimeData | None = None) -> str:
    """The text of `data`, or of the clipboard.

    NUL, with which some programs end what they copy, and halves of surrogate pairs are left out: no
    file that held them could be read again.
    """
    text = QApplication.clipboard().text() if data is None else data.text()
    return _UNFIT.sub("", text)
