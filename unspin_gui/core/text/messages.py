"""English sentences for the user that the window can show in another language."""

from typing import Self


class Message(str):
    """A sentence: a pattern, and the values for its braces, numbered from 0.

    As text it is the English sentence, which the commands print; the window translates the pattern
    and fills in the values. Values that are messages themselves are translated as well.
    """

    __slots__ = ("pattern", "values")
    pattern: str
    values: tuple[object, ...]

    def __new__(cls, pattern: str, *values: object) -> Self:
        """Fill in the values."""
        made = super().__new__(cls, pattern.format(*values) if values else pattern)
        made.pattern, made.values = pattern, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Return what pickle needs to rebuild the message, possibly in another process."""
        return Message, (self.pattern, *self.values)
