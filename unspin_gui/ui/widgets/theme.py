"""The look of the program: palette, marks and icons, updated when the system changes."""

from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from unspin_gui import paths
from unspin_gui.core.document.marks import MarkState
from unspin_gui.core.suspects import Kind
from unspin_gui.ui.widgets.palettes import LOOKS, Colours, Look, look_of, palette_of
from unspin_gui.ui.widgets.style import CalmStyle, show_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat
    from PySide6.QtSvg import QSvgRenderer

    from unspin_gui.ui.widgets.marks_format import MarkLook

Choice = Literal["system", "light", "dark", "contrast"]
_ICON_SIZES = (16, 24, 48)
_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The chosen look, or the system's; sets the palette of the application.

    Signals:
        changed(): colours, marks and icons have changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice = "system"
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self._icons: dict[str, QIcon] = {}
        untouched = not QApplication.testAttribute(Qt.ApplicationAttribute.AA_SetPalette)
        system = QApplication.palette()
        if not isinstance(QApplication.style(), CalmStyle):
            QApplication.setStyle(CalmStyle())
            application = QApplication.instance()
            if isinstance(application, QApplication):
                application.focusChanged.connect(show_focus)
        plain = QApplication.style().standardPalette()
        self._at_start: Look = look_of(system if untouched else plain)
        self.look: Look = self._at_start
        QApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply(self._wanted())

    @property
    def colours(self) -> Colours:
        """The colours of the current look."""
        return LOOKS[self.look]

    def colour(self, name: str) -> QColor:
        """A colour of the current look, by its name in Colours."""
        return QColor(getattr(self.colours, name))

    def set_choice(self, choice: Choice) -> None:
        """Use a look, or follow the system."""
        self.choice = choice
        hints = QApplication.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(_SCHEMES[choice])
        self._show(self._wanted())

    # ---- marks: their formats are made with the first text ---------------------------------

    def mark_look(
        self, state: MarkState, kind: Kind | None, score: float = 1.0, *, current: bool = False
    ) -> "MarkLook":
        """The line and colours of a mark."""
        from unspin_gui.ui.widgets.marks_format import mark_look  # noqa: PLC0415 - not to start

        return mark_look(self.look, state, kind, score, current=current)

    def mark_format(
        self, state: MarkState, kind: Kind | None, score: float, *, current: bool = False
    ) -> "QTextCharFormat":
        """The format that paints a mark in a pane: made once for each look; do not modify it."""
        key = (state, kind, round(score, 1), current)
        known = self._formats.get(key)
        if known is None:
            from unspin_gui.ui.widgets.marks_format import char_format  # noqa: PLC0415 - as above

            known = char_format(self.mark_look(state, kind, score, current=current))
            self._formats[key] = known
        return known

    def mark_icon(self, state: MarkState, kind: Kind | None = None) -> QIcon:
        """A small picture of a mark, for lists."""
        name = f"mark/{state}/{kind}"
        if name not in self._icons:
            from unspin_gui.ui.widgets.marks_format import swatch_icon  # noqa: PLC0415 - as above

            self._icons[name] = swatch_icon(self.mark_look(state, kind))
        return self._icons[name]

    # ---- icons --------------------------------------------------------------------------

    def icon(self, name: str) -> QIcon:
        """An icon of the program in the colour of the text; empty if there is none."""
        if name not in self._icons:
            self._icons[name] = self._tinted(name, _ICON_SIZES)
        return self._icons[name]

    def first_icon(self, name: str) -> QIcon:
        """An icon for the tool bar on this screen alone, until there is time for all sizes."""
        first = 1 if QApplication.primaryScreen().devicePixelRatio() <= 1 else 2
        return self._tinted(name, _ICON_SIZES[first : first + 1])

    def list_icon(self, name: str) -> QIcon:
        """An icon that is also legible in a selected row."""
        known = f"list/{name}"
        if known not in self._icons:
            made = self._icons[known] = QIcon(self.icon(name))
            chosen = palette_of(self.look).highlightedText().color()
            for drawing in _drawn(name, _ICON_SIZES):
                made.addPixmap(_filled(drawing, chosen), QIcon.Mode.Selected)
        return self._icons[known]

    def _tinted(self, name: str, sizes: tuple[int, ...]) -> QIcon:
        icon = QIcon()
        normal = self.colour("text")
        faded = palette_of(self.look).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        drawings = _drawn(name, sizes)
        if not drawings:
            return QIcon.fromTheme(name)
        for drawing in drawings:
            icon.addPixmap(_filled(drawing, normal))
            icon.addPixmap(_filled(drawing, faded), QIcon.Mode.Disabled)
        return icon

    # ---- following ----------------------------------------------------------------------

    def _wanted(self) -> Look:
        if self.choice != "system":
            return self.choice
        if _wants_contrast():
            return "contrast"
        scheme = QApplication.styleHints().colorScheme()
        looks: dict[Qt.ColorScheme, Look] = {
            Qt.ColorScheme.Dark: "dark",
            Qt.ColorScheme.Light: "light",
        }
        return looks.get(scheme, self._at_start)

    def _show(self, look: Look) -> None:
        if look != self.look:
            self._apply(look)
            self.changed.emit()

    def _apply(self, look: Look) -> None:
        self.look = look
        self._formats.clear()
        self._icons.clear()
        QApplication.setPalette(palette_of(look))

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._show(self._wanted())


def _wants_contrast() -> bool:
    """Whether the system asks for high contrast (known from Qt 6.10 on)."""
    hints = QApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


@cache
def _drawn(name: str, sizes: tuple[int, ...]) -> tuple[QPixmap, ...]:
    """Return the drawings of an icon in these sizes, without colour; none if there is no icon."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 (kept out of the first paint)

    path = paths.resources() / "icons" / f"{name}.svg"
    if not path.is_file():
        return ()
    renderer = QSvgRenderer(QByteArray(path.read_bytes()))
    if not renderer.isValid():
        return ()
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return tuple(_rendered(renderer, size) for size in sizes)


def _rendered(renderer: "QSvgRenderer", size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _filled(drawing: QPixmap, colour: QColor) -> QPixmap:
    pixmap = drawing.copy()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setPen(Qt.PenStyle.NoPen)  # fillRect would load the enums of gradients for comparison
    painter.setBrush(colour)
    painter.drawRect(pixmap.rect())
    painter.end()
    return pixmap
