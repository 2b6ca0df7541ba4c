"""The Fusion style with quiet, flat controls whose outlines are visible in dark looks too."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QWidget,
)
from shiboken6 import isValid

from unspin_gui.ui.widgets import controls
from unspin_gui.ui.widgets.controls import is_on, outline_of
from unspin_gui.ui.widgets.palettes import mixed

Primitive = QStyle.PrimitiveElement
Control = QStyle.ControlElement
Complex = QStyle.ComplexControl
State = QStyle.StateFlag
Role = QPalette.ColorRole
_ON_BUTTONS = frozenset(
    picture
    for picture in QStyle.StandardPixmap
    if picture.name.startswith("SP_Dialog") and picture.name.endswith("Button")
)
_Draw = Callable[[QStyleOption, QPainter, QWidget | None], None]


class CalmStyle(QProxyStyle):
    """Takes its colours from the palette: Mid for quiet lines, Dark for outlines of controls."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._primitives: dict[Primitive, _Draw] = {
            Primitive.PE_IndicatorCheckBox: controls.draw_check,
            Primitive.PE_IndicatorItemViewItemCheck: controls.draw_check,
            Primitive.PE_IndicatorRadioButton: controls.draw_radio,
            Primitive.PE_FrameLineEdit: controls.draw_edit_frame,
            Primitive.PE_Frame: controls.draw_frame,
            Primitive.PE_PanelButtonCommand: controls.draw_button,
            Primitive.PE_PanelMenu: controls.draw_menu,
            Primitive.PE_FrameMenu: controls.draw_nothing,
            Primitive.PE_FrameStatusBarItem: controls.draw_nothing,
            Primitive.PE_FrameTabBarBase: controls.draw_nothing,
        }
        self._controls: dict[Control, _Draw] = {
            Control.CE_TabBarTabShape: controls.draw_tab,
            Control.CE_HeaderSection: controls.draw_header,
            Control.CE_HeaderEmptyArea: controls.draw_header,
            Control.CE_ToolBar: controls.draw_ground,
        }

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803 (Qt's own name)
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        """Leave icons off the buttons of dialogs (called by Qt).

        Not in `styleHint`, which Qt calls a thousand times while the window is created.
        """
        if standardIcon in _ON_BUTTONS:
            return QIcon()
        return super().standardIcon(standardIcon, option, widget)

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
        draw = controls.draw_menu_line if _is_menu_line(option) else self._controls.get(element)
        if element == Control.CE_TabBarTabLabel:
            # Fusion lowers the words of the other tabs, and cuts off their lower edge.
            option.state |= State.State_Selected
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
            _drawn(controls.draw_combo, option, painter, widget)
            return
        if control == Complex.CC_ScrollBar:
            self._draw_scroll_bar(option, painter, widget)
            return
        if control == Complex.CC_Slider:
            self._draw_slider(option, painter, widget)
            return
        super().drawComplexControl(control, option, painter, widget)
        if control in (Complex.CC_SpinBox, Complex.CC_ComboBox):
            _drawn(controls.draw_edit_frame, option, painter, widget)

    def _draw_slider(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        """Draw a thin line, strong up to the handle, and a round handle."""
        palette: QPalette = option.palette
        where = partial(self.baseStyle().subControlRect, Complex.CC_Slider, option)
        handle = QRectF(where(QStyle.SubControl.SC_SliderHandle, widget)).center()
        room = QRectF(option.rect).adjusted(2, 0, -2, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong, ring = palette.color(Role.Highlight), outline_of(option)
        for colour, end in ((palette.color(Role.Dark), room.right()), (strong, handle.x())):
            painter.setPen(QPen(colour, 2.5, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(room.left(), handle.y()), QPointF(end, handle.y()))
        painter.setPen(QPen(ring, 2.0 if is_on(option, State.State_HasFocus) else 1.2))
        painter.setBrush(palette.color(Role.Base))
        painter.drawEllipse(handle, 6.5, 6.5)
        painter.restore()

    def _draw_scroll_bar(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        """Draw a groove in the window's colour, a rounded handle, and two quiet arrows."""
        palette: QPalette = option.palette
        window, text = palette.color(Role.Window), palette.color(Role.WindowText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, window)
        part = QStyle.SubControl
        where = partial(self.baseStyle().subControlRect, Complex.CC_ScrollBar, option)
        handle = where(part.SC_ScrollBarSlider, widget)
        held = is_on(option, State.State_Sunken)
        amount = 0.55 if held else 0.42 if is_on(option, State.State_MouseOver) else 0.30
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(window, text, amount))
        box = QRectF(handle).adjusted(4, 2, -4, -2)
        flat = is_on(option, State.State_Horizontal)
        box = QRectF(handle).adjusted(2, 4, -2, -4) if flat else box
        if is_on(option, State.State_Enabled):
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(mixed(window, text, 0.5), 1.3, c=Qt.PenCapStyle.RoundCap))
        for arrow, ahead in ((part.SC_ScrollBarSubLine, -1), (part.SC_ScrollBarAddLine, 1)):
            controls.draw_chevron(painter, QRectF(where(arrow, widget)).center(), ahead, flat=flat)
        painter.restore()


def _is_menu_line(option: QStyleOption) -> bool:
    line = QStyleOptionMenuItem.MenuItemType.Separator
    return (
        isinstance(option, QStyleOptionMenuItem) and option.menuItemType == line and not option.text
    )


def _drawn(draw: _Draw, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(option, painter, widget)
    painter.restore()


def show_focus(old: QWidget | None, new: QWidget | None) -> None:
    """Redraw the frames of tables that lost or got the focus; Qt redraws their rows alone."""
    for widget in (old, new):
        if isinstance(widget, QAbstractItemView) and isValid(widget):
            widget.update()
