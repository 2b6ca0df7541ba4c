"""Build resources/language/first_sounds.txt: the words for which the rules for a/an are wrong.

usage: build_first_sounds.py DOWNLOADS OUT [--fetch]

DOWNLOADS holds, or with --fetch receives, the wheel of pocketsphinx that `packages.py` names by its
checksum. Of the pronouncing dictionary in it (Carnegie Mellon University, BSD licence) the words
are kept whose first sound differs from what `indefinite_article` infers from their spelling. Words
with both pronunciations are left out. The output is reproducible byte for byte.
"""

import argparse
import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from packages import package

from unspin_gui.core.text import indefinite_article
from unspin_gui.core.text.indefinite_article import (
    SPELT,
    FirstSounds,
    rule_says_vowel,
    starts_with_vowel,
)

DICTIONARY = "pocketsphinx/model/en-us/cmudict-en-us.dict"
VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())  # noqa: SIM905
BOTH_WAYS = re.compile(r"herb|homage|humble|historic")
"""Pronounced differently on both sides of the Atlantic."""
LONGEST_IN_CAPITALS = 5
HEADER = """\
# Words that "a" or "an" stands before against the rules of indefinite_article.py.
# Made by tools/build_first_sounds.py from the pronouncing dictionary of Carnegie Mellon University
# (BSD licence, see NOTICE). In capitals: as an abbreviation or a heading has them.
"""


def first_sounds(lines: Iterable[str]) -> dict[str, bool]:
    """For each word with a single pronunciation, whether it starts with a vowel sound."""
    found: dict[str, set[bool]] = {}
    for line in lines:
        word, first, *_ = line.split()
        word = re.sub(r"\(\d+\)$", "", word)
        if word.isalpha() and len(word) > 1 and not BOTH_WAYS.match(word):
            found.setdefault(word, set()).add(first in VOWELS)
    return {word: sounds.pop() for word, sounds in found.items() if len(sounds) == 1}


def is_read_in_capitals(word: str) -> bool:
    """Whether a short word may be one in capitals too: it has a vowel, and is not spelt out."""
    return (
        len(word) <= LONGEST_IN_CAPITALS
        and word.isascii()
        and re.search("[aeiouy]", word) is not None
        and word not in SPELT
    )


def main() -> None:
    """Fetch, check, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fetch", action="store_true")
    args = parser.parse_args()
    wheel = package("pocketsphinx", args.downloads, fetch=args.fetch)
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        sounds = first_sounds(archive.read(DICTIONARY).decode("utf-8").strip().split("\n"))
    words = {word: vowel for word, vowel in sounds.items() if rule_says_vowel(word) != vowel}
    indefinite_article.take_sounds_from(lambda: FirstSounds(words, {}))
    short = {w: v for w, v in sounds.items() if is_read_in_capitals(w)}
    capitals = {w: v for w, v in short.items() if starts_with_vowel(w.upper()) != v}
    rows = [(v, w) for w, v in words.items()] + [(v, w.upper()) for w, v in capitals.items()]
    lines = [f"{'an' if vowel else 'a'} {word}\n" for vowel, word in sorted(rows)]
    args.out.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
