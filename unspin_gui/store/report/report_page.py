"""The report as one self-contained HTML page: no script, no font, no network."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from unspin_gui.store.files import atomic
from unspin_gui.store.files.atomic import Source
from unspin_gui.store.report.report_data import STATES, ReportData, ReportItem
from unspin_gui.store.report.report_plain import HINT
from unspin_gui.store.report.report_rows import ReportPiece, ReportRow, rows_of
from unspin_gui.store.report.report_strip import strip

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_MEANINGS = {
    "open": "still open",
    "accepted": "fix accepted",
    "edited": "own wording",
    "kept": "kept as it is",
}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{name}: review</title>
<style>
{style}</style>
</head>
<body>
{body}</body>
</html>
"""


def write_html(
    path: str | Path, data: ReportData, *, overwrite: bool = True, source: Source = None
) -> None:
    """Write the report as one HTML page; raises StoreError."""
    atomic.write_bytes(path, page(data).encode(), overwrite=overwrite, source=source)


def page(data: ReportData) -> str:
    """The whole page."""
    return whole_page(data.name, "".join(_body(data)))


def whole_page(name: str, body: str) -> str:
    """A page with this body, in the style of the reports; `name` is plain text."""
    style = files("unspin_gui.store.report").joinpath("style.css").read_text(encoding="utf-8")
    return _PAGE.format(policy=_POLICY, name=escaped(name), style=style, body=body)


def escaped(text: str) -> str:
    """Escape the user's text so that nothing in it is markup and everything is visible."""
    seen = _CONTROL.sub(lambda sign: _picture(sign.group()), text)
    return escape(_SURROGATE.sub("\ufffd", seen))


def _picture(sign: str) -> str:
    return "\u2421" if sign == "\x7f" else chr(0x2400 + ord(sign))


def _body(data: ReportData) -> Iterator[str]:
    yield from _head(data)
    yield "<main>\n"
    yield from _texts(data)
    yield from _changes(data)
    yield from _learnt(data)
    yield "</main>\n"
    names = ", ".join(f"<bdi>{escaped(name)}</bdi>" for name in data.glossaries)
    known = f"<p>Glossaries: {names}.</p>" if names else ""
    yield f"<footer><p>{HINT}</p>{known}<p>Made with unspin_gui.</p></footer>\n"


def _head(data: ReportData) -> Iterator[str]:
    counts = data.counts
    total, words = sum(counts.values()), f"{data.words:,} words"
    yield f'<header>\n<p class="over">Review · {escaped(data.date)}</p>\n'
    yield f"<h1><bdi>{escaped(data.name)}</bdi></h1>\n"
    if total:
        places = "1 place" if total == 1 else f"{total:,} places"
        left = f"{counts['open']:,} still open" if counts["open"] else "none left open"
        yield f'<p class="sum">{places} marked in {words}, {left}.</p>\n'
    else:
        yield f'<p class="sum">Nothing in these {words} reads as spun.</p>\n'
    yield '<ul class="counts">\n'
    for state in STATES:
        key = f'<i class="m {state}">phrase</i>'
        yield f"<li><b>{counts[state]:,}</b> {key} <span>{_MEANINGS[state]}</span></li>\n"
    yield f"</ul>\n{strip(data)}</header>\n"


def _texts(data: ReportData) -> Iterator[str]:
    rows = list(rows_of(data))
    yield '<section class="texts">\n<h2>The two texts</h2>\n'
    if not all(row.is_marked for row in rows):
        yield _box("only", "Only marked paragraphs")
    yield '<div class="heads" aria-hidden="true"><b>Source</b><b>Corrected</b></div>\n'
    for row in rows:
        yield _row(row)
    yield "</section>\n"


def _box(name: str, label: str, *, ticked: bool = False) -> str:
    checked = " checked" if ticked else ""
    return f'<label><input type="checkbox" id="{name}"{checked}>{label}</label>\n'


