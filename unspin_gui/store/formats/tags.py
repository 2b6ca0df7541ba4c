"""Sets of element names, written readably."""


def tags(*lines: str) -> frozenset[str]:
    """Return the names in these lines, separated by white space."""
    return frozenset(" ".join(lines).split())
