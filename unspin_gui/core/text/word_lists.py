"""Closed classes of English words, each as the module that uses it was fitted with."""

import re

from unspin_gui.core.text.tokens import POSSESSIVE, is_word

FUNCTION_WORDS = frozenset(
    re.findall(
        r"[a-z]+",
        "a an the this that these those some any each every no all both "
        "i me my mine we us our ours you your yours he him his she her hers it its they them their "
        "theirs one who whom whose which what there here "
        "am is are was were be been being do does did done have has had having will would shall "
        "should can could may might must ought "
        "and or but nor so yet if than as because while when where whether though although unless "
        "not never very too also only just even then thus such once more most "
        "of to in on at by for with from into onto upon about over under above below between among "
        "through during before after since until against without within toward towards out off up "
        "down per via like how why worth",
    )
)
"""Words that mean little by themselves: no phrase of nothing else is learnt from one place."""


def is_function(norm: str) -> bool:
    """Whether a folded token is a function word, or no word at all."""
    return norm in FUNCTION_WORDS or norm == POSSESSIVE or not is_word(norm)
