"""LibreOffice autocorrect lists, written the way LibreOffice looks phrases up.

LibreOffice compares the text before the cursor with the list, case-sensitively, after it has turned
plain quotes and apostrophes into typographic ones. So an entry is written up to four times: as it
is, with typographic quotes, and each with a capital for the start of a sentence. Reading merges
these variants again.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.letter_case import match_case
from unspin_gui.core.text.messages import Message
from unspin_gui.store.exchange import plain_xml
from unspin_gui.store.exchange.exchange_base import Columns, Exchange, Gathered, writable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HOLDS = frozenset(["breaks"])
REMARK = Message(
    "LibreOffice uses such a list instead of its own for the language: copy it into the folder "
    "“autocorr” of your profile as acor_en-US.dat only if you can do without LibreOffice's own "
    "replacements; to have both, add these pairs under Tools, AutoCorrect Options, Replace."
)

_BLOCK = "http://openoffice.org/2001/block-list"
_SHORT, _LONG = f"{{{_BLOCK}}}abbreviated-name", f"{{{_BLOCK}}}name"
_LIST = "DocumentList.xml"
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
 <manifest:file-entry manifest:full-path="/" manifest:media-type=""/>
 <manifest:file-entry manifest:full-path="DocumentList.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_FIRING_ENDS = "_*/"
"""Characters besides letters and digits in which a phrase may end and still be looked up."""
_PARTS = re.compile(r"\w+|[^\w\s]")


def read_autocorrect(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    """Read the pairs of a LibreOffice autocorrect file (.dat, or its DocumentList.xml)."""
    is_archive = data.startswith(b"PK")
    root = plain_xml.parse(path, _member(path, data) if is_archive else data)
    if root.tag != f"{{{_BLOCK}}}block-list":
        raise StoreError(
            path, Message("this is not an autocorrect list: it does not begin with <block-list>")
        )
    gathered = Gathered()
    for name in _exceptions(data) if is_archive else ():
        gathered.skip(0, name, Message("LibreOffice's exceptions are not pairs and are left out"))
    pairs = _pairs(gathered, root, has_lines=not is_archive)
    twins = {twin for phrase, (fix, _) in pairs.items() for twin in _twins(phrase, fix)}
    for phrase, (fix, line) in pairs.items():
        if (phrase, fix) not in twins:
            gathered.add(Entry(phrase, (fix,)), line)
    return gathered.result()


def _pairs(gathered: Gathered, root: "Element", *, has_lines: bool) -> dict[str, tuple[str, int]]:
    """The fixes and lines by phrase; anything but a plain pair is set aside."""
    pairs: dict[str, tuple[str, int]] = {}
    for block in root.iter(f"{{{_BLOCK}}}block"):
        phrase, fix = block.get(_SHORT, ""), block.get(_LONG, "")
        line = plain_xml.line_of(block) if has_lines else 0
        if phrase.startswith(".*") or phrase.endswith(".*"):
            gathered.skip(line, phrase, Message("the phrase is a pattern, not plain words"))
        elif not phrase or not fix:
            gathered.skip(line, phrase or fix, Message("formatted or empty replacement"))
        elif pairs.setdefault(phrase, (fix, line)) != (fix, line):
            gathered.skip(line, phrase, Message("the phrase is in the list twice"))
    return pairs


def write_autocorrect(entries: Sequence[Entry]) -> bytes:
    """An autocorrect file for LibreOffice's user folder, with one fix for each phrase."""
    ET.register_namespace("block-list", _BLOCK)
    root = ET.Element(f"{{{_BLOCK}}}block-list")
    pairs = _written(writable(entries, HOLDS))
    for phrase in sorted(pairs):
        ET.SubElement(root, f"{{{_BLOCK}}}block", {_SHORT: phrase, _LONG: pairs[phrase]})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {
            "mimetype": b"",
            _LIST: plain_xml.document(root),
            "META-INF/manifest.xml": _MANIFEST.encode(),
        }
        for name, body in parts.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            how = zipfile.ZIP_DEFLATED if body else zipfile.ZIP_STORED
            archive.writestr(member, body, how)
    return out.getvalue()


