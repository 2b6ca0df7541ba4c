"""Closed classes of English words, and abbreviations.

Similar lists are deliberately not merged: each has the members with which the rule or model that
uses it was fitted, and any other member would change the results.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ---- aligning two texts and mining phrases from them -----------------------------------------

FUNCTION_WORDS = _words(
    "a an the this that these those some any each every no all both "
    "i me my mine we us our ours you your yours he him his she her hers it its they them their "
    "theirs one who whom whose which what there here "
    "am is are was were be been being do does did done have has had having will would shall "
    "should can could may might must ought "
    "and or but nor so yet if than as because while when where whether though although unless "
    "not never very too also only just even then thus such once more most "
    "of to in on at by for with from into onto upon about over under above below between among "
    "through during before after since until against without within toward towards out off up "
    "down per via like how why worth"
)
"""Words that carry little meaning: a phrase of nothing else is not learnt from a single place."""
ARTICLES = _words("a an the")
INDEFINITE_ARTICLES = _words("a an")
DETERMINERS = _words("a an the this that these those any some")
PREPOSITIONS = _words("in on with by at for as from under")
"""Prepositions that may precede a learnt phrase without being part of it."""
PRONOUNS = _words("i me my we us our you your he him his she her it its they them their who whom")
"""No pair with one of these is learnt, since they refer to something else in the next text."""

# ---- the noisy channel ----------------------------------------------------------------------

NEVER_REPLACED = _words(
    "a an the of to and in is it that for on was with as at by he she they we you i his her its "
    "their be are were been am or but not from this these those has have had do does did will "
    "would who which what my your our me him them us if so no one there than when all can could "
    "may might must shall should being having how"
)
"""Words that are never a span by themselves."""
NAMES_FOR_SMALL_WORDS = frozenset(
    "adenine|ampere|angstrom unit|vitamin a|associate in nursing|associate degree|"  # noqa: SIM905
    "americium|amplitude modulation|artium magister|american samoa|eastern samoa|arsenic|"
    "atomic number 33|astatine|atomic number 85|beryllium|glucinium|atomic number 4|"
    "doctor of osteopathy|department of energy|energy department|rich person|wealthy person|"
    "hour angle|helium|atomic number 2|iodine|iodin|atomic number 53|indium|atomic number 49|"
    "hoosier state|information technology|english hawthorn|whitethorn|maine|pine tree state|"
    "mightiness|moldiness|mustiness|nobelium|atomic number 102|oregon|beaver state|surgery|"
    "operating room|operating theater|operating theatre|thomas more|sir thomas more|"
    "in that location|in that respect|at that place|on that point|uracil|uranium|"
    "atomic number 92|evergreen state|volition|testament|world health organization|"
    "to a greater extent|area unit".split("|")
)
"""What WordNet lists as a synonym of a function word, or of a symbol or an abbreviation spelt like
one: a, an, am, as, at, be, do, does, have, has, he, i, in, it, may, me, might, must, no, or, more,
there, us, was, will, who, are. A spinner that ignores the context puts these in.
"""
COMMONEST = _words(
    "the of and to a in is that for it was on with as be at by this have from or are an not but "
    "they his which you we he she i has had were been will can their its would there what your "
    "if when about who"
)
"""A text with few of these words is not English."""

# ---- wording of fixes -----------------------------------------------------------------------

GROUP_ENDS = _words(
    "of in on at to for from with by about into over under against between among as "
    "than that which who"
)
"""Words that end the first group of a phrase: its head comes just before the first of them."""
VERB_PARTICLES = _words(
    "up down out off on in over away back into for to with at about through around "
    "along a an the its their his her"
)
"""Particles that make the word before them a verb, where it can be one."""
TITLE_MINOR = _words(
    "a an and as at but by for from in into nor of off on onto or over per the to up via with"
)
"""Words that stay in lower case in a title in Title Case."""

# ---- sentences ------------------------------------------------------------------------------

ABBREVIATIONS = _words("mr mrs ms dr st vs prof gen")
"""Words whose full stop does not end a sentence; each sentence splitter adds those of its own
texts.
"""

# ---- inflecting fixes -------------------------------------------------------------------------

BEFORE_PARTICIPLES = _words(
    "be am is are was were been being 's 're 've have has had having get gets got getting gotten "
    "a an the this these those my your his its our their newly when once if than as where though "
    "while until unless"
)
"""What precedes a past participle, never a past tense: auxiliaries, determiners, conjunctions."""
BETWEEN_PARTS_OF_VERBS = _words("not never also already been being just often only still yet then")
"""What may come between an auxiliary and its participle, besides words in -ly."""
