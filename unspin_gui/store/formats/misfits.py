"""Finds the corrections that a format cannot hold, so that the others can be made."""

from collections import deque
from collections.abc import Callable, Sequence

from unspin_gui.store.formats.opened import Edit

_TRIED = 2_000
"""How often corrections are tried at most to find those that do not fit.

Each of them needs about twice the binary logarithm of the number of corrections.
"""


def misfits(
    edits: Sequence[Edit], fits: Callable[[Sequence[Edit]], bool], trials: int = _TRIED
) -> list[Sequence[Edit]]:
    """Find the edits that cannot be made, among some that cannot all be made, so that the rest can.

    First those that fail by themselves, by bisection, then those that fail together with others
    before them. Returns them one by one. Once the trials are used up, the smallest groups known to
    contain one are returned instead, so that everything outside of them can be made.
    """
    parts, found = deque([edits]), list[Sequence[Edit]]()
    while parts:
        part = parts.popleft()  # the largest, as halves are appended
        if len(part) == 1 or trials < 1:
            found.append(part)
            continue
        middle = len(part) // 2
        halves = [half for half in (part[:middle], part[middle:]) if not fits(half)]
        parts += halves
        trials -= 2
    alone = {edit for part in found for edit in part}
    return [*found, *_misfits_together([edit for edit in edits if edit not in alone], fits, trials)]


def _misfits_together(
    edits: Sequence[Edit], fits: Callable[[Sequence[Edit]], bool], trials: int
) -> list[Sequence[Edit]]:
    """Return the edits that fail together with the good ones before them, as in `misfits`."""
    kept, found = list[Edit](), list[Sequence[Edit]]()
    parts = [edits] if trials > 0 else []
    while parts:
        part = parts.pop()  # the first by place
        if not part:
            continue
        trials -= 1
        if trials >= 0 and fits([*kept, *part]):
            kept += part
        elif len(part) == 1 or trials < 0:
            found.append(part)
        else:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
    return found
