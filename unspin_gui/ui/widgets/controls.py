"""Draws single controls in the colours of the palette."""

# ruff: noqa: ARG001 - each takes all that Qt hands over

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOption, QWidget

from unspin_gui.ui.widgets.palettes import mixed

State = QStyle.StateFlag
Role = QPalette.ColorRole
_RADIUS = 4.0


def draw_chevron(painter: QPainter, centre: QPointF, ahead: int, *, flat: bool) -> None:
    """Draw two strokes that point up or left or, with `ahead` 1, down or right."""
    steps = ((-3.0, -1.5 * ahead), (0.0, 1.5 * ahead), (3.0, -1.5 * ahead))
    points = [centre + (QPointF(y, x) if flat else QPointF(x, y)) for x, y in steps]
    painter.drawPolyline(QPolygonF(points))


def is_on(option: QStyleOption, *flags: State) -> bool:
    """Whether all of these flags are set."""
    return all(bool(option.state & flag) for flag in flags)


def outline_of(option: QStyleOption) -> QColor:
    """The colour of a control's border: strong with the focus, faint when disabled."""
    palette: QPalette = option.palette
    if is_on(option, State.State_Enabled, State.State_HasFocus):
        return palette.color(Role.Highlight)
    role = Role.Dark if is_on(option, State.State_Enabled) else Role.Mid
    return palette.color(role)


def _box(option: QStyleOption) -> QRectF:
    rect: QRect = option.rect
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)


def draw_nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Leave the background as it is."""


def draw_ground(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Fill with the window's colour."""
    painter.setPen(Qt.PenStyle.NoPen)  # fillRect would load the enums of gradients for comparison
    painter.setBrush(option.palette.color(Role.Window))
    painter.drawRect(option.rect)


def draw_menu(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the background of a menu, with a border visible on any background."""
    painter.fillRect(option.rect, option.palette.color(Role.AlternateBase))
    painter.setPen(QPen(option.palette.color(Role.Dark), 1))
    painter.drawRect(_box(option))


def draw_menu_line(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a separator between the actions of a menu."""
    rect: QRect = option.rect
    painter.fillRect(
        rect.left() + 8, rect.center().y(), rect.width() - 16, 1, option.palette.color(Role.Mid)
    )


def draw_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a frame around a part: quiet, and strong with the focus."""
    focused = is_on(option, State.State_HasFocus)
    colour = option.palette.color(Role.Highlight if focused else Role.Mid)
    painter.setPen(QPen(colour, 1.6 if focused else 1.0))
    painter.drawRoundedRect(_box(option), 3, 3)


def draw_edit_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a frame around a field, strong with the focus."""
    width = 1.6 if is_on(option, State.State_HasFocus) else 1.0
    painter.setPen(QPen(outline_of(option), width))
    painter.drawRoundedRect(_box(option), _RADIUS, _RADIUS)


def draw_button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a flat button; a ring marks the focus, and the button that Enter presses."""
    palette: QPalette = option.palette
    button = widget if isinstance(widget, QPushButton) else None
    down = is_on(option, State.State_Sunken) or is_on(option, State.State_On)
    hover = is_on(option, State.State_Enabled, State.State_MouseOver)
    if button is not None and button.isFlat() and not (down or hover):
        return
    ground = palette.color(Role.Button)
    if down or hover:
        ground = mixed(ground, palette.color(Role.Highlight), 0.22 if down else 0.08)
    pen = QPen(outline_of(option), 1.0)
    default = button is not None and button.isDefault() and button.isEnabled()
    if default or is_on(option, State.State_HasFocus):
        pen = QPen(palette.color(Role.Highlight), 1.6)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(_box(option), _RADIUS, _RADIUS)


def draw_combo(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a button with a chevron."""
    draw_button(option, painter, widget)
    rect: QRect = option.rect
    centre = QPointF(rect.right() - 11, rect.center().y() + 1)
    painter.setPen(QPen(option.palette.color(Role.ButtonText), 1.4))
    points = [centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)]
    painter.drawPolyline(QPolygonF(points))


def draw_check(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a box: empty, ticked or partly ticked."""
    palette: QPalette = option.palette
    ticked, partly = is_on(option, State.State_On), is_on(option, State.State_NoChange)
    enabled = is_on(option, State.State_Enabled)
    ground = palette.color(Role.Highlight if (ticked or partly) and enabled else Role.Base)
    painter.setPen(QPen(ground if ticked and enabled else outline_of(option), 1.2))
    painter.setBrush(ground)
    box = _box(option).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, 3, 3)
    if not (ticked or partly):
        return
    ink = palette.color(Role.HighlightedText if enabled else Role.Mid)
    painter.setPen(QPen(ink, 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    shares = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31)) if ticked else ((0.28, 0.5), (0.72, 0.5))
    points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in shares]
    painter.drawPolyline(QPolygonF(points))


def draw_radio(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a circle, filled if it is selected."""
    palette: QPalette = option.palette
    chosen = is_on(option, State.State_On)
    painter.setPen(QPen(palette.color(Role.Highlight) if chosen else outline_of(option), 1.2))
    painter.setBrush(palette.color(Role.Base))
    box = _box(option).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawEllipse(box)
    if chosen:
        painter.setBrush(palette.color(Role.Highlight))
        painter.drawEllipse(box.adjusted(3, 3, -3, -3))


def draw_tab(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a tab as words above a line, which is strong if the tab is selected."""
    palette: QPalette = option.palette
    rect: QRect = option.rect
    low = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(low, palette.color(Role.Mid))
    if is_on(option, State.State_Selected):
        line = QRect(rect.left() + 6, rect.bottom() - 1, rect.width() - 12, 2)
        painter.fillRect(line, palette.color(Role.Highlight))
    elif is_on(option, State.State_MouseOver, State.State_Enabled):
        shade = mixed(palette.color(Role.Window), palette.color(Role.Highlight), 0.08)
        painter.fillRect(rect.adjusted(2, 2, -2, -2), shade)


def draw_header(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the background of a table's header, with a line below."""
    palette: QPalette = option.palette
    rect: QRect = option.rect
    painter.fillRect(rect, palette.color(Role.AlternateBase))
    low = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(low, palette.color(Role.Mid))
