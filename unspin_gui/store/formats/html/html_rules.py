"""Splits a style sheet into rules, in linear time (CSS Syntax 3, Selectors 4, Media Queries 4)."""

import re
from collections.abc import Iterator
from itertools import count
from operator import itemgetter
from typing import NamedTuple

from unspin_gui.store.formats.html.html_style import COMMENT, Declared, declared

_PIECE = re.compile(r"\"(?:[^\"\\\n]|\\[\s\S])*+\"?|'(?:[^'\\\n]|\\[\s\S])*+'?|[{};]|[^{};\"']++")
_ENDS = {"{", ";", "}"}
_AROUND = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_SELECTOR = re.compile(r"(?:\((?:[^()]|\([^()]*+\))*+\)|[^,(])++|\(")
_SIMPLE = re.compile(r"(?:([a-z][\w-]*)|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_SAID = re.compile(r"[.#][\w-]+")
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*+\))*+\)|\[[^\]]*+(?:\]|\Z)|:[\w-]+")
_COMBINED = re.compile(r"[\s>+~]+")
_PASSED_OVER = re.compile(
    r"::|:(?:before|after|first-line|first-letter|hover|focus|active|target|checked|visited)",
    re.IGNORECASE,
)
"""Parts of an element, and what it becomes by the acts of a reader."""
_ALWAYS = re.compile(r"(?:all|(?:only )?screen)?")
_NEVER = re.compile(
    r"(?:only )?(?:print|speech|aural|braille|embossed|handheld|projection|tty|tv)\b"
)
_OF_PAGES = re.compile(r"@(?:media|supports|layer|container|scope|(?:-moz-)?document)\b")


class StyleRule(NamedTuple):
    """What a sheet declares for elements with a name (any if empty), and classes and identifiers.

    `said` has these with their prefixes; a rule that is not sure may apply to fewer. `weight` is
    the specificity of its selector.
    """

    name: str
    said: frozenset[str]
    is_sure: bool
    weight: tuple[int, int, int]
    order: int
    declared: dict[str, Declared]

    @property
    def key(self) -> str:
        """What every element has that the rule is about."""
        return max(self.said) if self.said else self.name


class _Block(NamedTuple):
    """A block that is still open; `holds` is whether what is in it applies, as by `_holds`."""

    prelude: str
    body: list[str]
    holds: bool | None


def applies(media: str) -> bool | None:
    """Whether styles for these media are used on a screen; None if that depends on it."""
    queries = [" ".join(one.lower().split()) for one in media.split(",")]
    if any(_ALWAYS.fullmatch(one) for one in queries):
        return True
    return False if all(_NEVER.match(one) for one in queries) else None


def rules_of(css: str) -> Iterator[StyleRule]:
    """Yield the rules of a sheet that declare anything that hides or strikes out, in order."""
    number, blocks, pending = count(), list[_Block](), list[str]()
    bare = _AROUND.sub(" ", COMMENT.sub(" ", css))
    closed = bare + "\n" + "}" * bare.count("{")  # the end of a sheet ends what is open
    for piece in map(itemgetter(0), _PIECE.finditer(closed)):
        if piece not in _ENDS:
            pending.append(piece)
            continue
        if piece == "{":
            # Once for each block, however many rules it contains and however deep it lies.
            prelude, around = "".join(pending).strip(), blocks[-1].holds if blocks else True
            blocks.append(_Block(prelude, [], _both(around, _holds(prelude))))
        elif blocks:
            blocks[-1].body.extend((*pending, ";"))
        if piece == "}" and blocks:
            yield from _rules(blocks, next(number))
            blocks.pop()
        pending = []


def _rules(blocks: list[_Block], order: int) -> Iterator[StyleRule]:
    """Yield the rules of the innermost block."""
    prelude, body, _ = blocks[-1]
    if prelude.startswith("@") or not (said := declared("".join(body))):
        return
    holds = blocks[-2].holds if len(blocks) > 1 else True
    if holds is False:
        return
    for match in _SELECTOR.finditer(prelude):
        selector = match[0].strip()
        if _PASSED_OVER.search(selector) or selector == ":root":
            continue
        simple = _SIMPLE.fullmatch(selector)
        is_sure = bool(selector and simple and holds)
        simple = simple or _SIMPLE.fullmatch(_COMBINED.split(_ASIDE.sub("", selector).strip())[-1])
        name, signs = (simple[1] or "", simple[2]) if simple else ("", "")
        yield StyleRule(
            name.lower(), frozenset(_SAID.findall(signs)), is_sure, _weight(selector), order, said
        )


def _holds(prelude: str) -> bool | None:
    """Whether the content of a block applies on a screen; None if that depends on the screen."""
    if not prelude.startswith("@"):
        return None
    if prelude.lower().startswith("@media"):
        return applies(prelude[6:])
    return None if _OF_PAGES.match(prelude.lower()) else False


def _both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - three values
    """Whether both hold: False if one does not, None if that cannot be said of one."""
    return False if one is False or other is False else one and other


def _weight(selector: str) -> tuple[int, int, int]:
    marks = len(re.findall(r"[.:\[]", selector))
    names = len(re.findall(r"(?:\A|[\s>+~(])[a-z]", selector, re.IGNORECASE))
    return selector.count("#"), marks, names
