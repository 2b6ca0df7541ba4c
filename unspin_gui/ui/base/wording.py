"""Puts messages and errors of the lower layers into the words of the window."""

from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.core.text.messages import Message
from unspin_gui.ui.base.translating import tr


def in_words(text: str) -> str:
    """Return a message in the language in use; any other text unchanged."""
    if not isinstance(text, Message):
        return text
    message = tr(text.pattern)
    return message.format(*map(_value, text.values)) if text.values else message


def error_in_words(error: UnspinError) -> str:
    """Return what is wrong, preceded by the file and the place in it."""
    if not isinstance(error, StoreError):
        return in_words(error.args[0]) if error.args else ""
    place = "".join(f":{n}" for n in (error.line, error.column) if n)
    reason = in_words(error.reason)
    return f"{error.path}{place}: {reason}" if error.path else reason


def quoted(text: str) -> str:
    """A wording in the quotation marks of the language."""
    return tr("“{0}”").format(text)


def _value(value: object) -> object:
    if isinstance(value, UnspinError):
        return error_in_words(value)
    return in_words(value) if isinstance(value, str) else value
