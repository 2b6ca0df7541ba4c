"""A passage as it is read: its text, and its tokens on demand."""

from collections.abc import Iterator
from functools import cached_property

from unspin_gui.core.glossary.entry import Match
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.pieces import pieces
from unspin_gui.core.text.tokens import Tokens, tokens


class Read:
    """A passage of a batch; glossaries are searched without tokenising all of it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tokens(self) -> Tokens:
        """All tokens of the text."""
        return tokens(self.text)

    def matches(self, glossary: Glossary) -> Iterator[tuple[Tokens, Match]]:
        """Yield a glossary's matches as `Glossary.find` does, each with the tokens it counts in."""
        is_first = "tokens" not in vars(self) and glossary.is_sparse
        if is_first and (divided := self._pieces) is not None:
            yield from glossary.find_in_pieces(divided, self.text)
        else:
            for match in glossary.find(self.tokens, self.text):
                yield self.tokens, match

    @cached_property
    def _pieces(self) -> list[str] | None:
        return pieces(self.text)
