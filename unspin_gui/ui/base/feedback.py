"""The ways in which a window speaks to the user."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.widgets.message_bar import MessageBar


class Feedback:
    """Messages that stay, questions, and one line about what was just done.

    `tell` writes a line to the status bar and passes it to screen readers; `over` is the widget
    over which dialogs open.
    """

    __slots__ = ("messages", "over", "prompts", "tell")

    def __init__(
        self,
        messages: MessageBar,
        prompts: Prompts,
        tell: Callable[[str], object],
        over: QWidget | None = None,
    ) -> None:
        self.messages = messages
        self.prompts = prompts
        self.tell = tell
        self.over = over
