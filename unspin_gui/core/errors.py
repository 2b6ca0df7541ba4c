"""Errors that reach the user as one plain sentence."""


class UnspinError(Exception):
    """A problem that can be explained to the user in one sentence: what, where, what to do."""


class GlossaryError(UnspinError):
    """An invalid entry or glossary."""


class LanguageDataError(UnspinError):
    """Language data (thesaurus, language model, weights) that is missing or damaged."""


class StoreError(UnspinError):
    """A file that could not be read or written.

    `path` is the file; `line` and `column` count from 1 (0 if unknown); `reason` says what is wrong
    and, where possible, what to do.
    """

    def __init__(self, path: object, reason: str, *, line: int = 0, column: int = 0) -> None:
        self.path = str(path)
        self.line = line
        self.column = column
        self.reason = reason
        place = "".join(f":{n}" for n in (line, column) if n)
        super().__init__(f"{self.path}{place}: {reason}" if self.path else reason)

    def __reduce__(self) -> tuple[object, ...]:
        """Return what pickle needs to rebuild the error, possibly in another process."""
        return _copied, (type(self), self.args), self.__dict__


def _copied(kind: type[StoreError], args: tuple[str, ...]) -> StoreError:
    """Create an error of this kind without its attributes, whatever its constructor takes."""
    return kind.__new__(kind, *args)
