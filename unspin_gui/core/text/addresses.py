"""Technical strings within prose: addresses, file names, paths, identifiers, options.

Changing a single letter breaks them, so nothing inside them is ever flagged.
"""

import re
from collections.abc import Iterator
from functools import cache

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span, merged
from unspin_gui.core.text.token_pattern import ATTRIBUTES, has_any
from unspin_gui.core.text.word_lists import FUNCTION_WORDS

_SCHEMES = (
    "doi|isbn|issn|pmid|pmcid|orcid|urn|mailto|tel|sms|sips?|xmpp|data|magnet|arxiv|javascript"
    "|about|geo|hdl|ark|swh|file|blob|npm|pypi|pkg|docker|jdbc|redis|s3|gs|ssh|sftp|ldaps?|ircs?"
    "|skype|spotify|steam|rtsp|bitcoin|whatsapp|vscode|view-source|md5|sha\\d{1,3}"
)
_ADDRESS = pattern(
    rf"(?<![^\W_])(?:[a-z][a-z0-9+.-]{{1,20}}://|www\.|(?:{_SCHEMES}):(?=\S)|10\.\d{{4,9}}/)"
    r"[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]}'’*]",
    re.IGNORECASE,
)
_CODE = (
    r"(?<!`)`[^`\n]+`(?![`\w])"  # code between backquotes
    r"|(?:(?<!\d)\d++(?=<sup>(?:st|nd|rd|th)<))?<su[bp]>[^<>\n]{1,8}</su[bp]>"  # a note, or 1st
    rf"|</?[A-Za-z][\w.-]*(?:\s(?:{ATTRIBUTES})?)?/?>"  # a tag
    r"|\"[\w.-]{1,80}\":(?=\s{0,9}(?:[\d\"{\[]|true\b|false\b|null\b))"  # a key in JSON or the like
)
_FILES = (
    "docx?|odt|ods|xlsx?|pptx?|pdf|txt|md|rtf|epub|csv|tsv|html?|xml|json|ya?ml|tex|log|zip|jpe?g|png"
    "|gif|svg|tiff?|mp[34]|wav|mov|avi|exe|dmg|iso|py|js|css|ipynb"
)
_MACRO = (
    r"\\(?:[A-Za-z]{0,20}cite[A-Za-z]{0,20}|[A-Za-z]{0,20}ref|label|bibitem|input|include|includegraphics"
    r"|bibliography|usepackage|begin|end|url|path)\*?(?:\[[^\[\]\n]{0,200}\]){0,3}"
    r"\{[^{}\n]{0,200}\}"
)
"""Commands of LaTeX with their keys."""
_BESIDE_CODE = (
    (("`", "<", '"'), _CODE),
    (
        tuple("\"“‘„»«'"),
        rf"[\"“‘„»«']((?=[^\W_])(?:[\w@()+&-]+[ .]){{1,8}}(?<=\.)(?i:{_FILES}))(?=[\"”’“«»'])",
    ),
    ((").",), rf"(?<![\w-])[\w-]++ \(\d{{1,3}}\)\.(?i:{_FILES})\b"),  # names of files, with spaces
    (("\\",), _MACRO),
    (("[[",), r"\[\[[^\[\]|\n]{1,200}(?:\|(?=[^\[\]\n]{1,200}\]\])|\]\])"),  # links of a wiki
    (("^",), r"\b\d+\^(?:st|nd|rd|th)\^"),
    (("{{", "{%"), r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}"),  # templates
    (
        ("[.]", "[dot]", "(dot)", "[at]", "(at)", "[@]"),  # addresses in disguise
        r"(?<![\w-])[\w-]++(?:(?:\[(?:\.|dot|at|@)\]|\((?:dot|at)\))[\w-]+)+",
    ),
)
"""What is searched for only if a text has one of a few characters, since most have none."""
_ENDING = r"\s<>\"“”«»—…|()\[\]{},;!?*"
_CHUNK = pattern(rf"[^{_ENDING}]+")
_ODD = pattern(rf"[^\w{_ENDING}.]|_|/|\.[^{_ENDING}]")
"""A line with more than letters, digits and trailing punctuation."""
_DOT_WITHIN = pattern(rf"\.[^{_ENDING}]")
_LONGEST = 100
"""A longer run of characters without a space is not a word of prose."""
_PLAIN = pattern(r"[^\W_]+(?:[-‐‑–'’]+[^\W_]+)*")
_MARKED = pattern(
    r"[@#$][^\W\d][\w-]*|@[\w.-]+/[\w.-]+|[ur]/\w[\w-]+"  # user names, hashtags, variables
    r"|%[^\W\d][\w-]*%|[\w.-]+[=~]=[\w.*]+|\w[\w-]*/v?\d+(?:\.\d+)+"  # of programs: versions
    r"|[^@]+@\w[\w-]*(?:\.\w[\w-]*)+"  # e-mail addresses
    r"|-[A-Za-z]\w*(?:-\w+)+|--?[A-Za-z][\w-]*=.+"  # options
    r"|[\w.-]*[.-][\w.-]*:\d{1,5}|localhost:\d+"  # hosts with a port
    r"|(?=.*\w=\w).+"  # assignments
    r"|(?=.*[^\W_]_+[^\W_]).+|\w+(?:::\w+)+"  # identifiers
    r"|(?:[A-Za-z]:)?[\\/][\w.].*|~[\\/].*|\.{1,2}[\\/].+|(?=.*\w\\\w).+|.*\w/"  # paths
    r"|[^/]*[^\W_](?:/[^/]*[^\W_][^/]*){2,}|[\w.-]*\.[A-Za-z][\w.-]*/.+|.+/.*[^\W_]\.[a-z]\w{0,9}"
)
_POSSESSIVE = pattern(r"['’]s\Z")
_ENDS = pattern(r"[\w)\]}\"'’”»…]")
_LONG_OPTION = pattern(r"--([A-Za-z][\w-]*)")
_DOTTED = pattern(r"\.?\w[\w-]*(?:\.\w[\w-]*)*")
_SENTENCE_START = pattern(r"[A-Z](?:[a-z]+(?:[-'’][\w-]+)?)?")


