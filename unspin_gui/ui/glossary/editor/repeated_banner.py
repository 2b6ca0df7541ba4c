"""Reports in the glossary editor which phrases have several entries, and on which lines."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from unspin_gui.application.glossary_conflicts import Repeated
from unspin_gui.ui.base.wording import quoted
from unspin_gui.ui.widgets.banner import Banner
from unspin_gui.ui.widgets.labels import button


class RepeatedBanner(Banner):
    """Hidden while every phrase of the user's glossary has a single entry."""

    def __init__(self, show: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__("", "warning", parent)
        self.setObjectName("repeatedBanner")
        self.row.addWidget(button(self.tr("Show Clashes"), show))
        self.hide()

    def tell(self, repeated: Repeated) -> None:
        """Show how many phrases are repeated and the first of them, or hide."""
        named = [self._named(phrase, lines) for phrase, lines in repeated.first]
        named += ["…"] if repeated.phrases > len(named) else []
        message = self.tr(
            "%Ln phrases have several entries in your glossary: {0}", "", repeated.phrases
        )
        self.set_text(message.format("; ".join(named)))
        self.setVisible(repeated.phrases > 0)

    def _named(self, phrase: str, lines: tuple[int, ...]) -> str:
        """A phrase with the lines of its entries; unsaved entries have none."""
        places = ", ".join(map(str, filter(None, lines)))
        return self.tr("“{0}” (lines {1})").format(phrase, places) if places else quoted(phrase)
