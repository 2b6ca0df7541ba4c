"""Places a popup beside its phrase, never over it, inside the screen."""

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 6


def room_beside(width: int, anchor: QRect, screen: QRect, gap: int = GAP) -> int:
    """The greatest possible height for something of this width beside `anchor`."""
    right, left = screen.right() - anchor.right() - gap, anchor.left() - gap - screen.left()
    return screen.height() if max(right, left) >= width else max(_rooms(anchor, screen, gap))


def place_beside(size: QSize, anchor: QRect, screen: QRect, gap: int = GAP) -> QRect:
    """A rectangle of `size` below `anchor` or, for lack of room, above, right or left of it.

    If no side has room for all of it, it is shortened to the larger of the rooms above and below.
    """
    left = _inside(anchor.left() - 12, size.width(), screen.left(), screen.right())
    top = _inside(anchor.top(), size.height(), screen.top(), screen.bottom())
    below, above = anchor.bottom() + 1 + gap, anchor.top() - gap - size.height()
    beside = anchor.right() + 1 + gap, anchor.left() - gap - size.width()
    choices = [
        QRect(QPoint(left, below), size),
        QRect(QPoint(left, above), size),
        QRect(QPoint(beside[0], top), size),
        QRect(QPoint(beside[1], top), size),
    ]
    fitting = (rect for rect in choices if screen.contains(rect))
    return next(fitting, None) or _squeezed(size, left, anchor, screen, gap)


def _squeezed(size: QSize, left: int, anchor: QRect, screen: QRect, gap: int) -> QRect:
    over, under = _rooms(anchor, screen, gap)
    height = min(size.height(), max(under, over, 1))
    top = anchor.bottom() + 1 + gap if under >= over else anchor.top() - gap - height
    return QRect(left, top, min(size.width(), screen.width()), height)


def _rooms(anchor: QRect, screen: QRect, gap: int) -> tuple[int, int]:
    """Return the room above and below."""
    return anchor.top() - gap - screen.top(), screen.bottom() - anchor.bottom() - gap


def _inside(start: int, length: int, low: int, high: int) -> int:
    return max(low, min(start, high - length + 1))
