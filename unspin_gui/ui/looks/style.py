"""Fusion with quiet, flat controls whose outlines show in the dark looks as well."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from unspin_gui.ui.looks.palettes import mixed

Primitive = QStyle.PrimitiveElement
Control = QStyle.ControlElement
Complex = QStyle.ComplexControl
State = QStyle.StateFlag
Role = QPalette.ColorRole
_RADIUS = 4.0
_Draw = Callable[[QStyleOption, QPainter, QWidget | None], None]


class CalmStyle(QProxyStyle):
    """Colours come from the palette: Mid for quiet lines, Dark for outlines of controls."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._primitives: dict[Primitive, _Draw] = {
            Primitive.PE_IndicatorCheckBox: _draw_check,
            Primitive.PE_IndicatorItemViewItemCheck: _draw_check,
            Primitive.PE_IndicatorRadioButton: _draw_radio,
            Primitive.PE_FrameLineEdit: _draw_edit_frame,
            Primitive.PE_Frame: _draw_frame,
            Primitive.PE_PanelButtonCommand: _draw_button,
            Primitive.PE_FrameStatusBarItem: _draw_nothing,
            Primitive.PE_FrameTabBarBase: _draw_nothing,
        }
        self._controls: dict[Control, _Draw] = {
            Control.CE_TabBarTabShape: _draw_tab,
            Control.CE_HeaderSection: _draw_header,
            Control.CE_HeaderEmptyArea: _draw_header,
            Control.CE_ToolBar: _draw_ground,
        }

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 (Qt's own name)
    ) -> int:
        """Buttons of dialogs are words without pictures (called by Qt)."""
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    def drawPrimitive(
        self,
        element: Primitive,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a part (called by Qt)."""
        draw = self._primitives.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            _drawn(draw, option, painter, widget)

    def drawControl(
        self,
        element: Control,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control (called by Qt)."""
        draw = self._controls.get(element)
        if draw is None:
            super().drawControl(element, option, painter, widget)
        else:
            _drawn(draw, option, painter, widget)

    def drawComplexControl(
        self,
        control: Complex,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control with parts (called by Qt)."""
        plain = isinstance(widget, QComboBox) and not widget.isEditable()
        if control == Complex.CC_ComboBox and plain:
            _drawn(_draw_combo, option, painter, widget)
            return
        if control == Complex.CC_ScrollBar:
            self._draw_scroll_bar(option, painter, widget)
            return
        if control == Complex.CC_Slider:
            self._draw_slider(option, painter, widget)
            return
        super().drawComplexControl(control, option, painter, widget)
        if control in (Complex.CC_SpinBox, Complex.CC_ComboBox):
            _drawn(_draw_edit_frame, option, painter, widget)

    def _draw_slider(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        """A thin line, strong up to the handle, and a round handle."""
        palette: QPalette = option.palette
        where = partial(self.baseStyle().subControlRect, Complex.CC_Slider, option)
        handle = QRectF(where(QStyle.SubControl.SC_SliderHandle, widget)).center()
        room = QRectF(option.rect).adjusted(2, 0, -2, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong, ring = palette.color(Role.Highlight), _outline(option)
        for colour, end in ((palette.color(Role.Dark), room.right()), (strong, handle.x())):
            painter.setPen(QPen(colour, 2.5, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(room.left(), handle.y()), QPointF(end, handle.y()))
        painter.setPen(QPen(ring, 2.0 if _on(option, State.State_HasFocus) else 1.2))
        painter.setBrush(palette.color(Role.Base))
        painter.drawEllipse(handle, 6.5, 6.5)
        painter.restore()

    def _draw_scroll_bar(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        """A groove of the window's colour, a rounded handle, and two quiet arrows."""
        palette: QPalette = option.palette
        window, text = palette.color(Role.Window), palette.color(Role.WindowText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, window)
        part = QStyle.SubControl
        where = partial(self.baseStyle().subControlRect, Complex.CC_ScrollBar, option)
        handle = where(part.SC_ScrollBarSlider, widget)
        held = _on(option, State.State_Sunken)
        amount = 0.55 if held else 0.42 if _on(option, State.State_MouseOver) else 0.30
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(window, text, amount))
        box = QRectF(handle).adjusted(4, 2, -4, -2)
        flat = _on(option, State.State_Horizontal)
        box = QRectF(handle).adjusted(2, 4, -2, -4) if flat else box
        if _on(option, State.State_Enabled):
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(mixed(window, text, 0.5), 1.3, c=Qt.PenCapStyle.RoundCap))
        for arrow, ahead in ((part.SC_ScrollBarSubLine, -1), (part.SC_ScrollBarAddLine, 1)):
            _draw_chevron(painter, QRectF(where(arrow, widget)).center(), ahead, flat=flat)
        painter.restore()


