"""Conditions in a screener's list: AND "phrase" NOT "phrase"."""

import re

from unspin_gui.core.glossary.entry import Entry

_TOKEN = re.compile(r'"([^"]*)"|(\S+)')


def parse_conditions(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases that a document must contain and those it must not; quotes may be missing."""
    wanted: dict[str, list[str]] = {"AND": [], "NOT": []}
    side = "AND"
    words: list[str] = []
    for match in _TOKEN.finditer(text):
        quoted, word = match.groups()
        if word in wanted:
            _flush(wanted[side], words)
            side = word
        elif quoted is not None:
            _flush(wanted[side], words)
            _flush(wanted[side], [quoted.strip()])
        else:
            words.append(word)
    _flush(wanted[side], words)
    return tuple(wanted["AND"]), tuple(wanted["NOT"])


def conditions_of(entry: Entry) -> str:
    """The conditions of an entry in the notation of screeners."""
    parts = [f"AND {_quoted(phrase)}" for phrase in entry.only_with]
    parts += [f"NOT {_quoted(phrase)}" for phrase in entry.unless]
    return " ".join(parts)


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', "'") + '"'


def _flush(phrases: list[str], words: list[str]) -> None:
    if phrase := " ".join(words):
        phrases.append(phrase)
    words.clear()
