"""The text of a LaTeX source as it is typeset, mapped to the source character by character."""

import re

from unspin_gui.store.formats.latex import latex_commands as known
from unspin_gui.store.formats.latex.latex_signs import LatexPage, SignReader
from unspin_gui.store.formats.opened import DELETIONS

_CLASS = re.compile(r"^[ \t]*\\document(?:class|style)[\[{ ]", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*\\(?:chapter|(?:sub)*section)\*?[\[{]", re.MULTILINE)
_BEGIN = re.compile(r"^[^%\n]*?(?<!\\)\\begin\s*\{document\}", re.MULTILINE)
_END = re.compile(r"^[^%\n]*?(?<!\\)\\end\s*\{document\}", re.MULTILINE)
_TITLE = re.compile(r"^[ \t]*\\(?:title|subtitle|abstract)(?=[\[{\s])", re.MULTILINE)
_DEFINITION = re.compile(r"\\[A-Za-z@]+[^\n{]*")
_NAME = re.compile(r"\{([^{}\n]*)\}")


def read_latex(_path: object, source: str) -> LatexPage:
    """Read the body of a document, or all of a source that has none, and the title before it."""
    reader = _LatexReader(source)
    begin = _begin(source)
    for title in _TITLE.finditer(source, 0, begin):
        if group := reader.latex.group(reader.latex.option(title.end())):
            reader.flow.end_block()
            reader.read(group[0], min(group[1] + 1, begin))
    *_, end = [len(source), *(each.start() for each in _END.finditer(source, begin) if begin)]
    reader.flow.end_block()
    reader.read(begin, end)
    return reader.page


def _begin(source: str) -> int:
    """Where the body begins; 0 for a chapter of a document, which may quote another's beginning."""
    kind = _CLASS.search(source)
    if kind is None or _HEADING.search(source, 0, kind.start()):
        return 0
    begin = _BEGIN.search(source, kind.end())
    return begin.end() if begin else 0


class _LatexReader(SignReader):
    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.revisions = known.revisions(source)

    def command(self, match: re.Match[str]) -> int:
        name, start, end = match["name"], match.start(), match.end()
        if name in {"begin", "end"}:
            return self._environment(name, end)
        if name in known.SIGNS:
            return self._sign(name, start, end)
        if name in known.ACCENTS:
            return self.accent(name, start, end)
        if name in known.SILENT:
            return min(self.latex.gap_after(end), self.end)
        if name in known.ENDS or name == "item":
            self.end_block()
            return end
        return self._with_arguments(name, start, end)

    def _sign(self, name: str, start: int, end: int) -> int:
        has_braces = self.page.source.startswith("{}", end)
        after = end + 2 if has_braces else min(self.latex.gap_after(end), self.end)
        self.give(known.SIGNS[name], start, after)
        return after

    def _with_arguments(self, name: str, start: int, end: int) -> int:
        if name in known.DEFINITIONS:
            return self._definition(name, end)
        if name in self.revisions and self.latex.group(self.latex.option(end)):
            return self._revised(self.revisions[name], end)
        if name in known.HEADS or name in known.NOTES:
            return self._apart(name, end)
        if name in known.BLANKS:
            self.flow.blank(start, end)
        if (hidden := known.hidden_arguments(name)) is not None:
            return min(self.latex.after(end, hidden), self.end)
        return self._shown(name, start, end)

    def _shown(self, name: str, start: int, end: int) -> int:
        if (verbatim := self.latex.verbatim(start)) > start:
            return self.as_written(start, min(verbatim, self.end))
        if known.KEYS.match(name):
            after = self.latex.after(end, "[[{{" if name in known.TWO_KEYS else "[[{")
            return self.as_written(start, min(after, self.end))
        return self._unknown(name, start, end)

    def _revised(self, signs: str, end: int) -> int:
        """What an author has changed: read what is new, count what is no longer text."""
        end = self.latex.option(end)
        for sign in signs:
            group = self.latex.group(end)
            if group is None:
                break
            end = group[1] + 1
            if sign == "+":
                if (old := self.latex.group(end)) and signs.endswith("-"):
                    self.page.left_out[DELETIONS] += 1
                    self.passed[group[1]] = min(old[1] + 1, self.end)
                return group[0] + 1
            self.page.left_out[DELETIONS] += 1
        return min(end, self.end)

    def _definition(self, name: str, end: int) -> int:
        if name == "iffalse":
            return min(self.latex.untrue_end(end), self.end)
        if until := known.DEFINITIONS[name]:
            close = self.latex.find(until, end)
            return close + len(until) if end <= close < self.end else end
        match = _DEFINITION.match(self.page.source, self.latex.gap_after(end), self.end)
        return min(self.latex.after(match.end(), "{"), self.end) if match else end

    def _apart(self, name: str, end: int) -> int:
        """A heading, or a note in the middle of a sentence."""
        end = self.latex.option(end)
        group = self.latex.group(end)
        if group is None:
            return end
        if name in known.HEADS:
            self.end_block()
            self.closing[group[1]] = lambda _end: self.end_block()
        else:
            self.set_apart(" [", end)
            self.flow.after_blank = True
            self.notes += 1
            self.closing[group[1]] = self._end_note
        return group[0]

    def _end_note(self, end: int) -> None:
        self.notes -= 1
        self.flow.pending = None
        self.set_apart("]", end)

    def _unknown(self, name: str, start: int, end: int) -> int:
        after = self.latex.option(end)
        group = self.latex.group(after)
        if group is None:
            return self.as_written(start, min(after, self.end))
        content = self.page.source[group[0] + 1 : group[1]]
        if not content and known.INLINE.match(name):
            return min(group[1] + 1, self.end)
        if len(content) < 200 and known.KEY_LIKE.fullmatch(content):
            return self.as_written(start, min(group[1] + 1, self.end))
        if not known.INLINE.match(name):
            self._keep_apart(start, group[1])
        return group[0]

    def _keep_apart(self, start: int, close: int) -> None:
        """Separate the argument of an unknown command from the words that touch it."""
        if self.page.source[start - 1 : start].isalnum():
            self.flow.blank(start, start)
        self.end_apart(close)

    def _environment(self, command: str, end: int) -> int:
        match = _NAME.match(self.page.source, self.latex.gap_after(end), self.end)
        self.end_block()
        if match is None:
            return end
        name, end = match[1], match.end()
        if command == "end":
            self.tables -= name in known.TABLES and self.tables > 0
            return end
        if what := known.LEFT_OUT.get(name.rstrip("*")):
            close = self.latex.find(f"\\end{{{name}}}", end, self.end)
            after = self.end if close < 0 else close + len(f"\\end{{{name}}}")
            return self.leave_out(what, after)
        self.tables += name in known.TABLES
        if name in known.ENVIRONMENTS:
            return min(self.latex.after(end, known.ENVIRONMENTS[name]), self.end)
        return self._unknown_environment(end)

    def _unknown_environment(self, end: int) -> int:
        end = min(self.latex.option(end), self.end)
        while (group := self.latex.group(end)) is not None and group[0] == end:
            if not known.KEY_LIKE.fullmatch(self.page.source, group[0] + 1, group[1]):
                break
            end = min(group[1] + 1, self.end)
        return end
