"""LibreOffice autocorrect lists and TBX term bases: XML read without entities or zip bombs."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.exchange.exchange_base import Columns, Exchange, Gathered, writable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

AUTOCORRECT = frozenset(["breaks"])
TBX = frozenset(["fixes", "note", "breaks"])

_LARGEST = 32_000_000
_BLOCK = "http://openoffice.org/2001/block-list"
_LIST = "DocumentList.xml"
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
 <manifest:file-entry manifest:full-path="/" manifest:media-type=""/>
 <manifest:file-entry manifest:full-path="DocumentList.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_SPUN = {"deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "deprecatedTerm", "supersededTerm"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_autocorrect(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    """The pairs of a LibreOffice autocorrect file (.dat, or its DocumentList.xml)."""
    body = _member(path, data) if data.startswith(b"PK") else data
    gathered = Gathered()
    for block in _parse(path, body).iter(f"{{{_BLOCK}}}block"):
        phrase = block.get(f"{{{_BLOCK}}}abbreviated-name", "")
        fix = block.get(f"{{{_BLOCK}}}name", "")
        if phrase.startswith(".*") or phrase.endswith(".*"):
            gathered.skip(0, phrase, "the phrase is a pattern, not plain words")
        elif phrase and fix:
            gathered.add(Entry(phrase, (fix,)))
        else:
            gathered.skip(0, phrase or fix, "formatted or empty replacement")
    return gathered.result()


def write_autocorrect(entries: Sequence[Entry]) -> bytes:
    """An autocorrect file for LibreOffice's user folder; a phrase has one fix."""
    ET.register_namespace("block-list", _BLOCK)
    root = ET.Element(f"{{{_BLOCK}}}block-list")
    pairs = {entry.phrase: entry.fixes[0] for entry in reversed(writable(entries, AUTOCORRECT))}
    for phrase in sorted(pairs):
        names = {f"{{{_BLOCK}}}abbreviated-name": phrase, f"{{{_BLOCK}}}name": pairs[phrase]}
        ET.SubElement(root, f"{{{_BLOCK}}}block", names)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        members = {"mimetype": b"", _LIST: _xml(root), "META-INF/manifest.xml": _MANIFEST.encode()}
        for name, body in members.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            how = zipfile.ZIP_DEFLATED if body else zipfile.ZIP_STORED
            archive.writestr(member, body, how)
    return out.getvalue()


def read_tbx(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    """Pairs of a term base: deprecated terms are phrases, the others their fixes.

    Entries without such a status and with two languages are read as phrase and fix.
    """
    gathered = Gathered()
    for concept in _parse(path, data).iter():
        if _local(concept) in {"termEntry", "conceptEntry"}:
            _add_concept(gathered, concept)
    return gathered.result()


def write_tbx(entries: Sequence[Entry]) -> bytes:
    """A TBX-Basic term base: the phrase as deprecated term, its fixes as preferred ones.

    They stand in two sets of terms, though both are English: programs that translate by such a
    file take the first set as source and the second one as its translation.
    """
    root = ET.Element("martif", {"type": "TBX-Basic", _XML_LANG: "en"})
    header = ET.SubElement(ET.SubElement(root, "martifHeader"), "fileDesc")
    ET.SubElement(ET.SubElement(header, "sourceDesc"), "p").text = "unspin glossary"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, entry in enumerate(writable(entries, TBX), 1):
        concept = ET.SubElement(body, "termEntry", {"id": f"c{number}"})
        if entry.note:
            ET.SubElement(concept, "note").text = entry.note
        _add_terms(concept, (entry.phrase,), "deprecatedTerm-admn-sts")
        _add_terms(concept, entry.fixes, "preferredTerm-admn-sts")
    return _xml(root)


def _add_terms(concept: "Element", texts: Sequence[str], status: str) -> None:
    language = ET.SubElement(concept, "langSet", {_XML_LANG: "en"})
    for text in texts:
        group = ET.SubElement(language, "tig")
        ET.SubElement(group, "term").text = text
        ET.SubElement(group, "termNote", {"type": "administrativeStatus"}).text = status


def _add_concept(gathered: Gathered, concept: "Element") -> None:
    terms = list(_terms(concept))
    note = next((_text(part) for part in concept if _local(part) == "note"), "")
    spun = [text for text, status in terms if status in _SPUN]
    fixes = tuple(text for text, status in terms if status not in _SPUN)
    if not spun and len(terms) > 1:
        spun, fixes = [terms[0][0]], tuple(text for text, _ in terms[1:])
    if not spun or not fixes:
        gathered.skip(0, " / ".join(text for text, _ in terms), "no pair of phrase and fix")
    for phrase in spun:
        if fixes:
            gathered.add(Entry(phrase, fixes, note=note))


def _terms(concept: "Element") -> Iterator[tuple[str, str]]:
    for group in concept.iter():
        if _local(group) in {"tig", "termSec", "termGrp", "ntig"}:
            status = ""
            for part in group.iter():
                if _local(part) == "termNote" and part.get("type") == "administrativeStatus":
                    status = _text(part)
            term = next((part for part in group.iter() if _local(part) == "term"), None)
            if term is not None and _local(group) != "termGrp":
                yield _text(term), status


def _local(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: "Element") -> str:
    return "".join(element.itertext()).strip()


def _xml(root: "Element") -> bytes:
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _member(path: Path, data: bytes) -> bytes:
    """The list inside the archive, read no further than its limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_LIST) as member:
            body = member.read(_LARGEST + 1)
    except KeyError as error:
        raise StoreError(path, f"this is no autocorrect file: it has no {_LIST}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise StoreError(path, f"this archive is damaged or protected ({error})") from error
    if len(body) > _LARGEST:
        raise StoreError(path, f"the list in this archive is larger than {_LARGEST // 10**6} MB")
    return body


def _parse(path: Path, data: bytes) -> "Element":
    """The root element; entities, external references and oversized files are refused.

    A document type that defines nothing is let by (term bases have one) and never fetched.
    """
    if len(data) > _LARGEST:
        raise StoreError(path, f"the file is larger than {_LARGEST // 10**6} MB")
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: builder.start(
        _clark(name), {_clark(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: builder.end(_clark(name))
    parser.CharacterDataHandler = builder.data

    def refuse(*_told: object) -> NoReturn:
        raise StoreError(path, "the file defines or uses entities, which are not read")

    parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as error:
        raise StoreError(path, f"this is not valid XML ({error})", line=error.lineno) from error
    except (ValueError, LookupError) as error:
        raise StoreError(path, f"this is not valid XML ({error})") from error
    return builder.close()


def _clark(name: str) -> str:
    """A name as ElementTree writes it, with its name space in braces."""
    return f"{{{name}" if "}" in name else name