def _draw_chevron(painter: QPainter, centre: QPointF, ahead: int, *, flat: bool) -> None:
    steps = ((-3.0, -1.5 * ahead), (0.0, 1.5 * ahead), (3.0, -1.5 * ahead))
    points = [centre + (QPointF(y, x) if flat else QPointF(x, y)) for x, y in steps]
    painter.drawPolyline(QPolygonF(points))


def _drawn(draw: _Draw, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(option, painter, widget)
    painter.restore()


def _on(option: QStyleOption, *flags: State) -> bool:
    return all(bool(option.state & flag) for flag in flags)


def _outline(option: QStyleOption) -> QColor:
    """The colour of a control's border: strong with the focus, faint when it is off."""
    palette: QPalette = option.palette
    if _on(option, State.State_Enabled, State.State_HasFocus):
        return palette.color(Role.Highlight)
    role = Role.Dark if _on(option, State.State_Enabled) else Role.Mid
    return palette.color(role)


def _box(option: QStyleOption) -> QRectF:
    rect: QRect = option.rect
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)


def _draw_nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Leave the ground as it is."""


def _draw_ground(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:  # noqa: ARG001
    painter.fillRect(option.rect, option.palette.color(Role.Window))


def _draw_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:  # noqa: ARG001
    painter.setPen(QPen(option.palette.color(Role.Mid), 1))
    painter.drawRoundedRect(_box(option), 3, 3)


def _draw_edit_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:  # noqa: ARG001
    width = 1.6 if _on(option, State.State_HasFocus) else 1.0
    painter.setPen(QPen(_outline(option), width))
    painter.drawRoundedRect(_box(option), _RADIUS, _RADIUS)


def _draw_button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    palette: QPalette = option.palette
    button = widget if isinstance(widget, QPushButton) else None
    down = _on(option, State.State_Sunken) or _on(option, State.State_On)
    hover = _on(option, State.State_Enabled, State.State_MouseOver)
    if button is not None and button.isFlat() and not (down or hover):
        return
    ground = palette.color(Role.Button)
    if down or hover:
        ground = mixed(ground, palette.color(Role.Highlight), 0.22 if down else 0.08)
    pen = QPen(_outline(option), 1.0)
    default = button is not None and button.isDefault() and button.isEnabled()
    if default or _on(option, State.State_HasFocus):
        pen = QPen(palette.color(Role.Highlight), 1.6)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(_box(option), _RADIUS, _RADIUS)


def _draw_combo(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    _draw_button(option, painter, widget)
    rect: QRect = option.rect
    centre = QPointF(rect.right() - 11, rect.center().y() + 1)
    painter.setPen(QPen(option.palette.color(Role.ButtonText), 1.4))
    points = [centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)]
    painter.drawPolyline(QPolygonF(points))


def _draw_check(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:  # noqa: ARG001
    palette: QPalette = option.palette
    ticked, partly = _on(option, State.State_On), _on(option, State.State_NoChange)
    enabled = _on(option, State.State_Enabled)
    ground = palette.color(Role.Highlight if (ticked or partly) and enabled else Role.Base)
    painter.setPen(QPen(ground if ticked and enabled else _outline(option), 1.2))
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


def _draw_radio(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:  # noqa: ARG001
    palette: QPalette = option.palette
    chosen = _on(option, State.State_On)
    painter.setPen(QPen(palette.color(Role.Highlight) if chosen else _outline(option), 1.2))
    painter.setBrush(palette.color(Role.Base))
    box = _box(option).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawEllipse(box)
    if chosen:
        painter.setBrush(palette.color(Role.Highlight))
        painter.drawEllipse(box.adjusted(3, 3, -3, -3))


def _draw_tab(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:  # noqa: ARG001
    """A tab is words with a line below: strong where it is the chosen one."""
    palette: QPalette = option.palette
    rect: QRect = option.rect
    low = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(low, palette.color(Role.Mid))
    if _on(option, State.State_Selected):
        line = QRect(rect.left() + 6, rect.bottom() - 1, rect.width() - 12, 2)
        painter.fillRect(line, palette.color(Role.Highlight))
    elif _on(option, State.State_MouseOver, State.State_Enabled):
        shade = mixed(palette.color(Role.Window), palette.color(Role.Highlight), 0.08)
        painter.fillRect(rect.adjusted(2, 2, -2, -2), shade)


def _draw_header(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:  # noqa: ARG001
    palette: QPalette = option.palette
    rect: QRect = option.rect
    painter.fillRect(rect, palette.color(Role.AlternateBase))
    low = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(low, palette.color(Role.Mid))
