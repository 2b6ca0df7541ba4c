"""The author and date that accompany tracked changes and comments."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime

AUTHOR = "unspin"


@dataclass(frozen=True, slots=True)
class Tracking:
    """How edits are written into an office document.

    `tracked`: as deletions and insertions to be accepted or rejected; `comments`: the note of each
    edit as a comment beside it; `date` is in UTC.
    """

    tracked: bool = False
    comments: bool = False
    date: datetime = datetime(1980, 1, 1, tzinfo=UTC)

    @property
    def stamp(self) -> str:
        """The date as office documents write it, without a time zone."""
        return self.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def now() -> datetime:
    """The date to write: SOURCE_DATE_EPOCH if it is set, for reproducible files."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal() and len(fixed) < 12:
        return datetime.fromtimestamp(int(fixed), UTC)
    return datetime.now(UTC)
