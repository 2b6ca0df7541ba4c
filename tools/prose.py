"""Genuine prose of many kinds from ordinary packages, as documents of a few paragraphs.

Only for training and measuring: none of it is shipped.
"""

import bz2
import gzip
import html
import json
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from packages import unpacked

WORDS = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
COMMON = frozenset({"the", "of", "to", "and", "a", "in", "is", "was", "that", "for", "you", "i"})
LONGEST = 900
MOST = 200_000
"""The most words in a document, and in a kind of prose."""


def collect(folder: Path, *, fetch: bool) -> dict[str, list[str]]:
    """The documents of each kind of prose, from packages in the folder of downloads."""
    result = {}
    for kind, (package, pattern, reader) in SOURCES.items():
        place = unpacked(package, folder, fetch=fetch)
        paths = sorted(place.glob(pattern), key=lambda path: zlib.crc32(path.name.encode()))
        documents = [doc for path in paths for text in reader(path) for doc in _documents(text)]
        documents.sort(key=lambda doc: zlib.crc32(doc.encode()))
        kept, words = list[str](), 0
        for doc in dict.fromkeys(documents):
            words += len(WORDS.findall(doc))
            if words > MOST:
                break
            kept.append(doc)
        result[kind] = kept
    return result


def part(text: str) -> str:
    """Return what a document is used for: one in eight to measure, the others to train.

    Three of these seven train the document models, four the span models.
    """
    return ("measure", *["documents"] * 3, *["spans"] * 4)[zlib.crc32(text.encode()) % 8]


def _documents(text: str) -> Iterator[str]:
    """Runs of good paragraphs, 60 to `LONGEST` words."""
    held: list[str] = []
    size = 0
    for raw in re.split(r"\n\s*\n", text):
        paragraph = re.sub(r"\s+", " ", raw).strip()
        if not _is_prose(paragraph):
            continue
        held.append(paragraph)
        size += len(WORDS.findall(paragraph))
        if size > LONGEST * (0.2 + (zlib.crc32(paragraph.encode()) % 80) / 100):
            yield "\n\n".join(held)
            held, size = [], 0
    if size >= 60:
        yield "\n\n".join(held)


def _is_prose(paragraph: str) -> bool:
    words = WORDS.findall(paragraph)
    letters = sum(map(len, words))
    return (
        len(words) >= 18
        and letters > 0.7 * len(paragraph)
        and paragraph[-1:] in '.!?"”’)'
        and sum(word.lower() in COMMON for word in words) > 0.15 * len(words)
        and not re.search(r"[{}<>|\\=]|https?:|\.\.\.\.", paragraph)
        and sum(word[0].isupper() for word in words) < 0.35 * len(words)
    )


def _plain(path: Path) -> Iterator[str]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield data.decode("utf-8", "replace")


def _lines(path: Path) -> Iterator[str]:
    """A file with one document on each line."""
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        yield _paragraphs(line)


def _quotes(path: Path) -> Iterator[str]:
    yield path.read_text(encoding="utf-8", errors="replace").replace("\n%\n", "\n\n")


