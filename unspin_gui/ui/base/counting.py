"""Counts of things in words."""


def counted(count: int, one: str, many: str) -> str:
    """`one` for a single thing, otherwise `many` with the number in place of its braces."""
    return one if count == 1 else many.format(count)
