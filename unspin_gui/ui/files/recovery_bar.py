"""After a crash: offers to restore or discard unsaved work."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unspin_gui.ui.session.recovery import Leftover
from unspin_gui.ui.widgets.banner import Banner
from unspin_gui.ui.widgets.labels import announce, button


class RecoveryBar(QWidget):
    """A strip for each leftover, latest first, which stays until the user has decided.

    Signals: restore_requested(Leftover), discard_requested(Leftover), show_requested(Leftover).
    """

    restore_requested = Signal(object)
    discard_requested = Signal(object)
    show_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryBar")
        self.setAccessibleName(self.tr("Unsaved work from an earlier session"))
        self._bands: dict[Leftover, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        """The leftovers still undecided."""
        return tuple(self._bands)

    def set_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        """Show these."""
        for old in self.leftovers:
            self.settle(old)
        for leftover in sorted(leftovers, key=lambda one: one.when, reverse=True):
            self._bands[leftover] = self._band(leftover)
            self._column.addWidget(self._bands[leftover])
        self.setVisible(bool(self._bands))
        if self._bands:
            announce(self, next(iter(self._bands.values())).accessibleName())

    def settle(self, leftover: Leftover) -> None:
        """Remove the strip of a leftover that was restored or discarded."""
        band = self._bands.pop(leftover, None)
        if band is not None:
            self._column.removeWidget(band)
            band.hide()
            band.deleteLater()
        self.setVisible(bool(self._bands))

    def _band(self, leftover: Leftover) -> Banner:
        band = Banner(self._text(leftover), "warning", self)
        choices = (
            ("recoveryRestore", self.tr("Restore"), self.restore_requested),
            ("recoveryDiscard", self.tr("Discard"), self.discard_requested),
            ("recoveryShow", self.tr("Show Folder"), self.show_requested),
        )
        for name, text, signal in choices:
            made = button(text, partial(signal.emit, leftover))
            made.setObjectName(name)
            band.row.addWidget(made)
        return band

    def _text(self, leftover: Leftover) -> str:
        from PySide6.QtCore import QDateTime  # noqa: PLC0415 - not needed to start

        moment = QDateTime.fromSecsSinceEpoch(round(leftover.when))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        if not leftover.changes:
            return self.tr("Unsaved review of {0} from {1}").format(leftover.title, when)
        text = self.tr("Unsaved review of {0} from {1} (%Ln changes)", "", leftover.changes)
        return text.format(leftover.title, when)
