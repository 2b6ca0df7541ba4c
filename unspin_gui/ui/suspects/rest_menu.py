"""A menu to ignore what is left at once: all of it, or what scores below a threshold."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from unspin_gui.ui.session.ignored_in_row import ALL, BOUNDS, weak_rest
from unspin_gui.ui.session.review_loop import ReviewLoop


class RestMenu(QMenu):
    """Says for each threshold how many places are below it; rebuilt whenever it opens."""

    def __init__(self, review: ReviewLoop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.setObjectName("restMenu")
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)

    @Slot()
    def fill(self) -> None:
        """Offer what can be ignored now."""
        self.clear()
        suspects = self._review.suspects
        shown = 0
        for bound in BOUNDS:
            count = len(weak_rest(suspects, bound).suspects)
            if shown < count < len(suspects):
                text = self.tr("Ignore the %Ln below {0} %", "", count).format(bound)
                self.addAction(text).setData(bound)
            shown = max(shown, count)
        everything = self.addAction(self.tr("Ignore all %Ln remaining", "", len(suspects)))
        everything.setData(ALL)
        everything.setEnabled(bool(suspects))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._review.keep_rest(weak_rest(self._review.suspects, int(action.data())))
