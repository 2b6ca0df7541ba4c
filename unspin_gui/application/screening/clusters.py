"""Groups documents that the same spinner seems to have made.

A spinner has a vocabulary of its own, so documents that share several of the rarer pairs (spun
phrase, fix) belong together. The groups are the connected components of that graph, found with a
disjoint-set forest (Tarjan 1975).
"""

from collections import Counter
from collections.abc import Iterable

LEAST_SHARED, LEAST_PART = 3, 0.2
"""How many pairs two documents must share, and what share of the smaller one's pairs."""


def clusters_of(shared: Iterable[tuple[int, int, int, int]]) -> dict[int, int]:
    """The number of each document's cluster, the largest being 1; lone documents have none.

    `shared` yields two documents, how many pairs they share, and how many the smaller one has.
    """
    parent: dict[int, int] = {}

    def root(document: int) -> int:
        while (above := parent.setdefault(document, document)) != document:
            parent[document] = document = parent[above]
        return document

    for first, second, common, smaller in shared:
        if common >= LEAST_SHARED and common >= LEAST_PART * smaller:
            parent[root(first)] = root(second)
    sizes = Counter(root(document) for document in list(parent))
    order = sorted(sizes, key=lambda one: (-sizes[one], one))
    numbers = {one: number for number, one in enumerate(order, 1)}
    return {document: numbers[root(document)] for document in list(parent)}
