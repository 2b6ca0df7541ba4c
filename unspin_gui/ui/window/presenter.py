"""Keeps the window consistent with session, files and settings."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import Actions, first_key
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.labels import zoomed
from unspin_gui.ui.window.status_bar import encoding_text
from unspin_gui.ui.window.views import Views
from unspin_gui.ui.window.window_commands import Commands

_TOLD_KEYS = ("Undo", "Open", "Paste", "NextPane")


class Presenter(QObject):
    """Updates title, page, names, keys and looks of one window.

    Signals: activated(): the user returns to the window.
    """

    activated = Signal()

    def __init__(
        self,
        window: QWidget,
        services: Services,
        views: Views,
        actions: Actions,
        commands: Commands,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._views = views
        self._actions = actions
        self._commands = commands
        services.workspace.opened.connect(self._on_opened)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice when the user returns (called by Qt)."""
        if event.type() == QEvent.Type.WindowActivate:
            self.activated.emit()
        return False

    @Slot()
    def follow(self) -> None:
        """Show the current state."""
        services = self._services
        busy = services.workspace.reading or services.library.loading or services.session.analysing
        busy = busy or self._commands.is_listing
        self._window.setProperty("analysing", busy)
        self._show_loading()
        self._show_page()
        self._show_names()
        self._commands.refresh()

    def _show_loading(self) -> None:
        progress, loading = self._views.progress, self._services.library.loading
        if progress.loading != loading:
            progress.loading = loading
            progress.count()

    def _show_page(self) -> None:
        """Show either the editors with everything around them or the start page alone."""
        views, is_open = self._views, self._services.workspace.is_open
        views.pages.setCurrentWidget(views.editors if is_open else views.start_page)
        views.dock.setVisible(is_open and self._services.preferences.settings.show_list)
        views.sensitivity_action.setVisible(is_open)

    def _show_names(self) -> None:
        window, services, views = self._window, self._services, self._views
        work, dirty = services.workspace, services.session.history.is_dirty
        name = work.title or self.tr("unspin")
        target = work.corrected.default_target()
        corrected = target.name if target else self.tr("Corrected text, not saved yet")
        # Qt adds the program's name to a title that does not end with it.
        window.setWindowTitle(f"{name}[*] - unspin" if work.is_open else "[*]unspin")
        modified = dirty or services.library.is_dirty
        if modified != window.isWindowModified():  # Qt would notify every widget each time
            window.setWindowModified(modified)
        views.editors.source_label.setText(self.tr("{0} - source").format(name))
        views.editors.corrected_label.setText(corrected + (" *" if dirty else ""))
        views.status.show_encoding(encoding_text(work))
        views.status.glossary.setText(services.library.summary)

    @Slot()
    def draw_icons(self) -> None:
        """Draw the icons in the colours of the current look."""
        self._actions.apply_icons(self._views.theme.icon)

    @Slot()
    def _on_opened(self) -> None:
        if self._services.workspace.is_open:
            self._views.editors.corrected.setFocus()

    @Slot(object)
    def apply_settings(self, settings: Settings) -> None:
        """Apply the settings to every part."""
        services, views = self._services, self._views
        views.theme.set_choice(settings.theme)
        family = settings.font_family
        font = QFont(family) if family else QFont(QApplication.font())
        font.setPointSizeF(settings.font_size)
        views.editors.set_text_font(font)
        views.suspects.setFont(zoomed(settings.font_size, Settings().font_size))
        views.editors.set_wrap(wrap=settings.wrap)
        views.editors.set_reading_width(limited=settings.reading_width)
        views.editors.overview.setVisible(settings.overview)
        views.editors.set_line_numbers(shown=settings.line_numbers)
        views.editors.set_show_kept(shown=settings.show_kept)
        views.editors.link.locked = settings.lock_scrolling
        for pane in views.editors.panes:
            pane.click_needs_ctrl = settings.popup_on_click == "ctrl"
        views.editors.corrected.setTabChangesFocus(settings.tab_moves_on)
        services.review.remember = settings.remember == "always"
        services.review.goes_on = settings.advance_after_accept
        self._show_page()
        views.sensitivity.show_settings(settings)
        self._actions.apply_shortcuts(settings.shortcuts)
        self._show_keys()
        services.library.apply_settings(settings)
        services.recovery.set_enabled(enabled=settings.journal)
        self._commands.show_settings(settings)

    def _show_keys(self) -> None:
        """Update every place that shows an action's keys."""
        key = {name: first_key(self._actions[f"action{name}"]) for name in _TOLD_KEYS}
        self._services.review.undo_key = key["Undo"]
        self._views.editors.corrected.tell_way_out(key["NextPane"])
        self._views.start_page.show_keys(startOpen=key["Open"], startPaste=key["Paste"])
