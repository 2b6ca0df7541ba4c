"""Splits a style sheet into rules, in linear time (CSS Syntax 3, Selectors 4, Media Queries 4)."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from unspin_gui.store.formats.html.html_style import STRING, Declared, declared, without_comments
from unspin_gui.store.formats.tags import tags

_PIECE = re.compile(rf"{STRING}|[{{}};]|[^{{}};\"']++")
_ENDS = {"{", ";", "}"}
_AROUND = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_SELECTOR = re.compile(r"(?:\((?:[^()]|\([^()]*+\))*+\)|[^,(])++|\(")
_SIGN = r"[.#](?:--|-?[^\W\d])[\w-]*+"
_SIMPLE = re.compile(rf"(?:([a-z][\w-]*)|\*)?((?:{_SIGN})*)", re.IGNORECASE)
_SAID = re.compile(_SIGN)
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*+\))*+\)|\[[^\]]*+(?:\]|\Z)|:[\w-]+")
_COMBINED = re.compile(r"[\s>+~]+")
_PASSED_OVER = re.compile(
    r"::|:(?:before|after|first-line|first-letter|hover|focus|active|target|checked|visited)",
    re.IGNORECASE,
)
"""Parts of an element, and what it becomes by the acts of a reader."""
_PLAIN = re.compile(r"[\w\s.#>+~*&-]++")
_BROKEN = re.compile(r"[.#](?!-*[^\W\d])|[>+~]\s*+(?:[>+~]|\Z)")
_LIST = re.compile(r"-(?:,-)*+")
_PSEUDO = re.compile(r":([\w-]+)")
_KNOWN = tags(
    "active any-link checked default dir disabled empty enabled first-child first-of-type focus",
    "focus-visible focus-within has hover invalid is lang last-child last-of-type link not",
    "nth-child nth-last-child nth-last-of-type nth-of-type only-child only-of-type optional",
    "placeholder-shown read-only read-write required root target valid visited where",
    "after backdrop before first-letter first-line marker placeholder selection",
)
"""Names of pseudo-classes and pseudo-elements; a browser ignores a whole rule that has others."""
_ALWAYS = re.compile(r"(?:all|(?:only )?screen)?")
_NEVER = re.compile(
    r"(?:only )?(?:print|speech|aural|braille|embossed|handheld|projection|tty|tv)\b"
)
_OF_PAGES = re.compile(r"@(?:media|supports|layer|container|scope|(?:-moz-)?document)\b")
Weight = tuple[int, int, int]
NO_WEIGHT: Weight = (0, 0, 0)
_MANY = 50
"""Conditions within a rule of more selectors are taken to be about every element."""


class StyleRule(NamedTuple):
    """What a sheet declares for elements with a name (any if empty), and classes and identifiers.

    `said` has these with their prefixes; a rule that is not sure may apply to fewer. `weight` is
    the specificity of its selector.
    """

    name: str
    said: frozenset[str]
    is_sure: bool
    weight: Weight
    order: int
    declared: dict[str, Declared]

    @property
    def key(self) -> str:
        """What every element has that the rule is about."""
        return max(self.said) if self.said else self.name


class _Block(NamedTuple):
    """A block and the selectors that it is about; `weight` is added to that of each.

    `holds` is whether the block applies, as far as what is around it says, `inner` whether what is
    in it does, and `total` the weight of what is in it.
    """

    prelude: str
    body: list[str]
    order: int
    holds: bool | None
    inner: bool | None
    selectors: tuple[str, ...] = ()
    weight: Weight = NO_WEIGHT
    total: Weight = NO_WEIGHT
    is_valid: bool = False


def applies(media: str) -> bool | None:
    """Whether styles for these media are used on a screen; None if that depends on it."""
    queries = [" ".join(one.lower().split()) for one in media.split(",")]
    if any(_ALWAYS.fullmatch(one) for one in queries):
        return True
    return False if all(_NEVER.match(one) for one in queries) else None


def rules_of(css: str, numbers: Iterator[int], *, holds: bool | None = True) -> Iterator[StyleRule]:
    """Yield the rules of a sheet that declare anything that hides or strikes out.

    `numbers` are for their order; `holds` says whether the sheet applies, as `applies` does.
    """
    blocks, pending = list[_Block](), list[str]()
    bare = _AROUND.sub(" ", without_comments(css))
    closed = bare + "\n" + "}" * bare.count("{")  # the end of a sheet ends what is open
    for piece in map(itemgetter(0), _PIECE.finditer(closed)):
        if piece not in _ENDS or not _ends(piece, blocks, pending):
            if pending or not piece.isspace():
                pending.append(piece)
            continue
        if piece == "{":
            outer = blocks[-1] if blocks else _Block("", [], 0, holds, holds)
            blocks.append(_opened("".join(pending).strip(), outer, next(numbers)))
        elif blocks:
            blocks[-1].body.extend((*pending, ";"))
        if piece == "}" and blocks:
            yield from _rules(blocks.pop())
        pending = []


def _ends(piece: str, blocks: list[_Block], pending: list[str]) -> bool:
    """Whether what is pending ends here: outside blocks, a stray sign belongs to the next rule."""
    if piece == "{" or (blocks and (piece == "}" or blocks[-1].selectors)):
        return True
    return piece == ";" and bool(pending) and pending[0].lstrip().startswith("@")


def _opened(prelude: str, outer: _Block, order: int) -> _Block:
    """A new block within another."""
    block = _Block(prelude, [], order, outer.inner, _both(outer.inner, _holds(prelude)))
    if prelude.startswith("@"):
        if len(outer.selectors) > _MANY:  # many such blocks would make countless rules
            return block._replace(selectors=("*",), weight=outer.total, total=outer.total)
        return block._replace(selectors=outer.selectors, weight=outer.weight, total=outer.total)
    selectors = tuple(each.strip() for each in _SELECTOR.findall(prelude))
    is_list = _LIST.fullmatch(_SELECTOR.sub("-", prelude)) is not None
    return block._replace(
        selectors=selectors,
        weight=outer.total,
        total=_sum(outer.total, max(map(_weight, selectors), default=NO_WEIGHT)),
        is_valid=is_list and all(map(_is_valid, selectors)),
    )


def _rules(block: _Block) -> Iterator[StyleRule]:
    """Yield the rules of a block; a condition within a rule is about the elements of the rule."""
    holds = block.inner if block.prelude.startswith("@") else block.holds
    if holds is False or not block.selectors or not (said := declared("".join(block.body))):
        return
    for selector in block.selectors:
        if _PASSED_OVER.search(selector) or selector == ":root":
            continue
        simple = _SIMPLE.fullmatch(selector)
        is_sure = bool(selector and simple and holds and block.is_valid)
        last = _COMBINED.split(_ASIDE.sub("", selector).strip())[-1].replace("&", "")
        simple = simple or _SIMPLE.fullmatch(last)
        name, signs = (simple[1] or "", simple[2]) if simple else ("", "")
        weight = _sum(block.weight, _weight(selector))
        its = frozenset(_SAID.findall(signs))
        yield StyleRule(name.lower(), its, is_sure, weight, block.order, said)


def _is_valid(selector: str) -> bool:
    """Whether a browser certainly understands a selector."""
    bare = _ASIDE.sub("-", selector).replace(":", "")
    names = {name.lower() for name in _PSEUDO.findall(selector)}
    return names <= _KNOWN and bool(_PLAIN.fullmatch(bare)) and not _BROKEN.search(bare)


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


def _sum(one: Weight, other: Weight) -> Weight:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _weight(selector: str) -> Weight:
    marks = len(re.findall(r"[.:\[]", selector))
    names = len(re.findall(r"(?:\A|[\s>+~(])[a-z]", selector, re.IGNORECASE))
    return selector.count("#"), marks, names
