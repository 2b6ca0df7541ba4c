"""Build glossaries/science.yaml from the phrase list of the Problematic Paper Screener.

usage: python tools/build_science.py tortured_phrases.tsv glossaries/science.yaml

The input has the columns spun, original_cased, clean_suggestions, context_condition, n_sources and
others. Kept are phrases of two or more words with a suggestion, which may be a guess; conditions
become `only_with` and `unless`. science_left_out.txt names phrases that occur in genuine prose, and
what becomes of them.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lemminflect import getAllLemmas

from unspin_gui.core.text.tokens import fold

LEFT_OUT = Path(__file__).with_name("science_left_out.txt")
HEADER = """\
# unspin glossary 1
#
# Tortured phrases of scientific papers and what they stood for.
# From the Problematic Paper Screener by Guillaume Cabanac, Cyril Labbé and Alexander Magazinov
# (https://www.irit.fr/~Guillaume.Cabanac/problematic-paper-screener), licensed CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/). Changes: see NOTICE.
# Made by tools/build_science.py: change that program, not this file. Most frequent phrases first.

"""

SHORT = r" \([^\W_]+(?:-[^\W_]+)*\)"
PLAIN_PHRASE = re.compile(
    rf"[^\W_]+(?:(?:[ '’–-]|, )[^\W_]+)*(?:{SHORT}(?: [^\W_]+(?:[ '’–-][^\W_]+)*)?)?"
)
PLAIN_FIX = re.compile(rf"[^\W_]+(?:(?:[ '’–&/-]| & |'s |’s |, )[^\W_]+)*(?:{SHORT})?")
GUESS = "the fix is a guess"
WORD = re.compile(r"[^\W\d_]+")
# Capitalised words of organisations and places, which keep their capitals.
NAMED = frozenset(
    re.findall(
        r"\w+",
        """Organization Organisation Union Agency Association Bank Nations Council Institute
        University Committee Commission Fund Funds States York Kingdom Journal Act Exchange Library
        Office Society Service Services Cooperation Community Centers Bernard Lovelace Outlook
        Nursing Wikipedia Iran Navigator""",
    )
)
# Endings of common words that are in no word list: `Dermoscopy`, `Cytometric`.
COMMON_ENDING = re.compile(r".{4,}(?:tion|ment|metric|ritic|ics|ity|al|chy|ive|scopy|ing)")
QUOTED = r'"([^"]+)"'
ANY_OF = re.compile(rf"AND (?:{QUOTED}|\(?{QUOTED}(?: OR {QUOTED})*\)?|(\w+(?: \w+)?))")
NONE_OF = re.compile(rf"NOT (?:{QUOTED}|(\w+))")


class Entry(NamedTuple):
    """One phrase of the glossary."""

    spun: str
    fixes: tuple[str, ...]
    only_with: tuple[str, ...]
    unless: tuple[str, ...]
    papers: int
    note: str = ""


def conditions(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The `only_with` and `unless` of a condition in the list; None if that is inexpressible."""
    if not text:
        return (), ()
    if ANY_OF.fullmatch(text):
        words = re.findall(QUOTED, text) or [text.removeprefix("AND ")]
        return tuple(words), ()
    if NONE_OF.fullmatch(text):
        words = re.findall(QUOTED, text) or [text.removeprefix("NOT ")]
        return (), tuple(words)
    return None


def spread(text: str) -> list[str]:
    """A suggestion with `[optional] words` and `one/other` spelt out, best first."""
    optional = re.search(r" ?\[([^\]]*)\] ?", text)
    if optional:
        before, after = text[: optional.start()], text[optional.end() :]
        within = f"{before} {optional[1]} {after}"
        return [*spread(" ".join(within.split())), *spread(" ".join(f"{before} {after}".split()))]
    if " / " in text:
        return text.split(" / ")
    choice = re.search(r"[^\W\d]{2,}(?:-[^\W\d]+)*(?:/[^\W\d]{2,}(?:-[^\W\d]+)*)+", text)
    if choice and choice[0].islower():
        before, after = text[: choice.start()], text[choice.end() :]
        return [before + word + after for word in choice[0].split("/")]
    return [text]


