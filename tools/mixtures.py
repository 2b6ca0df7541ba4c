"""Documents assembled from paragraphs, to train the document prior: patchworks, long, short."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from random import Random

from annotated import Article
from spin import Spun

_SHORT, _LONG = 120, 8
"""The most words in a short document; the most articles in a long one."""


def paragraphs(article: Article) -> list[Article]:
    """The paragraphs of an article, each with its spun places."""
    texts = article.text.split("\n\n")
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 2)
    spun: list[list[Spun]] = [[] for _ in texts]
    for place in article.spun:
        at = bisect_right(starts, place.start) - 1
        if place.end <= starts[at] + len(texts[at]):
            first = starts[at]
            spun[at].append(Spun(place.start - first, place.end - first, place.originals))
    return [
        Article.synthetic(article.name, text, places)
        for text, places in zip(texts, spun, strict=True)
    ]


def joined(parts: Sequence[Article]) -> Article:
    """One article made of several, with an empty line between them."""
    places, at = list[Spun](), 0
    for part in parts:
        places += [Spun(p.start + at, p.end + at, p.originals) for p in part.spun]
        at += len(part.text) + 2
    return Article.synthetic(parts[0].name, "\n\n".join(part.text for part in parts), places)


def mixtures(pairs: Sequence[tuple[Article, Article]], random: Random) -> Iterator[Article]:
    """From pairs (genuine, spun): both, patchworks of them, short documents, and long ones."""
    for honest, spun in pairs:
        ours, theirs = paragraphs(honest), paragraphs(spun)
        kind = random.choice(["whole", "whole", "patchwork", "short"])
        if kind == "patchwork" and len(ours) == len(theirs) > 3:
            chosen = set(random.sample(range(len(ours)), random.choice([1, 2])))
            mixed = [theirs[n] if n in chosen else ours[n] for n in range(len(ours))]
            yield from (honest, joined(mixed))
        elif kind == "short" and len(ours) == len(theirs):
            yield from (_short(ours), _short(theirs))
        else:
            yield from (honest, spun)
    for n in range(0, len(pairs) - _LONG, 2 * _LONG):
        some = pairs[n : n + random.randint(3, _LONG)]
        yield joined([honest for honest, _ in some])
        yield joined([spun for _, spun in some])


def _short(parts: Sequence[Article]) -> Article:
    """The first paragraphs, at least one, up to about `_SHORT` words."""
    taken, words = [parts[0]], len(parts[0].text.split())
    for part in parts[1:]:
        words += len(part.text.split())
        if words > _SHORT:
            break
        taken.append(part)
    return joined(taken)
