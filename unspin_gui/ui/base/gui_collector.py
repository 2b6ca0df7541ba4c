"""Garbage is collected on the GUI thread only.

Python collects on whatever thread happens to allocate; there a forgotten widget or its wrapper
would be destroyed behind Qt's back.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL = 500


class GuiCollector(QObject):
    """Collects now and then, as Python itself would by its thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("collector")
        gc.disable()
        ticks = QTimer(self, interval=_INTERVAL)
        ticks.timeout.connect(self.collect)
        ticks.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return


def collect_on(application: QObject) -> None:
    """Collect on the thread of `application` only, from now on."""
    if application.findChild(GuiCollector) is None:
        GuiCollector(application)


def set_aside() -> None:
    """What is there now is needed for long: later collections do not look through it again.

    With glossaries and language data in memory a whole collection takes a tenth of a second.
    """
    gc.freeze()


def take_up() -> None:
    """Something large is done with: the next collections look through everything again."""
    gc.unfreeze()
