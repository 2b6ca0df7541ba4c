"""Guesses the columns of a table from the names in its first line, checked against the cells."""

import re
from collections.abc import Sequence

NO = frozenset(["no", "false", "off", "0", "n"])
YES = frozenset(["yes", "true", "on", "1", "y", "x"])

_ALIASES = {
    "spun": "spun|tortured|fingerprint|forbidden|prohibited|banned|disallowed|not allowed"
    "|deprecated|obsolete|superseded|rejected|discouraged|avoid|do not use|don't use|dont use"
    "|never use|do not say|don't say|non preferred|nonpreferred|not preferred|unpreferred"
    "|unapproved|not approved|instead of|wrong|incorrect|misspelling|typo|find|search|before|from"
    "|bad|not|legacy|paraphrase|paraphrased|problematic|non inclusive|jargon|complex|wordy"
    "|old|error|mistake"
    "|verboten|verbotene|verbotener|veraltet|unerwünscht|falsch|falsche|vermeiden|statt|suchen",
    "fix": "fix|clean suggestion|established|expected|preferred|recommended|approved|allowed"
    "|permitted|plain|correct|right|correction|replacement|replace with|replace by|replace|target"
    "|translation|suggestion|suggested|alternative|use instead|instead|use|say|better|after|to"
    "|good|proper|standard|official|corrected|fixed|revised|edited|inclusive|simple|concise"
    "|new|output|clean|human|intended|meant|should be|scientific|technical|academic|accepted"
    "|conventional|canonical|original|original cased"
    "|bevorzugt|bevorzugte|bevorzugter|erlaubt|empfohlen|richtig|richtige|korrekt|besser"
    "|stattdessen|ersetzen durch|ersatz|ersetzen|vorschlag",
    "note": "note|comment|remark|explanation|reason|description|definition|kommentar|bemerkung"
    "|anmerkung|notiz|hinweis",
    "tags": "tag|domain|category|subject",
    "case": "case",
    "added": "added|date",
    "source": "source|origin|reference",
    "unless": "unless|not with",
    "only_with": "only with",
    "condition": "context condition|condition|context",
    "keep": "keep|never flag",
    "enabled": "enabled|active",
    "prefer": "prefer",
    "either": "term|word|phrase|text|expression|wording|headword|entry|synonym|variant"
    "|key|input"
    "|begriff|benennung|wort|ausdruck",
    "unread": "status|term status|usage status|administrative status|id"
    "|concept|concept id|entry id|number|language|part of speech",
}
"""Names of columns by field, best first; those of `either` leave the direction open, those of
`unread` only mark the line as a header.
"""
_NAMES = {field: tuple(told.split("|")) for field, told in _ALIASES.items()}
_SIDES = ("spun", "fix", "either", "unread")
_PAIRS = (
    ("replace", "with"), ("replace", "by"), ("change", "to"), ("source", "target"),
    ("source", "translation"), ("old", "new"), ("alt", "neu"), ("input", "output"),
    ("key", "value"),
)  # fmt: skip
"""Names that indicate the direction only next to one another."""
_CLEAR = (
    "spun", "tortured", "forbidden", "deprecated", "non preferred", "do not use", "don't use",
    "instead of", "established", "preferred", "recommended", "approved", "replacement", "verboten",
    "bevorzugt",
)  # fmt: skip
"""Names that nobody would have as a phrase: any of them marks the first line as a header."""
_FLAGS = (
    "forbidden", "prohibited", "banned", "disallowed", "deprecated", "obsolete", "superseded",
    "rejected", "discouraged", "preferred", "recommended", "approved", "allowed", "permitted",
    "standard", "official", "verboten", "bevorzugt",
)  # fmt: skip
"""Names under which a column may contain yes or no, and so is not a phrase."""
_CLOSED = {
    "case": {"exact", "smart", ""},
    "keep": YES | NO | {""},
    "enabled": YES | NO | {""},
    "prefer": YES | NO | {""},
}
_TWO_SIDES = {"either", "note", "tags", "case", ""}
"""What the columns may be in a table whose column names give no direction."""
_CONDITION = re.compile(r"(?:AND|NOT)\b")


