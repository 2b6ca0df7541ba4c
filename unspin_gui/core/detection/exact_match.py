"""Exact and inflected glossary phrases in a text, and which glossary layer prevails."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.passage_read import Read
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.glossary.entry import Entry, Match
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.glossary.inflections import inflected_fixes, is_participle
from unspin_gui.core.glossary.match_quality import Difference
from unspin_gui.core.text.compounds import cuts_compound
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import Tokens, fit_case, fold, folded, norms

_REACH = 40
"""How far around a place to look for words that show which form of a verb it is."""
_MOST_OTHERS = 20
"""At most this many entries that another overrides are kept for a place, the latest first."""


class Hit(NamedTuple):
    """A place in a passage that a glossary entry applies to.

    `layer` is the index of its glossary in the knowledge, lowest first; `fixes` are already
    inflected for the place; `how` says how the place differs from the phrase, and `ratio` how
    similar a near match is, in percent; `others` are the entries for the same phrase that this one
    overrides. A `preferred` hit only ranks fixes.
    """

    span: Span
    entry: Entry
    layer: int
    fixes: tuple[str, ...]
    how: Difference
    score: float
    kind: Literal["known", "near", "preferred"] = "known"
    others: tuple["Hit", ...] = ()
    ratio: int = 0


def known_hits(read: Read, document_words: DocumentWords, knowledge: Knowledge) -> list[Hit]:
    """Find every glossary phrase that applies here, keep entries included.

    Overlapping hits are left in; among entries with the same place and phrase the last layer's
    prevails.
    """
    hits: dict[tuple[Span, str, str], Hit] = {}
    for layer, found, match, kind in _matches(read, document_words, knowledge):
        hit = _hit(read.text, found, match, layer, knowledge)
        if hit is not None and (hit.entry.keep or not is_done(read.text, hit)):
            if hit.kind != kind:
                hit = hit._replace(kind=kind)
            key = (hit.span, "" if hit.entry.keep else folded(hit.entry.phrase), kind)
            hits[key] = _later(hits.get(key), hit)
    return list(hits.values())


def _matches(
    read: Read, document_words: DocumentWords, knowledge: Knowledge
) -> Iterator[tuple[int, Tokens, Match, Literal["known", "preferred"]]]:
    """Yield the matches that apply, each with its layer, its tokens and how it applies.

    Of entries that differ only in conditions that are all met, the latest stands for all.
    """
    for layer, glossary in enumerate(knowledge.glossaries):
        wanted = knowledge.looks_in(glossary)
        latest: dict[object, tuple[int, Tokens, Match, Literal["known", "preferred"]]] = {}
        for found, match in read.matches(glossary):
            entry, kind = match.entry, document_words.kind_of(match.entry)
            if kind is not None and (entry.keep or wanted):
                said = entry.phrase, match.fixes, entry.keep, entry.case
                place = found[match.first].start, found[match.last - 1].end
                latest[place, match.exact, kind, said] = layer, found, match, kind
        yield from latest.values()


def unsilenced(hits: Iterable[Hit], kept: Sequence[Hit]) -> list[Hit]:
    """The hits that no keep entry of the same or a later layer covers."""
    return [
        hit
        for hit in hits
        if not any(keep.layer >= hit.layer and keep.span.contains(hit.span) for keep in kept)
    ]


def is_done(text: str, hit: Hit) -> bool:
    """Whether the text already reads as a fix would make it, neighbouring words included."""
    return bool(hit.fixes) and all(_stands(text, hit.span, fix) for fix in hit.fixes)


def _stands(text: str, span: Span, fix: str) -> bool:
    """Whether the fix is already at the span or around it ("illness" in "mental illness")."""
    place = text[span.start : span.end]
    if fix.casefold() == place.casefold() and fit_case(fix, text, span) == place:
        return True
    whole, inner = folded(fix), fold(place)
    if inner == whole or f" {inner} " not in f" {whole} ":
        return False
    around = text[max(0, span.start - len(fix) - 2) : span.end + len(fix) + 2]
    return f" {whole} " in f" {fold(around)} "


def _hit(text: str, found: Tokens, match: Match, layer: int, knowledge: Knowledge) -> Hit | None:
    span = Span(found[match.first].start, found[match.last - 1].end)
    entry, glossary = match.entry, knowledge.glossaries[layer]
    if cuts_compound(text, span, entry.phrase):
        return None
    if match.exact:
        return Hit(span, entry, layer, match.fixes, Difference.NONE, base_score(entry, glossary))
    if knowledge.inflection is None:
        return None
    fixes = inflected_fixes(
        match.fixes,
        folded(entry.phrase),
        match.place,
        knowledge.inflection,
        participle=is_participle(
            norms(text[max(0, span.start - _REACH) : span.start]),
            norms(text[span.end : span.end + _REACH]),
        ),
    )
    if fixes is None:
        return None
    return Hit(span, entry, layer, fixes, Difference.FORM, base_score(entry, glossary) - 0.03)


def _later(old: Hit | None, new: Hit) -> Hit:
    """The hit of the later layer or entry; within a layer an exact hit beats an inflected one.

    An ordinary word learnt in its context only adds its fixes if another entry is certain.
    """
    if old is None or old.entry.keep != new.entry.keep:
        return new
    if old.entry.prefer != new.entry.prefer:
        sure, wish = (new, old) if old.entry.prefer else (old, new)
        return sure._replace(others=(wish, *sure.others)[:_MOST_OTHERS])
    old_is_exact = old.how is Difference.NONE and new.how is not Difference.NONE
    old_wins = old_is_exact and old.layer == new.layer
    first, other = (old, new) if old_wins else (new, old)
    return first._replace(others=(*first.others, other, *other.others)[:_MOST_OTHERS])


def base_score(entry: Entry, glossary: Glossary) -> float:
    """The probability that a match of the entry was spun, before its context is considered."""
    several = has_several_words(entry)
    if entry.prefer:
        return 0.75
    if glossary.mine:
        return 0.98 if several else 0.95
    return 0.97 if several else 0.75


def has_several_words(entry: Entry) -> bool:
    """Whether the entry's phrase has more than one word."""
    return " " in folded(entry.phrase)
