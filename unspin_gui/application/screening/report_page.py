"""The report of a screening as one self-contained HTML page: no font, no network."""

import base64
import hashlib
import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from unspin_gui.application.screening import report_plots as plots
from unspin_gui.application.screening.options import LIKELY
from unspin_gui.application.screening.plan import Manifest
from unspin_gui.application.screening.report_index import CountedPair, Index, RankedDocument

_MOST_DOCUMENTS, _MOST_PAIRS, _MOST_CLUSTERS, _MOST_DOTS = 1000, 200, 30, 2000
_HEADING = re.compile(r'<h2 id="([a-z-]+)">([^<]+)</h2>')
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HINT = (
    "These are hints, not verdicts: a probability says how often documents like this one "
    "were spun among those that the program was tested on. Genuine texts get marks too. "
    "Read before you judge."
)
Heads = Sequence[tuple[str, str]]
"""The headings of a table, each with the class of its column."""
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Screening of {documents} documents</title>
<style>
{style}</style>
</head>
<body>
{body}<script>{script}</script>
</body>
</html>
"""


def page(index: Index, manifest: Manifest, folder: str, parts: int) -> str:
    """Return the whole page; `parts` of the screening are done."""
    here = files("unspin_gui.application.screening")
    style = here.joinpath("report.css").read_text(encoding="utf-8")
    script = here.joinpath("report.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    totals = index.totals()
    body = "".join(_body(index, manifest, folder, parts))
    return _PAGE.format(
        digest=digest, documents=f"{totals['documents']:,}", style=style, body=body, script=script
    )


def _body(index: Index, manifest: Manifest, folder: str, parts: int) -> Iterator[str]:
    yield from _head(index, manifest, parts)
    sections = "".join(_sections(index, folder))
    links = (f'<a href="#{at}">{head}</a>' for at, head in _HEADING.findall(sections))
    yield f"<nav>{' '.join(links)}</nav>\n<main>\n{sections}</main>\n"
    yield f"<footer><p>{_HINT}</p><p>Made with unspin_gui.</p></footer>\n"


def _sections(index: Index, folder: str) -> Iterator[str]:
    yield from _plots(index)
    yield from _documents(index, folder)
    yield from _clusters(index)
    known = index.pairs(known=True, most=_MOST_PAIRS)
    note = "Phrases of the glossaries, by number of documents."
    yield from _pairs("known", "Known phrases", note, known)
    fresh = index.pairs(known=False, least=3, most=_MOST_PAIRS)
    yield from _pairs(
        "recurring",
        "Unknown phrases that recur",
        "No glossary has them, but at least three documents do. candidates.yaml lists "
        "them as a glossary to review in the window.",
        fresh,
    )
    yield from _errors(index)


def _head(index: Index, manifest: Manifest, parts: int) -> Iterator[str]:
    totals, depth = index.totals(), manifest.options.get("depth")
    given, found, what = ", ".join(manifest.inputs), totals["likely"], "documents look spun"
    if depth == "known":
        found, what = totals["known"], "documents have known phrases"
    yield f'<header>\n<p class="over">Screening · {_text(given)} · depth {depth}</p>\n'
    yield f"<h1>{found:,} of {totals['documents']:,} {what}</h1>\n"
    if parts < manifest.parts:
        yield f'<p class="sum">So far: {parts:,} of {manifest.parts:,} parts are done.</p>\n'
    yield f'<p class="sum">{_HINT}</p>\n<ul class="counts">\n'
    for count, label in (
        *([(totals["likely"], f"with a probability of {LIKELY:.0%} or more")] * (depth != "known")),
        (totals["known"], "with known phrases"),
        (totals["errors"], "could not be read"),
        (totals["foreign"], "not in English, so hardly examined"),
        (totals["words"], "words"),
    ):
        yield f"<li><b>{count:,}</b> <span>{label}</span></li>\n"
    yield "</ul>\n</header>\n"


def _plots(index: Index) -> Iterator[str]:
    shares = [n / 10 for n in range(10)]
    yield '<section class="plots">\n<h2 id="glance">At a glance</h2>\n'
    judged = index.histogram("probability", shares)
    if any(judged):
        yield _figure(
            "Documents by probability of having been spun",
            plots.bars("Probabilities", [f"{x:.0%}" for x in shares], judged),
        )
    densities = [0, 0.01, 2, 5, 10, 20, 40, 80, 160]
    labels = ["none", "–2", "–5", "–10", "–20", "–40", "–80", "–160", "more"]
    yield _figure(
        "Documents by marks per 1,000 words",
        plots.bars("Densities", labels, index.histogram("per_1000", densities)),
    )
    points = (
        (one.per_1000, one.probability, one.cluster, f"{one.name}: {one.probability:.0%}")
        for one in index.ranked(_MOST_DOTS)
        if one.probability is not None
    )
    if any(judged):
        yield _figure(
            "Probability (up) and marks per 1,000 words (across); one colour for documents of the "
            "same cluster",
            plots.dots("Clusters", points),
        )
    yield "</section>\n"


def _figure(caption: str, svg: str) -> str:
    return f"<figure>{svg}<figcaption>{escape(caption)}</figcaption></figure>\n"


def _documents(index: Index, folder: str) -> Iterator[str]:
    yield '<section>\n<h2 id="documents">Documents to look at first</h2>\n'
    yield (
        "<p>Click a heading to sort. To open a document in the window at its first mark, "
        "copy its command into a terminal.</p>\n"
    )
    heads = (
        ("Document", ""), ("Probability", "num"), ("Known", "num"), ("Marks", "num"),
        ("Per 1,000", "num"), ("Words", "num"), ("Cluster", "num"), ("Phrases", "wide"),
    )  # fmt: skip
    yield _table_head(heads)
    for one in index.ranked(_MOST_DOCUMENTS):
        yield _document(one, folder, heads)
    yield "</tbody></table>\n"
    total = index.totals()["documents"]
    if total > _MOST_DOCUMENTS:
        yield f"<p>The first {_MOST_DOCUMENTS:,}; documents.csv has all {total:,}.</p>\n"
    yield "</section>\n"


def _document(one: RankedDocument, folder: str, heads: Heads) -> str:
    phrases = ", ".join(
        f'<span class="{kind}" title="{kind}">{_text(text)}'
        + (f" <small>→ {_text(fix)}</small>" if fix else "")
        + "</span>"
        for text, fix, kind in one.phrases
    )
    command = f"unspin-gui --open-from {shlex.quote(folder)} {shlex.quote(one.at)}"
    opened = f'<button type="button" data-copy="{_text(command)}">Copy command</button>'
    name = f'<bdi title="{_text(one.at)}">{_text(one.name)}</bdi> {opened}'
    made = f" <small>{_text(one.print)}</small>" if one.print else ""
    share = "" if one.probability is None else f"{one.probability:.1%}"
    cells = (
        (name, one.name), (share, -1 if one.probability is None else one.probability),
        (f"{one.known}{made}", one.known), (str(one.suspects), one.suspects),
        (f"{one.per_1000:g}", one.per_1000), (f"{one.words:,}", one.words),
        (str(one.cluster or ""), one.cluster), (phrases, len(one.phrases)),
    )  # fmt: skip
    return _row(cells, heads)


def _table_head(heads: Heads) -> str:
    cells = "".join(
        f'<th scope="col" class="{kind}"><button type="button">{head}</button></th>'
        for head, kind in heads
    )
    return f"<table><thead><tr>{cells}</tr></thead><tbody>\n"


def _row(cells: Iterable[tuple[str, object]], heads: Heads) -> str:
    inside = "".join(_cell(*cell, *head) for cell, head in zip(cells, heads, strict=True))
    return f"<tr>{inside}</tr>\n"


def _cell(text: str, key: object, head: str, kind: str) -> str:
    of = f' class="{kind}"' if kind else ""
    return f'<td{of} data-of="{head}" data-key="{_text(str(key))}">{text}</td>'


def _clusters(index: Index) -> Iterator[str]:
    shown = []
    for number in range(1, _MOST_CLUSTERS + 1):
        names, pairs = index.cluster(number)
        if len(names) > 1:
            shown.append((number, names, pairs))
    if not shown:
        return
    yield '<section>\n<h2 id="clusters">Documents that may come from the same spinner</h2>\n'
    yield "<p>They share several rare pairs of a spun phrase and its original.</p>\n"
    for number, names, pairs in shown:
        listed_pairs = ", ".join(
            f"{_text(phrase)} → {_text(fix)} <small>({count})</small>"
            for phrase, fix, count in pairs
        )
        listed = ", ".join(f"<bdi>{_text(name)}</bdi>" for name in names[:20])
        more = f" and {len(names) - 20:,} more" if len(names) > 20 else ""
        yield f"<h3>Cluster {number}: {len(names):,} documents</h3><p>{listed_pairs}</p>"
        yield f'<p class="quiet">{listed}{more}</p>\n'
    yield "</section>\n"


def _pairs(at: str, title: str, told: str, pairs: Iterable[CountedPair]) -> Iterator[str]:
    heads = (("Phrase", ""), ("Perhaps", ""), ("Documents", "num"), ("Places", "num"),
             ("For example in", ""))  # fmt: skip
    rows = [
        _row(
            ((f"<bdi>{_text(one.phrase)}</bdi>", one.phrase), (_text(one.fix), one.fix),
             (f"{one.docs:,}", one.docs), (f"{one.places:,}", one.places),
             (_text(one.example), one.example)),
            heads,
        )
        for one in pairs
    ]  # fmt: skip
    if rows:
        yield f'<section>\n<h2 id="{at}">{title}</h2>\n<p>{told}</p>\n'
        yield "".join([_table_head(heads), *rows, "</tbody></table>\n</section>\n"])


def _errors(index: Index) -> Iterator[str]:
    errors = index.errors()
    if not errors:
        return
    yield '<section>\n<h2 id="errors">What could not be read</h2>\n'
    heads = (("Why", ""), ("Documents", "num"), ("For example", ""))
    yield _table_head(heads)
    for reason, count, name in errors:
        cells = ((_text(reason), reason), (f"{count:,}", count), (_text(name), name))
        yield _row(cells, heads)
    yield "</tbody></table>\n</section>\n"


def _text(text: str) -> str:
    """Escape foreign text so that nothing in it is markup and everything is visible."""
    seen = _CONTROL.sub(lambda sign: chr(0x2400 + min(ord(sign[0]), 0x21)), text)
    return escape(seen)
