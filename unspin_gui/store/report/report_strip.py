"""Where in the text the marks are: a small bar chart over the length of the source."""

from collections import Counter
from collections.abc import Iterator

from unspin_gui.store.report.report_data import STATES, ReportData, ReportItem

BINS = 72
_WIDTH, _HEIGHT = 10, 56
_PATTERNS = """<defs>
<pattern id="f-open" width="5" height="5" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)"><rect width="5" height="5" class="ground"/>\
<rect width="2.6" height="5" class="open"/></pattern>
<pattern id="f-edited" width="4" height="4" patternUnits="userSpaceOnUse">\
<rect width="4" height="4" class="ground"/><rect width="4" height="2.2" class="edited"/></pattern>
</defs>
"""


def strip(data: ReportData) -> str:
    """The chart as inline SVG; empty if nothing is marked."""
    if not data.items:
        return ""
    return "".join(_parts(data))


def _parts(data: ReportData) -> Iterator[str]:
    bins = _binned(data)
    most = max(len(items) for items in bins)
    yield '<figure class="strip">\n'
    yield (
        f'<svg viewBox="0 0 {BINS * _WIDTH} {_HEIGHT}" preserveAspectRatio="none" role="img" '
        'aria-label="Where the marked places lie in the text">\n'
    )
    yield _PATTERNS
    for at, items in enumerate(bins):
        if items:
            yield from _bar(at, items, most)
    yield "</svg>\n<figcaption><span>beginning</span><span>end</span></figcaption>\n</figure>\n"


def _binned(data: ReportData) -> list[list[ReportItem]]:
    bins: list[list[ReportItem]] = [[] for _ in range(BINS)]
    length = max(1, len(data.source))
    for item in data.items:
        bins[min(BINS - 1, item.span.start * BINS // length)].append(item)
    return bins


def _bar(at: int, items: list[ReportItem], most: int) -> Iterator[str]:
    counts = Counter(item.state for item in items)
    told = ", ".join(f"{counts[state]} {state}" for state in STATES if counts[state])
    lines = (items[0].line, items[-1].line)
    where = f"line {lines[0]}" if lines[0] == lines[1] else f"lines {lines[0]} to {lines[1]}"
    yield f'<a href="#s{items[0].number}"><title>{where}: {told}</title>'
    yield f'<rect class="hit" x="{at * _WIDTH}" width="{_WIDTH}" height="{_HEIGHT}"/>'
    top = float(_HEIGHT)
    for state in reversed(STATES):
        tall = counts[state] * (_HEIGHT - 4) / most
        top -= tall
        if counts[state]:
            yield (
                f'<rect class="bar {state}" x="{at * _WIDTH + 1}" y="{top:.1f}" '
                f'width="{_WIDTH - 2}" height="{max(1.0, tall - 1):.1f}"/>'
            )
    yield "</a>\n"
