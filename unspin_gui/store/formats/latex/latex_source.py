"""Splits LaTeX into its signs, and finds where its arguments end, in linear time."""

import re
from bisect import bisect_left

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
"""A sign of the source: a command, a special character, white space or words."""
_VERBATIM = r"verbatim\*?|Verbatim|lstlisting|minted|comment|filecontents\*?|alltt"
_BRACE = re.compile(
    r"\\(?:verb|lstinline)\*?(?P<bar>[^A-Za-z\s*{\[])[^\n]*?(?P=bar)"
    rf"|\\begin\{{(?P<env>{_VERBATIM})\}}[\s\S]*?\\end\{{(?P=env)\}}"
    r"|\\[\s\S]|%[^\n]*|[{}]|(?P<dollar>\$)|(?P<par>\n[ \t]*\n)"
)
_VERB = re.compile(
    r"\\(?:verb|lstinline|mintinline(?:\[[^\]\n]*\])?\{[^{}\n]*\})\*?(?:\[[^\]\n]*\])?"
    r"(?:(?P<bar>[^A-Za-z\s*{\[])[^\n]*?(?P=bar)|\{[^{}\n]*\})"
)
_GAP = re.compile(r"[ \t]*(?:\n[ \t]*(?!\s))?")
_OPTION = re.compile(r"\[(?:\\[\s\S]|\{[^{}]*\}|[^\]\\{}])*\]")
_LONGEST_OPTION = 2000


class LatexSource:
    """A source and its braces and dollar signs, each with its partner."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.partner: dict[int, int] = {}
        self._dollars: list[int] = []
        self._paragraphs: list[int] = []
        self._find_pairs()

    def _find_pairs(self) -> None:
        pending = list[int]()
        for match in _BRACE.finditer(self.text):
            if match["dollar"]:
                self._dollars.append(match.start())
            elif match["par"]:
                self._paragraphs.append(match.start())
            elif match[0] == "{":
                pending.append(match.start())
            elif match[0] == "}" and pending:
                self.partner[pending.pop()] = match.start()

    def gap_after(self, at: int) -> int:
        """Where white space that a command swallows ends."""
        match = _GAP.match(self.text, at)
        return match.end() if match else at

    def group(self, at: int) -> tuple[int, int] | None:
        """The braces of the argument that begins here, after blanks; None if there is none."""
        start = self.gap_after(at)
        end = self.partner.get(start)
        return None if end is None else (start, end)

    def option(self, at: int, *, after_gap: bool = False) -> int:
        """Where the optional argument that begins here ends; `at` if there is none."""
        start = self.gap_after(at) if after_gap else at
        if not self.text.startswith("[", start):
            return at
        match = _OPTION.match(self.text, start, start + _LONGEST_OPTION)
        return match.end() if match else at

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

    def formula_end(self, at: int) -> int:
        """The dollar sign that ends a formula of a paragraph begun after `at`; -1 if none does."""
        k = bisect_left(self._dollars, at)
        if k == len(self._dollars):
            return -1
        end, p = self._dollars[k], bisect_left(self._paragraphs, at)
        return -1 if p < len(self._paragraphs) and self._paragraphs[p] < end else end
