"""The manual (F1): a bundled page that shows the current keys of the actions."""

import re
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from unspin_gui import paths
from unspin_gui.ui.actions.actions import Actions, first_key, keys_text
from unspin_gui.ui.base.languages import spoken
from unspin_gui.ui.widgets.labels import resize_on_screen

_KEY = re.compile(r"<kbd>(action\w+)</kbd>")


def manual_html(actions: Actions) -> str:
    """Return the page, with the current keys of the actions filled in.

    `<kbd>actionOpen</kbd>` stands for the first key of an action, or its menu text if it has none;
    the comment `<!-- keys -->` for the table of all keys.
    """
    page = _page().read_text(encoding="utf-8")
    page = _KEY.sub(lambda match: _key(actions, match[1]), page)
    return page.replace("<!-- keys -->", _table(actions))


def _page() -> Path:
    """The page in the language of the window, or in English if there is none."""
    folder = paths.resources() / "manual"
    page = folder / f"{spoken()}.html"
    return page if page.is_file() else folder / "en.html"


def _key(actions: Actions, name: str) -> str:
    action = actions[name]
    return f"<b>{escape(first_key(action) or actions.title(action))}</b>"


def _table(actions: Actions) -> str:
    parts = ["<table>"]
    for menu, some in actions.by_menu():
        parts.append(f"<tr><th colspan='2'>{escape(menu)}</th></tr>")
        parts += [
            f"<tr><td>{escape(keys_text(action))}</td><td>{escape(actions.title(action))}</td></tr>"
            for action in some
            if action.shortcuts()
        ]
    return "\n".join([*parts, "</table>"])


class ManualDialog(QDialog):
    """The page in its own window; not modal, and no link leads out of it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manualDialog")
        self.setWindowTitle(self.tr("Manual"))
        self._actions = actions
        self.page = QTextBrowser()
        self.page.setObjectName("manualPage")
        self.page.setAccessibleName(self.tr("Manual"))
        self.page.setOpenExternalLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        resize_on_screen(self, 760, 720)

    def _show(self) -> None:
        document = self.page.document()
        document.setDocumentMargin(30)
        document.setDefaultStyleSheet(_style(self.palette()))
        self.page.setHtml(manual_html(self._actions))

    def showEvent(self, event: QShowEvent) -> None:
        """Update the keys shown (called by Qt)."""
        super().showEvent(event)
        if not event.spontaneous():
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette (called by Qt)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()


def _style(palette: QPalette) -> str:
    text = palette.text().color().name()
    quiet = palette.color(QPalette.ColorRole.PlaceholderText).name()
    link = palette.link().color().name()
    raised = palette.alternateBase().color().name()
    return f"""
        body {{ color: {text}; line-height: 135%; }}
        h1 {{ font-size: xx-large; margin-bottom: 4px; }}
        h2 {{ font-size: large; margin-top: 26px; margin-bottom: 6px; }}
        p, li {{ line-height: 140%; }}
        p.lead {{ color: {quiet}; }}
        a {{ color: {link}; text-decoration: none; }}
        th {{ text-align: left; padding: 10px 18px 3px 0; }}
        td {{ padding: 3px 22px 3px 0; }}
        pre {{ background-color: {raised}; margin-left: 12px; }}
    """
