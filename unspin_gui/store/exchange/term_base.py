"""TBX term bases (ISO 30042), DCA, DCT and TBX-Min: deprecated terms are phrases, others fixes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.messages import Message
from unspin_gui.store.exchange.exchange_base import Columns, Exchange, Gathered, writable
from unspin_gui.store.exchange.plain_xml import (
    XML_LANG,
    document,
    line_of,
    local_name,
    parse,
    text_of,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HOLDS = frozenset(["fixes", "note", "breaks"])
REMARK = Message("OmegaT pairs only terms of two languages; for OmegaT, export an OmegaT glossary.")

_ROOTS = {"martif", "tbx", "TBX"}
_CONCEPTS = {"termEntry", "conceptEntry", "entry"}
_SETS = {"langSet", "langSec", "langGroup"}
_TERMS = {"tig", "ntig", "termSec", "termGroup"}
_FRAME = {*_CONCEPTS, *_SETS, *_TERMS, "term", "termGrp"}
_STATUS = {"administrativestatus", "normativeauthorization", "usagestatus", "termstatus", "status"}
"""Data categories that give the status of a term, in lower case."""
_AGAINST = (
    "deprecated", "superseded", "forbidden", "obsolete", "rejected", "prohibited",
    "notrecommended", "nonpreferred", "unapproved", "notapproved", "donotuse",
)  # fmt: skip
_FOR = ("preferred", "admitted", "approved", "standardized", "legal", "regulated", "recommended")
_NO_STATUS = Message(
    "none of its terms is marked as deprecated, so it is unclear which one is spun"
)


class _Term(NamedTuple):
    """A term, the number (from 0) of its language section, its language, and what its status says.

    `rank` is None for a term that must not be used; otherwise lower is better.
    """

    text: str
    place: int
    language: str
    rank: int | None
    line: int


def read_tbx(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    """Read a term base: deprecated terms are phrases, others in their language are the fixes.

    An entry without such a status but with two language sections is read as phrase and fix, as
    translation programs do. Other kinds of content are each reported once.
    """
    root = parse(path, data)
    if local_name(root) not in _ROOTS:
        name = local_name(root)
        raise StoreError(
            path, Message("this is not a TBX term base: its outermost element is <{0}>", name)
        )
    gathered = Gathered()
    unread: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for concept in root.iter():
        if local_name(concept) in _CONCEPTS:
            _add_concept(gathered, concept)
            for kind, line in _other_kinds(concept):
                unread[kind] += 1
                lines.setdefault(kind, line)
    for kind, count in unread.items():
        reason = Message("elements with this name are left out ({0:,} times)", count)
        gathered.skip(lines[kind], kind, reason)
    return gathered.result()


def write_tbx(entries: Sequence[Entry]) -> bytes:
    """Write a TBX-Basic term base: the phrase as a deprecated term, its fixes as preferred ones.

    They go into two language sections although both are English, since translation programs take
    the first section as the source and the second as its translation. The language tags differ in a
    private subtag, as programs that store one section per language would lose the first.
    """
    root = ET.Element("martif", {"type": "TBX-Basic", XML_LANG: "en"})
    header = ET.SubElement(ET.SubElement(root, "martifHeader"), "fileDesc")
    ET.SubElement(ET.SubElement(header, "sourceDesc"), "p").text = "unspin glossary"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, entry in enumerate(writable(entries, HOLDS), 1):
        concept = ET.SubElement(body, "termEntry", {"id": f"c{number}"})
        if entry.note:
            ET.SubElement(concept, "note").text = entry.note
        _add_terms(concept, "en-x-spun", (entry.phrase,), "deprecatedTerm-admn-sts")
        _add_terms(concept, "en", entry.fixes, "preferredTerm-admn-sts")
    return document(root)


def _add_terms(concept: "Element", language: str, texts: Sequence[str], status: str) -> None:
    terms = ET.SubElement(concept, "langSet", {XML_LANG: language})
    for text in texts:
        group = ET.SubElement(terms, "tig")
        ET.SubElement(group, "term").text = text
        ET.SubElement(group, "termNote", {"type": "administrativeStatus"}).text = status


def _add_concept(gathered: Gathered, concept: "Element") -> None:
    terms = list(_terms(concept))
    note = next((text_of(part) for part in concept if local_name(part) == "note"), "")
    spun = [term for term in terms if term.rank is None]
    fixes = [term for term in terms if term.rank is not None]
    if not spun:
        spun, fixes = _translated(terms)
        if not spun:
            shown = " / ".join(term.text for term in terms)
            gathered.skip(line_of(concept), shown, _NO_STATUS if terms else "it has no term")
            return
    used: set[_Term] = set()
    is_marked = any(term.rank is None for term in terms)
    for term in spun:
        mine = [fix for fix in fixes if not is_marked or _are_one(fix.language, term.language)]
        used.update(mine)
        if mine:
            best = sorted(mine, key=lambda fix: fix.rank or 0)
            gathered.add(Entry(term.text, tuple(fix.text for fix in best), note=note), term.line)
        else:
            gathered.skip(term.line, term.text, Message("no term in its language replaces it"))
    for fix in fixes:
        if fix not in used:
            reason = Message("a term in another language ({0})", fix.language)
            gathered.skip(fix.line, fix.text, reason)


def _translated(terms: Sequence[_Term]) -> tuple[list[_Term], list[_Term]]:
    """The terms of two sections as phrases and fixes; empty unless there are exactly two."""
    places = sorted({term.place for term in terms})
    if len(places) != 2:
        return [], []
    first, second = places
    return [t for t in terms if t.place == first], [t for t in terms if t.place == second]


def _terms(concept: "Element") -> Iterator[_Term]:
    sets = [part for part in concept.iter() if local_name(part) in _SETS] or [concept]
    for place, one in enumerate(sets):
        language = one.get(XML_LANG, one.get("lang", ""))
        for group in one.iter():
            term = next((part for part in group.iter() if local_name(part) == "term"), None)
            if local_name(group) in _TERMS and term is not None:
                yield _Term(text_of(term), place, language, _rank(group), line_of(term))


def _rank(group: "Element") -> int | None:
    """The rank of a term by its status; None if it must not be used."""
    ranks = []
    for part in group.iter():
        if _kind(part) in _STATUS:
            said = "".join(c for c in text_of(part).casefold() if c.isalpha())
            if any(word in said for word in _AGAINST):
                return None
            ranks += [n for n, word in enumerate(_FOR) if word in said]
    return min(ranks, default=len(_FOR))


def _kind(part: "Element") -> str:
    """The data category of an element: its type or, in DCT style, its name; in lower case."""
    return (part.get("type") or local_name(part)).casefold()


def _other_kinds(concept: "Element") -> Iterator[tuple[str, int]]:
    """The data categories of an entry that are not read, with their lines."""
    for part in concept.iter():
        name = local_name(part)
        is_frame = name in _FRAME or name.endswith("Grp") or _kind(part) in _STATUS
        if not is_frame and not (name == "note" and part in list(concept)) and text_of(part):
            yield part.get("type") or name, line_of(part)


def _are_one(language: str, other: str) -> bool:
    """Whether two languages are the same, countries aside; an unnamed language matches all."""
    short = {name.casefold().replace("_", "-").split("-")[0] for name in (language, other) if name}
    return len(short) < 2
