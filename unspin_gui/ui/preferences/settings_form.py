"""A form with a field for each setting, filled from the settings and reported when edited."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QWidget,
)

from unspin_gui.settings import Settings
from unspin_gui.ui.widgets.labels import heading, plain_label, quiet

_LETTERS_OF_CHOICE, _LETTERS_OF_NUMBER = 34, 14
"""The width of fields; any wider they would only look clumsy."""


class SettingsForm(QWidget):
    """Each field is named after the setting it represents.

    Signals: edited(str, object): the user wants another value for this field.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._showers: list[Callable[[Settings], object]] = []
        self.form = QFormLayout(self)
        self.form.setContentsMargins(20, 18, 20, 18)
        self.form.setVerticalSpacing(11)
        self.form.setHorizontalSpacing(16)

    def show_settings(self, settings: Settings) -> None:
        """Show these values."""
        self._settings = settings
        for show in self._showers:
            show(settings)

    def _edit(self, field: str, value: object) -> None:
        if getattr(self._settings, field) != value:
            self.edited.emit(field, value)

    def _edit_share(self, field: str, percent: int) -> None:
        if round(100 * getattr(self._settings, field)) != percent:
            self.edited.emit(field, percent / 100)

    def title(self, text: str) -> None:
        """Add a heading over what follows."""
        label = heading(text, 1.05)
        label.setContentsMargins(0, 8 if self.form.rowCount() else 0, 0, 0)
        self.form.addRow(label)

    def note(self, text: str) -> None:
        """Add a sentence of explanation."""
        self.form.addRow("", quiet(text))

    def tick(self, field: str, text: str) -> None:
        """Add a check box for a field that is on or off."""
        box = self._box(field, text)
        box.clicked.connect(lambda on: self._edit(field, on))
        self._showers.append(lambda settings: box.setChecked(getattr(settings, field)))

    def member(self, field: str, name: str, text: str) -> None:
        """Add a check box for one member of a field that contains names."""
        box = self._box(f"{field}-{name}", text)

        def clicked(on: bool) -> None:  # noqa: FBT001
            others = [one for one in getattr(self._settings, field) if one != name]
            self._edit(field, (*others, name) if on else tuple(others))

        box.clicked.connect(clicked)
        self._showers.append(lambda settings: box.setChecked(name in getattr(settings, field)))

    def _box(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        self.form.addRow("", box)
        return box

    def choice(self, field: str, label: str, options: Sequence[tuple[object, str]]) -> None:
        """Add a field with a few possible values."""
        box = QComboBox()
        for value, text in options:
            box.addItem(text, value)
        box.activated.connect(lambda _row: self._edit(field, box.currentData()))
        self._add(field, label, box)
        self._showers.append(
            lambda settings: box.setCurrentIndex(max(0, box.findData(getattr(settings, field))))
        )

    def number(self, field: str, label: str, low: float, high: float, unit: str = "") -> None:
        """Add a number between two limits."""
        whole = isinstance(getattr(self._settings, field), int)
        box: QSpinBox | QDoubleSpinBox = QSpinBox() if whole else QDoubleSpinBox()
        if isinstance(box, QSpinBox):
            box.setRange(int(low), int(high))
        else:
            box.setRange(low, high)
            box.setDecimals(1)
        box.setSuffix(unit)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._edit(field, value))
        self._add(field, label, box)
        self._showers.append(lambda settings: box.setValue(getattr(settings, field)))

    def share(self, field: str, label: str, ends: tuple[str, str]) -> None:
        """Add a share of 0..1 as a slider in steps of 5 %; `ends` says what its ends mean."""
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setSingleStep(5)
        slider.setPageStep(10)
        figure = plain_label("")
        figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance("100 %"))
        slider.valueChanged.connect(lambda value: figure.setText(f"{value} %"))
        slider.valueChanged.connect(lambda value: self._edit_share(field, value))
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in (quiet(ends[0]), slider, quiet(ends[1]), figure):
            row.addWidget(widget, 1 if widget is slider else 0)
        self._add(field, label, slider, row)
        self._showers.append(
            lambda settings: slider.setValue(round(100 * getattr(settings, field)))
        )

    def _add(self, field: str, text: str, widget: QWidget, row: QHBoxLayout | None = None) -> None:
        label = QLabel(text)
        label.setBuddy(widget)
        widget.setObjectName(field)
        widget.setAccessibleName(text.replace("&", ""))
        if row is None:
            letters = _LETTERS_OF_CHOICE if isinstance(widget, QComboBox) else _LETTERS_OF_NUMBER
            widget.setMaximumWidth(letters * widget.fontMetrics().averageCharWidth())
            self.form.addRow(label, widget)
        else:
            self.form.addRow(label, row)
