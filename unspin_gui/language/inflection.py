"""English inflection: the other forms of a phrase, and how to inflect a fix to match.

Word forms come from `resources/language/inflections.bin` (made by tools/build_inflections.py from
lemminflect by Brad Jascob, MIT licence), which is read when a form is first needed.
"""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from unspin_gui import paths
from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import shared_start
from unspin_gui.core.text.word_lists import GROUP_ENDS, VERB_PARTICLES

_VERB = ("VB", "VBZ", "VBD", "VBN", "VBG")
_NOUN = ("NN", "NNS")
_ADJECTIVE = ("JJ", "JJR", "JJS")
_TAGS = {"NOUN": _NOUN, "VERB": _VERB, "ADJ": _ADJECTIVE}


class Form(NamedTuple):
    """A word read as an inflected form: its lemma and its Penn Treebank tag."""

    lemma: str
    tag: str


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Form, ...]:
    """Every (lemma, tag) that the lower-case `word` may be, nouns first; empty for unknown words.

    Raises:
        LanguageDataError: the file of inflections is missing or damaged.
    """
    listed = _line(word)[0] if word.isalpha() else ""
    return tuple(Form(*form.split("/")) for form in listed.split(",")) if listed else ()


@lru_cache(maxsize=20_000)
def inflected(lemma: str, tag: str) -> str | None:
    """Return the usual form of `lemma` with the Penn Treebank `tag`; None if there is none.

    Raises:
        LanguageDataError: as in `readings`.
    """
    for form in _line(lemma)[1].split(","):
        if form.startswith(f"{tag}/"):
            return form.removeprefix(f"{tag}/")
    return None


def _line(word: str) -> tuple[str, str]:
    """Return the readings and the forms of a word as stored in the file; empty if it is unknown."""
    block = _blocks().get(word[:3], "")
    at = block.find(f"\n{word}\t")
    if at < 0:
        return "", ""
    what, _, its_forms = block[at + len(word) + 2 : block.find("\n", at + 1)].partition("\t")
    return what, its_forms


@lru_cache(maxsize=1)
def _blocks() -> dict[str, str]:
    """The lines of words with the same beginning, by their first three letters."""
    path = paths.resources() / "language" / "inflections.bin"
    try:
        text = zlib.decompress(path.read_bytes()).decode("utf-8")
    except OSError as error:
        raise LanguageDataError(
            Message("the language data file {0} is missing", path.name)
        ) from error
    except (zlib.error, UnicodeDecodeError) as error:
        raise LanguageDataError(
            Message("the language data file {0} is damaged", path.name)
        ) from error
    return {block[: block.find("\n")]: f"{block}\n" for block in text.split("\n\n")}


def forms(phrase: str) -> tuple[str, ...]:
    """The other forms of a phrase, in lower case: its head word inflected, or possessive.

    The head is the first word of a verb phrase ("carry out"), otherwise the last word of the first
    noun group ("section of defense" -> "section").
    """
    words = phrase.lower().split()
    if not words or not words[-1].isalpha():
        return ()
    found: dict[str, None] = {}
    for at, tags in _heads(words):
        for form in readings(words[at]):
            for tag in tags:
                if form.tag in tags and (other := inflected(form.lemma, tag)):
                    found[_with(words, at, other)] = None
    if any(form.tag in _NOUN for form in readings(words[-1])):
        found[_with(words, len(words) - 1, _possessive(words[-1]))] = None
    found.pop(" ".join(words), None)
    return tuple(found)


def inflect_like(
    fix: str, phrase_form: str, surface_form: str, *, participle: bool = False
) -> str | None:
    """Inflect the fix as `surface_form` is inflected relative to the entry's `phrase_form`.

    "attack", "assault", "assaults" gives "attacks". None if the two differ in anything but the
    inflection of one word, or if the fix has no such form. A form that may be past tense or
    participle is taken to be the latter if `participle` says so.
    """
    phrase, surface = phrase_form.lower().split(), surface_form.lower().split()
    if phrase == surface:
        return fix
    if len(phrase) != len(surface):
        return None
    differing = [
        n for n, pair in enumerate(zip(phrase, surface, strict=True)) if pair[0] != pair[1]
    ]
    if len(differing) != 1:
        return None
    words = fix.split()
    word, other = phrase[differing[0]], surface[differing[0]].replace("’", "'")
    if other in {_possessive(word), word + "'"}:
        return _with(words, len(words) - 1, _possessive(words[-1]))
    moves = _moves(word, other)
    if participle and "VBN" in moves and "VBD" in moves:
        moves.remove("VBD")
    if moves and words.count(word) == 1:  # "take treatment of" -> "take care of" share the verb
        return _with(words, words.index(word), other)
    return next((done for tag in moves if (done := _inflect(fix, tag))), None)


def _heads(words: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The positions of the heads of a phrase, each with the tags it may take."""
    first = readings(words[0])
    if len(words) == 1:
        for tags in (_NOUN, _VERB, _ADJECTIVE):
            yield 0, tags
    elif any(form.tag in _VERB for form in first) and words[1] in VERB_PARTICLES:
        yield 0, _VERB
    else:
        stop = next((n for n, word in enumerate(words) if n and word in GROUP_ENDS), len(words))
        yield stop - 1, _NOUN


def _moves(word: str, other: str) -> list[str]:
    """The tags that turn `word` into `other`, most likely first."""
    if not readings(word) and not readings(other):  # "uav", "uavs"
        return ["NNS"] * (other == _plural(word)) + ["NN"] * (word == _plural(other))
    before = {form.lemma: form.tag for form in readings(word)}
    after = [form for form in readings(other) if form.lemma in before]
    order = ("NNS", "VBZ", "VBD", "VBN", "VBG", "NN", "VB", "JJ", "JJR", "JJS")
    return sorted({form.tag for form in after}, key=order.index)


def _inflect(fix: str, tag: str) -> str | None:
    """The fix with its head in the form of `tag`."""
    words = fix.split()
    if tag in _VERB:
        at = 0
    else:
        at = next((n for n, word in enumerate(words) if n and word in GROUP_ENDS), len(words)) - 1
    kind = next(tags for tags in _TAGS.values() if tag in tags)
    head = readings(words[at].lower())
    if not head and tag == "NNS":
        return _with(words, at, _plural(words[at]))
    for form in head:
        if form.tag in kind and (other := inflected(form.lemma, tag)):
            return _with(words, at, other)
    return None


def _possessive(word: str) -> str:
    return word + ("'" if word.endswith("s") else "'s")


def _plural(word: str) -> str:
    """The plural of a word that is in no dictionary: an abbreviation, a name."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.lower().endswith(("s", "x", "z", "ch", "sh")) else "s")


def _with(words: list[str], at: int, word: str) -> str:
    return " ".join([*words[:at], _cased_like(words[at], word), *words[at + 1 :]])


def _cased_like(word: str, other: str) -> str:
    """Give a lower-case form of a word the capitals of the word: "Weeks", "RAMs"."""
    if word.islower() or not other.islower():
        return other
    if word.istitle():
        return other.capitalize()
    if word.isupper() and not other.startswith(word.lower()):
        return other.upper()
    shared = shared_start(word.lower(), other)
    return word[:shared] + other[shared:]
