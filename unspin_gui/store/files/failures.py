"""What can go wrong with a file, each as one plain sentence: what, where, what to do."""

import errno
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message

_SENTENCES = {
    errno.ENOSPC: Message("the disk is full; free some space or save somewhere else"),
    errno.EDQUOT: Message("your disk quota is used up; free some space or save somewhere else"),
    errno.EACCES: Message("no permission; choose another location or ask its owner"),
    errno.EPERM: Message("not permitted here; choose another location or ask its owner"),
    errno.EROFS: Message("this location is read-only; save somewhere else"),
    errno.EAGAIN: Message("there is nothing to read at the moment"),
    errno.ENOENT: Message("there is no such file or folder"),
    errno.EEXIST: Message("a file with this name already exists; choose another name"),
    errno.ENOTDIR: Message("a part of this path is not a folder"),
    errno.EISDIR: Message("this is a folder, not a file"),
    errno.ENAMETOOLONG: Message("the name is too long; choose a shorter one"),
    errno.ELOOP: Message("the link points to itself"),
    errno.EFBIG: Message("the file would be too large for this disk"),
    errno.EBUSY: Message("another program has the file open; close it there and try again"),
    errno.ETXTBSY: Message("another program has the file open; close it there and try again"),
    errno.EIO: Message(
        "the disk reports an error; check it, and save somewhere else in the meantime"
    ),
    errno.ESTALE: Message("the network folder is gone; reconnect it or save somewhere else"),
}


class ChangedOnDiskError(StoreError):
    """The file has changed since it was read: another program wrote, replaced or removed it."""


class GoneError(ChangedOnDiskError):
    """The file has been removed since, perhaps with its folder."""


class AlreadyThereError(StoreError):
    """The file exists and must not be overwritten without asking."""


class DanglingLinkError(StoreError):
    """The path is a link to a file that does not exist, and nobody asked to create it."""


class NotRegularError(StoreError):
    """The path is a folder, device, pipe or socket."""


class ReadOnlyError(StoreError):
    """The file is marked read-only."""


class ReplaceRefusedError(StoreError):
    """The folder does not allow replacing files; writing in place may be offered, after a copy."""


class LockedError(StoreError):
    """Another program is writing the same file at this moment."""


class UncertainError(StoreError):
    """The file is written and in place, but the disk does not confirm that it will last.

    `token` is the content token of what was written.
    """

    def __init__(self, path: object, reason: str, token: str) -> None:
        super().__init__(path, reason)
        self.token = token


class NoAnswerError(StoreError):
    """A disk or network folder did not answer in time, so the state of the file is unknown."""


def sentence(error: OSError) -> str:
    """The reason of an operating system error in plain words."""
    known = _SENTENCES.get(error.errno or 0)
    return known or Message("the system says: {0}", error.strerror or error)


def store_error(path: str | Path, doing: str, error: OSError) -> StoreError:
    """Wrap an operating system error in a StoreError; `doing` completes "could not ..."."""
    reason = sentence(error)
    if doing == "save" and error.errno == errno.ENOENT:
        reason = Message("its folder does not exist; save somewhere else")
    return StoreError(path, Message("could not {0}: {1}", doing, reason))
