"""Gives a finished file its name, replacing an existing file or only if there is none."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from unspin_gui.core.text.messages import Message
from unspin_gui.store.files.failures import ReplaceRefusedError, store_error

_REPLACE_REFUSALS = {errno.EXDEV, errno.EPERM, errno.EACCES, errno.EBUSY, errno.ETXTBSY}
_NO_LINKS_HERE = {
    errno.EPERM,
    errno.EACCES,
    errno.EINVAL,
    errno.EMLINK,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EXDEV,
}


def replace(path: str | Path, temporary: Path, target: Path) -> None:
    """Put a finished file in place of `target`; raises StoreError, about `path`."""
    try:
        os.replace(temporary, target)  # noqa: PTH105 - the call that fault tests intercept
    except OSError as error:
        failure = store_error(path, Message("replace the file"), error)
        if error.errno in _REPLACE_REFUSALS:
            raise ReplaceRefusedError(path, failure.reason) from error
        raise failure from error


def name_new(path: str | Path, temporary: Path, target: Path) -> bool:
    """Give a finished file the name `target` in one step; return False if the name is taken.

    Of several programs that try, exactly one succeeds. Raises StoreError, about `path`.
    """
    try:
        if os.name == "nt":
            os.rename(temporary, target)  # noqa: PTH104 - which refuses there to replace a file
        else:
            os.link(temporary, target)
            with suppress(OSError):  # the name is set; leftovers are swept later
                temporary.unlink()
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS_HERE:
            raise store_error(path, Message("save"), error) from error
        replace(path, temporary, target)  # the name was seen to be free just before
    return True
