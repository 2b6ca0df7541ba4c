"""Glossaries made up for tests: entries with texts that formats have trouble with."""

from hypothesis import strategies as st

from unspin_gui.core.errors import GlossaryError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.exchange import FORMATS
from unspin_gui.store.exchange.exchange_conditions import conditions_of, parse_conditions
from unspin_gui.store.glossary.glossary_entries import check

FULL = Entry(
    "husband or wife forces",
    ("spouses", 'the "pair" | both'),
    note="n; ote, 2",
    tags=("a", "b"),
    case="exact",
    added="2026-01-01",
    source="s",
    unless=("u", "v w"),
    only_with=("o",),
)
KEEP = Entry("big data", keep=True)


letter = st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\x85")
word = st.text(letter, min_size=1, max_size=8).map(str.strip).filter(bool)
tricky = st.sampled_from(
    [
        "a|b",
        "a\\",
        "\\|",
        '"q"',
        "a,b;c",
        "=1+1",
        "<x & y>",
        "e.g. (x)*",
        "no",
        "[a]",
        "$1",
        "'",
        "😀 z",
    ]
)
text = word | tricky
names = st.lists(text, max_size=3, unique=True).map(tuple)


def entries_for(name: str) -> st.SearchStrategy[list[Entry]]:
    """Entries that a format can hold completely, each phrase once."""
    holds = FORMATS[name].holds

    def several(feature: str) -> st.SearchStrategy[tuple[str, ...]]:
        return names if feature in holds else st.just(())

    def one(feature: str) -> st.SearchStrategy[str]:
        return st.just("") | text if feature in holds else st.just("")

    fixes = st.lists(
        text.filter(is_fix), min_size=1, max_size=3 if "fixes" in holds else 1, unique=True
    )
    entry = st.builds(
        Entry,
        phrase=text.filter(lambda phrase: not phrase.startswith("#")),
        fixes=fixes.map(tuple),
        note=one("note"),
        tags=several("tags"),
        case=st.sampled_from(["smart", "exact"] if "case" in holds else ["smart"]),
        added=one("added"),
        source=one("source"),
        unless=several("unless"),
        only_with=several("only_with").map(lambda all_: all_ if "all_of" in holds else all_[:1]),
        keep=st.booleans() if "keep" in holds else st.just(False),
        enabled=st.booleans() if "disabled" in holds else st.just(True),
        prefer=st.just(False),
        line=st.just(0),
    ).filter(lambda e: e.phrase not in e.fixes)
    if name == "screener":
        entry = entry.filter(conditions_are_plain)
    if name == "vale":  # where it means a part of a pattern
        entry = entry.filter(lambda e: not any("$" in fix for fix in e.fixes))
    return st.lists(entry, max_size=5, unique_by=lambda e: e.phrase)


def is_fix(text: str) -> bool:
    """Whether a fix may be this text, which nothing unseen may stand in."""
    return can_be_saved(Entry("phrase", (text,)))


def conditions_are_plain(entry: Entry) -> bool:
    """Quotes have no place in conditions, and blanks in a row are one; doubts are cut off fixes."""
    wanted = (entry.only_with, entry.unless)
    return parse_conditions(conditions_of(entry)) == wanted


def can_be_saved(entry: Entry) -> bool:
    """Whether a glossary may have this entry at all."""
    try:
        return check(entry) is entry
    except GlossaryError:
        return False


_hard = st.sampled_from(
    ["big data", "Big data", "don't", "don’t", "e.g.", " blank ", "a\tb", "two\nlines", "x(?)",
     "#hash", "# a", "a\x1bb", "sep=;", "spun", "a  b", "|", "*.", "=1", '"', '"big" data', "no",
     "AND", 'AND "x"', "$1", "<<", ".*x.*", "ß", "data"]
)  # fmt: skip
_any = _hard | text
_anys = st.lists(_any, max_size=2, unique=True).map(tuple)
glossaries = st.lists(
    st.builds(
        Entry,
        phrase=_any,
        fixes=st.lists(_any, max_size=3).map(tuple),
        note=st.just("") | _any,
        tags=st.just(()) | _anys,
        case=st.sampled_from(["smart", "smart", "exact"]),
        added=st.just("") | _any,
        source=st.just("") | _any,
        unless=st.just(()) | _anys,
        only_with=st.just(()) | _anys,
        keep=st.sampled_from([False, False, True]),
        enabled=st.sampled_from([True, True, False]),
        prefer=st.just(False),
        line=st.just(0),
    ).filter(can_be_saved),
    max_size=6,
)
"""Glossaries with all that a file of ours can hold, the same phrase twice too."""
