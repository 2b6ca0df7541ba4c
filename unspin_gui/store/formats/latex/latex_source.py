"""Splits LaTeX into tokens, and finds where its arguments end, in linear time."""

import re
from bisect import bisect_left
from functools import cached_property

SIGN = re.compile(
    r"(?P<comment>%[^\n]*(?:\n[ \t]*)?)"
    r"|(?P<command>\\(?P<name>[A-Za-z@]+)\*?)"
    r"|(?P<symbol>\\[\s\S]?)"
    r"|(?P<math>\$\$?)"
    r"|(?P<open>\{)|(?P<close>\})|(?P<cell>&)|(?P<tie>~)"
    r"|(?P<dash>---?)|(?P<quote>``|'')"
    r"|(?P<space>[ \t\n]+)"
    r"|(?P<word>[^\\%${}&~`'\-\s]+(?: [^\\%${}&~`'\-\s]+)*)|[\s\S]"
)
"""A token of the source: a command, a special character, white space or words."""
_VERBATIM = r"verbatim\*?|Verbatim|lstlisting|minted|comment|filecontents\*?|alltt"
_BRACE = re.compile(
    r"\\(?:verb|lstinline)\*?(?P<bar>[^A-Za-z\s*{\[])[^\n]*?(?P=bar)"
    rf"|\\begin\{{(?P<env>{_VERBATIM})\}}"
    r"|\\[\s\S]|%[^\n]*|[{}]|(?P<dollar>\$)|(?P<par>\n[ \t]*\n)"
)
_VERB = re.compile(
    r"\\(?:verb|lstinline|mintinline(?:\[[^\]\n]{0,200}\])?\{[^{}\n]*\})\*?(?:\[[^\]\n]{0,200}\])?"
    r"(?:(?P<bar>[^A-Za-z\s*{\[])[^\n]*?(?P=bar)|\{[^{}\n]*\})"
)
_CONDITIONAL = re.compile(
    r"(?<!\\)%[^\n]*|\\newif\s*\\[A-Za-z@]+|\\(?:(?P<end>fi)|(?P<else>else)"
    r"|(?P<if>if(?!f\b|thenelse)[A-Za-z@]*))(?![A-Za-z@])"
)
_GAP = re.compile(r"[ \t]*(?:\n[ \t]*(?!\s))?")
_COMMENTS = re.compile(r"(?:[ \t]*%[^\n]*+\n)*+")
_IN_OPTION = re.compile(r"(?:\\[\s\S]|[^\]\\{}])*+")
_LONGEST_OPTION = 2000


class LatexSource:
    """A source and its braces and dollar signs, each with its partner."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.partner: dict[int, int] = {}
        self._dollars: list[int] = []
        self._paragraphs: list[int] = []
        self._found: dict[str, tuple[int, int]] = {}
        self._find_pairs()

    def _find_pairs(self) -> None:
        pending, at = list[int](), 0
        while match := _BRACE.search(self.text, at):
            at = match.end()
            if match["env"]:
                end = f"\\end{{{match['env']}}}"
                close = self.find(end, at)
                at = match.start() + 2 if close < 0 else close + len(end)
            elif match["dollar"]:
                self._dollars.append(match.start())
            elif match["par"]:
                self._paragraphs.append(match.start())
            elif match[0] == "{":
                pending.append(match.start())
            elif match[0] == "}" and pending:
                self.partner[pending.pop()] = match.start()

    def find(self, sign: str, at: int, end: int | None = None) -> int:
        """Do the same as `str.find`, in linear time over all searches for a character in order."""
        start, place = self._found.get(sign, (0, -1))
        if not start <= at <= place:
            place = self.text.find(sign, at)
            place = len(self.text) + 1 if place < 0 else place
            self._found[sign] = at, place
        last = len(self.text) if end is None else end
        return place if place + len(sign) <= last else -1

    def gap_after(self, at: int) -> int:
        """Where white space that a command swallows ends."""
        match = _GAP.match(self.text, at)
        return match.end() if match else at

    def group(self, at: int) -> tuple[int, int] | None:
        """The braces of the argument that begins here; None if there is none.

        White space and comments may precede it.
        """
        comments = _COMMENTS.match(self.text, at)
        start = self.gap_after(comments.end() if comments else at)
        end = self.partner.get(start)
        return None if end is None else (start, end)

    def option(self, at: int, *, after_gap: bool = False) -> int:
        """Where the optional argument that begins here ends; `at` if there is none."""
        start = self.gap_after(at) if after_gap else at
        if not self.text.startswith("[", start):
            return at
        last, here = start + _LONGEST_OPTION, start + 1
        while here < last and (match := _IN_OPTION.match(self.text, here, last)):
            close = self.partner.get(match.end())
            if close is None:
                return match.end() + 1 if self.text.startswith("]", match.end()) else at
            here = close + 1
        return at

    def after(self, at: int, arguments: str) -> int:
        """Where the arguments, as many of them as there are, end."""
        for sign in arguments:
            if sign == "[":
                at = self.option(at)
            elif (group := self.group(at)) is not None:
                at = group[1] + 1
        return at

    def verbatim(self, at: int) -> int:
        """Where a command with verbatim text ends; `at` if it has none."""
        match = _VERB.match(self.text, at)
        return match.end() if match else at

    def untrue_end(self, at: int) -> int:
        r"""Where the text after "\iffalse" ends, at its "\else" or "\fi"; `at` if it never does."""
        if at in self._untrue:
            return self._untrue[at]
        next_end = bisect_left(self._ends, at)  # since a command of this name need not have an end
        return self._ends[next_end] if next_end < len(self._ends) else at

    @cached_property
    def _untrue(self) -> dict[int, int]:
        found, pending = dict[int, int](), list[re.Match[str]]()
        for match in _CONDITIONAL.finditer(self.text):
            if match["if"]:
                pending.append(match)
            elif pending and (match["end"] or match["else"]):
                if pending[-1]["if"] == "iffalse":
                    found.setdefault(pending[-1].end(), match.end())
                if match["end"]:
                    pending.pop()
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _CONDITIONAL.finditer(self.text) if match["end"]]

    def formula_end(self, at: int) -> int:
        """The dollar sign that ends a formula of a paragraph begun after `at`; -1 if none does."""
        k = bisect_left(self._dollars, at)
        if k == len(self._dollars):
            return -1
        end, p = self._dollars[k], bisect_left(self._paragraphs, at)
        return -1 if p < len(self._paragraphs) and self._paragraphs[p] < end else end
