"""The content of the suggestion popup, from the phrase down to the actions."""

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unspin_gui.application.sentence_preview import in_sentence
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suggestion, Suspect
from unspin_gui.ui.popup.own_wording import OwnWording
from unspin_gui.ui.popup.popup_actions import PopupActions, Rule
from unspin_gui.ui.popup.popup_foot import Foot, PopupFoot
from unspin_gui.ui.popup.popup_header import PopupHeader
from unspin_gui.ui.popup.popup_parts import ActionButton, FixPreview, SuggestionList
from unspin_gui.ui.popup.popup_subject import chosen_text, is_learnable, subject_of
from unspin_gui.ui.session.reasons import reason_in_words
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

_MOST, _DIGITS = 20, 9
_MARGIN, _INDENT = 8, 10


class PopupBody(QWidget):
    """Header, suggestions, preview, own wording and actions for one place."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.mark: Mark | None = None
        self.suspect: Suspect | None = None
        self.chosen: str | None = None
        self.found: tuple[Suggestion, ...] = ()
        self.rest: tuple[Suggestion, ...] = ()
        self.most_shown = self.count = 5
        self.header = PopupHeader(theme)
        self.list = SuggestionList(theme)
        self.more = ActionButton(theme, self.tr("More…"), "→")
        self.preview = FixPreview()
        self.own = OwnWording(session)
        self.rows = PopupActions(theme)
        self.acts = QWidget()
        self.rest_row = ActionButton(theme, self.tr("Ignore the rest"), "0")
        self.rest_row.setObjectName("popup_rest")
        self.foot = PopupFoot(theme)
        self._build(theme)
        self.list.currentItemChanged.connect(self._on_wording_changed)
        self.own.field.textChanged.connect(self._on_wording_changed)
        self.own.entered.connect(self._on_wording_changed)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN, _MARGIN + 4, _MARGIN, _MARGIN)
        column.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.addLayout(column)
        whole.addWidget(self.foot)
        for widget in (self.header, self.list, self.more, Rule(theme)):
            column.addWidget(widget)
        for indented in (self.preview, self.own):
            inset = QVBoxLayout()
            inset.setContentsMargins(_INDENT, 2, _INDENT, 2)
            inset.addWidget(indented)
            column.addLayout(inset)
        acts = QVBoxLayout(self.acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(column.spacing())
        acts.addWidget(Rule(theme))
        acts.addWidget(self.rows)
        column.addWidget(self.acts)
        column.addWidget(self.rest_row)
        # “More” has a key of its own (→), so that Tab leads from the list to the own wording.
        self.more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        order = [self.list, *self.own.parts, *self.rows.rows.values(), self.rest_row]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    # ---- showing ------------------------------------------------------------------------

    def show_mark(self, mark: Mark, *, remember: bool, new: bool, more: bool = False) -> None:
        """Fill everything for a mark; `new` is for words that the user marks as spun.

        With `more` there are as many suggestions as digits choose.
        """
        self.count = max(self.most_shown, _DIGITS) if more else self.most_shown
        self.mark, self.suspect = mark, subject_of(self.session, mark)
        suspect = self.suspect
        self.chosen = chosen_text(mark, suspect)
        identical = len(self.session.identical(suspect)) if mark.decision is None else 0
        self.rows.name_for(identical, decided=mark.decision is not None)
        self.setFixedWidth(self.wanted_width())
        self.preview.show()
        self.acts.show()
        place = self.session.document.place_at(suspect.span.start)
        self.header.show_mark(mark, suspect, place, new=new)
        self._show_suggestions(suspect)
        learnable = is_learnable(suspect.phrase)
        self.own.begin(suspect.phrase, remember=remember, learnable=learnable)
        self._on_wording_changed()

    def show_foot(self, foot: Foot) -> None:
        """Say how the review continues, and offer what may be ignored together."""
        self.foot.show_foot(foot)
        self.rest_row.setVisible(foot.offer is not None)
        if foot.offer is not None:
            count = len(foot.offer.suspects)
            text = self.tr("Ignore the rest below {0} % (%Ln places)", "", count)
            self.rest_row.rename(text.format(foot.offer.percent))

    def _show_suggestions(self, suspect: Suspect) -> None:
        self.found = self.session.suggestions(suspect, _MOST)
        self.list.setAccessibleName(self.tr("Suggestions for “{0}”").format(suspect.phrase))
        why = reason_in_words(suspect.reason) if suspect.reason else ""
        self.list.setAccessibleDescription(why)
        self._show_first(self.count)

    def _show_first(self, count: int) -> None:
        """Show this many suggestions in the list, the others behind “more”."""
        self.list.show_suggestions(self.found[:count], self.chosen)
        self.rest = self.found[count:]
        self.more.setVisible(bool(self.rest))
        self.more.rename(self.tr("%Ln more…", "", len(self.rest)))

    def fit(self, height: int) -> None:
        """Fit into this height, without the preview and, if need be, fewer suggestions.

        What acts on the place gives way before suggestions do: keys and the menus have it, too.
        """
        for part in (self.preview, self.acts):
            if self.wanted_height() > height:
                part.hide()
        count = min(self.count, len(self.found))
        while count > 1 and self.wanted_height() > height:
            count -= 1
            self._show_first(count)

    def wanted_width(self) -> int:
        """Wide enough for a line of the sentence and for the actions, in the current font."""
        line = 60 * self.fontMetrics().averageCharWidth()
        return max(400, line, self.rows.wanted_width() + 2 * _MARGIN)

    def wanted_height(self) -> int:
        """The height of the content at that width."""
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        layout.activate()
        return layout.totalHeightForWidth(self.wanted_width())

    def _inner_width(self) -> int:
        return self.wanted_width() - 2 * (_MARGIN + _INDENT)

    # ---- what is chosen -----------------------------------------------------------------

    @property
    def decided(self) -> bool:
        """Whether the place was already decided."""
        return self.mark is not None and self.mark.decision is not None

    @property
    def _is_own(self) -> bool:
        """Whether the own wording counts: it has the popup's focus, even before that is shown."""
        return self.window().focusWidget() in self.own.parts

    @property
    def wording(self) -> str:
        """The text with which Enter would replace the phrase."""
        if self._is_own:
            return self.own.text
        item = self.list.currentItem()
        return item.text() if item else ""

    @Slot()
    def _on_wording_changed(self) -> None:
        suspect = self.suspect
        if suspect is None:
            return
        standing = suspect.phrase if self.chosen is None else self.chosen
        is_writing = self._is_own and self.own.is_emptied
        wording = "" if is_writing else self.wording or standing
        learns = self.own.remember.isEnabled() and wording != standing
        decision = self.session.fix(suspect, wording, remember=learns)
        self.own.tell(decision.learn, decision.lesson)
        room = self.preview.room(self._inner_width())
        self.preview.show_sentence(in_sentence(self.session.document, decision, room))
