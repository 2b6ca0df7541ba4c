"""How much is flagged: the threshold and the detectors, for the tool bar."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QSlider, QWidget

from unspin_gui.settings import Settings
from unspin_gui.ui.widgets.labels import PushButton

_LEAST, _MOST = 2, 98
_PAUSE = 150


class Sensitivity(QWidget):
    """A slider for the lowest probability shown, and a switch for each detector.

    Signals:
        min_score_changed(float): the least probability, 0..1, once the slider rests.
        sources_changed(tuple): the detectors that are switched on.
    """

    min_score_changed = Signal(float)
    sources_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self.tr("Mark from"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("thresholdSlider")
        self.slider.setRange(_LEAST, _MOST)
        self.slider.setPageStep(10)
        self.slider.setFixedWidth(110)
        self.slider.setAccessibleName(self.tr("Lowest probability that is marked"))
        self.slider.setToolTip(self.tr("Left: more marks. Right: only what is certain."))
        self.label.setBuddy(self.slider)
        self.share = QLabel()
        self.share.setMinimumWidth(self.share.fontMetrics().horizontalAdvance("100 %"))
        self.sources = PushButton()
        self.sources.setFlat(True)
        self.sources.setObjectName("sourcesButton")
        self.sources.setText(self.tr("Detectors"))
        self.sources.setToolTip(self.tr("Choose what is searched for"))
        self._switches = self._make_switches()
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._on_rest)
        self.slider.valueChanged.connect(self._on_moved)
        self._lay_out()

    def _make_switches(self) -> dict[str, QAction]:
        menu = QMenu(self.sources)
        names = {
            "mine": self.tr("&My glossary"),
            "starters": self.tr("&Other glossaries"),
            "near": self.tr("&Near matches"),
            "unfit": self.tr("&Words that do not fit"),
        }
        switches = {}
        for source, name in names.items():
            switches[source] = menu.addAction(name)
            switches[source].setCheckable(True)
            switches[source].triggered.connect(partial(self._on_switched, source))
        self.sources.setMenu(menu)
        return switches

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (self.label, self.slider, self.share, self.sources):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings."""
        if not self._rest.isActive():
            self.slider.setValue(round(100 * settings.min_score))
            self._rest.stop()
        for source, switch in self._switches.items():
            switch.setChecked(source in settings.sources)

    @Slot(int)
    def _on_moved(self, value: int) -> None:
        self.share.setText(self.tr("{0} %").format(value))
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self.min_score_changed.emit(self.slider.value() / 100)

    def _on_switched(self, _source: str) -> None:
        on = tuple(source for source, switch in self._switches.items() if switch.isChecked())
        self.sources_changed.emit(on)
