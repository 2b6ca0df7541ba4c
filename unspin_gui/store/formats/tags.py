"""Sets of element names, written readably."""


def tags(*lines: str) -> frozenset[str]:
    """The names in these lines, separated by blanks."""
    return frozenset(" ".join(lines).split())
