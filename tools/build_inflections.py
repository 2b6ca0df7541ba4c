"""Build resources/language/inflections.bin: the forms of English words, and what each may be.

usage: build_inflections.py DOWNLOADS OUT [--fetch]

DOWNLOADS holds, or with --fetch receives, the package lemminflect that `packages.py` names.
Everything that its dictionary, its overrides and its rules for unknown words say about the words it
knows is written down: a block for each first three letters, a line for each word with what it may
be (lemma/TAG,...) and, for a lemma, the usual spelling of each form (TAG/form,...). `CORRECTIONS`
are verbs for which it gives a wrong past tense: "broadcast", not "broadcasted" (which is still
recognised). The output is reproducible byte for byte (with the same version of zlib); a run takes
half a minute. Needs numpy.
"""

import argparse
import hashlib
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from packages import unpacked

KINDS = {
    "NOUN": ("NN", "NNS"),
    "VERB": ("VB", "VBZ", "VBD", "VBN", "VBG"),
    "ADJ": ("JJ", "JJR", "JJS"),
}
PAST = ("VBD", "VBN")
CORRECTIONS = {"broadcast": PAST, "forecast": PAST, "telecast": PAST}
"""Verbs, and the forms that equal the verb itself."""


class Dictionary:
    """The knowledge of lemminflect."""

    def __init__(self, lemminflect: Any) -> None:  # noqa: ANN401 - a package without types
        self._ask = lemminflect
        lemmatizer = sys.modules["lemminflect.core.Lemmatizer"].Lemmatizer()
        known = lemmatizer._getLemmaDict()  # noqa: SLF001 - it has no public list of its words
        self.words = {*known, *lemmatizer._getOverridesDict()}  # noqa: SLF001

    def spellings(self, lemma: str, tag: str) -> tuple[str, ...]:
        """The spellings of a form, the usual one first; a noun has only one plural."""
        if tag in {"JJR", "JJS"} and not self._ask.getAllInflections(lemma, upos="ADJ").get(tag):
            return ()
        found: tuple[str, ...] = self._ask.getInflection(lemma, tag)
        if tag in CORRECTIONS.get(lemma, ()):
            return (lemma, *(form for form in found if form != lemma))
        return found[:1] if tag == "NNS" else found

    def readings(self, word: str) -> list[tuple[str, str]]:
        """Every (lemma, tag) that a word may be, nouns first."""
        found = []
        for kind, tags in KINDS.items():
            for lemma in self._ask.getAllLemmas(word, upos=kind).get(kind, ()):
                found += [(lemma, tag) for tag in tags if word in self.spellings(lemma, tag)]
        return found


def lines(words: Dictionary) -> dict[str, str]:
    """Each word, and the rest of its line."""
    readings = {word: words.readings(word) for word in words.words if _is_usual(word)}
    kinds = defaultdict(set)
    for word, found in readings.items():
        for lemma, tag in found:
            kinds[lemma].update(next(tags for tags in KINDS.values() if tag in tags))
        kinds[word] |= set()
    return {
        word: "\t".join([_told(readings.get(word, ())), _told(_forms(words, word, kinds[word]))])
        for word in kinds
        if readings.get(word) or kinds[word]
    }


def _is_usual(word: str) -> bool:
    return word.isalpha() and word == word.lower() and len(word) > 1


def _forms(words: Dictionary, lemma: str, tags: Iterable[str]) -> list[tuple[str, str]]:
    found = ((tag, words.spellings(lemma, tag)) for tag in sorted(tags))
    return [(tag, forms[0].lower()) for tag, forms in found if forms]


def _told(pairs: Iterable[tuple[str, str]]) -> str:
    return ",".join("/".join(pair) for pair in pairs)


def blocks(rows: dict[str, str]) -> str:
    """The text of the file."""
    parts = []
    for start, words in groupby(sorted(rows), key=lambda word: word[:3]):
        parts.append("\n".join([start, *(f"{word}\t{rows[word]}" for word in words), ""]))
    return "\n".join(parts)


def main() -> None:
    """Fetch, check, query, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    args = parser.parse_args()
    sys.path.insert(0, str(unpacked("lemminflect", args.downloads, fetch=args.fetch)))
    import lemminflect  # noqa: PLC0415 - the one that was checked

    text = blocks(lines(Dictionary(lemminflect)))
    data = zlib.compress(text.encode("utf-8"), 9)
    args.out.write_bytes(data)
    print(f"{len(text):,} characters, {len(data):,} bytes, {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