def never_applied(entries: Sequence[Entry]) -> Mapping[int, str]:
    """The entries, by index, that LibreOffice never applies, with the reason.

    It looks a phrase up when a space or a punctuation mark ends the word, so it never finds one
    that ends in such a mark; and it replaces a shorter phrase as soon as that is complete, which is
    harmless if the outcome is the same. A phrase that begins with a digit or a capital has no other
    spelling for the start of a sentence.
    """
    written = _written(writable(entries, HOLDS))
    cut = {phrase: tuple(_PARTS.findall(phrase)) for phrase in written}
    known = {parts: phrase for phrase, parts in reversed(cut.items()) if parts}
    longest = max(map(len, known), default=0)
    reasons = {}
    for place, entry in enumerate(entries):
        if reason := _hindrance(entry.phrase):
            reasons[place] = Message("LibreOffice never applies it: {0}", reason)
            continue
        for phrase, fix in reversed(tuple(_looked_up(entry))):  # report what applies anywhere
            inner = _inner(tuple(_PARTS.findall(phrase)), known, longest)
            if inner and phrase.replace(inner, written[inner], 1) != fix:
                reasons[place] = Message("LibreOffice replaces “{0}” inside it first", inner)
            elif written.get(phrase, fix) != fix:
                reasons[place] = Message(
                    "LibreOffice finds “{0}” with a different fix in this list", phrase
                )
        if place not in reasons and _lacks_capital(entry):
            reasons[place] = Message(
                "LibreOffice does not capitalise it at the start of a sentence"
            )
    return reasons


def _looked_up(entry: Entry) -> Iterator[tuple[str, str]]:
    """The spellings of a phrase that texts have, as LibreOffice sees them, with their fixes."""
    phrase, fix = _typographic(entry.phrase), "".join(entry.fixes[:1])
    yield phrase, fix
    if entry.case != "exact":
        yield from _twins(phrase, fix)


def _lacks_capital(entry: Entry) -> bool:
    """Whether a phrase begins with a digit or a capital, so no variant marks a start."""
    return not entry.phrase[:1].islower() and "".join(entry.fixes)[:1].islower()


def _written(entries: Sequence[Entry]) -> dict[str, str]:
    """The fixes by phrase; a glossary's own wording beats a variant, the first beats others."""
    pairs: dict[str, str] = {}
    for entry in entries:
        pairs.setdefault(entry.phrase, entry.fixes[0])
    for entry in entries:
        if entry.case != "exact" and pairs[entry.phrase] == entry.fixes[0]:
            for phrase, fix in _twins(entry.phrase, entry.fixes[0]):
                pairs.setdefault(phrase, fix)
        pairs.setdefault(_typographic(entry.phrase), entry.fixes[0])
    return pairs


def _twins(phrase: str, fix: str) -> Iterator[tuple[str, str]]:
    """The other spellings in which a phrase is written."""
    for spelling in dict.fromkeys((phrase, _typographic(phrase))):
        if spelling != phrase:
            yield spelling, fix
        capital = spelling[0].upper() + spelling[1:]
        if capital != spelling:
            yield capital, match_case(fix, capital, sentence_start=True)


def _typographic(phrase: str) -> str:
    """A phrase with the apostrophes and quotes that LibreOffice substitutes during typing."""
    text = re.sub(r'(?<![^\s(\[])"', "“", phrase)
    return text.replace('"', "”").replace("'", "’")


def _hindrance(phrase: str) -> str:
    if re.search(r"\s\s|[\t\r\n]|^\s|\s$", phrase):
        return Message("the phrase contains a tab, a line break or several spaces in a row")
    if any(one[1].islower() for one in re.finditer(r"(?<![\w.])\w{2,}[.!?] (\w)\S* ", phrase)):
        return Message("a sentence ends inside the phrase")
    if phrase and not (phrase[-1].isalnum() or phrase[-1] in _FIRING_ENDS):
        return Message("the phrase ends in “{0}”", phrase[-1])
    return ""


def _inner(
    parts: tuple[str, ...], known: Mapping[tuple[str, ...], str], longest: int
) -> str | None:
    """A shorter phrase of the list that occurs inside a phrase."""
    for last in range(1, len(parts) + 1):
        for first in range(max(0, last - longest), last):
            found = known.get(parts[first:last])
            if found is not None and last - first < len(parts):
                return found
    return None


def _exceptions(data: bytes) -> list[str]:
    """The exception lists in an archive that has been read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [name for name in archive.namelist() if name.endswith("ExceptList.xml")]


def _member(path: Path, data: bytes) -> bytes:
    """The list inside the archive, read up to its size limit at most."""
    most = plain_xml.LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_LIST) as member:
            body = member.read(most + 1)
    except KeyError as error:
        raise StoreError(
            path, Message("this is not an autocorrect file: it has no {0}", _LIST)
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise StoreError(
            path, Message("this archive is damaged or protected ({0})", error)
        ) from error
    if len(body) > most:
        raise StoreError(
            path, Message("the list in this archive is larger than {0} MB", most // 10**6)
        )
    return body
