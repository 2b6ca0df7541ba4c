"""The response to a click in a pane: the popup beside its mark, or the context menu."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtWidgets import QMenu

from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.pane_events import MenuWish
from unspin_gui.ui.session.act_labels import replacing, shortened
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.labels import zoomed
from unspin_gui.ui.window.review_commands import context_names
from unspin_gui.ui.window.views import Views

if TYPE_CHECKING:
    from unspin_gui.ui.popup.suggestion_popup import SuggestionPopup

_FIRST = 3
"""The number of suggestions in the menu under the pointer."""


class PopupControl(QObject):
    """Opens popup and menu where the user points, with the mouse or the caret."""

    def __init__(self, services: Services, views: Views, actions: Actions) -> None:
        super().__init__(views.editors)
        self._services = services
        self._theme = views.theme
        self._review = services.review
        self._session = services.session
        self._editors = views.editors
        self._actions = actions
        services.review.popup_wanted.connect(self._on_popup_wanted)
        services.review.popup_done.connect(self._on_popup_done)
        services.preferences.changed.connect(self.prepare)
        for pane in self._editors.panes:
            pane.mark_clicked.connect(self._on_mark_clicked)
            pane.menu_wanted.connect(self._on_menu_wanted)

    @cached_property
    def popup(self) -> "SuggestionPopup":
        """The popup; created on first use, or else once the window is on the screen."""
        from unspin_gui.ui.popup.suggestion_popup import SuggestionPopup  # noqa: PLC0415

        return SuggestionPopup(
            self._session, self._services.review, self._theme, self._editors.window()
        )

    @Slot()
    def prepare(self) -> None:
        """Create the popup and make it follow the preferences."""
        settings = self._services.preferences.settings
        self.popup.body.most_shown = settings.max_suggestions
        self.popup.body.setFont(zoomed(settings.font_size, Settings().font_size))

    @Slot()
    def _on_popup_done(self) -> None:
        self.popup.close()

    def mark_selection(self, span: Span) -> None:
        """Let the user say what should replace a span of the source."""
        pane = self._editors.focused
        self._session.make_current(span)
        self.popup.open_new(span, _anchor(pane, span), pane)

    @Slot(object)
    def _on_mark_clicked(self, mark: Mark) -> None:
        pane = self.sender()
        self._review.end()
        self._session.make_current(mark.span)
        for other in self._editors.panes:
            if other is not pane:
                other.reveal(mark.span)
        self._open(mark, pane if isinstance(pane, Pane) else self._editors.corrected)

    @Slot(object)
    def _on_popup_wanted(self, mark: Mark) -> None:
        self._open(mark, self._editors.focused)

    def _open(self, mark: Mark, pane: Pane) -> None:
        self.popup.open_at(mark, _anchor(pane, mark.span), pane)

    @Slot(object)
    def _on_menu_wanted(self, wish: MenuWish) -> None:
        if wish.mark is not None:
            self._session.make_current(wish.mark.span)
        menu = QMenu(self._editors)
        menu.setObjectName("paneMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if wish.mark is not None:
            self._add_acts_on(wish.mark, menu)
        editable = self.sender() is self._editors.corrected
        for name in context_names(wish.mark, editable=editable):
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(wish.at)

    def _add_acts_on(self, mark: Mark, menu: QMenu) -> None:
        """Add the commands for the mark under the pointer, wherever the caret is; fixes first."""
        suspect = mark.suspect
        if suspect is not None:
            for fix in self._session.suggestions(suspect, _FIRST):
                text = shortened(replacing(suspect.phrase, fix.text))
                action = menu.addAction(text.replace("&", "&&"))
                action.triggered.connect(partial(self._on_fix_chosen, suspect, fix.text))
            menu.addSeparator()
        show = menu.addAction(self._actions["actionShowSuggestions"].text())
        show.setShortcuts(self._actions["actionShowSuggestions"].shortcuts())
        show.setIcon(self._actions["actionShowSuggestions"].icon())
        show.triggered.connect(partial(self._on_show_chosen, mark))

    def _on_fix_chosen(self, suspect: Suspect, text: str) -> None:
        self._review.accept(suspect, text)

    def _on_show_chosen(self, mark: Mark) -> None:
        self._review.show_popup(mark.span)


def _anchor(pane: Pane, span: Span) -> QRect:
    """Where a span of the source is drawn, in screen coordinates."""
    anchor = QRect()
    for rect in pane.rects(span):
        anchor = anchor.united(rect)
    anchor.moveTopLeft(pane.viewport().mapToGlobal(anchor.topLeft()))
    return anchor
