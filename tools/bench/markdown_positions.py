"""Compares by positions what is taken for prose in Markdown with what markdown-it-py shows.

usage: python tools/bench/markdown_positions.py FOLDER [--show N]   (needs markdown-it-py)

In every Markdown file below FOLDER each word is examined: markdown-it shows it as text, or it is
code, an address or markup. If the two readings differ, the word counts as a disagreement; --show
prints the first N. What CommonMark does not define (wiki links, templates, labels that are shown,
front matter, formulas, text in blocks of HTML) is counted separately. Prints one object; the status
is 1 if more than 0.2 % of the words are in dispute.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import text_file
from unspin_gui.store.formats.markdown.markdown_prose import unjudged

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MOST = 0.002
_SHOWN = {"text", "newline", "emphasis", "strikethrough", "escape"}
_BEYOND = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[#.:=][^{}\n]*\}|!?\[\[[^\]\n]*\]\]|\[\^[^\]\n]+\]:?"
    r"|\$\$[^$]+\$\$|\$[^$\n]+\$|:[a-z0-9_+-]+:|@[\w:./-]+|\[![A-Z]+\]|\]\[[^\]\n]*\]"
    r"|\A(?:---|\+\+\+)\n[\s\S]*?\n(?:---|\+\+\+)"
    r"|<(code|kbd|samp|tt|var|svg|math|template|del|s|strike)\b[\s\S]*?</\1\s*>|<!--[\s\S]*?-->"
    r"|(?<!~)~~(?!~)[\s\S]*?~~",
    re.IGNORECASE,
)
"""Syntax beyond CommonMark: words in it are counted apart."""


class Shown:
    """What markdown-it shows of a Markdown text, by places in the source."""

    def __init__(self) -> None:
        self._parser = MarkdownIt("commonmark", {"html": True})
        self._parser.enable(["table", "strikethrough"])
        self._content = ""
        self._hidden: list[tuple[int, int]] = []
        self._labels: list[tuple[int, int]] = []
        for rule in self._parser.inline.ruler.__rules__:
            if rule.name not in _SHOWN:
                rule.fn = self._watched(rule.name, rule.fn)
        self._parser.inline.ruler.__cache__ = None

    def read(self, source: str) -> tuple[set[int], set[int]]:
        """The places shown as text, and those that are neither text nor anything else."""
        env: dict[str, Any] = {}
        lines = [*source.split("\n"), ""]
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        shown, apart, used = set[int](), set[int](), dict[int, int]()
        for token in self._parser.parse(source, env):
            if token.type == "html_block" and token.map:
                apart.update(range(starts[token.map[0]], starts[token.map[1]]))
            if token.type == "inline" and token.map:
                places = _places(token.content, token.map[0], lines, starts, used)
                self._content, self._hidden, self._labels = token.content, [], []
                self._parser.inline.parse(token.content, self._parser, env, [])
                hidden = {k for start, end in self._hidden for k in range(start, end)}
                shown.update(place for k, place in enumerate(places) if k not in hidden)
                labels = (k for start, end in self._labels for k in range(start, end))
                apart.update(places[k] for k in labels)
        return shown, apart

    def _watched(
        self, name: str, rule: Callable[[StateInline, bool], bool]
    ) -> Callable[[StateInline, bool], bool]:
        def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as markdown-it calls it
            start = state.pos
            done = rule(state, silent)
            if done and not silent and state.src == self._content:
                self._note(state, name, start)
            return done

        return run

    def _note(self, state: StateInline, name: str, start: int) -> None:
        if name not in {"link", "image"}:
            self._hidden.append((start, state.pos))
            return
        opened = start + (name == "image")
        after = state.pos
        end = state.md.helpers.parseLinkLabel(state, opened, name == "link")
        state.pos = after
        self._hidden.append((end + 1, after))
        if state.src[end + 1 : end + 2] != "(" and after - end <= 3:
            self._labels.append((opened, end))


def _places(
    content: str, first: int, lines: list[str], starts: list[int], used: dict[int, int]
) -> list[int]:
    """The place in the source of each character of an inline text."""
    places: list[int] = []
    for number, line in enumerate(content.split("\n"), first):
        at = lines[number].find(line.rstrip(), used.get(number, 0))
        at = max(at, 0)
        used[number] = at + len(line)
        places += range(starts[number] + at, starts[number] + at + len(line) + 1)
    return places


def disputes(shown: Shown, source: str) -> tuple[int, int, list[str]]:
    """The number of words in a text, of words counted apart, and the disputed words."""
    ours = {place for span in unjudged(source) for place in range(*span)}
    theirs, apart = shown.read(source)
    apart |= {place for match in _BEYOND.finditer(source) for place in range(*match.span())}
    words, left, found = 0, 0, list[str]()
    for match in _WORD.finditer(source):
        words += 1
        if apart & set(range(*match.span())):
            left += 1
        elif (match.start() in theirs) == (match.start() in ours):
            line = source.count("\n", 0, match.start()) + 1
            who = "ours skips" if match.start() in ours else "ours judges"
            found.append(f"{line}: {who} {match[0]!r}")
    return words, left, found


def _texts(folder: Path) -> Iterator[tuple[Path, str]]:
    known = set[str]()
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in {".md", ".markdown"} or not path.is_file():
            continue
        try:
            text = text_file.read(path).text
        except StoreError:
            continue
        if text not in known:
            known.add(text)
            yield path, text


def main() -> int:
    """Compare each file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    flags = parser.parse_args()
    totals, left, shown = Counter[str](), flags.show, Shown()
    for path, text in _texts(flags.folder):
        words, apart, found = disputes(shown, text)
        totals.update(files=1, words=words, apart=apart, disputes=len(found))
        for one in found[:left]:
            print(f"{path}:{one}", file=sys.stderr)
        left -= min(left, len(found))
    share = totals["disputes"] / max(totals["words"] - totals["apart"], 1)
    print(json.dumps({**totals, "share": round(share, 5)}))
    return int(share > _MOST)


if __name__ == "__main__":
    sys.exit(main())
