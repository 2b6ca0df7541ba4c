"""Sets of element names, written as people read them."""


def tags(*lines: str) -> frozenset[str]:
    """The names in these lines, apart by blanks."""
    return frozenset(" ".join(lines).split())
