"""Compare the text of PDFs as this program reads it with what pdftotext reads.

usage: pdf_words.py FOLDER [--least SHARE] [--verbose]

For each PDF in the folder (real ones: Debian packages ship many below usr/share/doc; they may be
compressed, .pdf.gz) a line: pages, words, the share of pdftotext's words that are there (multisets,
hyphens left out), the share of pdftotext's sentences whose words stand together and in this order,
seconds, marks, marks a 1,000 words. Needs pdftotext (poppler-utils) and the extra `pdf`. Exit 1 if
words are lost: where a share of words is below --least.
"""

import argparse
import gzip
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from unspin_gui.application.knowledge_loading import load_knowledge
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.document.marks import outside_skipped
from unspin_gui.store import formats

_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\s*\n\s*(?=[^\W\d_])")
_SENTENCE = re.compile(r"[A-Z][^.!?\f]{60,400}[.!?](?=\s)")
_NEAR = 12
"""Words of a sentence that must follow each other."""


def words(text: str) -> list[str]:
    """The words of a text: letters only, without ligatures and hyphens."""
    plain = unicodedata.normalize("NFKC", text.replace("\u2028", "\n"))
    plain = re.sub("[-‐\u00ad\u2010\u2011]", "", _BROKEN.sub("", plain))
    return _WORD.findall(plain.casefold())


def in_order(theirs: str, ours: str) -> tuple[int, int]:
    """Count the sentences of one text that the other has word for word, and all sentences."""
    whole = " ".join(words(ours))
    found = total = 0
    for paragraph in re.split(r"\n\s*\n", theirs):
        for sentence in _SENTENCE.findall(paragraph):
            some = words(sentence)
            if len(some) >= _NEAR:
                total += 1
                found += " ".join(some[:_NEAR]) in whole and " ".join(some[-_NEAR:]) in whole
    return found, total


def reference(path: Path) -> str:
    """Return what pdftotext reads."""
    command = ["pdftotext", "-enc", "UTF-8", path, "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def pdfs(folder: Path, work: Path) -> Iterator[Path]:
    """The PDFs below a folder, unpacked."""
    for path in sorted(folder.rglob("*.pdf*")):
        if path.suffix == ".pdf":
            yield path
        elif path.suffix == ".gz":
            unpacked = work / path.stem
            unpacked.write_bytes(gzip.decompress(path.read_bytes()))
            yield unpacked


def _long(counts: Counter[str]) -> int:
    """Count the words of three letters or more: those of formulas mostly have fewer."""
    return sum(times for word, times in counts.items() if len(word) > 2)


def measure(path: Path, knowledge: Knowledge, *, verbose: bool) -> float:
    """Print the line of a PDF; returns the share of words."""
    theirs = reference(path)
    start = time.perf_counter()
    opened = formats.read(path)
    seconds = time.perf_counter() - start
    own, wanted = Counter(words(opened.text)), Counter(words(theirs))
    lost = wanted - own
    share = 1 - lost.total() / max(1, wanted.total())
    of_three = 1 - _long(lost) / max(1, _long(wanted))
    found, total = in_order(theirs, opened.text)
    suspects = outside_skipped(detect(opened.text, knowledge, skip=opened.skip), opened.skip)
    rate = 1000 * len(suspects) / max(1, wanted.total())
    print(
        f"{path.name:28} {opened.places[-1].number:3} pages {wanted.total():6} words "
        f"{100 * share:6.2f} % found ({100 * of_three:.2f} % of those with 3 letters), "
        f"{found}/{total} sentences, {seconds:.2f} s, "
        f"{len(suspects)} marks ({rate:.2f} in 1,000)"
    )
    if verbose:
        print("  lost:", " ".join(f"{word}*{n}" for word, n in lost.most_common(30)))
        print("  more:", " ".join(f"{word}*{n}" for word, n in (own - wanted).most_common(30)))
        for suspect in suspects:
            print(f"  {suspect.kind} {suspect.score:.2f}: {' '.join(suspect.phrase.split())}")
    return share


def main() -> None:
    """Measure all PDFs of the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--least", type=float, default=0.995)
    parser.add_argument("--verbose", action="store_true")
    flags = parser.parse_args()
    import tempfile  # noqa: PLC0415

    knowledge = load_knowledge(None, Options()).knowledge
    with tempfile.TemporaryDirectory() as work:
        shares = [
            measure(path, knowledge, verbose=flags.verbose)
            for path in pdfs(flags.folder, Path(work))
        ]
    sys.exit(0 if shares and min(shares) >= flags.least else 1)


if __name__ == "__main__":
    main()
