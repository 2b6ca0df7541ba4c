"""About the program: version, licences, privacy, and details for a bug report."""

import sys

import PySide6
from PySide6.QtCore import Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from unspin_gui import __version__, paths
from unspin_gui.ui.widgets.labels import button, heading, plain_label, resize_on_screen

_PACKAGES = ("rapidfuzz", "numpy", "PyYAML", "pypdfium2", "striprtf")


def system_info() -> str:
    """Versions of the program and its dependencies; nothing about the user."""
    import platform  # noqa: PLC0415 - not needed to start

    lines = [
        f"unspin_gui {__version__}",
        f"Python {platform.python_version()} ({sys.platform}, {platform.machine()})",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
        f"System: {platform.platform()}",
        f"Display: {QGuiApplication.platformName()}",
    ]
    return "\n".join([*lines, *(f"{name} {_version(name)}" for name in _PACKAGES)])


def _version(package: str) -> str:
    from importlib import metadata  # noqa: PLC0415 - slow to import, not needed to start

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def licences() -> str:
    """Licence and notices as shipped with the program; empty if they are missing."""
    folder = paths.resources().parent
    found = [folder / name for name in ("LICENSE", "NOTICE")]
    texts = [path.read_text(encoding="utf-8") for path in found if path.is_file()]
    return "\n\n".join(texts) or _installed_licences()


def _installed_licences() -> str:
    from importlib import metadata  # noqa: PLC0415 - slow to import, not needed to start

    try:
        files = metadata.files("unspin-gui") or []
    except metadata.PackageNotFoundError:
        return ""
    wanted = [file for file in files if file.name in {"LICENSE", "NOTICE"}]
    return "\n\n".join(file.read_text(encoding="utf-8") for file in wanted)


class AboutDialog(QDialog):
    """Not modal; everything in it can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About unspin_gui"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(heading("unspin_gui", 1.8))
        column.addWidget(plain_label(self.tr("Version {0}").format(__version__), selectable=True))
        column.addWidget(
            plain_label(
                self.tr(
                    "No telemetry and no network: this program opens no connection. Texts, "
                    "decisions and glossaries stay in your own files.\n\n"
                    "A mark is a reason to look, never a proof that a text was copied."
                )
            )
        )
        column.addWidget(self._box(system_info(), self.tr("System"), 7))
        column.addWidget(plain_label(self.tr("Licences")))
        column.addWidget(self._box(licences(), self.tr("Licences"), 4), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("&Copy System Info"), self.copy))
        row.addWidget(button(self.tr("Close"), self.close))
        column.addLayout(row)
        resize_on_screen(self, 560, 600)

    def _box(self, text: str, name: str, lines: int) -> QPlainTextEdit:
        box = QPlainTextEdit(text)
        box.setReadOnly(True)
        box.setAccessibleName(name)
        box.setTabChangesFocus(True)
        box.setMinimumHeight(lines * box.fontMetrics().lineSpacing() + 14)
        return box

    @Slot()
    def copy(self) -> None:
        """Copy versions and system to the clipboard."""
        QGuiApplication.clipboard().setText(system_info())
