"""Where in the text the marks are: a small bar chart over the length of the source."""

from collections import Counter
from collections.abc import Iterator
from html import escape

from unspin_gui.core.text.messages import Message
from unspin_gui.store.report.report_data import STATE_WORDS, STATES, ReportData, ReportItem

BINS = 72
_ENDS = (Message("beginning"), Message("end"))
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
        f'aria-label="{_said(data, Message("Where the marked places lie in the text"))}">\n'
    )
    yield _PATTERNS
    for at, items in enumerate(bins):
        if items:
            yield from _bar(data, at, items, most)
    ends = "".join(f"<span>{_said(data, end)}</span>" for end in _ENDS)
    yield f"</svg>\n<figcaption>{ends}</figcaption>\n</figure>\n"


def _said(data: ReportData, message: Message) -> str:
    return escape(data.wording.tell(message))


def _binned(data: ReportData) -> list[list[ReportItem]]:
    bins: list[list[ReportItem]] = [[] for _ in range(BINS)]
    length = max(1, len(data.source))
    for item in data.items:
        bins[min(BINS - 1, item.span.start * BINS // length)].append(item)
    return bins


def _bar(data: ReportData, at: int, items: list[ReportItem], most: int) -> Iterator[str]:
    counts = Counter(item.state for item in items)
    states = ", ".join(
        f"{counts[state]} {_said(data, STATE_WORDS[state])}" for state in STATES if counts[state]
    )
    first, last = items[0].line, items[-1].line
    where = (
        Message("line {0}", first) if first == last else Message("lines {0} to {1}", first, last)
    )
    yield f'<a href="#s{items[0].number}"><title>{_said(data, where)}: {states}</title>'
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
