"""The preferences: applied at once, each with a default, with one button to reset them all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from unspin_gui.application.entry_table import Layer
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.settings import FONT_SIZES, Settings
from unspin_gui.store.review.decisions_file import MOST_TEXTS
from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.base.languages import languages
from unspin_gui.ui.glossary.editor.layer_list import LayerList, LayerOrder
from unspin_gui.ui.preferences.key_page import KeyPage
from unspin_gui.ui.preferences.settings_form import SettingsForm
from unspin_gui.ui.widgets.labels import button, quiet, resize_on_screen

_KEPT = ("recent", "hints_dismissed", "glossary", "extra_glossaries", "model")
"""Settings that are not preferences, and so survive a reset."""


class Preferences(QDialog):
    """Not modal; `deep` is the page about the second reading.

    Signals: changed(Settings): the user wants these settings now.
    """

    changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        actions: Actions,
        starters: Sequence[str],
        parent: QWidget | None = None,
        deep: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self.settings = settings
        self._starters = tuple(starters)
        self._before: Settings | None = None
        self._forms = (self._review(), self._look(), self._saving())
        self.layers = LayerList()
        self.keys = KeyPage(actions)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Groups of preferences"))
        self.tabs.setDocumentMode(True)
        names = (self.tr("&Review"), self.tr("&Appearance"), self.tr("&Saving"))
        for form, name in zip(self._forms, names, strict=True):
            self.tabs.addTab(_scrolled(form), name)
            form.edited.connect(self._on_edited)
        if deep is not None:
            self.tabs.addTab(deep, self.tr("&Deep reading"))
        self.tabs.addTab(self._padded(self.layers), self.tr("&Glossaries"))
        self.tabs.addTab(self.keys, self.tr("&Keys"))
        self.layers.order_changed.connect(self._on_order_changed)
        self.keys.edited.connect(self._on_keys_edited)
        self._lay_out()
        self.show_settings(settings)
        resize_on_screen(self, 600, 620)

    # ---- the pages --------------------------------------------------------------------------

    def _review(self) -> SettingsForm:
        form = SettingsForm()
        form.title(self.tr("What is marked"))
        form.member("sources", "mine", self.tr("Phrases of my glossary"))
        form.member("sources", "starters", self.tr("Phrases of the other glossaries"))
        form.member("sources", "near", self.tr("Phrases that are nearly the same"))
        form.member("sources", "unfit", self.tr("Words that do not fit their context"))
        ends = (self.tr("more"), self.tr("fewer"))
        form.share("min_score", self.tr("Mark from a &probability of"), ends)
        form.number(
            "near_threshold", self.tr("&Near matches: similarity of at least"), 70, 100, " %"
        )
        form.title(self.tr("Decisions"))
        form.number("max_suggestions", self.tr("Suggestions &shown"), 1, 20)
        remember = (
            ("always", self.tr("Always")),
            ("ask", self.tr("Only when I tick it")),
            ("never", self.tr("Never")),
        )
        form.choice("remember", self.tr("Re&member what I choose"), remember)
        click = (("click", self.tr("A click on a mark")), ("ctrl", self.tr("Ctrl+click")))
        form.choice("popup_on_click", self.tr("&Open suggestions with"), click)
        form.tick("advance_after_accept", self.tr("Move to the next place after each choice"))
        form.tick("tab_moves_on", self.tr("Tab leaves the corrected text"))
        form.tick("finish_summary", self.tr("Show a summary when nothing is left"))
        return form

    def _look(self) -> SettingsForm:
        form = SettingsForm()
        form.title(self.tr("Colours and fonts"))
        themes = (
            ("system", self.tr("Same as the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        form.choice("theme", self.tr("&Theme"), themes)
        spoken = [("", self.tr("Same as the system")), *languages().items()]
        form.choice("language", self.tr("Lan&guage"), spoken)
        form.note(self.tr("The language changes when the program is restarted."))
        families = [(name, name) for name in QFontDatabase.families()]
        form.choice("font_family", self.tr("&Font"), [("", self.tr("System font")), *families])
        form.number("font_size", self.tr("Text si&ze"), *FONT_SIZES, self.tr(" pt"))
        form.title(self.tr("Texts"))
        directions = (
            ("auto", self.tr("Follow the text")),
            ("ltr", self.tr("Left to right")),
            ("rtl", self.tr("Right to left")),
        )
        form.choice("text_direction", self.tr("&Direction"), directions)
        form.tick("wrap", self.tr("Wrap long lines"))
        form.tick("line_numbers", self.tr("Number the paragraphs"))
        form.tick("lock_scrolling", self.tr("Scroll both texts together"))
        form.tick("overview", self.tr("Show the overview between the texts"))
        form.tick("show_list", self.tr("Show the list of suspects"))
        form.tick("show_kept", self.tr("Also mark what I keep as it is"))
        return form

    def _saving(self) -> SettingsForm:
        form = SettingsForm()
        form.tick("autosave_glossary", self.tr("Save my glossary after every choice"))
        form.tick("journal", self.tr("Keep a recovery copy of unsaved work"))
        form.note(self.tr("After a crash or a power cut it is offered at the next start."))
        limit = self.tr(
            "Decisions are remembered for the %Ln most recently used texts.", "", MOST_TEXTS
        )
        form.note(limit)
        form.tick("reopen_last", self.tr("Open the last text when the program starts"))
        return form

    def _padded(self, widget: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 18, 20, 18)
        column.addWidget(widget)
        return page

    def _lay_out(self) -> None:
        self.told = quiet("")
        self.told.setObjectName("preferencesTold")
        self.reset = button(self.tr("Reset &All"), self._on_reset)
        self.reset.setObjectName("preferencesReset")
        self.back = button(self.tr("&Undo Reset"), self._on_back)
        self.back.hide()
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 14)
        row.addWidget(self.reset)
        row.addWidget(self.told, 1)
        row.addWidget(self.back)
        row.addWidget(button(self.tr("Close"), self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.tabs, 1)
        column.addLayout(row)

    # ---- following --------------------------------------------------------------------------

    def show_settings(self, settings: Settings) -> None:
        """Show these settings, for example after a change elsewhere."""
        self.settings = settings
        for form in self._forms:
            form.show_settings(settings)
        self.keys.show_keys(settings.shortcuts)
        first = [name for name in self._starters if name not in settings.starters]
        names = [*first, *(name for name in settings.starters if name in self._starters)]
        off = settings.starters_off
        others = [Layer(name, Glossary(name), enabled=name not in off) for name in names]
        mine = Layer(self.tr("my glossary"), Glossary(""), writable=True)
        self.layers.set_layers([*others, mine])

    def _want(self, settings: Settings) -> None:
        self.settings = settings
        self.changed.emit(settings)
        self.show_settings(settings)

    @Slot(str, object)
    def _on_edited(self, field: str, value: object) -> None:
        self._want(self.settings._replace(**{field: value}))  # type: ignore[arg-type]

    @Slot(object)
    def _on_order_changed(self, order: LayerOrder) -> None:
        self._want(self.settings._replace(starters=order.names, starters_off=order.off))

    @Slot(object)
    def _on_keys_edited(self, own: dict[str, str]) -> None:
        self._want(self.settings._replace(shortcuts=own))

    def _on_reset(self) -> None:
        self._before = self.settings
        kept = {field: getattr(self.settings, field) for field in _KEPT}
        self._want(Settings(**kept))
        self.told.setText(self.tr("All preferences are back at their defaults."))
        self.back.show()

    def _on_back(self) -> None:
        if self._before is not None:
            self._want(self._before)
        self._before = None
        self.told.setText("")
        self.back.hide()


def _scrolled(form: SettingsForm) -> QScrollArea:
    """The form, scrollable for small screens and large fonts."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(form)
    return area