def fixes(row: Mapping[str, str]) -> tuple[str, ...]:
    """The plain suggestions of a row; none if the list has none or gives an explanation."""
    original, suggestion = row["original_cased"], row["clean_suggestions"].strip()
    if "|" in suggestion:  # split at every "or", also within a phrase
        return ()
    if "?" in original:
        suggestion = re.sub(r"\(\?\)|\?", "", original).strip()
    elif "(" in row["spun"] and PLAIN_FIX.fullmatch(original):
        suggestion = original
    is_list = "," not in row["spun"] and len(suggestion.split()) != len(row["spun"].split())
    found = [fix for part in suggestion.split(", ") for fix in spread(part)] if is_list else []
    found = found or spread(suggestion)
    if not all(PLAIN_FIX.fullmatch(fix) for fix in found):
        return ()
    return tuple(dict.fromkeys(fix for fix in found if fix.lower() != row["spun"].lower()))


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Capitalised words that are common words: `Gain`, which the list also has in lower case."""
    counts = Counter(word for text in texts for word in WORD.findall(text))
    capitalised = [word for word in counts if word.istitle()]
    return frozenset(word for word in capitalised if counts[word.lower()] * 2 >= counts[word])


def plain_case(fix: str, original: str, common: frozenset[str]) -> str:
    """The fix in lower case but for names; the list spells out abbreviations in Title Case."""
    words = WORD.findall(fix)
    if NAMED.intersection(words):
        return fix
    spelt_out = "(" in original and all(word[0].isupper() for word in words if len(word) > 3)

    def small(match: re.Match[str]) -> str:
        word = match[0]
        listed = spelt_out and word.istitle() and bool(getAllLemmas(word.lower()))
        is_common = word in common or listed or COMMON_ENDING.fullmatch(word)
        return word.lower() if is_common else word

    return WORD.sub(small, fix)


def read(source: Path) -> list[Entry]:
    """The entries worth keeping, most frequent first."""
    with source.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    common = common_words(row["clean_suggestions"] for row in rows)
    parts = LEFT_OUT.read_text(encoding="utf-8").split("\n\n")
    honest, never = (frozenset(part.split("\n")) for part in parts)
    entries: dict[str, Entry] = {}
    for row in rows:
        for entry in entries_of(row, common, honest):
            if entry.spun not in never:
                entries.setdefault(fold(entry.spun), entry)
    unchained = without_chains(entries)
    return sorted(unchained, key=lambda entry: (-entry.papers, entry.spun))


def entries_of(
    row: Mapping[str, str], common: frozenset[str], honest: frozenset[str]
) -> Iterator[Entry]:
    """The entry of a row, and one without the abbreviation in brackets where that is enough."""
    spun, condition = row["spun"].strip().lower(), conditions(row["context_condition"])
    cased = (plain_case(fix, row["original_cased"], common) for fix in fixes(row))
    found = tuple(dict.fromkeys(cased))
    if (
        not condition
        or not found
        or not PLAIN_PHRASE.fullmatch(spun)
        or not re.search("[ –-]", spun)
    ):
        return
    if spun in honest:
        condition = found, ()
    note = GUESS if "?" in row["original_cased"] else ""
    yield Entry(spun, found, *condition, int(row["papers_matched"]), note)
    spelt_out = re.sub(SHORT, "", spun)
    plain = tuple(re.sub(SHORT, "", fix) for fix in found)
    if spelt_out.count(" ") > 1 and spelt_out not in {spun, *(fix.lower() for fix in plain)}:
        yield Entry(spelt_out, plain, *condition, int(row["papers_matched"]), note)


def without_chains(entries: Mapping[str, Entry]) -> list[Entry]:
    """Drop entries whose fixes contain a phrase of the glossary again."""
    lengths = sorted({len(spun.split()) for spun in entries})

    def is_spun(fix: str) -> bool:
        words = fold(fix).split()
        return any(
            " ".join(words[start : start + length]) in entries
            for length in lengths
            for start in range(len(words) - length + 1)
        )

    kept = []
    for entry in entries.values():
        plain = tuple(fix for fix in entry.fixes if not is_spun(fix))
        if plain:
            kept.append(entry._replace(fixes=plain))
    return kept


def write(entries: Sequence[Entry], target: Path) -> None:
    """Write the glossary in the program's own format."""
    lines = []
    for entry in entries:
        lines.append(f'- spun: "{entry.spun}"\n  fix: {_scalar_or_list(entry.fixes)}\n')
        if entry.note:
            lines.append(f'  note: "{entry.note}"\n')
        if entry.only_with:
            lines.append(f"  only_with: {_scalar_or_list(entry.only_with)}\n")
        if entry.unless:
            lines.append(f"  unless: {_scalar_or_list(entry.unless)}\n")
    target.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")


def _scalar_or_list(texts: Sequence[str]) -> str:
    quoted = [f'"{text}"' for text in texts]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"


def main(arguments: Sequence[str]) -> int:
    """Build the glossary from the list named first into the file named second."""
    if len(arguments) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    entries = read(Path(arguments[0]))
    write(entries, Path(arguments[1]))
    sys.stdout.write(f"{len(entries)} entries\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
