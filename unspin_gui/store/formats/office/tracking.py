"""Who changed what when: what tracked changes and comments say beside the wording."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime

AUTHOR = "unspin"


@dataclass(frozen=True, slots=True)
class Tracking:
    """How edits are written into an office document.

    `tracked`: as deletions and insertions to be accepted or rejected; `comments`: the note of each
    edit as a comment beside it; `date` is when, in UTC.
    """

    tracked: bool = False
    comments: bool = False
    date: datetime = datetime(1980, 1, 1, tzinfo=UTC)

    @property
    def stamp(self) -> str:
        """The date as office documents write it, without the time zone."""
        return self.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def now() -> datetime:
    """The date to write: SOURCE_DATE_EPOCH where that is set, for files that can be made again."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal() and len(fixed) < 12:
        return datetime.fromtimestamp(int(fixed), UTC)
    return datetime.now(UTC)
