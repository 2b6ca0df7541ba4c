"""Keeps the window in line with session, files and settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QFont, QFontDatabase

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import first_key
from unspin_gui.ui.window.status_bar import encoding_text

if TYPE_CHECKING:
    from unspin_gui.ui.window.main_window import MainWindow

_TOLD_KEYS = ("Undo", "Open", "NewFromClipboard")


class Upkeep(QObject):
    """Title, page, names, keys and looks of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at source and glossary on disk again when the user comes back (called by Qt)."""
        if event.type() == QEvent.Type.WindowActivate:
            self._window.library.look_again()
            self._window.filing.on_disk.look_again()
        return False

    @Slot()
    def follow(self) -> None:
        """Show what is true now."""
        window = self._window
        busy = window.workspace.reading or window.library.loading or window.session.analysing
        window.setProperty("analysing", busy)
        self._show_loading()
        self._show_page()
        self._show_names()
        window.commands.refresh()

    def _show_loading(self) -> None:
        window = self._window
        if window.tally.loading != window.library.loading:
            window.tally.loading = window.library.loading
            window.tally.count()

    def _show_page(self) -> None:
        """The desk with all that belongs to it, or the start page alone."""
        window = self._window
        is_open = window.workspace.is_open
        window.pages.setCurrentWidget(window.desk if is_open else window.start)
        window.dock.setVisible(is_open and window.settings.show_list)
        window.sensitivity_action.setVisible(is_open)

    def _show_names(self) -> None:
        window = self._window
        work, dirty = window.workspace, window.session.history.is_dirty
        name = work.title or self.tr("unspin")
        target = work.default_target()
        corrected = target.name if target else self.tr("Corrected text, not saved yet")
        window.setWindowTitle(f"{name}[*] - unspin" if work.is_open else "unspin[*]")
        window.setWindowModified(dirty or window.library.is_dirty)
        window.desk.source_label.setText(self.tr("{0} - source").format(name))
        window.desk.corrected_label.setText(corrected + (" *" if dirty else ""))
        window.status.encoding.setText(encoding_text(window.workspace))
        window.status.glossary.setText(window.library.summary)

    @Slot()
    def draw_icons(self) -> None:
        """Draw the icons in the colours of the present look."""
        window = self._window
        window.actions_.apply_icons(window.theme.icon)

    def apply_settings(self, settings: Settings) -> None:
        """Let every part follow the settings."""
        window = self._window
        window.theme.set_choice(settings.theme)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if settings.font_family:
            font = QFont(settings.font_family)
        font.setPointSizeF(settings.font_size)
        window.desk.set_text_font(font)
        window.desk.set_wrap(wrap=settings.wrap)
        window.desk.overview.setVisible(settings.overview)
        window.desk.set_line_numbers(shown=settings.line_numbers)
        window.desk.set_show_kept(shown=settings.show_kept)
        window.desk.link.locked = settings.lock_scrolling
        for pane in window.desk.panes:
            pane.click_needs_ctrl = settings.popup_on_click == "ctrl"
        window.review.remember = settings.remember == "always"
        window.review.goes_on = settings.advance_after_accept
        window.popup.body.most_shown = settings.max_suggestions
        self._show_page()
        window.sensitivity.show_settings(settings)
        window.actions_.apply_shortcuts(settings.shortcuts)
        self._show_keys()
        window.library.apply_settings(settings)
        window.safekeeping.set_enabled(enabled=settings.journal)
        window.commands.show_settings(settings)

    def _show_keys(self) -> None:
        """Tell the keys that the actions have now where a key is told."""
        window = self._window
        key = {name: first_key(window.actions_[f"action{name}"]) for name in _TOLD_KEYS}
        window.review.undo_key = key["Undo"]
        window.start.show_keys(startOpen=key["Open"], startPaste=key["NewFromClipboard"])
