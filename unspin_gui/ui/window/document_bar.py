"""Says in plain words how likely the whole text is spun, and lets the user overrule that."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from unspin_gui.application.likelihood import CERTAIN, likelihood
from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.elided import ElidedLabel
from unspin_gui.ui.widgets.labels import announce, button


class DocumentBar(QWidget):
    """A line above the panes, hidden until the whole text was read."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentBar")
        self._session = session
        self.label = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self.label.setObjectName("documentLabel")
        self.show_weaker = _button("showWeaker", actions["actionShowWeaker"])
        self.is_spun = _button("textIsSpun", actions["actionTextIsSpun"])
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 2, 12, 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.show_weaker)
        row.addWidget(self.is_spun)
        session.state_changed.connect(self._on_changed)
        self.hide()

    @Slot()
    def _on_changed(self) -> None:
        session = self._session
        if session.opinions.judged:
            weaker = session.shows_weaker
            text = " ".join(filter(None, (self._verdict(), self._hidden())))
            if text != self.label.text():
                self.label.setText(text)
                announce(self, text)
            self.show_weaker.setText(self.tr("Hide them") if weaker else self.tr("Show them"))
            self.show_weaker.setVisible(weaker or session.opinions.hidden > 0)
            spun = session.document.assume == "spun"
            self.is_spun.setText(
                self.tr("Use the estimate") if spun else self.tr("This text is spun")
            )
            # If the estimate is already clear, there is nothing to add.
            probability = session.document_probability
            self.is_spun.setVisible(spun or (probability is not None and probability < CERTAIN))
        self.setVisible(bool(session.opinions.judged and self.label.text()))

    def _verdict(self) -> str:
        probability = self._session.document_probability
        if probability is None:
            return ""
        share = self._percent(probability)
        if self._session.document.assume == "spun":
            return self.tr("You marked this text as spun (estimate: {0}).").format(share)
        return self._in_words(probability).format(share)

    def _percent(self, probability: float) -> str:
        if probability > 0.99:
            return self.tr("over 99 %")
        return (
            self.tr("{0} %").format(round(100 * probability))
            if probability >= 0.01
            else (self.tr("under 1 %"))
        )

    def _in_words(self, probability: float) -> str:
        words = {
            "certain": self.tr("This text is almost certainly spun ({0})."),
            "probable": self.tr("This text is probably spun ({0})."),
            "possible": self.tr("This text, or parts of it, may be spun ({0})."),
            "improbable": self.tr("This text is probably not spun ({0})."),
            "honest": self.tr("This text is almost certainly not spun ({0})."),
        }
        return words[likelihood(probability)]

    def _hidden(self) -> str:
        if self._session.shows_weaker:
            return self.tr("Weaker hints are shown.")
        hidden = self._session.opinions.hidden
        return self.tr("%Ln weaker hints are hidden.", "", hidden) if hidden else ""


def _button(name: str, action: QAction) -> QPushButton:
    made = button("", action.trigger)
    made.setObjectName(name)
    made.setToolTip(action.statusTip())
    return made