def _row(row: ReportRow) -> str:
    left = "".join(_marked(piece, piece.source, "s") for piece in row.pieces)
    right = "".join(_marked(piece, piece.corrected, "c") for piece in row.pieces)
    same = "" if row.is_marked else " same"
    return (
        f'<div class="row{same}" id="l{row.line}">'
        f'<p dir="auto" data-of="Source">{left}</p>'
        f'<p dir="auto" data-of="Corrected">{right}</p></div>\n'
    )


def _marked(piece: ReportPiece, text: str, side: str) -> str:
    item = piece.item
    if item is None:
        return escaped(text)
    gap = "" if text else " gap"
    return (
        f'<a class="m {item.state}{gap}" id="{side}{item.number}" href="#n{item.number}" '
        f'title="{escaped(_told(item))}">{escaped(text)}</a>'
    )


def _told(item: ReportItem) -> str:
    score = "" if item.score is None else f", score {item.score:.2f}"
    reason = f": {item.reason}" if item.reason else ""
    return f"{item.number}. {_MEANINGS[item.state]}{score}{reason}"


def _changes(data: ReportData) -> Iterator[str]:
    if not data.items:
        return
    yield '<section class="changes">\n<h2>What was changed, and why</h2>\n'
    states = [state for state in STATES if data.counts[state]]
    if len(states) > 1:
        for state in states:
            yield _box(f"show-{state}", _MEANINGS[state].capitalize(), ticked=True)
    yield "<table>\n<thead><tr>"
    for title in ("No.", "Phrase", "Fix", "State", "Score", "Why", "Place"):
        yield f'<th scope="col">{title}</th>'
    yield "</tr></thead>\n<tbody>\n"
    yield from map(_change, data.items)
    yield "</tbody>\n</table>\n</section>\n"


def _change(item: ReportItem) -> str:
    score = "" if item.score is None else f"{item.score:.2f}"
    fix = _fix(item)
    why = " ".join(filter(None, (escaped(item.reason), _origin(item))))
    cells = (
        ("No.", "num", f'<a href="#s{item.number}">{item.number}</a>'),
        ("Phrase", "words", quoted(item.phrase)),
        ("Fix", "words", fix),
        ("State", "state", f'<i class="m {item.state}">{_MEANINGS[item.state]}</i>'),
        ("Score", "num", score),
        ("Why", "why", why),
        ("Place", "num", item.where),
    )
    inside = "".join(f'<td class="{kind}" data-of="{of}">{text}</td>' for of, kind, text in cells)
    return f'<tr class="{item.state}" id="n{item.number}">{inside}</tr>\n'


def _fix(item: ReportItem) -> str:
    if item.state == "kept":
        return '<span class="quiet">unchanged</span>'
    if item.state == "open":
        maybe = '<span class="quiet">perhaps</span> '
        return maybe + quoted(item.fix) if item.fix else '<span class="quiet">none known</span>'
    return quoted(item.fix)


def quoted(text: str) -> str:
    """Words of a text on one line, or that there are none."""
    if not text:
        return '<span class="quiet">nothing</span>'
    return f"<bdi>{escaped(' '.join(text.split()) or '␣')}</bdi>"


def _origin(item: ReportItem) -> str:
    """Where the fix comes from, unless reason or state already say so."""
    if not item.origin or item.state == "edited" or f"“{item.origin}”" in item.reason:
        return ""
    return f'<span class="origin">fix: {escaped(item.origin)}</span>'


def _learnt(data: ReportData) -> Iterator[str]:
    if not data.learnt:
        return
    yield '<section class="learnt">\n<h2>Pairs learnt</h2>\n<ul>\n'
    yield from pair_items(data.learnt)
    yield "</ul>\n</section>\n"


def pair_items(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Pairs learnt as items of a list."""
    for phrase, fix in pairs:
        yield f'<li>{quoted(phrase)} <span aria-label="becomes">→</span> {quoted(fix)}</li>\n'
