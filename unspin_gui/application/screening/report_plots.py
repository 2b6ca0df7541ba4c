"""Plots of a screening as inline SVG: bars for distributions, a dot for each document."""

from collections.abc import Iterable, Sequence
from html import escape
from math import log10

_WIDTH, _HEIGHT, _FOOT, _HEAD = 640, 180, 28, 26


def bars(title: str, labels: Sequence[str], counts: Sequence[int]) -> str:
    """Draw a bar for each label, with logarithmic heights so that single documents show."""
    most = log10(max(1, *counts) + 1)
    wide = _WIDTH / len(counts)
    parts = [_opening(title)]
    for n, (label, count) in enumerate(zip(labels, counts, strict=True)):
        tall = (_HEIGHT - _HEAD) * log10(count + 1) / most if most else 0
        top, left = _HEIGHT - tall, n * wide
        parts.append(
            f"<g><title>{escape(label)}: {count:,}</title>"
            f'<rect class="bar" x="{left + 1:.1f}" y="{top:.1f}" width="{wide - 2:.1f}" '
            f'height="{max(tall, 0.5):.1f}"/>'
        )
        if count:
            parts.append(f'<text x="{left + wide / 2:.1f}" y="{top - 4:.1f}">{count:,}</text>')
        place = f'x="{left + wide / 2:.1f}" y="{_HEIGHT + 20}"'
        parts.append(f'<text class="axis" {place}>{escape(label)}</text></g>')
    return "".join([*parts, "</svg>"])


def dots(title: str, points: Iterable[tuple[float, float, int, str]]) -> str:
    """A dot for each document: marks per 1,000 words (across, logarithmic) and probability (up).

    The third value is the cluster, which gives the colour; the last is the dot's tooltip.
    """
    parts = [_opening(title)]
    for level in (0.0, 0.5, 1.0):
        y = _place(level)
        parts.append(
            f'<line class="rule" x1="0" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text class="axis left" x="2" y="{y - 3:.1f}">{level:.0%}</text>'
        )
    for density, share, cluster, tooltip in points:
        x = 40 + (_WIDTH - 60) * min(1.0, log10(1 + density) / log10(301))
        colour = f"c{cluster % 8}" if cluster else "none"
        parts.append(
            f'<circle class="{colour}" cx="{x:.1f}" cy="{_place(share):.1f}" r="4">'
            f"<title>{escape(tooltip)}</title></circle>"
        )
    for mark in (1, 10, 100, 300):
        x = 40 + (_WIDTH - 60) * log10(1 + mark) / log10(301)
        parts.append(f'<text class="axis" x="{x:.1f}" y="{_HEIGHT + 20}">{mark}</text>')
    return "".join([*parts, "</svg>"])


def _opening(title: str) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT + _FOOT}" role="img" aria-label="{escape(title)}">'


def _place(share: float) -> float:
    return _HEIGHT - 6 - (_HEIGHT - _HEAD - 6) * share
