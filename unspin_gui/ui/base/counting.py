"""Numbers of things in words."""


def counted(count: int, one: str, many: str) -> str:
    """`one` where there is a single thing, otherwise `many` with the number in its braces."""
    return one if count == 1 else many.format(count)
