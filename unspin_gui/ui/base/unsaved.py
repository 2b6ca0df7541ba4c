"""The question about unsaved work before a text is closed, and its answer."""

from typing import NamedTuple


class Unsaved(NamedTuple):
    """What is not saved, as a phrase such as `article.txt (12 changes)`; empty for nothing.

    `kept` says that the decisions on the text are remembered whatever is answered.
    """

    text: str = ""
    glossary: str = ""
    kept: bool = False


class CloseAnswer(NamedTuple):
    """What to save before closing; if neither, both are discarded."""

    text: bool
    glossary: bool
