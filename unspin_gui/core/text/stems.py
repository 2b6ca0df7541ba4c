"""Stems: a cheap key shared by all inflected forms of an English word.

Unrelated words may share a stem too; a caller that needs certainty consults a dictionary.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from unspin_gui.core.text.patterns import pattern

_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|become became
begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|dive dove
do did done does|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got gotten|give gave given|go went gone goes|grind ground|grow grew grown|hang hung
have had has|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid
lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lie lay lain lying|light lit
lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame
overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung
rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|sew sewn
shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung
sink sank sunk|sit sat|sleep slept|slide slid|smell smelt|sow sown|speak spoke spoken|speed sped
spell spelt|spend spent|spin spun|spoil spoilt|spring sprang sprung|stand stood
steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven
swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken
teach taught|tear tore torn|tell told|think thought|throw threw thrown|tread trod trodden
undergo underwent undergone|understand understood|undertake undertook undertaken|wake woke woken
wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn
withhold withheld|write wrote written|be am is are was were been being|man men|woman women
child children|person people|foot feet|tooth teeth|goose geese|mouse mice|ox oxen
analysis analyses|basis bases|crisis crises|hypothesis hypotheses|thesis theses
diagnosis diagnoses|synthesis syntheses|axis axes|criterion criteria|phenomenon phenomena
datum data|medium media|bacterium bacteria|index indices|matrix matrices|vertex vertices
appendix appendices|radius radii|nucleus nuclei|stimulus stimuli|knife knives|life lives
wife wives|half halves|leaf leaves|loaf loaves|shelf shelves|thief thieves|wolf wolves
self selves|die dying|tie tying|agree agreed|disagree disagreed|free freed|guarantee guaranteed
good better best|bad worse worst
"""
HEAD = 2
"""This many first characters of a word are also those of its stem, unless its form is irregular."""
LAST_LETTERS = frozenset("sgdey")
"""A word ending in any other letter is its own stem, unless the letter is doubled."""
_VOWEL = pattern("[aeiouy]")


@lru_cache(maxsize=100_000)
def stems(norm: str) -> tuple[str, ...]:
    """The stem of a folded token and, for an irregular form, also those of its base words."""
    return stems_once(norm)


def stemmed(norms: Iterable[str]) -> tuple[str, ...]:
    """Return a stem of each folded word; for an irregular form, that of its base."""
    return tuple(stems(norm)[-1] for norm in norms)


def irregular_forms() -> AbstractSet[str]:
    """Return the words whose stems do not follow from the rules for regular forms."""
    return _bases().keys()


def stems_once(norm: str) -> tuple[str, ...]:
    """Do the same as `stems`, without its cache."""
    last, bases = norm[-1:], _bases()
    if last not in LAST_LETTERS and last != norm[-2:-1] and norm not in bases:
        return (norm,)
    stem = _stem(norm)
    if norm not in bases:
        return (stem,)
    return (stem, *(base for base in bases[norm] if base != stem))


@cache
def irregular_heads() -> Mapping[str, frozenset[str]]:
    """Of each stem with irregular forms, their first `HEAD` characters."""
    heads: dict[str, frozenset[str]] = {}
    for form, bases in _bases().items():
        for base in bases:
            heads[base] = heads.get(base, frozenset()) | {form[:HEAD]}
    return heads


def _stem(norm: str) -> str:
    if len(norm) < 3 or not norm.isalpha():
        return norm
    if norm[-1] not in LAST_LETTERS and norm[-1] != norm[-2]:
        return norm
    word = norm
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    word = _without(_without(word, "ing"), "ed")
    if len(word) > 2 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 2 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word[-1] == "y" and len(word) > 2 else word


def _without(word: str, ending: str) -> str:
    """The word without the ending, if what is left may be a verb."""
    if not word.endswith(ending):
        return word
    rest = word.removesuffix(ending)
    is_verb = len(rest) > 1 and _VOWEL.search(rest) and not (ending == "ed" and rest[-1] == "e")
    return rest if is_verb else word


@cache
def _bases() -> dict[str, tuple[str, ...]]:
    """The stems of the base words of each irregular form."""
    bases: dict[str, tuple[str, ...]] = {}
    for group in _IRREGULAR.strip().replace("\n", "|").split("|"):
        base, *forms = group.split()
        for form in forms:
            bases[form] = (*bases.get(form, ()), _stem(base))
    return bases
