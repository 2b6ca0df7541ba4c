"""Collects garbage on the GUI thread only.

Python collects on whichever thread happens to allocate; there, a forgotten widget or its wrapper
would be destroyed behind Qt's back.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL = 500
_MARK = "collected"


class GuiCollector(QObject):
    """Collects from time to time, by the thresholds of Python's own collector."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("collector")
        gc.disable()
        ticks = QTimer(self, interval=_INTERVAL)
        ticks.timeout.connect(self.collect)
        ticks.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose threshold has been passed."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return


def collect_on(application: QObject) -> None:
    """From now on collect only on the thread of `application`."""
    # Asking for children would wrap them all, including the style with its six hundred names.
    if not application.property(_MARK):
        application.setProperty(_MARK, True)  # noqa: FBT003 - Qt has no keyword for it
        GuiCollector(application)


def set_aside() -> None:
    """Exempt everything that exists now from later collections, as it will be needed for long.

    With glossaries and language data in memory a full collection takes a tenth of a second.
    """
    gc.freeze()


def take_up() -> None:
    """Include everything in the next collections again, after something large has been released."""
    gc.unfreeze()
