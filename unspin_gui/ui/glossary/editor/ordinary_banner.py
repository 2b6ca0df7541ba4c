"""Offers once to review ordinary words that the glossary flags in every text."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from unspin_gui.application.glossary_conflicts import find_ordinary
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.editor.entries_model import GlossaryModel
from unspin_gui.ui.glossary.editor.entry_acts import GlossaryActs, GlossaryOwner, own_glossary
from unspin_gui.ui.widgets.banner import Banner
from unspin_gui.ui.widgets.labels import button


class OrdinaryBanner(Banner):
    """Hidden while there are none, and once the user has decided about them."""

    def __init__(
        self,
        owner: GlossaryOwner,
        acts: GlossaryActs,
        model: GlossaryModel,
        show: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "info", parent)
        self.setObjectName("ordinaryBanner")
        self._owner, self._acts, self._model = owner, acts, model
        self._entries: tuple[Entry, ...] = ()
        self.row.addWidget(button(self.tr("Show Them"), show))
        self.row.addWidget(button(self.tr("Only Prefer Their Fixes"), self._prefer))
        self.row.addWidget(button(self.tr("Keep Them"), self._leave))
        self.hide()

    def look(self, tasks: Tasks) -> None:
        """Look for such words off the GUI thread, and say how many there are."""
        mine = own_glossary(self._owner)
        vocabulary = self._owner.vocabulary() if self._owner.reviews_ordinary() else ()

        def done(numbers: frozenset[int]) -> None:
            if own_glossary(self._owner).entries == mine.entries:
                self._entries = tuple(mine.entries[number] for number in sorted(numbers))
                self._model.set_ordinary(numbers)
                self._tell(len(numbers))

        tasks.start(lambda: find_ordinary(mine, vocabulary), done, _pass_over)

    def _tell(self, count: int) -> None:
        text = self.tr(
            "%Ln ordinary words in your glossary are flagged in every text, even where "
            "they are right.",
            "",
            count,
        )
        self.set_text(text)
        self.setVisible(count > 0)

    def _prefer(self) -> None:
        self._acts.prefer(self._entries)

    def _leave(self) -> None:
        self._owner.leave_ordinary()
        self.hide()


def _pass_over(_error: UnspinError) -> None:
    """Do nothing: looking for ordinary words raises no UnspinError."""