def _markup(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    text = re.sub(r"(?s)<(script|style|pre|code|table)\b.*?</\1>", " ", text)
    text = text.replace('<div class="para">', "<p>")
    parts = re.findall(r"(?s)<(?:p|dd)\b[^>]*>(.*?)</(?:p|dd|div)>", text)
    yield "\n\n".join(html.unescape(re.sub(r"<[^>]+>", "", part)) for part in parts)


def _wiki(path: Path) -> Iterator[str]:
    text = html.unescape(bz2.decompress(path.read_bytes()).decode("utf-8", "replace"))
    for page in re.findall(r"(?s)<text[^>]*>(.*?)</text>", text):
        yield _without_wiki_marks(page).replace("\n", "\n\n")


def _without_wiki_marks(page: str) -> str:
    plain = re.sub(r"(?s)<ref[^>]*/>|<ref.*?</ref>|<!--.*?-->|\{\|.*?\|\}", "", page)
    for _ in range(4):
        plain = re.sub(r"\{\{[^{}]*\}\}", "", plain)
    plain = re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", plain)
    return re.sub(r"\[\S+ ([^\]]*)\]", r"\1", plain).replace("'''", "").replace("''", "")


def _manual(path: Path) -> Iterator[str]:
    text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
    text = re.sub(r'(?m)^\.\\".*\n', "", text)
    text = re.sub(r"(?m)^\.(?:BR|IR|B|I|RB|RI) (.*)$", lambda m: m[1].replace('"', ""), text)
    text = re.sub(r"(?m)^\..*$", "\n", text)
    yield re.sub(r"\\f.|\\&|\\-|\\", "", text)


def _novel(path: Path) -> Iterator[str]:
    """The strings in an R database: zlib blocks of length-prefixed lines."""
    data, at = path.read_bytes(), 0
    while at + 5 < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        block = data[at + 4 : at + 4 + size]
        try:
            body = zlib.decompress(block)
        except zlib.error:
            body = b""
        lines = re.findall(rb"\x00\x04\x00\x09..(..)([\x20-\x7e]*)", body, re.DOTALL)
        yield "\n".join(line[: int.from_bytes(n, "big")].decode("ascii") for n, line in lines)
        at += 4 + size


def _dialogue(path: Path) -> Iterator[str]:
    """What the characters of a game say."""
    text = path.read_text(encoding="utf-8", errors="replace")
    said = re.findall(r'(?<!female_)(?:message|story)\s*=\s*_\s*"([^"]{30,})"', text)
    for n in range(0, len(said), 8):
        yield "\n\n".join([" ".join(said[m : m + 2]) for m in range(n, min(n + 8, len(said)), 2)])


def _legends(path: Path) -> Iterator[str]:
    """Quotations from old books, indented, one after another."""
    text = path.read_bytes().decode("latin-1")
    for quote in re.findall(r"(?m)((?:^\t.*\n)+)", text):
        body = [line.strip() for line in quote.split("\n") if not line.strip().startswith("[")]
        yield " ".join(body)


def _tagged(path: Path) -> Iterator[str]:
    """A text of the Brown corpus: words with their tags."""
    text = re.sub(r"(\S+)/[^\s/]+", r"\1", path.read_text(encoding="latin-1"))
    text = re.sub(r"\s+([.,;:?!])(?:\s+[;?!](?=\s))?", r"\1", text).replace("`` ", '"')
    yield _paragraphs(text.replace(" ''", '"').replace(" )", ")").replace("( ", "("))


def _wire(path: Path) -> Iterator[str]:
    """A news agency report with indented paragraphs."""
    text = html.unescape(path.read_text(encoding="utf-8", errors="replace"))
    for body in re.findall(r"(?s)<BODY>(.*?)(?:REUTER|Reuter)?\s*</BODY>", text):
        yield body.replace("\n    ", "\n\n")


def _licence(path: Path) -> Iterator[str]:
    yield json.loads(path.read_text(encoding="utf-8"))["licenseText"]


def _scripture(path: Path) -> Iterator[str]:
    """A volume of a SWORD module: blocks of compressed markup, listed in the index beside it."""
    data, index = path.read_bytes(), path.with_suffix(".bzs").read_bytes()
    for at in range(0, len(index), 12):
        start, size = struct.unpack_from("<II", index, at)
        block = zlib.decompress(data[start : start + size]).decode("utf-8", "replace")
        block = re.sub(r"(?s)<(note|title)\b.*?</\1>", "", block)
        yield _paragraphs(re.sub(r"<[^>]+>", " ", block))


def _paragraphs(text: str) -> str:
    """A text as paragraphs of four sentences."""
    sentences = re.split(r'(?<=[.!?"”]) (?=[A-Z"“])', " ".join(text.split()))
    return "\n\n".join(" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4))


_BROWN = {
    "reportage": "abc",
    "religion": "d",
    "hobbies": "e",
    "lore": "f",
    "letters": "g",
    "government": "h",
    "learned": "j",
    "novels": "kp",
    "mystery": "lm",
    "adventure": "n",
    "humor": "r",
}
"""Kinds of prose in the Brown corpus, by the letters of its categories."""
TALES = frozenset(
    {"fiction", "legends", "scripture", "adventure", "novels", "mystery", "dialogue", "quotes"}
)
"""Kinds of prose that are tales, or old."""
Reader = Callable[[Path], Iterator[str]]
SOURCES: dict[str, tuple[str, str, Reader]] = {
    "news": ("gensim", "gensim/test/test_data/lee*.cor", _lines),
    "news2": ("news", "newspaper4k*/tests/data/**/*.txt", _plain),
    "encyclopaedia": ("gensim", "gensim/test/test_data/enwiki-latest*.bz2", _wiki),
    "essay": ("anarchism", "usr/share/doc/anarchism/html/sec*.html", _markup),
    "handbook": ("handbook", "usr/share/doc/debian-handbook/html/en-US/*.html", _markup),
    "security": ("harden", "usr/share/doc/harden-doc/html/en*/*.html", _markup),
    "reference": ("reference", "usr/share/**/*.html", _markup),
    "history": ("history", "usr/share/doc/debian-history/docs/*.en.html", _markup),
    "sky": ("stellarium", "usr/share/stellarium/skycultures/*/description.en.utf8", _markup),
    "howto": ("gnome", "usr/share/help/C/**/*.page", _markup),
    "manual": ("manpages", "usr/share/man/man7/*.gz", _manual),
    "quotes": ("fortunes", "usr/share/games/fortunes/*", _quotes),
    "jargon": ("jargon", "usr/share/doc/jargon-text/*.gz", _plain),
    "fiction": ("austen", "usr/lib/R/site-library/janeaustenr/data/Rdata.rdb", _novel),
    "dialogue": ("wesnoth", "usr/share/**/scenarios/*.cfg", _dialogue),
    "legends": ("nethack", "usr/lib/games/nethack/nhdat", _legends),
    "guide": ("guide", "usr/share/doc/**/en/*.html", _markup),
    "faq": ("faq", "usr/share/doc/debian/FAQ/*.en.html", _markup),
    "wire": ("wire", "usr/lib/R/site-library/tm/texts/*/*.xml", _wire),
    "speeches": ("speeches", "package/data/[12][09][0-9][0-9]_*.txt", _lines),
    "addresses": ("speeches", "package/data/1[78]*.txt", _lines),
    "licences": ("licences", "package/licenses/*.json", _licence),
    "law": ("miscfiles", "usr/share/state/*.gz", _plain),
    "scripture": ("scripture", "usr/share/sword/modules/texts/ztext/**/*.bzz", _scripture),
    **{kind: ("brown", f"package/c[{part}]??", _tagged) for kind, part in _BROWN.items()},
}
