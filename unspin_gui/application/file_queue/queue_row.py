"""A row of the queue: a file, or a document inside one, and the progress of the work on it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

State = Literal["unread", "work", "finished", "error"]
"""Not opened by the user yet; opened; finished by the user, or nothing was left; unreadable."""


class QueueKey(NamedTuple):
    """What identifies a row: the file, and the document inside it if it holds several."""

    path: Path
    record: str = ""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """What is known about a file; None where it has not been counted yet.

    `record` is the identifier of a document inside a container, empty for a file of its own.
    `suspects` is the number of marks still open, `done` that of the decisions; `probability` is how
    likely the document was spun, 0..1, None also if that cannot be determined. `error` says in one
    sentence why it was not read. `unsaved` means that its decisions are not in a corrected file.
    `opened` orders rows in progress by when the user first opened them; 0: never.
    """

    path: Path
    record: str = ""
    words: int | None = None
    suspects: int | None = None
    done: int = 0
    probability: float | None = None
    state: State = "unread"
    error: str = ""
    unsaved: bool = False
    opened: int = 0

    @property
    def key(self) -> QueueKey:
        """What identifies the row."""
        return QueueKey(self.path, self.record)

    @property
    def name(self) -> str:
        """The name to show; for a document inside a container, preceded by the container's."""
        return f"{self.path.name} #{self.record}" if self.record else self.path.name

    @property
    def is_counted(self) -> bool:
        """Whether its marks have been counted."""
        return self.suspects is not None

    @property
    def wants_work(self) -> bool:
        """Whether it has open marks, or may have some, and was not finished."""
        return self.state in ("unread", "work") and self.suspects != 0

    @property
    def rank(self) -> tuple[float, ...]:
        """The sort key: what needs attention comes first.

        First the files in progress, in the order in which they were opened; then those likeliest to
        be spun, then those with the most marks; then files not counted yet; then unreadable ones;
        and last those without marks or finished.
        """
        if not self.wants_work:
            return ({"error": 3, "finished": 5}.get(self.state, 4), 0)
        if self.state == "work":
            return (0, self.opened)
        if self.suspects is None:
            return (2, 0)
        return (1, -(self.probability or 0.0), -self.suspects)