def addresses(text: str) -> tuple[Span, ...]:
    """Return the spans of the technical strings in a text, ordered and disjoint."""
    found = list(_addresses(text))
    for signs, code in _BESIDE_CODE:
        if any(sign[0] in text and sign in text for sign in signs):  # one letter is found fast
            found += [Span(*match.span(match.lastindex or 0)) for match in re.finditer(code, text)]
    return merged([*found, *_chunks(text)])


def _addresses(text: str) -> Iterator[Span]:
    """Search only lines with a character that every address has, since that test is much faster."""
    at = 0
    for line in text.split("\n"):
        if ":" in line or ("/" in line and "10." in line) or "www." in line.lower():
            for match in _ADDRESS.finditer(text, at, at + len(line)):
                yield Span(*match.span())
        at += len(line) + 1


def _chunks(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line and _is_odd(line):
            yield from _chunks_within(text, at, at + len(line))
        at += len(line) + 1


def _is_odd(line: str) -> bool:
    """Whether a line matches `_ODD`, whose search takes long."""
    if line.isascii():
        return has_any(line, _odd_signs()) or bool(_DOT_WITHIN.search(line))
    return bool(_ODD.search(line))


@cache
def _odd_signs() -> str:
    """Return the ASCII characters that `_ODD` can match, whatever follows them."""
    return "".join(sign for sign in map(chr, range(128)) if sign != "." and _ODD.match(sign))


def _chunks_within(text: str, first: int, end: int) -> Iterator[Span]:
    for match in _CHUNK.finditer(text, first, end):
        chunk = match[0]
        if chunk.isalnum() or (chunk[:-1].isalnum() and chunk[-1] != "/"):
            continue
        core = _POSSESSIVE.sub("", chunk.strip("'‘’_").rstrip(".:'’_"))
        if not core or _PLAIN.fullmatch(core):
            if core and text.startswith("()", match.end()):
                yield Span(match.start(), match.end() + 2)
            continue
        start = match.start() + chunk.find(core)
        if _is_of_a_program(core, starts=not _ENDS.match(text, max(0, start - 1))):
            yield Span(start, start + len(core))


def _is_of_a_program(word: str, *, starts: bool) -> bool:
    """Whether a word with punctuation in it is technical; `starts` unless a word touches it."""
    if len(word) > _LONGEST:
        return word.isascii()
    if _MARKED.fullmatch(word):
        return True
    if option := _LONG_OPTION.fullmatch(word):
        return option[1] not in FUNCTION_WORDS
    return bool(_DOTTED.fullmatch(word)) and _is_name(word, starts=starts)


def _is_name(word: str, *, starts: bool) -> bool:
    """Whether parts joined by full stops are a name rather than two sentences run together."""
    *before, last = word.split(".")
    if not before or (len(last) > 2 and last.casefold() in FUNCTION_WORDS):
        return False
    if not before[0]:  # such as .profile
        return starts and not _SENTENCE_START.fullmatch(last)
    if all(len(part) == 1 for part in [*before, last]) or before[0].isdecimal():
        return len(before) > 1 and len(last) > 1 and not last.isdecimal()
    if len(before) > 1 and any(len(part) > 1 for part in before):
        return not _SENTENCE_START.fullmatch(last)
    if last.isdecimal() or _SENTENCE_START.fullmatch(last):
        return False
    return len(last) > 1 or (last.islower() and len(before[0]) > 2)
