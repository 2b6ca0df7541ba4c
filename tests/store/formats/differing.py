"""Where two texts differ."""

from unspin_gui.core.text.spans import shared_ends


def differing(before: str, after: str) -> tuple[str, str]:
    """What lies between the common start and the common end of two texts."""
    head, tail = shared_ends(before, after)
    return before[head : len(before) - tail], after[head : len(after) - tail]
