"""The report as one self-contained HTML page: no script, no font, no network."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic
from unspin_gui.store.files.atomic import Source
from unspin_gui.store.report.report_data import OWN, STATES, ReportData, ReportItem
from unspin_gui.store.report.report_plain import GLOSSARIES, HINT, PAIRS
from unspin_gui.store.report.report_rows import ReportPiece, ReportRow, rows_of
from unspin_gui.store.report.report_strip import strip
from unspin_gui.store.report.report_wording import Wording

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_MEANINGS = {
    "open": Message("still open"),
    "accepted": Message("fix accepted"),
    "edited": OWN,
    "kept": Message("kept as it is"),
}
_COLUMNS = {
    "num no": Message("No."),
    "words phrase": Message("Phrase"),
    "words fix": Message("Fix"),
    "state": Message("State"),
    "num score": Message("Score"),
    "why": Message("Why"),
    "num place": Message("Place"),
}
"""The columns of the table of changes, by the classes of their cells."""
_SOURCE, _CORRECTED = Message("Source"), Message("Corrected")
MADE = Message("Made with unspin_gui.")
UNCHANGED = Message("unchanged")
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
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
    return whole_page(data.name, "".join(_body(data)), data.wording)


def whole_page(name: str, body: str, wording: Wording) -> str:
    """A page with this body, in the style of the reports; `name` is plain text."""
    style = files("unspin_gui.store.report").joinpath("style.css").read_text(encoding="utf-8")
    title = escaped(wording.tell(Message("{0}: review", name)))
    return _PAGE.format(
        policy=_POLICY, language=wording.language, title=title, style=style, body=body
    )


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
    known = f"<p>{_said(data, GLOSSARIES)} {names}</p>" if names else ""
    yield f"<footer><p>{_said(data, HINT)}</p>{known}<p>{_said(data, MADE)}</p></footer>\n"


def _said(data: ReportData, message: object) -> str:
    """A message in the language of the report."""
    return escaped(data.wording.tell(message))


def _head(data: ReportData) -> Iterator[str]:
    over = _said(data, Message("Review · {0}", data.date))
    yield f'<header>\n<p class="over">{over}</p>\n'
    yield f"<h1><bdi>{escaped(data.name)}</bdi></h1>\n"
    yield f'<p class="sum">{_said(data, _sum(data))}</p>\n<ul class="counts">\n'
    for state in STATES:
        key = f'<i class="m {state}">{_said(data, Message("phrase"))}</i>'
        count, meaning = data.wording.number(data.counts[state]), _said(data, _MEANINGS[state])
        yield f"<li><b>{count}</b> {key} <span>{meaning}</span></li>\n"
    yield f"</ul>\n{strip(data)}</header>\n"


def _sum(data: ReportData) -> Message:
    """How many places are marked."""
    total, left, number = len(data.items), data.counts["open"], data.wording.number
    words = number(data.words)
    if not total:
        return Message("Nothing in these {0} words reads as spun.", words)
    still = Message("{0} still open", number(left)) if left else Message("none left open")
    if total == 1:
        return Message("1 place marked in {0} words, {1}.", words, still)
    return Message("{0} places marked in {1} words, {2}.", number(total), words, still)


def _texts(data: ReportData) -> Iterator[str]:
    rows = list(rows_of(data))
    yield f'<section class="texts">\n<h2>{_said(data, Message("The two texts"))}</h2>\n'
    if not all(row.is_marked for row in rows):
        yield _box("only", _said(data, Message("Only marked paragraphs")))
    source, corrected = _said(data, _SOURCE), _said(data, _CORRECTED)
    yield f'<div class="heads" aria-hidden="true"><b>{source}</b><b>{corrected}</b></div>\n'
    for row in rows:
        yield _row(data, row)
    yield "</section>\n"


def _box(name: str, label: str, *, ticked: bool = False) -> str:
    checked = " checked" if ticked else ""
    return f'<label><input type="checkbox" id="{name}"{checked}>{label}</label>\n'


def _row(data: ReportData, row: ReportRow) -> str:
    left = "".join(_marked(data, piece, piece.source, "s") for piece in row.pieces)
    right = "".join(_marked(data, piece, piece.corrected, "c") for piece in row.pieces)
    same = "" if row.is_marked else " same"
    source = _said(data, _SOURCE if row.is_marked else Message("Unchanged"))
    return (
        f'<div class="row{same}" id="l{row.line}">'
        f'<p dir="auto" data-of="{source}">{left}</p>'
        f'<p dir="auto" data-of="{_said(data, _CORRECTED)}">{right}</p></div>\n'
    )


def _marked(data: ReportData, piece: ReportPiece, text: str, side: str) -> str:
    item = piece.item
    if item is None:
        return escaped(text)
    gap = "" if text else " gap"
    return (
        f'<a class="m {item.state}{gap}" id="{side}{item.number}" href="#n{item.number}" '
        f'title="{escaped(_told(data, item))}">{escaped(text)}</a>'
    )


def _told(data: ReportData, item: ReportItem) -> str:
    meaning = _MEANINGS[item.state]
    if item.score is not None:
        meaning = Message("{0}, score {1}", meaning, f"{item.score:.2f}")
    reason = f": {item.reason}" if item.reason else ""
    return f"{item.number}. {data.wording.tell(meaning)}{reason}"


def _changes(data: ReportData) -> Iterator[str]:
    if not data.items:
        return
    title = _said(data, Message("What was changed, and why"))
    yield f'<section class="changes">\n<h2>{title}</h2>\n'
    states = [state for state in STATES if data.counts[state]]
    if len(states) > 1:
        for state in states:
            meaning = data.wording.tell(_MEANINGS[state])
            yield _box(f"show-{state}", escaped(meaning[:1].upper() + meaning[1:]), ticked=True)
    yield "<table>\n<thead><tr>"
    for column in _COLUMNS.values():
        yield f'<th scope="col">{_said(data, column)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    yield from (_change(data, item) for item in data.items)
    yield "</tbody>\n</table>\n</section>\n"


def _change(data: ReportData, item: ReportItem) -> str:
    meaning = _said(data, _MEANINGS[item.state])
    cells = (
        f'<a href="#s{item.number}">{item.number}</a>',
        quoted(item.phrase, data.wording),
        _fix(data, item),
        f'<i class="m {item.state}">{meaning}</i>',
        "" if item.score is None else f"{item.score:.2f}",
        " ".join(filter(None, (escaped(item.reason), _origin(data, item)))),
        escaped(item.where),
    )
    inside = "".join(
        f'<td class="{kind}" data-of="{_said(data, column)}">{text}</td>'
        for (kind, column), text in zip(_COLUMNS.items(), cells, strict=True)
    )
    return f'<tr class="{item.state}" id="n{item.number}">{inside}</tr>\n'


def _fix(data: ReportData, item: ReportItem) -> str:
    if item.state == "kept":
        return _quiet(data.wording, UNCHANGED)
    if item.state != "open":
        return quoted(item.fix, data.wording)
    if not item.fix:
        return _quiet(data.wording, Message("none known"))
    return f"{_quiet(data.wording, Message('perhaps'))} {quoted(item.fix, data.wording)}"


def _quiet(wording: Wording, message: Message) -> str:
    return f'<span class="quiet">{escaped(wording.tell(message))}</span>'


def quoted(text: str, wording: Wording) -> str:
    """Words of a text on one line, or that there are none."""
    if not text:
        return _quiet(wording, Message("nothing"))
    return f"<bdi>{escaped(' '.join(text.split()) or '␣')}</bdi>"


def _origin(data: ReportData, item: ReportItem) -> str:
    """Where the fix comes from, unless reason or state already say so."""
    if not item.origin or item.state == "edited" or f"“{item.origin}”" in item.reason:
        return ""
    return f'<span class="origin">{_said(data, Message("fix: {0}", item.origin))}</span>'


def _learnt(data: ReportData) -> Iterator[str]:
    if not data.learnt:
        return
    yield from pairs_section(data.learnt, data.wording)


def pairs_section(pairs: Iterable[tuple[str, str]], wording: Wording) -> Iterator[str]:
    """Pairs learnt as a list."""
    title, becomes = (escaped(wording.tell(one)) for one in (PAIRS, Message("becomes")))
    yield f'<section class="learnt">\n<h2>{title}</h2>\n<ul>\n'
    for phrase, fix in pairs:
        before, after = quoted(phrase, wording), quoted(fix, wording)
        yield f'<li>{before} <span aria-label="{becomes}">→</span> {after}</li>\n'
    yield "</ul>\n</section>\n"