def columns_by_name(header: Sequence[str], cells: Sequence[Sequence[str]]) -> dict[str, int]:
    """The column of each field, from the names in the first line and the rows after it.

    Empty if the first line is not a header. A column whose cells contradict its name is left out;
    "context" is a note unless it holds conditions.
    """
    names = [_plain_name(cell) for cell in header]
    columns = [[row[n].strip() for row in cells if n < len(row)] for n in range(len(names))]
    switches = {n for n, name in enumerate(names) if name in _FLAGS and _are_switches(columns[n])}
    found = _sides(names, switches)
    for field in _NAMES:
        if field in _SIDES:
            continue
        place = _first(names, field, set(found.values()))
        if place >= 0 and names[place] == "context" and not any(map(is_condition, columns[place])):
            found.setdefault("note", place)
        elif place >= 0 and _can_be(field, columns[place]):
            found[field] = place
    if "source" in found and "fix" in found and "spun" not in found:
        found["spun"] = found.pop("source")
    is_pair = "spun" in found and ("fix" in found or "keep" in found)
    return found if is_pair or _all_known(names) else {}


def is_condition(text: str) -> bool:
    """Whether a text is a condition in the notation of screeners."""
    return _CONDITION.match(text) is not None


def _sides(names: list[str], switches: set[int]) -> dict[str, int]:
    """The columns of phrase and fix, as far as the names show."""
    for spun, fix in _PAIRS:
        if spun in names and fix in names:
            return {"spun": names.index(spun), "fix": names.index(fix)}
    sides = {"spun": _first(names, "spun", switches), "fix": _first(names, "fix", switches)}
    found = {side: place for side, place in sides.items() if place >= 0}
    if "spun" not in found and "fix" in found and "original" in names:
        place = names.index("original")  # of a correction; of a spun text it would be the fix
        if place != found["fix"]:
            found["spun"] = place
    either = _first(names, "either", switches | set(found.values()))
    is_clear = any(names[place] in _CLEAR for place in found.values())
    if either < 0 and is_clear and len(found) == 1:
        either = next(iter(_unknown(names, switches)), -1)
    if either >= 0:
        found.setdefault("fix" if "spun" in found else "spun", either)
    places = [n for n, name in enumerate(names) if _means(name) == "either"]
    if len(found) == 1 and len(places) > 1 and {_means(name) for name in names} <= _TWO_SIDES:
        return {"spun": places[0], "fix": places[1]}  # "term,synonym": in the usual order
    return found


def _unknown(names: list[str], switches: set[int]) -> list[int]:
    """The columns whose names mean nothing here."""
    return [n for n, name in enumerate(names) if name and n not in switches and not _means(name)]


def _all_known(names: list[str]) -> bool:
    """Whether these are the names of distinct fields and nothing else."""
    meanings = [_means(name) for name in names if name]
    read = [field for field in meanings if field != "unread"]
    if read.count("either") > 1 and len(set(names)) == len(names):  # several leave it open
        read = [field for field in read if field != "either"]
    return len(meanings) > 1 and all(meanings) and len(set(read)) == len(read)


def _means(name: str) -> str:
    """The field that a column name means; empty if unknown."""
    return next((field for field, aliases in _NAMES.items() if name in aliases), "")


def _can_be(field: str, column: Sequence[str]) -> bool:
    return field not in _CLOSED or all(cell.casefold() in _CLOSED[field] for cell in column)


def _are_switches(column: Sequence[str]) -> bool:
    """Whether a column contains only yes and no."""
    said = {cell.casefold() for cell in column if cell}
    return bool(said) and said <= YES | NO


def _first(names: Sequence[str], field: str, taken: set[int]) -> int:
    """The column with the best name for a field; -1 if there is none."""
    wanted = (n for name in _NAMES[field] for n, it in enumerate(names) if it == name)
    return next((n for n in wanted if n not in taken), -1)


def _plain_name(cell: str) -> str:
    """The essential part of a column name: "Tortured phrases" is "tortured"."""
    name = " ".join(re.split(r"[\s_-]+", cell.strip().strip(":").replace("’", "'").casefold()))
    name = re.sub(r"(?<=x)es$|(?<=[^\Wsui])s$", "", name)
    ends = "phrase|term|word|wording|expression|text|synonym|variant|form|usage|language|english"
    ends += "|this|that|begriff"
    return re.sub(rf"(?<=\w) (?:{ends})$", "", name)
