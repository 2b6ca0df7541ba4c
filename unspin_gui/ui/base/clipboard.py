"""Text and files from the clipboard or from a drag."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from unspin_gui.core.text.patterns import pattern

_UNFIT = pattern("[\0\ud800-\udfff]")


def put(text: str) -> None:
    """Make `text` the content of the clipboard."""
    QApplication.clipboard().setText(text)


def files_of(data: QMimeData | None) -> tuple[Path, ...]:
    """Return the files that were copied or are dragged; None: a clipboard that was never used."""
    if data is None:
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def is_offered(data: QMimeData, source: QObject | None) -> bool:
    """Whether a drag brings files, or text from another program; a link alone is not text."""
    return bool(files_of(data)) or (source is None and data.hasText() and not data.hasUrls())


def take_copy(event: QDropEvent) -> bool:
    """Accept a drag if it may be copied; if it were moved, its source would delete the data."""
    copy = Qt.DropAction.CopyAction
    if event.possibleActions() & copy:
        event.setDropAction(copy)
        event.accept()
    return event.isAccepted()


def plain_text(data: QMimeData | None = None) -> str:
    """The text of `data`, or of the clipboard.

    NUL, with which some programs end what they copy, and unpaired surrogates are left out: a file
    that contained them could not be read again.
    """
    text = QApplication.clipboard().text() if data is None else data.text()
    return _UNFIT.sub("", text)
