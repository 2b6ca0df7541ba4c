"""Build resources/language/spellings.txt: British spellings and American ones of the same words.

usage: build_spellings.py SCOWL OUT

SCOWL is the folder of word lists of SCOWL 2020.12.07 (Debian's package scowl puts it into
/usr/share/dict/scowl). A word of its British lists goes with the word of its American lists that
one or two of the rules of spelling below make of it, if the language model knows that one. The
output is reproducible byte for byte.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from unspin_gui import paths
from unspin_gui.language.load import load_model

RULES = (
    (r"is(?=e|ing|ab|ation)", "iz"),
    (r"ys(?=e|ing)", "yz"),
    (r"our", "or"),
    (r"re(?=s?$|d$)", "er"),
    (r"tr(?=ed|ing)", "ter"),
    (r"([lptsgbnm])\1", r"\1"),
    (r"mme$", "m"),
    (r"l(?=s?$|ment)", "ll"),
    (r"[ao]e", "e"),
    (r"ogue(?=s?$)", "og"),
    (r"c(?=e|ing)", "s"),
    (r"sc", "sk"),
    (r"ph", "f"),
    (r"ou", "o"),
    (r"y", "i"),
    (r"ey", "ay"),
    (r"e(?=ab|y$|ing|ment)", ""),
    (r"que(?=s?$)", "ck"),
    (r"ough", "ow"),
    (r"ium", "um"),
    (r"py", "pa"),
    (r"oe(?=uv)", "e"),
    (r"ller", "l"),
    (r"mous", "mus"),
    (r"lery", "ry"),
    (r"dge(?=ment)", "dg"),
)
"""Patterns of British spellings, and what American ones have there."""
ALSO = {
    "artefact": "artifact",
    "aeroplane": "airplane",
    "ageing": "aging",
    "cheque": "check",
    "cosy": "cozy",
    "draught": "draft",
    "enquire": "inquire",
    "enquired": "inquired",
    "enquiries": "inquiries",
    "enquiry": "inquiry",
    "grey": "gray",
    "kerb": "curb",
    "licence": "license",
    "licences": "licenses",
    "moustache": "mustache",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "programme": "program",
    "programmes": "programs",
    "pyjamas": "pajamas",
    "storey": "story",
    "storeys": "stories",
    "tyre": "tire",
    "tyres": "tires",
}
"""Words whose American spelling the lists have as one of both sides, or that no rule makes."""
OTHERS = {"gybe", "prise", "prised", "prises", "prising"}
"""British words that only look like the spelling of an American one."""
MOST = {"british": 60, "british_z": 60, "american": 70}
"""The rarest words taken from each list, by SCOWL's levels: 10 is frequent, 95 rare."""
HEADER = """\
# British spellings and the American ones of the same words.
# Made by tools/build_spellings.py from SCOWL by Kevin Atkinson (see NOTICE).
"""


def words_of(folder: Path, kind: str) -> set[str]:
    """The lower-case words of a kind in SCOWL's lists."""
    found = set()
    for path in folder.glob(f"{kind}-words.*"):
        if int(path.suffix[1:]) <= MOST[kind]:
            found |= set(path.read_text(encoding="latin-1").split())
    return {word for word in found if re.fullmatch("[a-z]+", word)}


def respelt(word: str) -> Iterator[str]:
    """The word with each single rule applied at each place."""
    for pattern, other in RULES:
        for hit in re.finditer(pattern, word):
            yield word[: hit.start()] + hit.expand(other) + word[hit.end() :]


def pairs(british: set[str], american: set[str]) -> dict[str, str]:
    """For each British word the American one that the fewest rules lead to."""
    found = {}
    for word in sorted(british - american - OTHERS):
        once = sorted(set(respelt(word)))
        twice = sorted({second for first in once for second in respelt(first)})
        hits = [other for other in (*once, *twice) if other in american]
        if hits:
            found[word] = hits[0]
    return found


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scowl", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    british = words_of(options.scowl, "british") | words_of(options.scowl, "british_z")
    found = pairs(british, words_of(options.scowl, "american")) | ALSO
    model = load_model(paths.resources())
    known = {b: a for b, a in found.items() if model.words.get(a, model.outside) < model.outside}
    lines = [f"{british} {american}\n" for british, american in sorted(known.items())]
    options.out.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
